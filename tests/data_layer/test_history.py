"""Who changed what, when."""

from datetime import UTC, datetime, timedelta

import pytest

from data_layer.access import reading, writing
from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.editing.edit import Edit, edit_fields, trash_rows
from data_layer.editing.origin import Origin, set_origin
from data_layer.editing.tables import TABLES
from data_layer.history import PER_PAGE, SHOWN_ROWS, history, people
from data_layer.history_filter import Wanted, span_since, wanted_of
from data_layer.models import Stakeholder
from data_layer.row_change import FieldChange
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from tests.factories import make_funding_source, make_need, make_network, make_note, make_stakeholder, make_tie

# Later than the clock that the rows of the fixtures were made by.
NOON = datetime(2126, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def here(session):
    return make_network(session)


@pytest.fixture
def member(session, here):
    return make_stakeholder(session, here, "Sewing group", place="Luleå")


def actor_of(session, *networks, name="anna"):
    account = add_account(session, email=f"{name}@example.org", password="correct horse battery", role="coordinator")
    session.commit()
    return Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset(network.id for network in networks))


def change(person, row, field, old, new):
    with writing(person) as session:
        return edit_fields(session, [Edit(row.__tablename__, row.id, field, old, new)]).action_id


def latest(person, **wanted):
    with reading(person) as session:
        return history(session, Wanted(**wanted)).entries[0]


class TestOneEntry:
    def test_it_tells_who_did_what_and_both_values(self, session, here, member):
        anna = actor_of(session, here)
        change(anna, member, "place", "Luleå", "Boden")
        entry = latest(anna)
        assert (entry.who, entry.own, entry.kind, entry.counts) == ("anna@example.org", True, "edit", {"stakeholder": 1})
        assert [(row.what, row.title.plain, row.fields) for row in entry.rows] == [
            ("changed", "Sewing group", (FieldChange("place", "Luleå", "Boden"),))
        ]

    def test_a_link_is_told_by_the_name_of_what_it_points_to(self, session, here, member):
        parish, library = (make_stakeholder(session, here, name) for name in ("Parish", "Library"))
        tie = make_tie(session, member, parish)
        anna = actor_of(session, here)
        change(anna, tie, "to", parish.id, library.id)
        with reading(anna) as own:
            found = history(own, Wanted())
        assert {found.names["stakeholder", row_id] for row_id in (parish.id, library.id)} == {"Parish", "Library"}
        assert found.entries[0].rows[0].title.plain == "Sewing group / Library / not_stated"

    def test_what_went_to_the_trash_stands_there_with_its_name(self, session, here, member):
        anna = actor_of(session, here)
        with writing(anna) as own:
            trash_rows(own, TABLES["stakeholder"], [member.id])
        entry = latest(anna)
        assert [(row.what, row.title.plain, row.title.trashed) for row in entry.rows] == [("trashed", "Sewing group", True)]

    def test_what_was_taken_back_says_so_and_the_taking_back_can_be_undone(self, session, here, member):
        anna = actor_of(session, here)
        done = change(anna, member, "place", "Luleå", "Boden")
        with writing(anna) as own:
            back = undo(own, done)
        with reading(anna) as own:
            entries = {entry.id: entry for entry in history(own, Wanted()).entries}
        assert (entries[done].undone, entries[done].undoable, entries[back].undoable, entries[back].again) == (True, False, True, False)

    def test_doing_it_again_is_told_apart_from_taking_back(self, session, here, member):
        anna = actor_of(session, here)
        with writing(anna) as own:
            undo(own, undo(own, edit_fields(own, [Edit("stakeholder", member.id, "place", "Luleå", "Boden")]).action_id))
        assert latest(anna).again

    def test_of_a_large_action_the_first_rows_are_shown_and_all_are_counted(self, session, here):
        with acting(session, "import") as action:
            action.insert_all([Stakeholder(network_id=here.id, name=f"Member {n}") for n in range(SHOWN_ROWS + 5)])
        entry = latest(actor_of(session, here))
        assert (len(entry.rows), entry.counts, entry.who) == (SHOWN_ROWS, {"stakeholder": SHOWN_ROWS + 5}, None)

    def test_the_origin_of_a_value_is_told_on_the_row_that_has_the_value_before_and_after(self, session, here, member):
        anna, field = actor_of(session, here), TABLES["stakeholder"].fields["place"]
        guess, sourced = Origin("reading", text="Guessed from the website"), Origin("stated", source="https://example.org")
        with writing(anna) as own:
            for old, new in ((None, guess), (guess, sourced), (sourced, None)):
                set_origin(own, TABLES["stakeholder"], member.id, field, old=old, new=new)
        with reading(anna) as own:
            rows = [row for entry in history(own, Wanted()).entries[:3] for row in entry.rows]
        assert {(row.table, row.row_id, row.what, row.title.plain) for row in rows} == {
            ("stakeholder", member.id, "origin", "Sewing group")
        }
        assert [(row.origin.field, row.origin.before, row.origin.after) for row in reversed(rows)] == [
            ("place", None, guess),
            ("place", guess, sourced),
            ("place", sourced, None),
        ]

    def test_the_origin_of_a_field_of_two_columns_is_told_by_the_name_of_the_field(self, session, here, member):
        make_note(session, member, "start_first", "reading")
        assert latest(actor_of(session, here)).rows[0].origin.field == "start"


class TestWhoSees:
    def test_a_source_that_another_network_entered_is_told_and_its_change_cannot_be_taken_back(self, session, here):
        make_funding_source(session, entered_by_id=make_network(session, "Elsewhere").id)
        entry = latest(actor_of(session, here))
        assert (entry.counts, entry.undoable) == ({"funding_source": 1}, False)

    def test_that_a_network_was_made_cannot_be_taken_back(self, session, here):
        entry = latest(actor_of(session, here))
        assert (entry.counts, entry.undoable) == ({"network": 1}, False)

    def test_changes_in_other_networks_do_not_exist(self, session, here, member):
        elsewhere = make_network(session, "Elsewhere")
        anna, stranger = actor_of(session, here), actor_of(session, elsewhere, name="stranger")
        change(anna, member, "place", "Luleå", "Boden")
        with reading(stranger) as own:
            found = history(own, Wanted())
            assert {row.table for entry in found.entries for row in entry.rows} == {"network"}
            assert "anna@example.org" not in [email for _id, email in people(own)]

    def test_of_an_action_over_several_networks_only_the_own_rows_are_seen_and_it_cannot_be_taken_back(self, session, here):
        elsewhere = make_network(session, "Elsewhere")
        with acting(session, "import") as action:
            action.insert_all([Stakeholder(network_id=network.id, name="Library") for network in (here, elsewhere)])
        entry = latest(actor_of(session, here))
        assert (entry.counts, len(entry.rows), entry.undoable) == ({"stakeholder": 1}, 1, False)

    def test_accounts_and_grants_are_not_told(self, session, here):
        anna = actor_of(session, here)
        with reading(anna) as own:
            assert {table for entry in history(own, Wanted()).entries for table in entry.counts} == {"network"}


class TestFilters:
    def test_by_person_record_table_and_network(self, session, here, member):
        elsewhere = make_network(session, "Elsewhere")
        anna, bela = actor_of(session, here, elsewhere), actor_of(session, here, name="bela")
        change(anna, member, "place", "Luleå", "Boden")
        change(bela, here, "region", None, "North")

        def kinds(**wanted):
            with reading(anna) as own:
                return [sorted(entry.counts) for entry in history(own, Wanted(**wanted)).entries]

        assert kinds(account_id=anna.account_id) == [["stakeholder"]]
        assert kinds(table="stakeholder", row_id=member.id) == [["stakeholder"], ["stakeholder"]]
        assert kinds(network_id=elsewhere.id) == [["network"]]
        assert kinds(account_id=0, table="network") == [["network"], ["network"]]

    def test_of_a_record_with_what_was_said_of_the_origin_of_its_fields(self, session, here, member):
        other = make_stakeholder(session, here, "Library")
        need = make_need(session, here)
        for row, field in ((member, "place"), (other, "place"), (need, "what")):
            make_note(session, row, field, "reading")
        anna = actor_of(session, here)
        with reading(anna) as own:
            found = {
                name: [row.row_id for entry in history(own, wanted).entries for row in entry.rows if row.what == "origin"]
                for name, wanted in {
                    "one": Wanted(table="stakeholder", row_id=member.id),
                    "all": Wanted(table="stakeholder"),
                    "needs": Wanted(table="need"),
                }.items()
            }
        assert (found["one"], sorted(found["all"]), found["needs"]) == ([member.id], [member.id, other.id], [need.id])

    def test_by_time(self, session, here, member, clock):
        anna = actor_of(session, here)
        clock(NOON)
        change(anna, member, "place", "Luleå", "Boden")
        clock(NOON + timedelta(days=3))
        change(anna, member, "place", "Boden", "Kiruna")
        with reading(anna) as own:
            assert history(own, Wanted(since=NOON + timedelta(days=1))).total == 1
            assert history(own, Wanted(since=NOON, until=NOON + timedelta(days=1))).total == 1


def test_the_choices_of_an_address_are_understood(clock):
    clock(NOON)
    assert wanted_of({"person": "0", "table": "tie", "row": "7", "network": "", "since": "7"}) == Wanted(
        account_id=0, table="tie", row_id=7, since=NOON - timedelta(days=7)
    )


@pytest.mark.parametrize("choices", [{"table": "account"}, {"since": "2"}, {"row": "x"}])
def test_an_address_that_cannot_be_is_refused(choices):
    with pytest.raises((KeyError, ValueError)):
        wanted_of(choices)


@pytest.mark.parametrize(("days", "span"), [(0, "1"), (1, "1"), (2, "7"), (365, "365"), (366, None)])
def test_a_link_goes_back_as_far_as_is_needed(clock, days, span):
    clock(NOON)
    assert span_since(NOON - timedelta(days=days)) == span


def test_it_comes_in_pages_with_as_many_statements_for_many_as_for_few(session, here, member, queries):
    anna = actor_of(session, here)

    def needed(page):
        queries.clear()
        with reading(anna) as own:
            found = history(own, Wanted(table="stakeholder"), page=page)
        return len(found.entries), len(queries)

    _few, statements = needed(1)
    for n in range(PER_PAGE):
        change(anna, member, "place", f"Place {n}" if n else "Luleå", f"Place {n + 1}")
    assert (needed(1), needed(2)[0]) == ((PER_PAGE, statements), 1)
