"""How much of something comes from its largest part, one bar per thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.link import link


@dataclass(frozen=True, slots=True)
class Share:
    """One bar: the share between 0 and 1, None where it is unknown; `alone` marks that there is no other part.

    `says` is the finding in words, `rests_on` what it is made of; `place` a short line under the name.
    """

    name: str
    href: str
    place: str
    value: float | None
    says: str
    rests_on: str
    alone: bool = False


def shares(items: Sequence[Share], *, name: str) -> html.Ol:
    """One row per thing, in the given order; `name` is what a screen reader calls the list."""
    return html.Ol([_row(item) for item in items], className="shares", **{"aria-label": name})


def _row(item: Share) -> Component:
    return html.Li(
        [
            html.P([link(item.name, item.href), html.Small(item.place)], className="share-who"),
            html.Span(
                html.I(style={"--v": 1 if item.value is None else round(item.value, 4)}), className=_shape(item), **{"aria-hidden": "true"}
            ),
            html.P([html.B(item.says), html.Small(item.rests_on)], className="share-says"),
        ]
    )


def _shape(item: Share) -> str:
    return "share is-alone" if item.alone else "share is-unknown" if item.value is None else "share"
