"""What a pilot is: its facts, its micro projects, and where all of it comes from."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.editing.edit_button import with_edit
from components.facts import facts
from components.field_note import field_lines, field_marks
from components.level import Level, both_levels
from components.link import link
from components.pilots.rows import Notes, Pilot
from components.pilots.track import day
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label


class Say(Protocol):
    """The latest reading of one side on a micro project."""

    @property
    def micro_project_id(self) -> int: ...
    @property
    def side(self) -> str: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...


class Linked(Protocol):
    """A micro project of the pilot; `id` is that of the link."""

    @property
    def id(self) -> int: ...
    @property
    def micro_project_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def end_state(self) -> str: ...


def pilot_facts(pilot: Pilot, notes: Notes) -> Component:
    """Provider, network, dates and the latest dated fact."""
    found = notes.get(("pilot", pilot.id), ())
    provider = link(pilot.provider or "", f"/stakeholders/{pilot.provider_id}") if pilot.provider_id else unknown()
    return facts(
        [
            (_("Provider"), [provider, *field_marks(found, "provider_id"), *field_lines(found, "provider_id")]),
            (_("Network"), link(pilot.network, f"/pilots?network={pilot.network_id}")),
            (_("Since"), _day(day(pilot.start_first, pilot.start_last), field_marks(found, "start_first"))),
            (_("Until"), day(pilot.end_first, pilot.end_last) or unknown(_("no end recorded"))),
            (_("Last dated fact"), day(pilot.fact_first, pilot.fact_last) or unknown(_("nothing has a date"))),
        ]
    )


def _day(words: str | None, marks: Sequence[Component]) -> list[str | Component]:
    return [words or unknown(), *marks]


def project_table(projects: Sequence[Linked], readings: Sequence[Say], notes: Notes, *, editable: bool) -> Component:
    """The micro projects of the pilot with phase, end and the latest reading of each side."""
    said = {(each.micro_project_id, each.side): Level(each.low, each.high) for each in readings}
    columns = [
        Column(_("Micro project"), header=True),
        Column(_("Phase now")),
        Column(_("Where it ended")),
        Column(_("How much say, lately")),
    ]
    rows: list[Row] = [
        [
            [
                link(each.name, f"/micro-projects/{each.micro_project_id}"),
                *field_marks(notes.get(("pilot_project", each.id), ()), "micro_project_id"),
            ],
            label("phase", each.phase) if each.phase != "unknown" else None,
            label("end_state", each.end_state) if each.end_state != "unknown" else None,
            with_edit(
                both_levels(*(said.get((each.micro_project_id, side)) for side in ("professionals", "users"))),
                *("pilot_project", each.id, each.name),
                editable=editable,
            ),
        ]
        for each in projects
    ]
    return table(columns, rows, caption=_("Micro projects of the pilot"))


def projects_say(projects: Sequence[Linked]) -> str | None:
    """How many there are; None without any."""
    if not projects:
        return None
    return ngettext("One micro project belongs to the pilot.", "%(num)s micro projects belong to the pilot.", len(projects))


def sources_list(sources: Iterable[str | None]) -> Component:
    """The sources of all rows, each once."""
    named = sorted({source for source in sources if source})
    if not named:
        return html.P(unknown(_("No source is recorded.")))
    return html.Ul([html.Li(source) for source in named], className="sources")
