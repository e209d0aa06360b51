"""The power and interest grid: four corners of four fields, each stakeholder in the field of its two answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.link import link
from components.marks import category_mark

MOST_IN_FIELD = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """A stakeholder with its power and interest, each 1 (little) to 4 (much); None is unknown and stands beside the grid."""

    name: str
    href: str
    category: int
    power: int | None = None
    interest: int | None = None


def power_grid(items: Sequence[Standing], *, name: str) -> html.Div:
    """The grid and the list of those whose power or interest is unknown; the ids of the headings begin with `name`.

    A field names its first stakeholders and counts the rest; the table that belongs to the grid has them all.
    """
    placed = [item for item in items if item.power is not None and item.interest is not None]
    unplaced = [item for item in items if item.power is None or item.interest is None]
    grid = html.Div(
        [
            html.P(_("Power, from little to much"), className="axis axis-power"),
            html.Div([_corner(corner, placed, name=name) for corner in _corners()], className="corners"),
            html.P(_("Interest, from little to much"), className="axis axis-interest"),
        ],
        className="power-grid",
    )
    return html.Div([grid, *([_beside(unplaced, name=name)] if unplaced else [])], className="power")


@dataclass(frozen=True, slots=True)
class _Corner:
    key: str
    title: str
    does: str
    power: tuple[int, int]
    interest: tuple[int, int]


def _corners() -> list[_Corner]:
    return [
        _Corner("satisfied", _("Keep satisfied"), _("much power, little interest"), (4, 3), (1, 2)),
        _Corner("key", _("Work closely together"), _("key players: much power, much interest"), (4, 3), (3, 4)),
        _Corner("touch", _("Keep in touch"), _("little power, little interest"), (2, 1), (1, 2)),
        _Corner("build", _("Build power"), _("much interest, little power"), (2, 1), (3, 4)),
    ]


def _corner(corner: _Corner, items: Sequence[Standing], *, name: str) -> Component:
    heading_id = f"{name}-corner-{corner.key}"
    inside = [item for item in items if item.power in corner.power and item.interest in corner.interest]
    head = html.Div([html.H3(corner.title, id=heading_id), html.P(corner.does)], className="corner-head")
    fields = [_field(inside, power=power, interest=interest) for power in corner.power for interest in corner.interest]
    nobody = [] if inside else [html.P(_("Nobody recorded here."), className="unknown")]
    return html.Section(
        [head, html.Div(fields, className="fields"), *nobody], className=f"corner corner-{corner.key}", **{"aria-labelledby": heading_id}
    )


def _field(items: Sequence[Standing], *, power: int, interest: int) -> Component:
    inside = [item for item in items if item.power == power and item.interest == interest]
    if not inside:
        return html.Div(className="field-of-grid none")
    named = _("Power %(power)s, interest %(interest)s", power=power, interest=interest)
    more = len(inside) - MOST_IN_FIELD
    rest = [html.Li(ngettext("one more", "%(num)s more", more), className="more-in-field")] if more > 0 else []
    names = html.Ul([*(_item(item) for item in inside[:MOST_IN_FIELD]), *rest], **{"aria-label": named})
    return html.Div(names, className="field-of-grid")


def _item(item: Standing) -> Component:
    return html.Li([category_mark(item.category), link(item.name, item.href)])


def _beside(items: Sequence[Standing], *, name: str) -> Component:
    heading_id = f"{name}-unplaced"
    return html.Section(
        [
            html.H3(_("Not placed: nobody has said how much power and interest they have"), id=heading_id, className="mix-h"),
            html.Ul([_item(item) for item in items], className="unplaced"),
        ],
        **{"aria-labelledby": heading_id},
    )
