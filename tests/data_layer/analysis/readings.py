"""Readings of both sides, made for tests."""

from datetime import date

from data_layer.analysis.pair import Pair, stage_pairs
from data_layer.analysis.pair import pairs as one_per_subject
from data_layer.participation import LatestReading, SubjectKind


def pairs(readings: list[LatestReading]) -> list[Pair]:
    return one_per_subject(stage_pairs(readings))


def both(project: int, name: str, staff: int, users: int, *, year: int | None = None) -> list[LatestReading]:
    sides = (("professionals", staff), ("users", users))
    return [read(side, level, project=project, name=name, year=year) for side, level in sides]


def read(
    side: str,
    low: int,
    high: int | None = None,
    *,
    project: int = 1,
    name: str = "Sewing room",
    stage: str = "needs",
    year: int | None = None,
    kind: SubjectKind = SubjectKind.MICRO_PROJECT,
) -> LatestReading:
    days = (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
    return LatestReading(1, kind, project, name, project, (), None, None, "North", 1, side, stage, low, high or low, *days, None)
