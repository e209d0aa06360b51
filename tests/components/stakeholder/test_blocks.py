"""The blocks of a stakeholder's page."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.stakeholder.facts import kind_in_words, origin, stakeholder_facts, twin_note
from components.stakeholder.tables import elsewhere_table, money_tables, positions_table, projects_table
from components.stakeholder.ties import answered, ties_in_words, ties_list, ties_table
from tests.components.tree import find_all, of_type, text

NO_DAY = (None, None)


def tie(**fields):
    values = {
        "id": 1,
        "relation": "support",
        "outward": False,
        "other_id": 80,
        "other": "Coompanion",
        "other_sector": "business_support",
        "what": "mentoring",
        "strength": None,
        "trust": None,
        "value": None,
        "start": NO_DAY,
        "end": NO_DAY,
        "reported_by": "document",
        "confirmed": False,
        "event": None,
        "micro_project_id": None,
        "micro_project": None,
        "source": "a brief",
    }
    return SimpleNamespace(**values | fields)


def note(**fields):
    values = {
        "table_name": "stakeholder",
        "row_id": 5,
        "field": "role",
        "kind": "reading",
        "other_value": None,
        "text": None,
        "source": None,
    }
    return SimpleNamespace(**values | fields)


def stakeholder(**fields):
    values = {
        "id": 5,
        "name": "Tailors",
        "kind": "group",
        "sector": "users",
        "role": None,
        "several": False,
        "start": NO_DAY,
        "end": NO_DAY,
        "place": None,
        "country": None,
        "website": None,
        "contact_point": None,
        "external_ids": None,
        "source": None,
        "ties": (),
        "notes": (),
        "twins": (),
    }
    return SimpleNamespace(**values | fields)


class TestTies:
    @pytest.mark.parametrize(
        ("outward", "words"),
        [
            (True, "supports and coaches Coompanion"),
            (False, "is supported and coached by Coompanion"),
            (None, "shares support with Coompanion"),
        ],
    )
    def test_the_direction_is_in_the_words(self, outward, words):
        assert words in text(ties_list([tie(outward=outward)], {}))

    def test_the_other_end_is_a_link(self):
        assert [link.href for link in of_type(ties_list([tie()], {}), "Link")] == ["/stakeholders/80"]

    def test_what_is_known_stands_beneath(self):
        shown = text(ties_list([tie(start=(date(2017, 1, 1), date(2017, 12, 31)), event="Talk")], {}))
        assert "mentoring from 2017 · at: Talk · reported by a document, not confirmed · a brief" in shown

    def test_an_unknown_date_is_said_so(self):
        assert "date unknown" in text(ties_list([tie()], {}))

    def test_a_reading_of_ours_carries_its_mark(self):
        notes = {1: [note(table_name="tie", row_id=1, field="to_id", text="Who it was is not sure.")]}
        assert len(find_all(ties_list([tie()], notes), "note-mark-reading")) == 1

    def test_the_table_says_the_same(self):
        shown = text(ties_table([tie(micro_project="Café", micro_project_id=6)], {}, name="Tailors", page=1, href=str, total=1))
        assert "is supported and coached by Coompanion mentoringCame out of: Café date unknown" in shown

    def test_no_tie_is_not_no_friend(self):
        assert "Not recorded does not mean not there." in text(ties_list([], {}))

    def test_the_finding_counts_kinds_confirmation_and_dates(self):
        ties = [tie(), tie(other_id=81, confirmed=True), tie(other_id=81, relation="money", start=(date(2017, 1, 1), date(2017, 1, 1)))]
        assert ties_in_words(ties) == (
            "It is tied to 2 stakeholders: support and coaching (2) and money (1). Confirmed by both sides: 1 of 3. With a date: 1 of 3."
        )

    def test_answers_are_counted_never_averaged(self):
        assert answered([tie(strength=2), tie(strength=4), tie()], "strength") == "said for 2 of 3"

    def test_an_answer_that_nobody_gave_is_unknown(self):
        assert answered([tie()], "trust") is None


class TestFacts:
    def test_the_first_line_says_sector_kind_and_role(self):
        assert text(kind_in_words(stakeholder(role="core"))) == "service users’ group; group without legal form; core member"

    def test_what_nobody_stated_is_unknown(self):
        assert text(kind_in_words(stakeholder(sector=None))) == "sector unknown; group without legal form; role unknown"
        assert len(find_all(stakeholder_facts(stakeholder(), []), "unknown")) == 7

    def test_a_website_is_a_link_only_where_it_is_an_address_of_the_web(self):
        good, bad = stakeholder(website="https://example.org/a"), stakeholder(website="javascript:alert(1)")
        assert [link.href for link in of_type(stakeholder_facts(good, []), "A")] == ["https://example.org/a"]
        assert of_type(stakeholder_facts(bad, []), "A") == []

    def test_a_note_marks_the_field_it_is_about(self):
        shown = stakeholder_facts(stakeholder(role="member"), [note(text="We read it so.")])
        assert "member° (our reading: We read it so.)" in text(shown)

    def test_a_twin_is_named_with_a_link_from_either_side(self):
        twin = SimpleNamespace(first=(5, "Tailors"), second=(6, "Sewing club"), noted=None)
        for stakeholder_id, other in ((5, "/stakeholders/6"), (6, "/stakeholders/5")):
            assert [link.href for link in of_type(twin_note(stakeholder(id=stakeholder_id, twins=[twin])), "Link")] == [other]

    def test_without_twins_there_is_no_notice(self):
        assert twin_note(stakeholder()) is None

    def test_the_origin_names_the_source_and_each_note(self):
        conflict = note(table_name="tie", row_id=1, field="what", kind="conflict", other_value="advice", source="a page")
        shown = text(origin(stakeholder(source="a brief", ties=[tie()], notes=[note(text="We read it so."), conflict])))
        assert "a brief our reading Role in the network: We read it so." in shown
        assert "sources disagree Tie with Coompanion: The other source says: advice.Source: a page" in shown


class TestTables:
    def test_projects_say_what_it_has_to_do_with_them(self):
        one = SimpleNamespace(id=6, name="Café", network="Luleå", how="supports", became=None, end_state="unknown")
        assert text(projects_table([one], name="Tailors", network="Luleå")).endswith("Café supports it unknown")

    def test_a_project_of_another_network_names_it(self):
        one = SimpleNamespace(id=6, name="Café", network="Plön", how="behind_elsewhere", became="open house", end_state="open")
        assert "CaféPlön stands behind it in another network open house" in text(projects_table([one], name="T", network="Luleå"))

    def test_nobody_said_differs_from_nowhere_else(self):
        assert "Nobody has said" in text(elsewhere_table([], name="T", body_known=False))
        assert "In no other network" in text(elsewhere_table([], name="T", body_known=True))

    def test_another_network_opens_with_the_stakeholder_in_focus(self):
        place = SimpleNamespace(stakeholder_id=9, name="The tailors", role=None, network_id=2, network="Plön", is_len=False)
        shown = elsewhere_table([place], name="T", body_known=True)
        assert [link.href for link in of_type(shown, "Link")] == ["/network?network=2&focus=9", "/stakeholders/9"]
        assert "status unclear" in text(shown)

    def test_money_given_and_money_got_are_two_tables(self):
        flow = {"funder": "STEA", "name": None, "instrument": "grant", "micro_project_id": 6, "micro_project": "Café", "what_for": None}
        amounts = {"state": "received", "currency": "EUR", "awarded": 250_000, "received": None, "source": None}
        flows = [SimpleNamespace(given=given, **flow, **amounts) for given in (True, False)]
        shown = [text(table) for table in money_tables(flows, name="Tailors")]
        assert [words.split(" Funder")[0] for words in shown] == ["What Tailors gives", "What its micro projects got or asked for"]
        assert "EUR 2,500.00 unknown unknown" in shown[0]

    def test_a_position_shows_what_was_wished_for_too(self):
        seen = SimpleNamespace(
            id=1,
            day=(date(2018, 1, 1), date(2018, 12, 31)),
            question="Who decides?",
            mapped_by=None,
            influence=0,
            power=1,
            interest=None,
            wished_power=3,
            wished_interest=None,
            source=None,
        )
        assert "2018 Who decides? unknown 0 1 of 4wished for: 3 unknown unknown" in text(positions_table([seen], name="T"))

    @pytest.mark.parametrize(
        "block", [projects_table([], name="T", network="L"), money_tables([], name="T"), positions_table([], name="T")]
    )
    def test_an_empty_block_says_so(self, block):
        assert len(find_all(block, "empty")) == 1
