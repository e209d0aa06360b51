"""The picture as two tables: stakeholders with what their ties say, and ties."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.field_note import field_lines, field_marks
from components.formats import number
from components.link import link
from components.marks import sector_mark
from components.network.editing import answer_buttons, stakeholder_buttons, tie_buttons
from components.network.terms import Bond, Mapped, Measure, Who
from components.network.tie_words import confirmation, tie_period
from components.table import ROWS_PER_PAGE, Column, paged_table, pages_of
from components.vocabulary import label

Address = Callable[[int], str]
T = TypeVar("T")


def stakeholder_table(measured: Sequence[Measure], *, page: int, href: Address, ranked: bool, network_id: int | None) -> html.Div:
    """The stakeholders, those with most ties first; in a network too small for a ranking by name, and with counts only.

    With `network_id` for those who may change the network.
    """
    columns = [
        Column(_("Stakeholder"), header=True),
        Column(_("Sector")),
        Column(_("Kind")),
        Column(_("Role")),
        Column(_("Direct ties"), numeric=True),
        *([Column(_("Pairs it stands between"), numeric=True), Column(_("Other sectors"), numeric=True)] if ranked else []),
        *_change_column(network_id is not None),
    ]
    ordered = sorted(measured, key=lambda one: (-one.hub if ranked else 0, one.member.name))
    shown = _on_page(ordered, page)
    buttons = [] if network_id is None else [stakeholder_buttons(one.member, network_id) for one in shown]
    rows = _with(buttons, [_stakeholder(one, ranked=ranked) for one in shown])
    return paged_table(columns, rows, caption=_("Stakeholders"), page=page, href=href, total=len(ordered))


def _stakeholder(one: Measure, *, ranked: bool) -> list[Content | None]:
    who = one.member
    sector: Content | None = (
        None if who.sector is None else [sector_mark(who.sector), " ", label("sector", who.sector), *field_marks(who.notes, "sector")]
    )
    role: Content | None = None if who.role is None else [label("stakeholder_role", who.role), *field_marks(who.notes, "role")]
    counts = [number(round(one.bridge)), number(one.connector)] if ranked else []
    name = [link(who.name, f"/stakeholders/{who.id}"), *field_marks(who.notes, "name"), *field_lines(who.notes, "body_id")]
    return [name, sector, label("stakeholder_kind", who.kind), role, number(one.hub), *counts]


def tie_table(ties: Sequence[Bond], names: Mapping[int, str], *, page: int, href: Address, editable: bool) -> html.Div:
    """The ties by the names of their ends; a tie without a direction runs both ways."""
    columns = [
        Column(_("From"), header=True),
        Column(_("To")),
        Column(_("Kind of tie")),
        Column(_("When")),
        Column(_("Strength")),
        Column(_("Who says so")),
        Column(_("Source")),
        *_change_column(editable),
    ]
    ordered = sorted(ties, key=lambda tie: (names[tie.from_id], names[tie.to_id], tie.relation))
    shown = _on_page(ordered, page)
    rows = _with([tie_buttons(tie, names, listed=True) for tie in shown] if editable else [], [_tie(tie, names) for tie in shown])
    return paged_table(columns, rows, caption=_("Ties"), page=page, href=href, total=len(ordered))


def _change_column(editable: bool) -> list[Column]:
    return [Column(_("Edit"))] if editable else []


def _with(buttons: Sequence[Component], rows: Sequence[list[Content | None]]) -> list[list[Content | None]]:
    """The rows, each with its buttons at the end where there are some."""
    return [[*row, button] for row, button in zip(rows, buttons, strict=True)] if buttons else list(rows)


def _on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """The items of a page, as the table counts pages."""
    first = (min(max(page, 1), pages_of(len(items))) - 1) * ROWS_PER_PAGE
    return items[first : first + ROWS_PER_PAGE]


def _tie(tie: Bond, names: Mapping[int, str]) -> list[Content | None]:
    arrow = "" if tie.directed else _(" (both ways)")
    relation: list[str | Component] = [label("relation", tie.relation) + arrow, *field_marks(tie.notes, "relation")]
    if tie.what:
        relation.append(html.Small(f" {tie.what}"))
    return [
        [names[tie.from_id], *field_marks(tie.notes, "from_id")],
        [names[tie.to_id], *field_marks(tie.notes, "to_id")],
        relation,
        tie_period(tie) if tie.start != (None, None) or tie.end != (None, None) else None,
        None if tie.strength is None else _("%(n)s of 4", n=tie.strength),
        confirmation(tie),
        tie.source,
    ]


def mapped_table(members: Sequence[Who], positions: Mapping[int, Mapped], *, page: int, href: Address, editable: bool) -> Component:
    """Those who are mapped, with much interest and little power first."""
    columns = [
        Column(_("Stakeholder"), header=True),
        Column(_("Power"), numeric=True),
        Column(_("Interest"), numeric=True),
        Column(_("Influence"), numeric=True),
        *_change_column(editable),
    ]
    mapped = [member for member in members if member.id in positions]
    ordered = sorted(mapped, key=lambda member: (-(positions[member.id].interest or 0), positions[member.id].power or 9, member.name))
    buttons = [answer_buttons(positions[member.id].id, member.name) for member in ordered] if editable else []
    rows = _with(buttons, [[member.name, *_seen(positions[member.id])] for member in ordered])
    return paged_table(columns, rows, caption=_("Power, interest and influence"), page=page, href=href)


def _seen(seen: Mapped) -> list[str | None]:
    return [None if value is None else number(value) for value in (seen.power, seen.interest, seen.influence)]
