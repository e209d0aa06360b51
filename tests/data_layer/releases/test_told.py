"""A biography in a release tells what is public of a micro project, and counts nobody."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Note
from data_layer.problem import Problem
from data_layer.releases.beside import chosen_beside
from data_layer.releases.released import ReleasedTables, from_json, to_json
from data_layer.releases.told import offered_projects, without_counts
from data_layer.vocabulary import AccountRole
from tests import factories

IN_2017 = {"day_first": date(2017, 1, 1), "day_last": date(2017, 12, 31)}
IN_2018 = {"day_first": date(2018, 1, 1), "day_last": date(2018, 12, 31)}


def told_projects(session, project_ids, network_ids):
    return chosen_beside(session, words=(), told=project_ids, network_ids=network_ids).told


@pytest.fixture
def network(session):
    return factories.make_network(session)


@pytest.fixture
def project(session, network):
    return factories.make_micro_project(session, network, "Bicycle workshop", place="Plön", country="DE", for_whom="long-term unemployed")


def told(session, project):
    (only,) = told_projects(session, [project.id], [project.network_id])
    return only


def test_it_tells_what_happened_in_order_with_day_place_and_source(session, network, project):
    factories.make_event(session, network, "Market day", micro_project_id=project.id)
    factories.make_event(session, network, "Opening", kind="meeting", micro_project_id=project.id, place="Market square", **IN_2018)
    factories.make_phase_change(session, project, "needs", source="minutes", **IN_2017)
    step, opening, undated = told(session, project).moments
    assert (step.kind, step.code, step.words, step.source, step.day) == ("phase", "needs", "", "minutes", tuple(IN_2017.values()))
    assert (opening.kind, opening.words, opening.place, opening.code) == ("event", "Opening", "Market square", "meeting")
    assert (undated.words, undated.day) == ("Market day", (None, None))


def test_it_survives_being_stored(session, project):
    tables = ReleasedTables((), (), 0, (), (), (), (), (), told=(told(session, project),))
    assert from_json(to_json(tables)) == tables


def test_what_is_recorded_of_persons_stands_nowhere_in_it(session, network, project):
    with acting(session, "edit") as action:
        action.update(project, jobs=7777, description="A workshop. 8888 people come. It began in 2017.", became="with 9999 members")
    factories.make_event(session, network, "Trip with 6666 families", micro_project_id=project.id, participants=5555)
    said = repr(told(session, project))
    assert all(canary not in said for canary in ("5555", "6666", "7777", "8888", "9999"))
    assert told(session, project).description == "A workshop. It began in 2017."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It began in 2017.", "It began in 2017."),
        ("Six came. 17 went home! Others stayed.", "Six came. Others stayed."),
        ("17 families", None),
        (None, None),
        ("", None),
        ("Room 20175", None),
    ],
)
def test_a_sentence_with_a_number_that_is_no_year_is_left_out(text, kept):
    assert without_counts(text) == kept


def test_only_money_with_a_source_is_told(session, project):
    for source in ("annual report", None):
        factories.make_funding_case(
            session, project, factories.make_funding_source(session), state="awarded", awarded_minor=250000, currency="EUR", source=source
        )
    (moment,) = told(session, project).moments
    assert (moment.kind, moment.code, moment.amount, moment.currency, moment.source) == ("money", "awarded", 250000, "EUR", "annual report")


def test_the_end_is_told_where_one_is_known(session, project):
    assert told(session, project).moments == ()
    with acting(session, "edit") as action:
        action.update(project, end_state="taken_up", ended_first=date(2019, 1, 1), ended_last=date(2019, 12, 31))
    (moment,) = told(session, project).moments
    assert (moment.kind, moment.code, moment.day) == ("end", "taken_up", (date(2019, 1, 1), date(2019, 12, 31)))


def test_what_is_invented_or_our_reading_says_so(session, project):
    step = factories.make_phase_change(session, project, "needs")
    with acting(session, "note") as action:
        for kind in ("invented", "reading"):
            action.insert(Note(network_id=step.network_id, table_name="phase_change", row_id=step.id, field="to_phase", kind=kind))
    assert [moment.remark for moment in told(session, project).moments] == ["invented"]


def test_what_is_in_the_trash_is_not_told(session, project):
    step = factories.make_phase_change(session, project, "needs")
    with acting(session, "trash") as action:
        action.trash(step)
    assert told(session, project).moments == ()


def test_a_micro_project_of_another_network_is_refused(session, project):
    other = factories.make_network(session, "Elsewhere")
    with pytest.raises(Problem, match="project_not_offered"):
        told_projects(session, [project.id], [other.id])
    with pytest.raises(Problem, match="project_not_offered"):
        told_projects(session, [999], [project.network_id])


def test_a_leader_tells_nothing_of_networks_that_are_not_theirs(session, project):
    session.commit()
    network_id, project_id = project.network_id, project.id
    with reading(Actor(1, "leader@example.org", AccountRole.LEADER)) as theirs:
        assert offered_projects(theirs, [network_id]) == []
        with pytest.raises(Problem, match="project_not_offered"):
            told_projects(theirs, [project_id], [network_id])


def test_the_number_of_statements_does_not_grow(session, network, queries):
    projects = [factories.make_micro_project(session, network, f"Project {each}") for each in range(12)]
    for each in projects:
        factories.make_phase_change(session, each, "needs", **IN_2017)
    ids, network_id = [each.id for each in projects], network.id
    for wanted in (ids[:1], ids):
        queries.clear()
        assert len(told_projects(session, wanted, [network_id])) == len(wanted)
        assert len(queries) == 1
    queries.clear()
    assert len(offered_projects(session, [network_id])) == 12
    assert len(queries) == 1
