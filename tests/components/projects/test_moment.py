"""The words of one moment, by its kind."""

import pytest

from components.projects.moment import MOST_NAMES, Teller
from tests.components.projects.rows import GROUP, case, end, event, need, note, reading, row, step, tie
from tests.components.tree import text

TOWN = end(2, "Town")


def tell(kind, *rows, notes=None, masked=False):
    return Teller(7, notes or {}, masked).tell(kind, rows)


def what(kind, *rows, **options):
    return text(tell(kind, *rows, **options).what)


def test_a_need_says_how_many_took_part():
    assert what("need", need(participants=16)) == "A place to meet. 16 people took part."


def test_few_people_at_a_need_are_hidden_from_those_who_may_not_see_them():
    assert what("need", need(participants=3), masked=True) == "A place to meet. <5 people took part."


def test_a_step_names_its_phase_and_whose_reading_it_is():
    assert what("phase", step("design", is_reading=True)) == "It reaches this phase: service design. our reading"


def test_a_step_back_gives_its_reason():
    assert what("phase", step("needs", reason="the need was another one")).endswith("Reason: the need was another one")


def test_a_step_into_the_unknown_says_so():
    assert what("phase", step("unknown")) == "From here on its phase is unknown."


def test_an_event_says_where_how_many_and_what_came_of_it():
    found = what("event", event(place="Plön", participants=17, participants_unit="families", outcome="A reading club began."))
    assert found == "Kitchen talk, Plön. 17 families. A reading club began."


def test_a_round_number_is_said_to_be_one():
    assert what("event", event(participants=30, participants_unit="parents", about=True)) == "Kitchen talk. About 30 parents."


def test_an_event_is_told_by_its_kind():
    assert tell("event", event(kind="visit")).kind == "Visit"


def test_two_sources_that_disagree_are_both_quoted():
    notes = {("event", 1): [note("participants", "conflict", other_value="18 families", text=None)]}
    assert "Another source says: 18 families. (a page)" in what("event", event(participants=17, participants_unit="families"), notes=notes)


def test_a_number_that_is_hidden_is_not_told_by_the_other_source_either():
    notes = {("event", 1): [note("participants", "conflict", other_value="4 people")]}
    found = what("event", event(participants=3), notes=notes, masked=True)
    assert found == "Kitchen talk. <5 people."


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (tie(TOWN, what="rooms"), "From Town: support and coaching (rooms)."),
        (tie(GROUP, TOWN), "To Town: support and coaching."),
        (tie(TOWN, directed=False, relation="cooperation"), "With Town: cooperation."),
        (tie(TOWN, end(3, "Church"), directed=False, relation="cooperation"), "With Town and Church: cooperation."),
    ],
)
def test_a_tie_is_told_from_the_group(one, words):
    assert what("tie", one) == words


def test_a_tie_names_the_event_that_it_came_out_of():
    assert what("tie", tie(TOWN, event="Kitchen talk")).endswith("It came out of: Kitchen talk.")


def test_ties_told_together_name_all_or_the_first_and_a_number():
    few = what("tie", *(tie(end(number, f"S{number}")) for number in (10, 11)))
    many = what("tie", *(tie(end(number, f"S{number}")) for number in range(10, 11 + MOST_NAMES)))
    assert few.startswith("From S10 and S11:")
    assert many.startswith("From S10, S11, S12, S13, S14 and 2 more:")


def test_the_end_of_a_tie():
    assert what("tie_ended", tie(TOWN)) == "The tie with Town ends: support and coaching."


def test_money_applied_for():
    assert what("applied", case(what_for="rent", currency="EUR", applied_minor=50000)) == "Applied to Council, rent: EUR 500.00."


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (case(state="awarded", currency="EUR", awarded_minor=50000), "Council: awarded, EUR 500.00."),
        (case(state="received"), "Council: received, amount unknown."),
        (case(state="refused"), "Council: refused."),
    ],
)
def test_money_decided(one, words):
    assert what("decided", one) == words


def test_money_that_arrived():
    assert what("receipt", case(), row(amount_minor=5000, currency="EUR")) == "EUR 50.00 arrive from Council."


def test_readings_of_both_sides_are_told_together():
    found = what("reading", reading("professionals", 6), reading("users", 6, 7, evidence=None))
    assert found == "Professionals’ side 6; service users’ side 6–7."


def test_a_reading_tells_its_stage_evidence_and_whose_it_is():
    one = reading(low=3, stage="design", evidence="They said so.")
    found = what("reading", one, notes={("assessment", 1): [note("level_from")]})
    assert found == "Service users’ side 3 (designing the service). They said so. our reading"


def test_every_moment_keeps_its_source():
    assert tell("need", need()).source == "a document"
