"""What a person reads about each thing that waits."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.overview.attention_words import WORDS, attention, heading, value_in_words
from tests.components.tree import find_all, text

PROJECT = {"network": "Luleå", "micro_project_id": 6, "micro_project": "Café"}
SUBJECT = {"about": "micro_project", "subject_id": 6, "name": "Café", "micro_project_id": 6, "network_id": 3}
JUDGED = {"network": "Luleå", "subject": SimpleNamespace(**SUBJECT)}
CONFLICT = {
    "network": "Luleå",
    "table": "event",
    "field": "participants",
    "subject": "Trip",
    "value": 17,
    "unit": "families",
    "source": "own blog",
    "other_value": "18 families",
    "other_source": "a page",
    "micro_project_id": 6,
    "stakeholder_id": None,
}
TWIN = {"network": "Luleå", "network_id": 1, "table": "stakeholder", "first": (1, "Tailors"), "second": (2, "Sewing club"), "noted": None}
DEADLINE = {
    "network": None,
    "funding_source_id": 1,
    "funder": "STEA",
    "name": None,
    "country": None,
    "day": date(2026, 7, 1),
    "days": 16,
}


def item(kind, *parts, **more):
    return SimpleNamespace(kind=kind, **{key: value for part in parts for key, value in part.items()} | more)


def said(kind, *parts, **more):
    words = attention(item(kind, *parts, **more))
    return f"{words.what} {text(words.why)}"


ITEMS = {
    "message": item("message", network=None, release_id=3, title="Spring 2026", count=2),
    "deadline": item("deadline", DEADLINE),
    "stalled": item("stalled", PROJECT, last_fact=(None, None)),
    "words_only": item("words_only", JUDGED, users=(2, 2), staff=(5, 6)),
    "users_below": item("users_below", JUDGED, users=(2, 2), staff=(3, 3)),
    "conflict": item("conflict", CONFLICT),
    "twin": item("twin", TWIN),
    "empty": item("empty", network="Luleå", network_id=1),
    "dependent": item("dependent", PROJECT, on="funder", other="STEA", other_id=None),
    "not_asked": item("not_asked", JUDGED, side="users", level=(4, 4)),
    "missing": item("missing", network="Luleå", network_id=1, sectors=("provider", "job_centre")),
}


def test_every_kind_has_its_words():
    assert set(ITEMS) == set(WORDS)


@pytest.mark.parametrize("kind", ITEMS)
def test_each_item_says_kind_subject_reason_and_what_to_do(kind):
    words = attention(ITEMS[kind])
    assert all(map(text, (words.kind, words.what, words.why, words.action, heading(kind))))


@pytest.mark.parametrize(
    ("kind", "href"),
    [
        ("message", "/outcomes/3/sharing"),
        ("deadline", "/funding"),
        ("stalled", "/micro-projects/6"),
        ("words_only", "/micro-projects/6"),
        ("users_below", "/micro-projects/6"),
        ("conflict", "/micro-projects/6"),
        ("twin", "/stakeholders/1"),
        ("empty", "/network?network=1"),
        ("dependent", "/micro-projects/6"),
        ("not_asked", "/micro-projects/6"),
        ("missing", "/network?network=1"),
    ],
)
def test_each_item_leads_to_the_page_where_it_stands(kind, href):
    assert attention(ITEMS[kind]).href == href


@pytest.mark.parametrize(
    ("more", "href"),
    [
        ({"about": "pilot", "subject_id": 4, "micro_project_id": None}, "/pilots/4"),
        ({"about": "event", "subject_id": 4}, "/micro-projects/6"),
        ({"about": "event", "subject_id": 4, "micro_project_id": None}, "/participation?network=3"),
    ],
)
def test_what_was_judged_leads_to_its_page_or_as_near_as_can_be(more, href):
    subject = SimpleNamespace(**SUBJECT | more)
    assert attention(item("words_only", network="Luleå", subject=subject, users=(2, 2), staff=(5, 6))).href == href


@pytest.mark.parametrize(
    ("more", "href"),
    [
        ({"micro_project_id": None, "stakeholder_id": 4}, "/stakeholders/4"),
        ({"micro_project_id": None, "table": "funding_source"}, "/funding"),
        ({"micro_project_id": None}, "/network"),
    ],
)
def test_a_conflict_leads_to_the_row_or_as_near_as_can_be(more, href):
    assert attention(item("conflict", CONFLICT | more)).href == href


def test_twin_micro_projects_lead_to_the_first():
    assert attention(item("twin", TWIN | {"table": "micro_project"})).href == "/micro-projects/1"


@pytest.mark.parametrize(("days", "words"), [(0, "1 July 2026, today."), (1, "1 July 2026, tomorrow."), (16, "1 July 2026, in 16 days.")])
def test_a_deadline_says_how_many_days_are_left(days, words):
    assert words in said("deadline", DEADLINE | {"days": days})


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ((None, None), "nothing with a date is recorded"),
        ((date(2024, 1, 1), date(2024, 12, 31)), "the last dated fact is of 2024."),
    ],
)
def test_a_stalled_one_says_since_when(last, words):
    assert words in said("stalled", PROJECT, last_fact=last)


def test_both_levels_are_named_and_never_averaged():
    assert "users on step 2, professionals on step 5–6" in said("users_below", JUDGED, users=(2, 2), staff=(5, 6))


def test_a_conflict_shows_both_values_and_both_sources():
    words = said("conflict", CONFLICT)
    assert "Trip: 17 families or 18 families?" in words
    assert "The first is from own blog, the second from a page. Both are kept." in words


def test_long_values_stand_below_the_heading():
    words = attention(item("conflict", CONFLICT | {"value": "a" * 50, "unit": None}))
    assert words.what == "Trip: which of two statements holds?"
    assert "“18 families” (a page)" in words.why


@pytest.mark.parametrize(
    ("fields", "hidden"),
    [
        ({"value": 3, "other_value": "17 people"}, True),
        ({"value": 17, "other_value": "4 people"}, True),
        ({"value": 17, "other_value": "18 families, 30 children"}, False),
        ({"field": "judges", "value": 17, "other_value": "20"}, True),
        ({"field": "founded_first", "value": None, "other_value": "3 May 2017"}, False),
    ],
)
def test_small_numbers_of_people_stay_hidden_from_those_who_may_not_see_them(fields, hidden):
    words = attention(item("conflict", CONFLICT | fields), masked=True)
    assert ("two different numbers" in words.what) == hidden
    assert (str(fields["other_value"]) in f"{words.what} {words.why}") != hidden


def test_coordinators_see_small_numbers():
    assert "3 families or 4" in attention(item("conflict", CONFLICT | {"value": 3, "other_value": "4"})).what


def test_a_source_that_nobody_wrote_down_is_said_so():
    assert "from an unnamed source" in said("conflict", CONFLICT | {"source": None})


@pytest.mark.parametrize(("noted", "words"), [(None, "The names are alike."), ("Both sew.", "Luleå. Both sew.")])
def test_twins_say_why(noted, words):
    assert words in said("twin", TWIN | {"noted": noted})


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("funder", "All that is recorded as given, money and help in kind, comes from STEA."),
        ("facilitator", "Nobody but the facilitator, STEA, is recorded as a supporter."),
        ("supporter", "Nobody but STEA is recorded as a supporter."),
    ],
)
def test_what_hangs_on_one_names_it(on, words):
    assert words in said("dependent", PROJECT, on=on, other="STEA", other_id=1)


@pytest.mark.parametrize(
    ("side", "words"), [("users", "the service users’ side is missing"), ("professionals", "the professionals’ side is missing")]
)
def test_the_side_that_was_not_asked_is_named(side, words):
    assert words in said("not_asked", JUDGED, side=side, level=(4, 4))


def test_missing_kinds_are_listed_with_the_outline_of_their_mark():
    words = attention(ITEMS["missing"])
    assert (words.what, text(words.why)) == ("Luleå: 2 kinds of members are not recorded", "social service provider and job centre.")
    assert len(find_all(words.why, "none")) == 2


def test_an_empty_network_says_what_it_lacks_and_who_can_add_it():
    words = said("empty", network="Luleå", network_id=1)
    assert "It lacks stakeholders, ties and micro projects." in words
    assert "Those who coordinate this network" in words


@pytest.mark.parametrize(
    ("field", "value", "unit", "words"),
    [
        ("participants", 1700, "families", "1,700 families"),
        ("day_first", date(2017, 5, 1), None, "1 May 2017"),
        ("relation", "shared_space", None, "shared space"),
        ("several", True, None, "yes"),
        ("place", "Heide", None, "Heide"),
        ("place", None, None, "unknown"),
    ],
)
def test_values_are_told_as_a_person_reads_them(field, value, unit, words):
    assert value_in_words(field, value, unit) == words
