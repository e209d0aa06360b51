"""Readiness in four rows."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.projects.ownership.readiness import readiness_picture, readiness_says, readiness_table
from tests.components.projects.rows import NO_DAY, row
from tests.components.tree import classes, find_all, of_type, text

EARLY = {"day_first": date(2019, 1, 1), "day_last": date(2019, 12, 31)}
LATE = {"day_first": date(2021, 5, 1), "day_last": date(2021, 5, 1)}


def look(step, dimension="management", **day):
    return row(dimension=dimension, step=step, evidence=None, **(day or LATE))


def dimension(latest=None, before=None, moved=None, name="management"):
    return SimpleNamespace(dimension=name, latest=latest, before=before, moved=moved)


def filled(picture):
    return sum("on" in classes(cell) for cell in of_type(picture, "I"))


def test_a_step_is_drawn_and_said_in_words():
    picture = readiness_picture([dimension(look(3))], {})
    assert filled(picture) == 3
    assert "with support" in text(picture)


def test_nobody_looked_is_no_step():
    picture = readiness_picture([dimension()], {})
    assert filled(picture) == 0
    assert text(find_all(picture, "unknown-box")) == "not asked yet"


@pytest.mark.parametrize(("moved", "words"), [(1, "higher than before (2019)"), (0, "as before (2019)"), (-1, "lower than before (2019)")])
def test_it_says_how_a_dimension_moved(moved, words):
    assert words in text(readiness_picture([dimension(look(2), look(2, **EARLY), moved)], {}))


def test_a_look_without_a_day_says_so():
    assert "date unknown" in text(readiness_picture([dimension(look(2, **NO_DAY))], {}))


def test_the_sentence_names_what_fell_back_and_what_nobody_looked_at():
    found = [dimension(look(1), look(3, **EARLY), -1), dimension(look(4), name="users"), dimension(name="financing")]
    assert readiness_says(found) == (
        "One of 3 dimensions stands on its own. It fell back in: stable management and leadership. Not looked at yet: financing."
    )


def test_without_any_look_it_says_whom_to_ask():
    assert readiness_says([dimension()]).startswith("Nobody has looked at its readiness yet")
    assert readiness_table([], {}, caption="Looks", page=1, href=str, editable=False) is None
