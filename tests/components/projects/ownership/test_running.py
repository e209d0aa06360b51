"""Who runs a micro project, and what is handed over."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from components.projects.ownership.running import handovers_picture, handovers_say, running, running_says
from tests.components.projects.rows import NO_DAY, THEN, note, profile, row
from tests.components.tree import find_all, of_type, text

TODAY = date(2020, 6, 1)


def project(**fields):
    days = dict.fromkeys(("run_since_first", "run_since_last", "ended_first", "ended_last"))
    return SimpleNamespace(**{**vars(profile()), **days, **fields})


def task(state="planned", **fields):
    known = {"task": "money", "what": None, "to_side": "users", "stakeholder_id": None, "stakeholder": None, "state": state, "due": None}
    return row(**{**NO_DAY, **known, **fields})


def shown(*tasks):
    return handovers_picture(tasks, {}, TODAY, caption="Tasks", page=1, href=str, editable=False)


def test_who_ran_it_before_is_told_with_the_day_on_which_that_was_recorded(reader_of_german):
    change = SimpleNamespace(at=datetime(2020, 5, 3, 12, tzinfo=UTC), before="professionals", after="users")
    assert "professionals, until a change recorded on 3. Mai 2020" in text(running(project(run_by="users"), [change], {}, masked=False))


@pytest.mark.parametrize(("masked", "words"), [(True, "<5"), (False, "3")])
def test_few_jobs_are_hidden_from_those_who_may_not_see_them(masked, words):
    assert f"Jobs {words}" in text(running(project(jobs=3), [], {}, masked=masked))


def test_what_a_note_says_of_a_hidden_number_is_hidden_too():
    notes = {("micro_project", 1): [note("jobs", "conflict", other_value="4", text="Another source.")]}
    assert "Another source." in text(running(project(jobs=3), [], notes, masked=False))
    assert "Another source." not in text(running(project(jobs=3), [], notes, masked=True))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Who runs it is not recorded"),
        ({"run_by": "users"}, "since when is unknown."),
        ({"run_by": "users", "run_since_first": date(2019, 1, 1), "run_since_last": date(2019, 12, 31)}, "service users since 2019."),
    ],
)
def test_the_sentence_says_who_and_since_when(fields, words):
    assert words in running_says(project(**fields))


@pytest.mark.parametrize(("state", "late"), [("planned", 1), ("under_way", 1), ("done", 0), ("taken_back", 0)])
def test_only_what_is_not_handed_over_is_late(state, late):
    assert len(find_all(shown(task(state, due=date(2020, 5, 31))), "flag-bad")) == late


def test_a_task_due_today_is_not_late():
    assert handovers_say([task(due=TODAY)], TODAY) == "0 of one task is handed over."


def test_tasks_under_way_come_first():
    order = [task("taken_back", what="d"), task("done", what="c", **THEN), task("planned", what="b"), task("under_way", what="a")]
    assert [text(cell) for cell in of_type(shown(*order), "Small") if len(text(cell)) == 1] == list("abcd")


def test_the_sentence_counts_what_is_done_late_and_taken_back():
    tasks = [task("done", **THEN), task(due=date(2020, 1, 1)), task("taken_back")]
    assert handovers_say(tasks, TODAY) == "1 of 3 tasks are handed over. One is late. One was taken back."


def test_without_a_task_it_says_what_to_write_down():
    assert text(shown()).startswith("No task is recorded that is handed over.")
    assert handovers_say([], TODAY) is None
