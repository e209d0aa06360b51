"""A mapping session: who has how much power, asked on one day by one question."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.access import writing
from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.models import Action, Position
from data_layer.network.net_map import Seen, keep_net_map
from data_layer.network.network_map import network_map
from data_layer.problem import NotFound, Problem
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from tests.factories import make_network, make_position, make_stakeholder

HEAD = {"day": "2024-05", "question": "Who decides on rooms?", "mapped_by": "six tenants"}
MAY = {"day_first": date(2024, 5, 1), "day_last": date(2024, 5, 31)}


@pytest.fixture
def here(session):
    return make_network(session)


@pytest.fixture
def group(session, here):
    return make_stakeholder(session, here, "Group")


@pytest.fixture
def town(session, here):
    return make_stakeholder(session, here, "Town")


def answers(stakeholder, *, old=None, **new):
    return Seen(stakeholder.id, old or dict.fromkeys(new), new)


def rows(session):
    return session.scalars(sa.select(Position).where(Position.trashed_by.is_(None)).order_by(Position.id)).all()


def codes(kept):
    return [(refusal.place, refusal.problem.code, refusal.problem.field) for refusal in kept.refusals]


def test_a_mapping_becomes_one_row_for_each_stakeholder_in_one_action(session, here, group, town):
    before = session.scalar(sa.select(sa.func.count(Action.id)))
    keep_net_map(session, here.id, HEAD, [answers(group, power=1, interest=4), answers(town, influence="7")])
    assert [(row.stakeholder_id, row.influence, row.power, row.interest) for row in rows(session)] == [
        (group.id, None, 1, 4),
        (town.id, 7, None, None),
    ]
    assert {(row.day_last, row.question, row.mapped_by) for row in rows(session)} == {
        (date(2024, 5, 31), HEAD["question"], HEAD["mapped_by"])
    }
    assert session.scalar(sa.select(sa.func.count(Action.id))) == before + 1


def test_the_same_date_question_and_people_change_the_row_that_is_there(session, here, group):
    row = make_position(session, group, power=2, question=HEAD["question"], mapped_by=HEAD["mapped_by"], **MAY)
    keep_net_map(session, here.id, HEAD, [answers(group, old={"power": 2}, power=3)])
    assert [(one.id, one.power) for one in rows(session)] == [(row.id, 3)]


def test_another_question_is_another_mapping(session, here, group):
    make_position(session, group, power=2, question="Who pays?", **MAY)
    keep_net_map(session, here.id, HEAD, [answers(group, power=3)])
    assert [one.power for one in rows(session)] == [2, 3]
    assert [(one.question, one.seen[group.id].power) for one in network_map(session, here.id).net_maps] == [
        ("Who decides on rooms?", 3),
        ("Who pays?", 2),
    ]


def test_an_answer_that_somebody_else_gave_meanwhile_is_not_lost_and_the_others_are_kept(session, here, group, town):
    row = make_position(session, group, power=2, question=HEAD["question"], mapped_by=HEAD["mapped_by"], **MAY)
    kept = keep_net_map(session, here.id, HEAD, [answers(group, power=3, interest=4), answers(town, power=1)])
    assert (codes(kept), kept.refusals[0].theirs, row.power, row.interest) == ([(0, "changed_meanwhile", "power")], 2, 2, 4)
    assert len(rows(session)) == 2


@pytest.mark.parametrize(
    ("field", "value", "code"), [("power", 5, "out_of_range"), ("influence", -1, "out_of_range"), ("interest", "much", "unreadable")]
)
def test_an_answer_that_cannot_be_is_refused_at_its_place(session, here, group, town, field, value, code):
    kept = keep_net_map(session, here.id, HEAD, [answers(town, power=1), answers(group, **{field: value})])
    assert (codes(kept), [row.stakeholder_id for row in rows(session)]) == ([(1, code, field)], [town.id])


def test_where_nothing_is_new_there_is_no_action(session, here, group):
    make_position(session, group, power=2, question=HEAD["question"], mapped_by=HEAD["mapped_by"], **MAY)
    assert keep_net_map(session, here.id, HEAD, [answers(group, power=2)]).action_id is None


def test_the_date_of_a_whole_mapping_is_corrected(session, here, group, town):
    first = make_position(session, group, power=2, question=HEAD["question"])
    make_position(session, town, power=4, question=HEAD["question"])
    keep_net_map(session, here.id, HEAD, [], net_map_id=first.id)
    assert [(row.day_first, row.mapped_by, row.power) for row in rows(session)] == [
        (date(2024, 5, 1), "six tenants", 2),
        (date(2024, 5, 1), "six tenants", 4),
    ]


def test_two_mappings_are_not_made_one_by_mistake(session, here, group):
    make_position(session, group, power=2, question=HEAD["question"], mapped_by=HEAD["mapped_by"], **MAY)
    other = make_position(session, group, power=3, question="Who pays?")
    with pytest.raises(Problem, match="mapping_taken"):
        keep_net_map(session, here.id, HEAD, [], net_map_id=other.id)


def test_a_question_that_somebody_else_corrected_meanwhile_stays(session, here, group):
    row = make_position(session, group, power=2, **{name: HEAD[name] for name in ("question", "mapped_by")}, **MAY)
    keep_net_map(session, here.id, {**HEAD, "question": "Who decides on money?"}, [], net_map_id=row.id, was=HEAD)
    keep_net_map(session, here.id, HEAD, [answers(group, old={"power": 2}, power=3)], net_map_id=row.id, was=HEAD)
    assert [(one.question, one.power) for one in rows(session)] == [("Who decides on money?", 3)]


def test_two_corrections_of_one_question_are_not_taken_for_one(session, here, group):
    row = make_position(session, group, power=2, **{name: HEAD[name] for name in ("question", "mapped_by")}, **MAY)
    keep_net_map(session, here.id, {**HEAD, "question": "Who decides on money?"}, [], net_map_id=row.id, was=HEAD)
    with pytest.raises(Problem, match="changed_meanwhile"):
        keep_net_map(session, here.id, {**HEAD, "question": "Who decides?"}, [], net_map_id=row.id, was=HEAD)


def test_a_stakeholder_is_named_once(session, here, group):
    with pytest.raises(NotFound):
        keep_net_map(session, here.id, HEAD, [answers(group, power=1), answers(group, power=2)])


def test_all_rows_of_a_mapping_go_along_when_it_is_renamed(session, here, group):
    said = {"question": HEAD["question"], "mapped_by": HEAD["mapped_by"], **MAY}
    one, _two = make_position(session, group, power=2, **said), make_position(session, group, interest=3, **said)
    keep_net_map(session, here.id, {**HEAD, "question": "Who pays?"}, [], net_map_id=one.id)
    assert [row.question for row in rows(session)] == ["Who pays?"] * 2


def test_a_row_without_any_answer_left_goes_to_the_trash_and_comes_back(session, here, group):
    row = make_position(session, group, power=2, question=HEAD["question"], mapped_by=HEAD["mapped_by"], **MAY)
    kept = keep_net_map(session, here.id, HEAD, [answers(group, old={"power": 2}, power=None)])
    assert rows(session) == []
    undo(session, kept.action_id)
    assert [(one.id, one.power) for one in rows(session)] == [(row.id, 2)]


def test_taking_it_back_takes_all_of_it_back(session, here, group, town):
    kept = keep_net_map(session, here.id, HEAD, [answers(group, power=1), answers(town, power=4)])
    undo(session, kept.action_id)
    assert rows(session) == []


def test_a_text_that_is_too_long_is_refused_at_its_field(session, here, group):
    with pytest.raises(Problem, match="too_long") as told:
        keep_net_map(session, here.id, {**HEAD, "question": "x" * 501}, [answers(group, power=1)])
    assert told.value.field == "question"


class TestOthers:
    @pytest.fixture
    def coordinator(self, session, here):
        session.commit()
        account = add_account(session, email="here@example.org", password="three words together", role="coordinator", networks=[here.name])
        session.commit()
        return Actor(account.id, "here@example.org", AccountRole.COORDINATOR, frozenset({here.id}), False, "en", None, 1)

    def test_the_stakeholders_network_and_mappings_of_others_are_not_there(self, session, here, group, coordinator):
        elsewhere = make_network(session, "Far away")
        foreign = make_stakeholder(session, elsewhere, "Foreign")
        mapped = make_position(session, foreign, power=1)
        session.commit()
        tries = [
            (here.id, [answers(foreign, power=1)], None),
            (elsewhere.id, [answers(foreign, power=1)], None),
            (here.id, [answers(group, power=1)], mapped.id),
        ]
        for network_id, seen, net_map_id in tries:
            with pytest.raises(NotFound), writing(coordinator) as opened:
                keep_net_map(opened, network_id, HEAD, seen, net_map_id=net_map_id)
