"""The micro-project board: one lane per phase, one card per micro project."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import ngettext

from components.content import Content, listed
from components.empty import empty
from components.formats import number
from components.level import Level, both_levels
from components.link import link
from components.unknown import unknown


@dataclass(frozen=True, slots=True)
class Card:
    """One micro project: where and for whom (short lines), what it became (None: unknown), and both sides' levels.

    `move` is the button that moves it; a card with one can be dragged too.
    """

    name: str
    href: str
    lines: Sequence[Content] = ()
    became: Content | None = None
    staff: Level | None = None
    users: Level | None = None
    flags: Sequence[Component] = ()
    move: Component | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One phase: `nothing` is the sentence shown where it holds no card; `unknown` is the lane of the unknown phase, dashed.

    Where not all cards are shown, `total` says how many there are and `more` leads to the rest.
    """

    key: str
    title: str
    about: str
    cards: Sequence[Card]
    nothing: tuple[str, str]
    unknown: bool = False
    total: int | None = None
    more: Component | None = None


def board(lanes: Sequence[Lane], *, name: str) -> html.Div:
    """The lanes side by side, one under the other on phones; the ids of their headings begin with `name`."""
    return html.Div([_lane(lane, name=name) for lane in lanes], className="board", style={"--lanes": len(lanes)})


def _lane(lane: Lane, *, name: str) -> Component:
    heading_id = f"{name}-lane-{lane.key}"
    total = len(lane.cards) if lane.total is None else lane.total
    words = ngettext(" micro project", " micro projects", total)
    head = html.Div(
        [
            html.H3(lane.title, id=heading_id),
            html.P([number(total), html.Span(words, className="sr")], className="n"),
            html.P(lane.about, className="about"),
        ],
        className="lane-head",
    )
    class_name = "lane lane-unknown" if lane.unknown else "lane"
    return html.Section([head, _cards(lane)], className=class_name, **{"aria-labelledby": heading_id, "data-phase": lane.key})


def _cards(lane: Lane) -> Component:
    if not lane.cards:
        return empty(*lane.nothing)
    rest = [html.Li(lane.more, className="lane-more")] if lane.more is not None else []
    return html.Ul([*(html.Li(_card(card)) for card in lane.cards), *rest])


def _card(card: Card) -> Component:
    return html.Article(
        [
            html.H4(link(card.name, card.href)),
            *(html.P(listed(line)) for line in card.lines),
            html.P([unknown()] if card.became is None else listed(card.became), className="became"),
            html.Div([both_levels(card.staff, card.users), *card.flags, *listed(card.move)], className="mp-foot"),
        ],
        className="mp",
        **({} if card.move is None else {"draggable": "true"}),
    )
