"""What stands in the tables of a composed release."""

from datetime import date

from data_layer.releases.composition import whole_months
from data_layer.releases.different import Count, different_in_all
from tests.composing import DAY, column, composition, figures, look, network_with
from tests.factories import (
    make_assessment,
    make_funding_case,
    make_funding_source,
    make_indicator,
    make_micro_project,
    make_people_reached,
    make_receipt,
    make_stakeholder,
    make_tie,
)


def test_fewer_than_three_networks_are_not_told_apart(session, programme):
    found = look(session, composition(*programme[:2]))
    assert found.unnamed == ("jobs",)
    assert figures(found, "jobs").rows == ()
    assert figures(found, "projects_by_phase").of_rows == "phase"


def test_jobs_are_told_by_network(session, programme):
    assert column(look(session, composition(*programme)), "jobs") == {"North": 20, "South": 20, "West": 20, "": 60}


def test_of_several_counts_of_one_micro_project_the_largest_counts(session):
    networks = [network_with(session, name, reached={"migrants": 20, "families": 20})[0] for name in ("A", "B", "C")]
    project = make_micro_project(session, networks[0], "Second")
    for month, persons in ((2, 20), (3, 40), (4, 30)):
        day = date(2017, month, 1)
        make_people_reached(session, project, persons, target_groups=("migrants",), day_first=day, day_last=day)
    assert column(look(session, composition(*networks)), "reached")["migrants"] == 100


def test_counts_of_several_groups_stand_apart(session, programme):
    project = make_micro_project(session, programme[0], "Second")
    make_people_reached(session, project, 44, target_groups=("older", "youth"), **DAY)
    assert column(look(session, composition(*programme)), "reached")["several"] == 45


def test_what_lies_outside_the_period_is_not_counted(session, programme):
    project = make_micro_project(session, programme[0], "Second")
    make_people_reached(session, project, 60, target_groups=("families",), day_first=date(2018, 1, 1), day_last=date(2018, 1, 1))
    assert column(look(session, composition(*programme)), "reached")["families"] == 80


def test_what_has_no_date_is_in_every_period(session, programme):
    project = make_micro_project(session, programme[0], "Second")
    for group, persons in (("families", 60), ("migrants", 20)):
        make_people_reached(session, project, persons, target_groups=(group,))
    later = whole_months(date(2030, 1, 1), date(2030, 1, 31))
    assert column(look(session, composition(*programme, period=later)), "reached")["families"] == 60


def test_a_year_of_which_nobody_was_counted_is_left_out(session, programme):
    wide = whole_months(date(2015, 1, 1), date(2019, 12, 31))
    assert figures(look(session, composition(*programme, period=wide)), "reached_by_group").columns == ("2017",)


def test_professionals_have_no_step_seven(session, programme):
    project = make_micro_project(session, programme[0], "Second")
    for day in range(1, 29):
        at = date(2017, 1, day)
        make_assessment(session, project, "users", 1 + day % 2, day_first=at, day_last=at)
        make_assessment(session, project, "professionals", 1 + day % 2, day_first=at, day_last=at)
    table = figures(look(session, composition(*programme)), "say_by_side")
    assert table.cells[table.rows.index("professionals")][table.columns.index("7")] == 0
    assert table.cells[-1][-1] == 55


def test_money_that_one_micro_project_got_is_hidden(session, programme):
    case = make_funding_case(
        session, make_micro_project(session, programme[0], "Rich"), make_funding_source(session), currency="EUR", state="received"
    )
    make_receipt(session, case, 90_000, **DAY)
    found = look(session, composition(*programme))
    assert {cell for line in figures(found, "money_EUR").cells for cell in line} <= {None, 0}
    assert "giver" in {cell.reason for cell in found.hidden}


def test_money_that_is_public_is_shown(session, programme):
    case = make_funding_case(
        session, make_micro_project(session, programme[0], "Rich"), make_funding_source(session), currency="EUR", state="received"
    )
    make_receipt(session, case, 90_000, source="county.example", **DAY)
    assert figures(look(session, composition(*programme)), "money_EUR").cells[-1][-1] == 90_000


def test_what_arrived_is_not_counted_as_promised_too(session, programme):
    source, project = make_funding_source(session), make_micro_project(session, programme[0], "Rich")
    case = make_funding_case(session, project, source, currency="EUR", state="received", awarded_minor=100_000, source="county.example")
    make_receipt(session, case, 90_000, source="county.example", **DAY)
    assert figures(look(session, composition(*programme)), "money_EUR").cells[-1] == (90_000, 10_000, 100_000)


def test_ties_between_organisations_count_from_their_beginning(session, programme):
    ends = [make_stakeholder(session, programme[0], name) for name in ("One", "Two")]
    group = make_stakeholder(session, programme[0], "Few people", kind="group")
    for start, end in ((ends[0], ends[1]), (ends[0], group)):
        make_tie(session, start, end, relation="cooperation", start_first=date(2017, 3, 1), start_last=date(2017, 3, 1))
    assert column(look(session, composition(*programme)), "ties")["won"] == 1


def test_indicators_are_counted_by_level(session, programme):
    make_indicator(session, programme[0], level="societal", kind="descriptive")
    table = figures(look(session, composition(*programme)), "indicators_by_level")
    assert table.cells[table.rows.index("societal")][-1] == 1


def test_only_the_chosen_tables_are_there(session, programme):
    assert [table.code for table in look(session, composition(*programme, tables=("jobs", "ties"))).tables.figures] == ["jobs", "ties"]


def test_the_tables_of_organisations_stay_part_of_it(session, programme):
    found = look(session, composition(*programme, tables=("ties",))).tables
    assert [line.name for line in found.networks] == ["North", "South", "West"]
    assert found.micro_projects == 3


def test_whoever_may_have_come_twice_does_not_count_against_the_threshold(session, programme):
    """Eight older people in each of two micro projects of one network may be the same eight."""
    for name in ("Second", "Third"):
        make_people_reached(session, make_micro_project(session, programme[0], name), 8, target_groups=("older",), **DAY)
    assert column(look(session, composition(*programme)), "reached")["older"] is None


def test_people_of_two_networks_are_different_ones(session, programme):
    for network in programme[1:]:
        make_people_reached(session, make_micro_project(session, network, "Second"), 8, target_groups=("older",), **DAY)
    assert column(look(session, composition(*programme)), "reached")["older"] == 20


def test_those_of_several_groups_may_be_among_the_others():
    counted = {"migrants": 9, "families": 9, "several": 15}
    assert different_in_all(Count(("all", ""), (1, 2), group, persons) for group, persons in counted.items()) == 18
