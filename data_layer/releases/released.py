"""The tables of a release: what funders read, in the form in which it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

Day = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A network that is part of the release: for whom, in the words of its source and as codes of `data_layer.vocabulary`."""

    name: str
    country: str | None
    for_whom: str | None
    target_groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many micro projects carry a code; for `readings` of them that is our reading of what sources say."""

    code: str
    n: int
    readings: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What is special about one field of a line of money: our reading, invented, or what another source says."""

    field: str
    kind: str
    other_value: str | None


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """What a source states that a micro project was given; the amount in minor units, None where no source states it."""

    micro_project: str
    what_for: str | None
    funder: str
    source_name: str | None
    state: str
    currency: str | None
    amount: int | None
    in_kind: bool
    decided: Day
    before_sempre: bool
    regrant: bool
    source: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not known: a code of this release, for how many, of how many."""

    code: str
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a source states about the whole, which the rows recorded here do not reach or go beyond."""

    code: str
    n: int
    source: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A protected table as readers get it. `code` says which question it answers, `unit` what it counts (persons, answers,
    organisations, projects, money); money is in minor units of the currency that the columns or the code name.

    `of_rows` and `of_columns` name the vocabulary of the codes, or "network" and "name" where the codes are names themselves.
    `cells` has a line for each row, then one for the totals where `totals`; each line a figure for each column (one, where there are no
    columns), then the row's total where there are columns and `totals`. None is hidden.
    """

    code: str
    unit: str
    of_rows: str
    rows: tuple[str, ...]
    of_columns: str | None
    columns: tuple[str, ...]
    totals: bool
    cells: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class ReleasedIndicator:
    """An indicator with what it showed last in the period. `about` names the micro project or pilot that it is of, None for a whole LEN.

    `baseline` and `target` as they are recorded; of a count of persons the baseline and the value are rounded, or None and named in
    `hidden` ("baseline", "value"). `day` and `source` are those of the value. `observed`: how often it was looked at in the period; of an
    indicator in words that is all there is, because nobody was asked whether the words may be read.
    """

    name: str
    code: str | None
    network: str
    about: str | None
    level: str
    kind: str
    of_persons: bool
    unit: str | None
    baseline: int | None
    target: int | None
    value: int | None
    day: Day
    source: str | None
    observed: int
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A public fact in the life of a micro project: its kind (phase, event, money, end), what happened, where that is stated.

    `words` are in no language of ours: the title of an event, who gave the money, and "" where `code` says it all (the phase that
    began, the end; of money the state of the case). `amount` in minor units of `currency`. `remark`: the kind of note on it, if any.
    """

    kind: str
    day: Day
    words: str
    source: str | None
    code: str | None = None
    place: str | None = None
    amount: int | None = None
    currency: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class ToldProject:
    """The biography of a micro project as a release tells it; the words of those who were there stand in `ReleaseWord`."""

    micro_project_id: int
    name: str
    place: str | None
    country: str | None
    for_whom: str | None
    description: str | None
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class ReleasedTables:
    """All tables of a release. `networks` are LENs; those whose status is unclear stand apart and are not counted with them."""

    networks: tuple[NetworkLine, ...]
    unclear: tuple[NetworkLine, ...]
    micro_projects: int
    became: tuple[Tally, ...]
    phases: tuple[Tally, ...]
    ends: tuple[Tally, ...]
    money: tuple[MoneyLine, ...]
    gaps: tuple[Gap, ...]
    stated: tuple[Stated, ...] = ()
    figures: tuple[FigureTable, ...] = ()
    told: tuple[ToldProject, ...] = ()
    indicators: tuple[ReleasedIndicator, ...] = ()


def to_json(tables: ReleasedTables) -> dict[str, Any]:
    """The tables as JSON values."""
    return {name: _plain(value) for name, value in asdict(tables).items()}


def from_json(stored: Mapping[str, Any]) -> ReleasedTables:
    """The tables that `to_json` stored."""
    return ReleasedTables(
        networks=_networks(stored["networks"]),
        unclear=_networks(stored["unclear"]),
        micro_projects=stored["micro_projects"],
        became=_tallies(stored["became"]),
        phases=_tallies(stored["phases"]),
        ends=_tallies(stored["ends"]),
        money=tuple(_money(line) for line in stored["money"]),
        gaps=tuple(Gap(**gap) for gap in stored["gaps"]),
        stated=tuple(Stated(**number) for number in stored["stated"]),
        figures=tuple(_figures(table) for table in stored.get("figures", ())),
        told=tuple(_told(project) for project in stored.get("told", ())),
        indicators=tuple(_indicator(line) for line in stored.get("indicators", ())),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _networks(stored: Sequence[Mapping[str, Any]]) -> tuple[NetworkLine, ...]:
    return tuple(NetworkLine(**{**line, "target_groups": tuple(line["target_groups"])}) for line in stored)


def _tallies(stored: Sequence[Mapping[str, Any]]) -> tuple[Tally, ...]:
    return tuple(Tally(**tally) for tally in stored)


def _figures(stored: Mapping[str, Any]) -> FigureTable:
    lists = {name: tuple(stored[name]) for name in ("rows", "columns")}
    return FigureTable(**{**stored, **lists, "cells": tuple(tuple(line) for line in stored["cells"])})


def _told(stored: Mapping[str, Any]) -> ToldProject:
    moments = tuple(Moment(**{**moment, "day": _day(moment["day"])}) for moment in stored["moments"])
    return ToldProject(**{**stored, "moments": moments})


def _indicator(stored: Mapping[str, Any]) -> ReleasedIndicator:
    return ReleasedIndicator(**{**stored, "day": _day(stored["day"]), "hidden": tuple(stored["hidden"])})


def _day(stored: Sequence[str | None]) -> Day:
    first, last = (day and date.fromisoformat(day) for day in stored)
    return first or None, last or None


def _money(stored: Mapping[str, Any]) -> MoneyLine:
    remarks = tuple(Remark(**remark) for remark in stored["remarks"])
    return MoneyLine(**{**stored, "decided": _day(stored["decided"]), "remarks": remarks})
