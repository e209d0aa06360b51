"""Edits: field by field, never over what somebody else has set since."""

import pytest
import sqlalchemy as sa

from data_layer.access import writing
from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.editing.edit import Edit, add_row, edit_fields, restore_rows, trash_rows, what_goes_with
from data_layer.editing.tables import TABLES
from data_layer.models import Action, Change, FundingCase, Network
from data_layer.problem import NotFound, Problem
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_note,
    make_phase_change,
    make_stakeholder,
    make_tie,
)

STAKEHOLDER = TABLES["stakeholder"]


def edit(row, field, old, new):
    return Edit(row.__tablename__, row.id, field, old, new)


def codes(edited):
    return [(refusal.place, refusal.problem.code, refusal.problem.field) for refusal in edited.refusals]


def actions(session):
    return session.scalar(sa.select(sa.func.count(Action.id)))


@pytest.fixture
def here(session):
    return make_network(session)


@pytest.fixture
def member(session, here):
    return make_stakeholder(session, here, "Sewing group", place="Luleå")


class TestFields:
    def test_a_field_that_holds_what_the_person_saw_gets_the_new_value(self, session, member):
        edited = edit_fields(session, [edit(member, "place", "Luleå", "Boden")])
        assert (member.place, codes(edited), edited.action_id is not None) == ("Boden", [], True)

    def test_a_value_that_somebody_else_has_set_is_not_lost_and_both_are_told(self, session, member):
        edited = edit_fields(session, [edit(member, "place", "Kiruna", "Boden")])
        assert (member.place, codes(edited), edited.refusals[0].theirs) == ("Luleå", [(0, "changed_meanwhile", "place")], "Luleå")

    def test_two_people_on_different_fields_both_succeed(self, session, member):
        first = edit_fields(session, [edit(member, "place", "Luleå", "Boden")])
        second = edit_fields(session, [edit(member, "sector", None, "church")])
        assert (member.place, member.sector, codes(first) + codes(second)) == ("Boden", "church", [])

    def test_the_same_value_again_is_no_change(self, session, member):
        before = actions(session)
        edited = edit_fields(session, [edit(member, "place", "anything", "Luleå")])
        assert (edited.action_id, codes(edited), actions(session)) == (None, [], before)

    def test_many_edits_are_one_action_that_is_taken_back_in_one_step(self, session, here, member):
        other = make_stakeholder(session, here, "Parish", place="Luleå")
        edited = edit_fields(session, [edit(row, "place", "Luleå", "Boden") for row in (member, other)])
        undo(session, edited.action_id)
        assert (member.place, other.place) == ("Luleå", "Luleå")

    def test_what_can_be_saved_is_saved_beside_what_is_refused(self, session, here, member):
        other = make_stakeholder(session, here, "Parish")
        edited = edit_fields(session, [edit(member, "place", "Luleå", "Boden"), edit(other, "sector", None, "pope")])
        assert (member.place, other.sector, codes(edited)) == ("Boden", None, [(1, "unknown_code", "sector")])

    def test_a_rule_that_names_a_field_refuses_that_field_and_the_others_are_saved(self, session, member):
        edited = edit_fields(
            session, [edit(member, "start", None, "2018"), edit(member, "end", None, "2016"), edit(member, "place", "Luleå", "Boden")]
        )
        assert codes(edited) == [(1, "ends_before_start", "end")]
        assert (member.start_first.year, member.end_first, member.place) == (2018, None, "Boden")

    def test_each_field_that_a_rule_names_is_told(self, session, here, member):
        other = make_stakeholder(session, here, "Parish", place="Luleå")
        wanted = [("place", "Luleå", "Boden"), ("website", None, "javascript:alert(1)"), ("name", "Parish", "Sewing group")]
        edited = edit_fields(session, [edit(other, *one) for one in wanted])
        assert sorted(codes(edited)) == [(1, "website", "website"), (2, "name_taken", "name")]
        assert (other.place, other.website, other.name) == ("Boden", None, "Parish")

    def test_a_rule_that_names_none_of_the_fields_refuses_them_all(self, session, here):
        case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session))
        edited = edit_fields(session, [edit(case, "awarded_amount", None, "100"), edit(case, "applied_amount", None, "100")])
        assert [(place, field) for place, _code, field in codes(edited)] == [(0, "awarded_amount"), (1, "applied_amount")]
        assert (case.awarded_minor, case.applied_minor, edited.action_id) == (None, None, None)

    def test_several_codes_are_set(self, session, here):
        need = make_need(session, here)
        edited = edit_fields(session, [edit(need, "target_groups", [], ["older"])])
        assert (need.target_groups, codes(edited)) == (("older",), [])

    def test_a_link_into_the_trash_is_refused_and_the_other_fields_are_saved(self, session, here, member):
        tie = make_tie(session, member, make_stakeholder(session, here, "Parish"))
        gone = make_stakeholder(session, here, "Soon gone")
        trash_rows(session, STAKEHOLDER, [gone.id])
        edited = edit_fields(session, [edit(tie, "to", tie.to_id, gone.id), edit(tie, "what", None, "Rooms")])
        assert (codes(edited), tie.what) == ([(0, "parent_in_trash", "to")], "Rooms")

    def test_a_name_that_is_taken_is_refused_at_its_field(self, session, here, member):
        other = make_stakeholder(session, here, "Parish")
        edited = edit_fields(session, [edit(other, "name", "Parish", "Sewing group"), edit(member, "place", "Luleå", "Boden")])
        assert (other.name, member.place, codes(edited)) == ("Parish", "Boden", [(0, "name_taken", "name")])

    def test_a_refused_row_leaves_no_trace_in_history(self, session, here, member):
        other = make_stakeholder(session, here, "Parish")
        edited = edit_fields(session, [edit(other, "name", "Parish", "Sewing group"), edit(member, "place", "Luleå", "Boden")])
        rows = session.scalars(sa.select(Change.row_id).where(Change.action_id == edited.action_id)).all()
        assert rows == [member.id]

    def test_two_edits_of_one_field_follow_each_other(self, session, member):
        edited = edit_fields(session, [edit(member, "place", "Luleå", "Boden"), edit(member, "place", "Boden", "Kiruna")])
        assert (member.place, codes(edited)) == ("Kiruna", [])

    def test_a_link_into_another_network_is_refused(self, session, member):
        elsewhere = make_stakeholder(session, make_network(session, "Elsewhere"), "Stranger")
        tie = make_tie(session, member, make_stakeholder(session, session.get(Network, member.network_id), "Parish"))
        edited = edit_fields(session, [edit(tie, "to", tie.to_id, elsewhere.id)])
        assert codes(edited) == [(0, "link_to_nothing", "to")]

    def test_the_phases_of_a_micro_project_stay_one_chain(self, session, here):
        project = make_micro_project(session, here)
        step = make_phase_change(session, project, "design")
        make_phase_change(session, project, "support", from_phase="design")
        with pytest.raises(Problem) as refused:
            edit_fields(session, [edit(step, "to_phase", "design", "needs")])
        assert refused.value.code == "broken_chain"

    @pytest.mark.parametrize("field", ["id", "network_id", "trashed_by", "revision", "body_id", "nonsense"])
    def test_what_is_no_field_cannot_be_set(self, session, member, field):
        with pytest.raises(KeyError):
            edit_fields(session, [edit(member, field, None, 1)])

    def test_the_number_of_statements_grows_with_the_changed_rows_only_by_their_updates(self, session, here, queries):
        members = [make_stakeholder(session, here, f"Member {n}") for n in range(3)]

        def needed(rows, place):
            queries.clear()
            edit_fields(session, [edit(row, "place", row.place, place) for row in rows])
            return len([text for text in queries if not text.startswith("UPDATE stakeholder")])

        assert needed(members[:1], "Boden") == needed(members, "Kiruna")


class TestNewRows:
    def test_a_row_is_added_with_what_is_known(self, session, here):
        _action, row = add_row(session, STAKEHOLDER, here.id, {"name": "Library", "sector": "education", "start": "2016"})
        assert (row.name, row.sector, row.start_last.isoformat(), row.place) == ("Library", "education", "2016-12-31", None)

    def test_what_must_be_there_is_asked_for(self, session, here):
        with pytest.raises(Problem) as refused:
            add_row(session, STAKEHOLDER, here.id, {"sector": "church"})
        assert (refused.value.code, refused.value.field) == ("required", "name")

    def test_money_that_arrives_has_the_currency_of_its_case(self, session, here):
        case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session), currency="SEK")
        _action, row = add_row(session, TABLES["receipt"], here.id, {"funding_case": case.id, "amount": "100"})
        assert row.currency == "SEK"

    def test_money_cannot_arrive_for_a_case_without_a_currency(self, session, here):
        case = make_funding_case(session, make_micro_project(session, here), make_funding_source(session))
        with pytest.raises(Problem) as refused:
            add_row(session, TABLES["receipt"], here.id, {"funding_case": case.id, "amount": "100"})
        assert refused.value.code == "case_without_currency"

    def test_a_step_begins_in_the_phase_in_which_the_last_one_ended(self, session, here):
        project = make_micro_project(session, here)
        make_phase_change(session, project, "design")
        _action, row = add_row(session, TABLES["phase_change"], here.id, {"micro_project": project.id, "to_phase": "support"})
        assert row.from_phase == "design"


class TestTrash:
    def test_what_hangs_on_a_row_goes_with_it_and_comes_back_with_it(self, session, here, member):
        tie = make_tie(session, member, make_stakeholder(session, here, "Parish"))
        note = make_note(session, tie, "relation")
        _action, counts = trash_rows(session, STAKEHOLDER, [member.id])
        assert counts == {"stakeholder": 1, "tie": 1, "note": 1}
        restore_rows(session, STAKEHOLDER, [member.id])
        assert [row.trashed_by for row in (member, tie, note)] == [None, None, None]

    def test_what_went_to_the_trash_before_stays_there(self, session, here, member):
        tie = make_tie(session, member, make_stakeholder(session, here, "Parish"))
        trash_rows(session, TABLES["tie"], [tie.id])
        trash_rows(session, STAKEHOLDER, [member.id])
        restore_rows(session, STAKEHOLDER, [member.id])
        assert (member.trashed_by is None, tie.trashed_by is None) == (True, False)

    def test_a_row_does_not_come_back_to_something_that_is_still_in_the_trash(self, session, here, member):
        tie = make_tie(session, member, make_stakeholder(session, here, "Parish"))
        trash_rows(session, STAKEHOLDER, [member.id])
        with pytest.raises(Problem) as refused:
            restore_rows(session, TABLES["tie"], [tie.id])
        assert refused.value.code == "parent_in_trash"

    def test_a_row_whose_name_was_taken_meanwhile_does_not_come_back(self, session, here, member):
        trash_rows(session, STAKEHOLDER, [member.id])
        make_stakeholder(session, here, "Sewing group")
        with pytest.raises(Problem) as refused:
            restore_rows(session, STAKEHOLDER, [member.id])
        assert refused.value.code == "name_taken"

    def test_what_is_not_in_the_trash_cannot_come_back(self, session, member):
        with pytest.raises(NotFound):
            restore_rows(session, STAKEHOLDER, [member.id])

    def test_trashing_is_taken_back_in_one_step(self, session, here, member):
        tie = make_tie(session, member, make_stakeholder(session, here, "Parish"))
        action_id, _counts = trash_rows(session, STAKEHOLDER, [member.id])
        undo(session, action_id)
        assert (member.trashed_by, tie.trashed_by) == (None, None)


class TestSourcesOfSeveralNetworks:
    @pytest.fixture
    def used(self, session, here):
        """A source with a case of this LEN and two of another; somebody who works here, and an administrator."""
        source = make_funding_source(session, entered_by_id=here.id)
        added = session.scalar(sa.select(sa.func.max(Action.id)))
        other = make_network(session, "Elsewhere")
        for network, name in ((here, "Sewing room"), (other, "Boat house"), (other, "Boat yard")):
            make_funding_case(session, make_micro_project(session, network, name), source)
        session.commit()
        return source, added, Actor(None, "", AccountRole.COORDINATOR, frozenset({here.id}))

    def test_a_source_on_which_cases_of_others_stand_stays(self, session, used):
        source, _added, actor = used
        with pytest.raises(Problem) as refused, writing(actor) as own:
            trash_rows(own, TABLES["funding_source"], [source.id])
        assert (refused.value.code, refused.value.values) == ("needed_elsewhere", {"n": 2})

    def test_before_it_goes_it_is_said_that_it_cannot(self, session, used):
        source, _added, actor = used
        with pytest.raises(Problem) as refused, writing(actor) as own:
            what_goes_with(own, source)
        assert (refused.value.code, refused.value.values) == ("needed_elsewhere", {"n": 2})
        assert what_goes_with(session, source) == {"funding_case": 3}

    def test_its_adding_is_not_taken_back(self, session, here, used):
        _source, added, actor = used
        own_case = session.scalars(sa.select(FundingCase).where(FundingCase.network_id == here.id)).one()
        trash_rows(session, TABLES["funding_case"], [own_case.id])
        session.commit()
        with pytest.raises(Problem, match="needed_elsewhere"), writing(actor) as own:
            undo(own, added)

    def test_an_administrator_does_not_trash_it_either(self, session):
        source = make_funding_source(session)
        make_funding_case(session, make_micro_project(session, make_network(session)), source)
        session.commit()
        with pytest.raises(Problem) as refused, writing(Actor(None, "", AccountRole.ADMINISTRATOR)) as own:
            trash_rows(own, TABLES["funding_source"], [source.id])
        assert refused.value.values == {"n": 1}

    def test_it_goes_once_the_cases_of_others_are_in_the_trash(self, session, used):
        source, _added, actor = used
        theirs = session.scalars(sa.select(FundingCase.id).where(FundingCase.network_id.not_in(actor.network_ids))).all()
        trash_rows(session, TABLES["funding_case"], theirs)
        session.commit()
        with writing(actor) as own:
            _action, counts = trash_rows(own, TABLES["funding_source"], [source.id])
        assert counts == {"funding_source": 1, "funding_case": 1}


class TestOtherNetworks:
    @pytest.fixture
    def stranger(self, session, member):
        """A coordinator of another LEN."""
        network = make_network(session, "Elsewhere")
        account = add_account(session, email="stranger@example.org", password="correct horse battery", role="coordinator")
        session.commit()
        return Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset({network.id}))

    def test_rows_of_others_cannot_be_edited(self, member, stranger):
        with writing(stranger) as own, pytest.raises(NotFound):
            edit_fields(own, [edit(member, "place", "Luleå", "Boden")])

    def test_rows_of_others_cannot_be_trashed_or_brought_back(self, member, stranger):
        for command in (trash_rows, restore_rows):
            with writing(stranger) as own, pytest.raises(NotFound):
                command(own, STAKEHOLDER, [member.id])

    def test_nothing_is_added_to_a_network_of_others(self, member, stranger):
        with writing(stranger) as own, pytest.raises(NotFound):
            add_row(own, STAKEHOLDER, member.network_id, {"name": "Intruder"})

    def test_a_source_that_another_network_entered_can_be_read_but_not_edited(self, session, here, member, stranger):
        source = make_funding_source(session, entered_by_id=here.id)
        session.commit()
        with writing(stranger) as own:
            edited = edit_fields(own, [edit(source, "funder", "County council", "Us")])
        session.refresh(source)
        assert (codes(edited), edited.action_id, source.funder) == ([(0, "foreign_network", "funder")], None, "County council")
