"""How service users get to the form: the address, its QR code, a sheet of slips, and until when."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

import segno
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.edit_button import CLASS
from components.flag import flag
from components.formats import vague_date
from components.link import link
from components.note import note
from components.vocabulary import label


class LineLike(Protocol):
    """A link as the data layer gives it."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def stage(self) -> str: ...
    @property
    def ends(self) -> date: ...
    @property
    def ended(self) -> bool: ...
    @property
    def withdrawn(self) -> bool: ...
    @property
    def slips(self) -> int: ...
    @property
    def answers(self) -> int | None: ...
    @property
    def invented(self) -> bool: ...


def invented_flag(line: LineLike) -> list[Component]:
    """A flag where nobody gave these answers."""
    return [flag(_("invented for demonstration"), "invented")] if line.invented else []


def state_flag(line: LineLike) -> Component:
    """Whether the link takes answers, as a word."""
    if line.withdrawn:
        return flag(_("withdrawn"), "bad")
    return flag(_("ended")) if line.ended else flag(_("open"), "good")


def way_in(line: LineLike, address: str, *, reachable: bool) -> list[Component]:
    """The address with its QR code, or the sheet of slips; `reachable`: a phone can get there. A link that is shut says so instead."""
    if line.withdrawn or line.ended:
        return [note(_("This link takes no answers now. Change it to open it again."))]
    hint = (
        []
        if reachable
        else [note(_("Phones cannot reach this address: set LEN_PUBLIC_URL to the one under which people reach the dashboard."))]
    )
    if line.slips:
        words = ngettext("Print the sheet with %(num)s slip", "Print the sheet with %(num)s slips", line.slips)
        sheet = html.A(words, href=f"/ask/{line.id}/slips", target="_blank", rel="noopener", className="btn")
        about = html.P(_("Each slip has an address of its own, counts once, and says nothing about who has it. Hand them out mixed."))
        return [about, html.P(sheet), *hint]
    code = html.Img(
        src=segno.make(address, error="m").svg_data_uri(border=2, light="white"), alt=_("QR code of the address"), className="qr"
    )
    words = [
        html.P(_("Show the code or send the address. It is the same for everybody.")),
        html.P(html.Code(address), className="survey-address"),
    ]
    return [html.Div([code, html.Div(words)], className="survey-way"), *hint]


def about_line(line: LineLike) -> Content:
    """Until when, for which stage, and whether it is open."""
    until = _("Last day: %(day)s.", day=vague_date(line.ends, line.ends))
    stage = [] if line.stage == "unknown" else [" ", _("Stage: %(stage)s.", stage=label("stage", line.stage))]
    return [state_flag(line), " ", *invented_flag(line), " ", until, *stage]


def survey_button(words: str, path: str) -> Component:
    """Opens a dialog about links for service users."""
    return html.Button(words, type="button", className=CLASS, **{"data-ask": path})


def survey_list(lines: Sequence[LineLike]) -> Component:
    """The links about one micro project and its events: each with its state and how many answers are counted."""
    return html.Ul([html.Li(_item(line)) for line in lines], className="survey-list")


def _item(line: LineLike) -> list[str | Component]:
    until = _("until %(day)s", day=vague_date(line.ends, line.ends))
    return [
        link(_("%(name)s, %(until)s", name=line.name, until=until), f"/surveys/{line.id}"),
        " ",
        state_flag(line),
        " ",
        *invented_flag(line),
        " ",
        counted(line.answers),
    ]


def counted(answers: int | None) -> str:
    """How many answers are counted; how many wait is told to nobody."""
    if answers is None:
        return _("No result yet: it takes five answers.")
    return ngettext("%(num)s answer counted.", "%(num)s answers counted.", answers)
