"""What both sides last said of everything in a scope, kept until something changes that the reader sees."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_layer.analysis.pair import Pair, pairs, stage_pairs
from data_layer.cache import results
from data_layer.participation import LatestReading, SubjectKind, latest_readings
from data_layer.scope import Choices, Scope


@dataclass(frozen=True, slots=True)
class Said:
    """The latest reading of each side per subject and stage, both sides together per stage, and one such pair per subject."""

    readings: tuple[LatestReading, ...]
    staged: tuple[Pair, ...]
    pairs: tuple[Pair, ...]


def said(
    session: Session,
    choices: Choices,
    scope: Scope,
    *,
    phase: str | None = None,
    about: SubjectKind | None = None,
    with_judges: bool = False,
) -> Said:
    """As `latest_readings`, `stage_pairs` and `pairs` tell it; `choices` are the session's own.

    One statement, none when the answer is kept.
    """

    def read() -> Said:
        readings = latest_readings(session, scope, phase=phase, about=about, with_judges=with_judges)
        staged = stage_pairs(readings)
        return Said(tuple(readings), tuple(staged), tuple(pairs(staged)))

    return results.get(("said", choices.state, scope, phase, about, with_judges), read)
