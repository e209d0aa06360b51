"""Releases of the same title in one list."""

from dataclasses import dataclass
from datetime import UTC, datetime

from components.releases.told_apart import told_apart

MORNING, EVENING = datetime(2026, 5, 1, 7, 30, tzinfo=UTC), datetime(2026, 5, 1, 19, 45, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    id: int
    title: str = "Spring"
    made_at: datetime = MORNING


def names(*lines):
    return list(told_apart(lines).values())


def test_a_title_that_no_other_has_stands_alone():
    assert names(Made(1), Made(2, "Autumn")) == ["Spring", "Autumn"]


def test_of_the_same_title_the_moment_tells_them_apart(reader_of_german):
    assert names(Made(1), Made(2, made_at=EVENING)) == ["Spring (1. Mai 2026, 07:30)", "Spring (1. Mai 2026, 19:45)"]


def test_made_in_the_same_minute_the_number_does(reader_of_german):
    assert sorted(told_apart([Made(4), Made(7), Made(8, "Autumn")]).items()) == [
        (4, "Spring (number 4)"),
        (7, "Spring (number 7)"),
        (8, "Autumn"),
    ]
