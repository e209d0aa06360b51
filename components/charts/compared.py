"""How both sides compare for each kind (a stage, a target group, a year): one bar of three parts, and the finding in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.gaps import finding
from components.formats import number
from components.level import Level
from components.marks import key
from components.unknown import unknown_box
from components.words_only import words_only


class Steps(Protocol):
    """The step of a reading, from `low` to `high`."""

    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...


class Agreement(Protocol):
    """Of `pairs` of both sides: how many agree, in how many one side names the higher step, in how many say is only claimed.

    `no_role`: beside them, service users on step 7 without professionals. `widest`: the steps of both sides that lie furthest apart.
    """

    @property
    def pairs(self) -> int: ...
    @property
    def agree(self) -> int: ...
    @property
    def staff_higher(self) -> int: ...
    @property
    def users_higher(self) -> int: ...
    @property
    def claimed(self) -> int: ...
    @property
    def no_role(self) -> int: ...
    @property
    def widest(self) -> tuple[Steps, Steps] | None: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """One kind and how both sides compare in it; `unknown` says that its readings do not name a kind."""

    label: str
    found: Agreement
    unknown: bool = False


def compared(rows: Sequence[Compared], *, name: str) -> html.Div:
    """One row per kind; bars of all rows share one scale. `name` is what a screen reader calls the list."""
    most = max([1, *(row.found.pairs for row in rows)])
    return html.Div([html.Ul([_row(row, most) for row in rows], className="compared", **{"aria-label": name}), _legend()])


def largest_gap(found: Agreement) -> str | None:
    """The largest gap in words; None where there is no sure one."""
    if found.widest is None:
        return None
    staff, users = (Level(side.low, side.high) for side in found.widest)
    return finding(staff, users).says


def _row(row: Compared, most: int) -> Component:
    return html.Li(
        [
            html.P(row.label, className="kind-name kind-unknown" if row.unknown else "kind-name"),
            html.Div(_bar(row.found, most) if row.found.pairs else unknown_box(_("no pair of both sides")), className="compared-bar"),
            html.P(_says(row.found), className="compared-says"),
        ],
        className="compared-row",
    )


def _bar(found: Agreement, most: int) -> Component:
    parts = (("staff", found.staff_higher), ("alike", found.agree), ("users", found.users_higher))
    spans = [html.Span(className=side, style={"--n": n}, **{"data-n": number(n)}) for side, n in parts if n]
    return html.Div(spans, className="compared-parts", style={"--v": round(found.pairs / most, 3)}, **{"aria-hidden": "true"})


def _says(found: Agreement) -> list[str | Component]:
    parts: list[str | Component] = []
    if found.pairs:
        parts = [html.B(_agree(found)), " ", *_apart(found)]
    if found.no_role:
        words = ngettext("Once, professionals have no role.", "%(num)s times, professionals have no role.", found.no_role)
        parts += [words, " "]
    return [*parts, words_only(found.claimed)] if found.claimed else parts


def _agree(found: Agreement) -> str:
    if found.agree == found.pairs:
        return ngettext("Both sides agree, in one pair.", "Both sides agree, in all %(num)s pairs.", found.pairs)
    return ngettext(
        "Both sides do not agree, in one pair.", "Both sides agree in %(agree)s of %(num)s pairs.", found.pairs, agree=number(found.agree)
    )


def _apart(found: Agreement) -> list[str | Component]:
    if found.agree == found.pairs:
        return []
    sides = _("Professionals name more: %(staff)s, service users: %(users)s.", staff=found.staff_higher, users=found.users_higher)
    return [sides, " ", _("Largest gap: %(gap)s.", gap=largest_gap(found)), " "]


def _legend() -> Component:
    def part(name: str) -> Component:
        return html.Span(className=f"compared-sample {name}", **{"aria-hidden": "true"})

    return key(
        [
            (part("staff"), _("professionals name a higher step")),
            (part("alike"), _("both agree")),
            (part("users"), _("service users name a higher step")),
        ],
        name=_("Marks"),
    )
