"""What both sides last said of a micro project, an event or a pilot, as the list of gaps shows it."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from flask_babel import gettext as _

from components.charts.gaps import BothSides
from components.editing.table_words import row_kind
from components.flag import FlagKind, note_mark
from components.formats import country
from components.level import Level
from components.participation.subject import subject_page
from components.vocabulary import label
from components.words_only import words_only


class SideReading(Protocol):
    """The reading of one side on a micro project, an event or a pilot (`kind`); `micro_project_id` is also that of an event."""

    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def subject_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def micro_project_id(self) -> int | None: ...
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
    """Both sides of one subject; None is unknown.

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


def address(pair: Pair) -> str | None:
    """Where the subject of a pair has its page."""
    return subject_page(pair.subject.kind, pair.subject.subject_id, pair.subject.micro_project_id)


def both_sides(pair: Pair, origins: Mapping[int, str]) -> BothSides:
    """One row of the list of gaps; `origins` says of which readings (by id) the origin is special: "reading" or "invented"."""
    special = special_origin(pair, origins)
    kind: FlagKind = "invented" if special == "invented" else "reading"
    return BothSides(
        pair.subject.name,
        address(pair),
        level(pair.staff),
        level(pair.users),
        place=_place(pair.subject),
        mark=note_mark(_origin_words(special), kind=kind) if special else None,
        stages=stages(pair) if pair.stages_differ else None,
        warning=words_only() if pair.claimed else None,
    )


def stages(pair: Pair) -> str:
    """Which stage was judged; where both sides judged different ones, which each."""
    if pair.staff is None or pair.users is None or pair.staff.stage == pair.users.stage:
        return label("stage", pair.subject.stage)
    return _(
        "professionals: %(staff)s; service users: %(users)s",
        staff=label("stage", pair.staff.stage),
        users=label("stage", pair.users.stage),
    )


def special_origin(pair: Pair, origins: Mapping[int, str]) -> str | None:
    """The origin of the pair's readings where it is special; an invented one counts for both."""
    kinds = {origins.get(reading.id) for reading in (pair.staff, pair.users) if reading is not None}
    return "invented" if "invented" in kinds else "reading" if "reading" in kinds else None


def _origin_words(kind: str) -> str:
    return _("invented for demonstration") if kind == "invented" else _("our reading of the evidence, not a rating by those concerned")


def _place(reading: SideReading) -> str:
    where = [part for part in (reading.place, country(reading.country) if reading.country else None) if part]
    place = ", ".join(where) or reading.network
    return place if reading.kind == "micro_project" else f"{row_kind(reading.kind)}, {place}"
