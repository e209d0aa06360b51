"""A row without a number is one that is there only where all that makes it the same fact agrees; another fact is a new row."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.recognise import recognise
from data_layer.imports.apply import apply
from data_layer.imports.choice import fields_for, first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import Match, State
from data_layer.models import Assessment, FundingCase, Tie
from tests.factories import (
    make_assessment,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_phase_change,
    make_position,
    make_stakeholder,
    make_tie,
)

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}
NEW, CHANGED, UNCHANGED = [State.NEW], [State.CHANGED], [State.UNCHANGED]


@pytest.fixture
def network(session):
    return make_network(session, "Vale")


def year(number, name="day"):
    return {f"{name}_first": date(number, 1, 1), f"{name}_last": date(number, 12, 31)}


def planned(session, network, target, header, *lines):
    """What becomes of the lines, each of which is said to be from this network."""
    text = f"network,{header}\n" + "".join(f"{network.name},{line}\n" for line in lines)
    read = recognise(text.encode(), "list", FIELDS)
    choices = first_choices(read, network.id)
    if choices.targets != (target,):
        choices = replace(choices, targets=(target,), fields=(fields_for(read.tables[0], target),))
    return plan(session, read, choices)


def states(found):
    return [row.state for row in found.rows]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("2024,Who has money?,Ann,1", UNCHANGED),
        ("2024,Who has money?,Ann,4", CHANGED),
        ("2024,Who decides on rooms?,Ann,4", NEW),
        ("2024,Who has money?,Ben,4", NEW),
        ("2024,,Ann,4", NEW),
        ("2025,Who has money?,Ann,4", NEW),
    ],
)
def test_a_position_is_the_same_by_stakeholder_day_question_and_mapper(session, network, line, state):
    make_position(session, make_stakeholder(session, network, "Church"), question="Who has money?", mapped_by="Ann", power=1, **year(2024))
    assert states(planned(session, network, "position", "stakeholder,day,question,mapped_by,power", f"Church,{line}")) == state


@pytest.fixture
def refusal(session, network):
    """A case that was refused, for a boat, applied for in 2020."""
    project, source = make_micro_project(session, network, "Boat house"), make_funding_source(session, "Fund")
    return make_funding_case(
        session, project, source, currency="EUR", applied_minor=100, state="refused", what_for="boat", **year(2020, "applied")
    )


CASE = "micro_project,funding_source,state,currency,applied_amount,what_for,applied"


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("refused,EUR,1,boat,2020", UNCHANGED),
        ("refused,EUR,2,boat,2020", CHANGED),
        ("refused,EUR,1,boat,", CHANGED),
        ("applied,EUR,5000,engine,", NEW),
        ("refused,EUR,5000,engine,2020", NEW),
        ("refused,EUR,1,boat,2021", NEW),
        ("awarded,EUR,1,boat,2020", NEW),
        ("applied,EUR,1,,", NEW),
    ],
)
def test_a_second_case_with_the_same_source_is_another_and_a_refusal_stays(session, network, refusal, line, state):
    found = planned(session, network, "funding_case", CASE, f"Boat house,Fund,{line}")
    assert states(found) == state
    apply(session, found)
    assert session.scalars(sa.select(FundingCase.state).where(FundingCase.id == refusal.id)).one() == "refused"


@pytest.mark.parametrize(
    ("before", "after"), [("idea", "applied"), ("applied", "refused"), ("applied", "awarded"), ("awarded", "received")]
)
def test_a_case_that_goes_on_is_the_same(session, network, before, after):
    project, source = make_micro_project(session, network, "Boat house"), make_funding_source(session, "Fund")
    make_funding_case(session, project, source, state=before)
    found = planned(session, network, "funding_case", "micro_project,funding_source,state,decided", f"Boat house,Fund,{after},2021")
    assert states(found) == CHANGED


def test_an_award_does_not_become_a_refusal(session, network):
    project, source = make_micro_project(session, network, "Boat house"), make_funding_source(session, "Fund")
    make_funding_case(session, project, source, state="awarded")
    assert states(planned(session, network, "funding_case", "micro_project,funding_source,state", "Boat house,Fund,refused")) == NEW


ASSESSMENT = "micro_project,side,stage,level_from,level_to,day"


@pytest.fixture
def reading(session, network):
    return make_assessment(session, make_micro_project(session, network, "Boat house"), "professionals", 3, stage="delivery", **year(2021))


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("professionals,delivery,3,3,2021", UNCHANGED),
        ("professionals,delivery,4,4,2021", CHANGED),
        ("professionals,delivery,4,4,2022", NEW),
        ("professionals,delivery,4,4,", NEW),
        ("professionals,design,4,4,2021", NEW),
        ("users,delivery,4,4,2021", NEW),
    ],
)
def test_an_assessment_is_the_same_by_subject_side_stage_and_date(session, network, reading, line, state):
    assert states(planned(session, network, "assessment", ASSESSMENT, f"Boat house,{line}")) == state


def test_readings_of_two_dates_in_one_file_both_come_in(session, network):
    make_micro_project(session, network, "Boat house")
    lines = ("Boat house,professionals,delivery,4,4,2021", "Boat house,professionals,delivery,5,5,2022")
    apply(session, planned(session, network, "assessment", ASSESSMENT, *lines))
    assert session.scalars(sa.select(Assessment.level_from).order_by(Assessment.id)).all() == [4, 5]
    assert states(planned(session, network, "assessment", ASSESSMENT, *lines)) == UNCHANGED * 2


@pytest.mark.parametrize("day", ["2021", ""])
def test_two_readings_of_one_date_in_a_file_are_one_too_many(session, network, day):
    make_micro_project(session, network, "Boat house")
    lines = (f"Boat house,professionals,delivery,4,4,{day}", f"Boat house,professionals,delivery,5,5,{day}")
    assert [row.problem and row.problem.code for row in planned(session, network, "assessment", ASSESSMENT, *lines).rows] == [
        None,
        "assessed_twice",
    ]


def test_a_reading_that_would_get_the_date_of_another_is_refused(session, network, reading):
    other = make_assessment(session, make_micro_project(session, network, "Kitchen"), "professionals", 3, stage="delivery")
    text = f"id,network,{ASSESSMENT}\n{other.id},{network.name},Boat house,professionals,delivery,3,3,2021\n"
    read = recognise(text.encode(), "list", FIELDS)
    found = plan(session, read, first_choices(read, network.id))
    assert [row.problem and row.problem.code for row in found.rows] == ["assessed_twice"]


@pytest.fixture
def ends(session, network):
    return make_stakeholder(session, network, "A"), make_stakeholder(session, network, "B")


TIE = "from,to,relation,start,strength"


@pytest.mark.parametrize("lines", [("A,B,support,2014,1", "A,B,support,2017,2"), ("A,B,support,2017,2", "A,B,support,2014,1")])
def test_parallel_ties_are_told_apart_by_when_they_began_in_whichever_order(session, network, ends, lines):
    make_tie(session, *ends, relation="support", strength=1, **year(2014, "start"))
    make_tie(session, *ends, relation="support", strength=2, **year(2017, "start"))
    assert states(planned(session, network, "tie", TIE, *lines)) == UNCHANGED * 2


def test_the_later_of_two_parallel_ties_does_not_overwrite_the_earlier(session, network, ends):
    make_tie(session, *ends, relation="support", **year(2014, "start"))
    assert states(planned(session, network, "tie", TIE, "A,B,support,2017,2")) == NEW


def test_a_tie_of_which_the_file_knows_less_or_more_is_the_same(session, network, ends):
    make_tie(session, *ends, relation="support", **year(2014, "start"))
    make_tie(session, *ends, relation="money")
    assert states(planned(session, network, "tie", "from,to,relation", "A,B,support")) == UNCHANGED
    assert states(planned(session, network, "tie", TIE, "A,B,money,2017,")) == CHANGED


def test_a_row_that_says_less_leaves_the_tie_to_the_row_that_says_which(session, network, ends):
    make_tie(session, *ends, relation="support", **year(2014, "start"))
    assert states(planned(session, network, "tie", TIE, "A,B,support,,", "A,B,support,2014,")) == [State.NEW, State.UNCHANGED]


DIRECTED = "from,to,relation,directed"


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("there", "line", "state"),
    [
        (True, "A,B,support,yes", UNCHANGED),
        (True, "B,A,support,yes", NEW),
        (False, "A,B,support,no", UNCHANGED),
        (False, "B,A,support,no", UNCHANGED),
        (False, "B,A,support,yes", CHANGED),
        (True, "A,B,support,no", CHANGED),
    ],
)
def test_ties_that_go_opposite_ways_are_two_whoever_was_entered_first(session, network, turned, there, line, state):
    one, other = (make_stakeholder(session, network, name) for name in (("B", "A") if turned else ("A", "B")))
    first, second = (other, one) if turned else (one, other)
    make_tie(session, first, second, relation="support", directed=there)
    found = planned(session, network, "tie", DIRECTED, line)
    assert states(found) == state
    apply(session, found)


def test_a_list_that_is_silent_about_direction_turns_no_tie_round(session, network, ends):
    make_tie(session, *ends, relation="support", directed=True)
    assert states(planned(session, network, "tie", "from,to,relation", "A,B,support", "B,A,support")) == [State.UNCHANGED, State.NEW]


@pytest.mark.parametrize(("day", "state"), [("2014", UNCHANGED), ("2016", NEW)])
def test_a_need_that_was_said_again_in_another_year_is_another(session, network, day, state):
    make_need(session, network, "A room", **year(2014))
    assert states(planned(session, network, "need", "what,day", f"A room,{day}")) == state


def test_a_phase_that_is_reached_again_is_another_step(session, network):
    project = make_micro_project(session, network, "Boat house")
    make_phase_change(session, project, "design", **year(2016))
    make_phase_change(session, project, "needs", from_phase="design", reason="again", **year(2017))
    found = planned(session, network, "phase_change", "micro_project,to_phase,day", "Boat house,design,2018")
    assert states(found) == NEW


def test_who_has_a_number_is_found_by_it_before_others_are_found_by_what_they_say(session, network, ends):
    tie = make_tie(session, *ends, relation="support")
    text = f"id,network,from,to,relation,directed\n,Vale,A,B,support,no\n{tie.id},Vale,A,B,support,no\n"
    read = recognise(text.encode(), "list", FIELDS)
    found = plan(session, read, first_choices(read, network.id))
    assert [(row.state, row.match) for row in found.rows] == [(State.NEW, None), (State.UNCHANGED, Match.NUMBER)]


def test_the_same_file_again_changes_nothing_whatever_it_says_twice(session, network, ends):
    lines = ("A,B,support,2014,1", "A,B,support,,2", "B,A,support,,", "A,B,support,2014,3", "A,B,money,2015,")
    apply(session, planned(session, network, "tie", TIE, *lines))
    assert session.scalar(sa.select(sa.func.count(Tie.id))) == 5
    assert states(planned(session, network, "tie", TIE, *lines)) == UNCHANGED * 5
