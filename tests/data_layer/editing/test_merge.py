"""Two stakeholders that are the same become one, and two again."""

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_layer.access import WITH_TRASH
from data_layer.action import acting
from data_layer.editing.body import link_body, unlink_body
from data_layer.editing.merge import JOINTS, Choice, joined, merge_stakeholders, merger
from data_layer.editing.merge_plan import BOTH, FIRST, SECOND, TABLE
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.hanging import links_to
from data_layer.models import Attendance, KeyStakeholder, MicroProject, Note, Position, Stakeholder, Tie
from data_layer.problem import NotFound, Problem
from data_layer.snapshot import snapshot
from data_layer.undo import undo
from tests.factories import (
    make_attendance,
    make_decision,
    make_event,
    make_handover,
    make_key_stakeholder,
    make_micro_project,
    make_need,
    make_network,
    make_note,
    make_pilot,
    make_pilot_point,
    make_pilot_task,
    make_position,
    make_review,
    make_stakeholder,
    make_tie,
)


def choices(session, one, other, **takes):
    """A choice for each field in which the two differ; the first where nothing is said."""
    seen = merger(session, one.id, other.id)
    return {
        field.name: Choice(takes.get(field.name, FIRST), seen.first.values[field.name], seen.second.values[field.name])
        for field in seen.differing
    }


def live(session, model):
    return session.scalars(sa.select(model).where(model.trashed_by.is_(None)).order_by(model.id)).all()


def state(session):
    """All rows as they are, those in the trash told apart only by being there."""
    session.expire_all()
    told = {}
    for model in (*(table.model for table in TABLES.values()), Note):
        for row in session.scalars(sa.select(model).execution_options(**{WITH_TRASH: True})):
            values = snapshot(row)
            values.pop("revision", None)
            told[model.__tablename__, row.id] = {**values, "trashed_by": values["trashed_by"] is not None}
    return told


@pytest.fixture
def network(session):
    return make_network(session)


@pytest.fixture
def pair(session, network):
    one = make_stakeholder(session, network, "Town of Vale", sector="authority", external_ids="A|B", description="The town.")
    other = make_stakeholder(session, network, "Vale town", sector="other", place="Vale", external_ids="B|C", x=3.0, y=4.0, body_id=9)
    return one, other


def test_the_first_stays_with_the_chosen_values(session, pair):
    one, other = pair
    merge_stakeholders(session, one.id, other.id, choices(session, one, other, name=SECOND, place=SECOND, external_ids=BOTH))
    assert (one.name, one.sector, one.place, one.external_ids, one.description) == ("Vale town", "authority", "Vale", "A|B|C", "The town.")
    assert [row.id for row in live(session, Stakeholder)] == [one.id]


def test_place_in_the_picture_and_body_move_over_where_the_first_has_none(session, pair):
    one, other = pair
    merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert (one.x, one.y, one.body_id) == (3.0, 4.0, 9)


def test_ties_mappings_micro_projects_and_notes_move_over(session, network, pair):
    one, other = pair
    third = make_stakeholder(session, network, "Third")
    ties = [make_tie(session, other, third), make_tie(session, third, other, relation="support", directed=True)]
    position, project = make_position(session, other, power=2), make_micro_project(session, network, group_id=other.id)
    note = make_note(session, other, "place")
    _action, moved = merge_stakeholders(session, one.id, other.id, choices(session, one, other, place=SECOND))
    assert [(tie.from_id, tie.to_id) for tie in ties] == [(one.id, third.id), (third.id, one.id)]
    assert (position.stakeholder_id, project.group_id, note.row_id) == (one.id, one.id, one.id)
    assert moved == {"tie": 2, "position": 1, "micro_project": 1, "note": 1}


def test_everything_that_can_point_to_a_stakeholder_moves_over(session, network, pair):
    one, other = pair
    pilot, project = make_pilot(session, network, provider_id=other.id), make_micro_project(session, network)
    moving = [
        pilot,
        make_need(session, network, status="taken_up", provider_id=other.id),
        make_attendance(session, make_event(session, network), other),
        make_handover(session, project, stakeholder_id=other.id),
        make_key_stakeholder(session, pilot, other),
        make_pilot_point(session, pilot, stakeholder_id=other.id),
        make_pilot_task(session, pilot, stakeholder_id=other.id),
        make_decision(session, make_review(session, pilot), stakeholder_id=other.id),
    ]
    before = state(session)
    action, moved = merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert {getattr(row, "provider_id", None) or getattr(row, "stakeholder_id", None) for row in moving} == {one.id}
    tried = {row.__tablename__ for row in moving} | {"tie", "position", "micro_project"}
    assert moved == {row.__tablename__: 1 for row in moving}
    assert {model.__tablename__ for model, _column in links_to(Stakeholder)} == tried
    undo(session, action)
    assert state(session) == before


def test_who_came_to_an_event_under_both_names_came_once(session, network, pair):
    one, other = pair
    event = make_event(session, network)
    stays = make_attendance(session, event, one, presence="stayed_away")
    make_attendance(session, event, other, presence="came", source="the list at the door")
    kept = make_attendance(session, make_event(session, network, "Another day"), other)
    before = state(session)
    assert merger(session, one.id, other.id).given_up == {"attendance": 1}
    action, moved = merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert [(row.id, row.presence, row.source) for row in live(session, Attendance)] == [
        (stays.id, "came", "the list at the door"),
        (kept.id, "came", None),
    ]
    assert moved == {"attendance": 1}
    undo(session, action)
    assert state(session) == before


def test_a_pilot_depends_once_on_a_stakeholder_that_was_two(session, network, pair):
    one, other = pair
    pilot = make_pilot(session, network)
    stays = make_key_stakeholder(session, pilot, one, why="It pays")
    goes = make_key_stakeholder(session, pilot, other, why="It decides", part="decides")
    make_note(session, goes, "why")
    before = state(session)
    action, moved = merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert [(row.id, row.why, row.part) for row in live(session, KeyStakeholder)] == [(stays.id, "It pays", "decides")]
    assert (live(session, Note), moved) == ([], {})
    undo(session, action)
    assert state(session) == before


def test_what_would_happen_is_read_in_four_statements_however_much_there_is(session, network, pair, queries):
    pilot = make_pilot(session, network, provider_id=pair[1].id)
    make_key_stakeholder(session, pilot, pair[0])
    make_attendance(session, make_event(session, network), pair[1])
    ids = [row.id for row in pair]
    session.expunge_all()
    queries.clear()
    merger(session, *ids)
    assert len(queries) == 4


def test_in_one_mapping_the_first_keeps_its_answers_and_gaps_are_filled_from_the_second(session, pair):
    one, other = pair
    said, twin = (
        make_position(session, one, power=2, question="Who pays?"),
        make_position(session, other, power=4, interest=3, question="Who pays?"),
    )
    assert merger(session, one.id, other.id).given_up == {"position": 1}
    before = state(session)
    action, _moved = merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert [(row.id, row.power, row.interest) for row in live(session, Position)] == [(said.id, 2, 3)]
    assert twin.trashed_by == action
    undo(session, action)
    assert state(session) == before


def test_a_tie_between_the_two_goes_to_the_trash(session, pair):
    make_tie(session, *pair)
    make_tie(session, *reversed(pair), relation="support", directed=True)
    merge_stakeholders(session, pair[0].id, pair[1].id, choices(session, *pair))
    assert live(session, Tie) == []


def test_a_tie_that_says_the_same_goes_to_the_trash_and_one_that_says_more_stays(session, network, pair):
    one, other = pair
    third = make_stakeholder(session, network, "Third")
    kept = [make_tie(session, one, third, relation="cooperation"), make_tie(session, one, third, relation="money", directed=True)]
    make_tie(session, third, other, relation="cooperation")
    make_tie(session, other, third, relation="money", directed=True)
    more = [
        make_tie(session, third, other, relation="money", directed=True),
        make_tie(session, other, third, relation="cooperation", trust=3),
    ]
    assert merger(session, one.id, other.id).given_up == {"tie": 2}
    merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert live(session, Tie) == [*kept, *more]


def test_a_note_goes_with_the_value_that_it_is_about(session, pair):
    one, other = pair
    about_first, about_second = make_note(session, one, "sector"), make_note(session, other, "sector")
    merge_stakeholders(session, one.id, other.id, choices(session, one, other, sector=SECOND))
    assert live(session, Note) == [about_second]
    assert about_first.trashed_by is not None


def test_nobody_needs_to_guess_any_more_that_the_two_are_the_same(session, pair):
    one, other = pair
    make_note(session, one, "body_id", other_value=other.name)
    merge_stakeholders(session, one.id, other.id, choices(session, one, other))
    assert live(session, Note) == []


def test_a_value_that_somebody_changed_meanwhile_is_not_lost(session, pair):
    one, other = pair
    seen = choices(session, one, other)
    seen["sector"] = Choice(FIRST, "media", "other")
    with pytest.raises(Problem, match="changed_meanwhile"):
        merge_stakeholders(session, one.id, other.id, seen)


def test_a_field_in_which_the_two_have_come_to_differ_meanwhile_is_not_lost(session, pair):
    one, other = pair
    seen = choices(session, one, other)
    with acting(session, "test") as action:
        action.update(other, website="https://example.org")
    with pytest.raises(Problem) as refused:
        merge_stakeholders(session, one.id, other.id, seen)
    assert (refused.value.code, refused.value.field) == ("changed_meanwhile", "website")


def test_two_of_different_networks_cannot_be_merged(session, pair):
    elsewhere = make_stakeholder(session, make_network(session, "Elsewhere"), "Town")
    with pytest.raises(Problem, match="merge_over_networks"):
        merge_stakeholders(session, pair[0].id, elsewhere.id, {})
    with pytest.raises(Problem, match="merge_with_itself"):
        merger(session, pair[0].id, pair[0].id)


def test_what_both_say_is_said_once():
    assert joined("external_ids", "A|B", "B|C") == "A|B|C"
    assert joined("source", "a list", "") == "a list"
    assert set(JOINTS) <= set(TABLE.fields)


DRAWN = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 2, 3]),
        st.sampled_from([0, 1, 2, 3]),
        st.sampled_from(["cooperation", "support"]),
        st.booleans(),
        st.sampled_from([None, 1, 2]),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=DRAWN,
    mapped=st.lists(st.sampled_from([0, 1, 2]), max_size=4),
    noted=st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from(["name", "sector", "place", "body_id", "start_first"])), max_size=4),
    takes=st.dictionaries(
        st.sampled_from(["name", "sector", "place", "external_ids", "description", "start"]), st.sampled_from([FIRST, SECOND, BOTH])
    ),
    placed=st.booleans(),
)
def test_a_merger_that_is_taken_back_gives_the_former_state_exactly(database, drawn, mapped, noted, takes, placed):
    with bare_session(write=True) as session:
        network = make_network(session)
        people = [
            make_stakeholder(
                session, network, "Town of Vale", sector="authority", external_ids="A", **({"x": 1.0, "y": 2.0} if placed else {})
            )
        ]
        people.append(make_stakeholder(session, network, "Vale town", place="Vale", external_ids="B", description="x", body_id=4))
        people += [make_stakeholder(session, network, name) for name in ("Third", "Fourth")]
        for start, end, relation, directed, trust in drawn:
            if start != end:
                make_tie(session, people[start], people[end], relation=relation, directed=directed, trust=trust)
        for who in mapped:
            make_position(session, people[who], power=who + 1)
            make_micro_project(session, network, f"Project {len(live(session, MicroProject))}", group_id=people[who].id)
        for who, field in noted:
            make_note(session, people[who], field, other_value=people[1 - who].name)
        before = state(session)
        action, _moved = merge_stakeholders(session, people[0].id, people[1].id, choices(session, people[0], people[1], **takes))
        merged = state(session)
        taken_back = undo(session, action)
        assert state(session) == before
        undo(session, taken_back)
        assert state(session) == merged
        session.rollback()


def test_two_of_different_networks_can_be_the_same_body(session, pair):
    one = pair[0]
    elsewhere = make_stakeholder(session, make_network(session, "Elsewhere"), "Town")
    third = make_stakeholder(session, make_network(session, "Further away"), "Town", body_id=77)
    link_body(session, one.id, elsewhere.id)
    assert one.body_id == elsewhere.body_id is not None
    action = link_body(session, third.id, elsewhere.id)
    assert {one.body_id, elsewhere.body_id, third.body_id} == {77}
    undo(session, action)
    assert third.body_id == 77
    assert one.body_id == elsewhere.body_id != 77
    unlink_body(session, one.id)
    assert one.body_id is None
    with pytest.raises(Problem, match="body_unknown"):
        unlink_body(session, one.id)


def test_two_of_one_network_are_merged_not_linked(session, pair):
    with pytest.raises(Problem, match="body_in_one_network"):
        link_body(session, pair[0].id, pair[1].id)
    with pytest.raises(NotFound):
        link_body(session, pair[0].id, 999)
