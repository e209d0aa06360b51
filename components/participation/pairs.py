"""What both sides last said of one micro project, as the list of gaps shows it."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from flask_babel import gettext as _

from components.charts.gaps import BothSides
from components.flag import FlagKind, note_mark
from components.formats import country
from components.level import Level


class SideReading(Protocol):
    """The reading of one side on a micro project."""

    @property
    def id(self) -> int: ...
    @property
    def micro_project_id(self) -> int: ...
    @property
    def micro_project(self) -> str: ...
    @property
    def place(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def network(self) -> str: ...
    @property
    def stage(self) -> str: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...
    @property
    def day_first(self) -> date | None: ...
    @property
    def day_last(self) -> date | None: ...
    @property
    def judges(self) -> int | None: ...


class Pair(Protocol):
    """Both sides of one micro project; None is unknown.

    `claimed`: professionals name step 4 or above, service users step 3 or below. `subject` is one of the two readings.
    """

    @property
    def staff(self) -> SideReading | None: ...
    @property
    def users(self) -> SideReading | None: ...
    @property
    def subject(self) -> SideReading: ...
    @property
    def claimed(self) -> bool: ...
    @property
    def stages_differ(self) -> bool: ...


def level(reading: SideReading | None) -> Level | None:
    """The level of a reading."""
    return None if reading is None else Level(reading.low, reading.high)


def address(pair: Pair) -> str:
    """Where the micro project of a pair has its page."""
    return f"/micro-projects/{pair.subject.micro_project_id}"


def both_sides(pair: Pair, origins: Mapping[int, str]) -> BothSides:
    """One row of the list of gaps; `origins` says of which readings (by id) the origin is special: "reading" or "invented"."""
    special = special_origin(pair, origins)
    kind: FlagKind = "invented" if special == "invented" else "reading"
    return BothSides(
        pair.subject.micro_project,
        address(pair),
        level(pair.staff),
        level(pair.users),
        place=_place(pair.subject),
        mark=note_mark(_origin_words(special), kind=kind) if special else None,
        remark=_("Judged at different stages.") if pair.stages_differ else None,
        warning=_("Look here: shared in words only.") if pair.claimed else None,
    )


def special_origin(pair: Pair, origins: Mapping[int, str]) -> str | None:
    """The origin of the pair's readings where it is special; an invented one counts for both."""
    kinds = {origins.get(reading.id) for reading in (pair.staff, pair.users) if reading is not None}
    return "invented" if "invented" in kinds else "reading" if "reading" in kinds else None


def _origin_words(kind: str) -> str:
    return _("invented for demonstration") if kind == "invented" else _("our reading of the evidence, not a rating by those concerned")


def _place(reading: SideReading) -> str:
    where = [part for part in (reading.place, country(reading.country) if reading.country else None) if part]
    return ", ".join(where) or reading.network
