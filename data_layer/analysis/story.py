"""The timeline of a micro project: its dated and undated facts in chapters, by the phase in which they fall."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from data_layer.analysis.phase import Day, Spell, spells
from data_layer.projects.biography import Biography, CaseLine, TieLine


class MomentKind(StrEnum):
    """What happened; `rows` of a moment are of the matching kind (lines of needs, events, ties, cases, receipts, readings, steps)."""

    NEED = "need"
    PHASE = "phase"
    EVENT = "event"
    TIE = "tie"
    TIE_ENDED = "tie_ended"
    APPLIED = "applied"
    DECIDED = "decided"
    CASE = "case"
    RECEIPT = "receipt"
    READING = "reading"


class ChapterKind(StrEnum):
    """`NEEDS`: undated needs, which come first; `BEFORE`: before the first step; `UNKNOWN_PHASE`: the phase of that day is unknown;
    `UNDATED`: day and order are unknown."""

    NEEDS = "needs"
    BEFORE = "before"
    UNKNOWN_PHASE = "unknown_phase"
    PHASE = "phase"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened on a day between first and last (None: unknown); several rows where they say the same."""

    kind: MomentKind
    day: Day | None
    rows: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Moments in order; a chapter of the kind `PHASE` has the stay in that phase."""

    kind: ChapterKind
    moments: tuple[Moment, ...]
    spell: Spell | None = None


def story(life: Biography) -> list[Chapter]:
    """The chapters of a micro project's life that have moments.

    A dated moment stands in a phase when the phase had begun on its first possible day, and the next one had not.
    """
    stays = spells(life.steps)
    moments = list(_moments(life))
    dated = sorted((moment for moment in moments if moment.day), key=lambda moment: moment.day or (date.min, date.min))
    places = [(moment, _place(moment, stays)) for moment in dated]
    undated = [moment for moment in moments if moment.day is None]
    chapters = [
        Chapter(ChapterKind.NEEDS, _of_kind(undated, MomentKind.NEED)),
        Chapter(ChapterKind.BEFORE, tuple(moment for moment, place in places if place is ChapterKind.BEFORE)),
        Chapter(ChapterKind.UNKNOWN_PHASE, tuple(moment for moment, place in places if place is ChapterKind.UNKNOWN_PHASE)),
        *(Chapter(ChapterKind.PHASE, (_entry(stay), *(moment for moment, place in places if place is stay)), stay) for stay in stays),
        Chapter(ChapterKind.UNDATED, tuple(moment for moment in undated if moment.kind is not MomentKind.NEED)),
    ]
    return [chapter for chapter in chapters if chapter.moments]


def _moments(life: Biography) -> Iterable[Moment]:
    for need in life.needs:
        yield Moment(MomentKind.NEED, _day(need.day_first, need.day_last), (need,))
    for event in life.events:
        yield Moment(MomentKind.EVENT, _day(event.day_first, event.day_last), (event,))
    ties, group_id = (*life.ties, *life.grown), life.profile.group_id
    yield from _together(MomentKind.TIE, ties, "day", lambda tie: (*_said(tie), tie.event, tie.directed and tie.start.id == group_id))
    ended = [tie for tie in ties if tie.end_first]
    yield from _together(MomentKind.TIE_ENDED, ended, "end", _said)
    for case in life.cases:
        yield from _of_case(case)
    yield from _together(MomentKind.READING, life.readings, "day", lambda reading: (reading.stage, reading.evidence, reading.source))


def _of_case(case: CaseLine) -> Iterable[Moment]:
    applied, decided = _day(case.applied_first, case.applied_last), _day(case.decided_first, case.decided_last)
    if applied:
        yield Moment(MomentKind.APPLIED, applied, (case,))
    if decided:
        yield Moment(MomentKind.DECIDED, decided, (case,))
    for receipt in case.receipts:
        yield Moment(MomentKind.RECEIPT, _day(receipt.day_first, receipt.day_last), (case, receipt))
    if not applied and not decided and not case.receipts:
        yield Moment(MomentKind.CASE, None, (case,))


def _together(kind: MomentKind, rows: Iterable[Any], name: str, likeness: Callable[[Any], Hashable]) -> Iterable[Moment]:
    """One moment for rows of the same day that say the same."""
    groups: dict[tuple[Day | None, Hashable], list[Any]] = {}
    for row in rows:
        day = _day(getattr(row, f"{name}_first"), getattr(row, f"{name}_last"))
        groups.setdefault((day, likeness(row)), []).append(row)
    for (day, _likeness), alike in groups.items():
        yield Moment(kind, day, tuple(alike))


def _said(tie: TieLine) -> tuple[str, str | None, str | None]:
    return tie.relation, tie.what, tie.source


def _place(moment: Moment, stays: Sequence[Spell]) -> Spell | ChapterKind:
    assert moment.day is not None
    first = moment.day[0]
    for stay in stays:
        if stay.entered and stay.entered[0] <= first and (stay.lasts or (stay.left and first < stay.left[0])):
            return stay
    if stays and stays[0].entered and first < stays[0].entered[0]:
        return ChapterKind.BEFORE
    return ChapterKind.UNKNOWN_PHASE


def _entry(stay: Spell) -> Moment:
    return Moment(MomentKind.PHASE, stay.entered, (stay.step,))


def _of_kind(moments: Iterable[Moment], kind: MomentKind) -> tuple[Moment, ...]:
    return tuple(moment for moment in moments if moment.kind is kind)


def _day(first: date | None, last: date | None) -> Day | None:
    return (first, last) if first and last else None
