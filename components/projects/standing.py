"""Where a micro project stands: its line in lists, its phase and what both sides say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.formats import country
from components.level import Level
from components.unknown import unknown
from components.vocabulary import label

PHASES = ("needs", "design", "support", "start_up", "unknown")


class Line(Protocol):
    """A micro project in a list; None is unknown."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def network(self) -> str: ...
    @property
    def place(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def target_groups(self) -> Sequence[str]: ...
    @property
    def for_whom(self) -> str | None: ...
    @property
    def became(self) -> str | None: ...
    @property
    def end_state(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """A micro project, its phase (code) and both sides' levels; `is_reading`: that it stands in this phase is our reading."""

    project: Line
    phase: str
    staff: Level | None = None
    users: Level | None = None
    is_reading: bool = False

    @property
    def href(self) -> str:
        """Its own page."""
        return f"/micro-projects/{self.project.id}"


def where(place: str | None, country_code: str | None) -> str | Component:
    """Place and country in words ("Korsholm, Finland"); what is unknown of them is said."""
    if place and country_code:
        return f"{place}, {country(country_code)}"
    if place:
        return place
    if country_code:
        return _("place unknown, %(country)s", country=country(country_code))
    return unknown(_("place unknown"))


def for_whom(text: str | None, groups: Sequence[str], words: Mapping[str, str]) -> Content:
    """The target groups as the source names them, else by their codes; unknown where neither is there.

    `words` are the labels of the vocabulary "target_group", which a list asks for once.
    """
    if text:
        return text
    return ", ".join(words[code] for code in groups) if groups else unknown(_("target group unknown"))


def phase_name(phase: str) -> str:
    """The phase as a heading ("Service design")."""
    return capital(label("phase", phase))


def capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]
