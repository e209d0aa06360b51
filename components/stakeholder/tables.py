"""Micro projects, other networks, money and positions of one stakeholder as tables."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.editing.edit_button import with_edit
from components.empty import empty
from components.formats import money, number, vague_date
from components.link import link
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label


def projects_table(projects: Sequence[Any], *, name: str, network: str) -> Component:
    """The micro projects that the stakeholder called `name` stands behind or supports; their network is named where it is another one."""
    if not projects:
        return empty(_("No micro project is recorded with it."), _("Not recorded does not mean not there."))
    columns = [Column(_("Micro project"), header=True), Column(_("What it has to do with it")), Column(_("What became of it"))]
    rows: list[Row] = [[_project(one, network), _how(one.how), one.became or _end(one.end_state)] for one in projects]
    return table(columns, rows, caption=_("Micro projects of %(name)s", name=name))


def elsewhere_table(places: Sequence[Any], *, name: str, body_known: bool) -> Component:
    """The other networks in which the same body appears, or why none is named."""
    if not body_known:
        return empty(
            _("Nobody has said whether it appears in other networks."),
            _("Only somebody who sees both networks can say that two are the same."),
        )
    if not places:
        return empty(_("In no other network that you may see."))
    columns = [Column(_("Network"), header=True), Column(_("Its name there")), Column(_("Role there"))]
    rows = [[_network(place), link(place.name, f"/stakeholders/{place.stakeholder_id}"), _role(place.role)] for place in places]
    return table(columns, rows, caption=_("Networks in which %(name)s appears", name=name))


def money_tables(flows: Sequence[Any], *, name: str) -> list[Component]:
    """What the stakeholder gives, and what its micro projects got; each amount in its own currency."""
    if not flows:
        return [empty(_("No money is recorded with it."), _("Neither as a funder nor for a micro project behind which it stands."))]
    given, got = [flow for flow in flows if flow.given], [flow for flow in flows if not flow.given]
    captions = (_("What %(name)s gives", name=name), _("What its micro projects got or asked for"))
    return [_money_table(some, caption=caption) for some, caption in zip((given, got), captions, strict=True) if some]


def positions_table(positions: Sequence[Any], *, name: str, editable: bool = False) -> Component:
    """How the stakeholder was seen in each mapping, the latest first."""
    if not positions:
        return empty(_("Nobody has said so far."), _("A mapping with those concerned shows who has influence, power and interest."))
    columns = [
        Column(_("When"), header=True),
        Column(_("Question")),
        Column(_("Mapped by")),
        Column(_("Influence"), numeric=True),
        Column(_("Power"), numeric=True),
        Column(_("Interest"), numeric=True),
        Column(_("Source")),
    ]
    return table(columns, [_position(seen, editable) for seen in positions], caption=_("How %(name)s was seen", name=name))


def _project(one: Any, network: str) -> Content:
    return [link(one.name, f"/micro-projects/{one.id}"), *([html.Small(one.network)] if one.network != network else [])]


def _how(how: str) -> str:
    return {
        "behind": _("stands behind it"),
        "behind_elsewhere": _("stands behind it in another network"),
        "supports": _("supports it"),
    }[how]


def _end(end_state: str) -> str | None:
    return None if end_state == "unknown" else label("end_state", end_state)


def _network(place: Any) -> Content:
    unclear = [] if place.is_len else [html.Small(label("network_status", "unclear"))]
    return [link(place.network, f"/network?network={place.network_id}&focus={place.stakeholder_id}"), *unclear]


def _role(role: str | None) -> str | None:
    return None if role is None else label("stakeholder_role", role)


def _money_table(flows: Sequence[Any], *, caption: str) -> Component:
    columns = [
        Column(_("Funder"), header=True),
        Column(_("Micro project")),
        Column(_("Instrument")),
        Column(_("How far it went")),
        Column(_("Awarded"), numeric=True),
        Column(_("Received"), numeric=True),
        Column(_("Source")),
    ]
    return table(columns, [_flow(flow) for flow in flows], caption=caption, caption_shown=True)


def _flow(flow: Any) -> list[Content | None]:
    project = None if flow.micro_project_id is None else link(flow.micro_project, f"/micro-projects/{flow.micro_project_id}")
    return [
        [flow.funder, *([html.Small(flow.name)] if flow.name else [])],
        project or unknown(_("none recorded")),
        [label("instrument", flow.instrument), *([html.Small(flow.what_for)] if flow.what_for else [])],
        _state(flow.state),
        _amount(flow.awarded, flow.currency),
        _amount(flow.received, flow.currency),
        flow.source,
    ]


def _state(state: str | None) -> Content | None:
    if state is None:
        return unknown(_("no case recorded"))
    return None if state == "unknown" else label("case_state", state)


def _amount(minor: int | None, currency: str | None) -> str | None:
    return None if minor is None or currency is None else money(minor, currency)


def _position(seen: Any, editable: bool) -> list[Content | None]:
    return [
        unknown(_("date unknown")) if seen.day == (None, None) else vague_date(*seen.day),
        seen.question,
        seen.mapped_by,
        None if seen.influence is None else number(seen.influence),
        _of_four(seen.power, seen.wished_power),
        _of_four(seen.interest, seen.wished_interest),
        with_edit(seen.source, "position", seen.id, editable=editable),
    ]


def _of_four(now: int | None, wished: int | None) -> Content | None:
    said = None if now is None else _("%(n)s of 4", n=now)
    if wished is None:
        return said
    return [said or unknown(), html.Small(_("wished for: %(n)s", n=wished))]
