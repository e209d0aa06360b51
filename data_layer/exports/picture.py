"""The picture of a network as an SVG that stands still: places, shapes of lines and names, nothing that acts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data_layer.analysis.placement import places
from data_layer.exports.markup import element, xml_bytes
from data_layer.network.network_map import NetworkMap
from data_layer.network.tie import TieLine
from data_layer.vocabulary import Sector

# One colour for each sector; unknown is hollow.
COLOURS = {
    Sector.USERS: "#7a3e9d",
    Sector.PROVIDER: "#1f6fb2",
    Sector.AUTHORITY: "#4c5d73",
    Sector.JOB_CENTRE: "#5a7a1f",
    Sector.HEALTH: "#b23a48",
    Sector.EDUCATION: "#a35a00",
    Sector.CHURCH: "#6b4e9b",
    Sector.NON_PROFIT: "#1d7d6b",
    Sector.BUSINESS: "#8a6d00",
    Sector.BUSINESS_SUPPORT: "#c2571a",
    Sector.FUNDER: "#2f7d32",
    Sector.MEDIA: "#9d3e78",
    Sector.OTHER: "#606060",
}
DASHES = {
    "money": "10 5",
    "information": "4 4",
    "referral": "9 3 2 3",
    "shared_space": "14 3 3 3",
    "not_stated": "1.5 4.5",
    "conflict": "6 4",
}
WIDTH, MARGIN, HEAD, LEGEND, ROW, SIZE = 1400, 70, 90, 280, 22, 9
INK, PALE, CONFLICT = "#1c2430", "#7b8794", "#b3261e"
LONGEST = 38


@dataclass(frozen=True, slots=True)
class Words:
    """What is written on the picture: its title, a sentence, the sectors by code, and what an unknown one is called."""

    title: str
    description: str
    sectors: Mapping[str, str]
    unknown: str


def picture_bytes(drawn: Sequence[tuple[NetworkMap, Words]]) -> bytes:
    """The networks, one below the other."""
    blocks = [_Block(network, words) for network, words in drawn]
    height = sum(block.height for block in blocks) + MARGIN
    view = f"0 0 {WIDTH + LEGEND} {height:.0f}"
    root = element(
        None,
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=view,
        width=WIDTH + LEGEND,
        height=round(height),
        role="img",
        **{"aria-labelledby": "title desc", "font-family": "system-ui, sans-serif", "font-size": "12"},
    )
    element(root, "title", "; ".join(block.words.title for block in blocks), id="title")
    element(root, "desc", " ".join(block.words.description for block in blocks), id="desc")
    element(root, "rect", width=WIDTH + LEGEND, height=round(height), fill="#ffffff")
    marker = element(
        element(root, "defs"), "marker", id="arrow", viewBox="0 0 10 10", refX=9, refY=5, markerWidth=7, markerHeight=7, orient="auto"
    )
    element(marker, "path", d="M0 1 L10 5 L0 9 z", fill=PALE)
    top = 0.0
    for block in blocks:
        block.draw(element(root, "g", transform=f"translate(0 {top:.0f})"))
        top += block.height
    return xml_bytes(root)


class _Block:
    """One network: heading, ties, stakeholders, legend; those without a place stand in rows below."""

    def __init__(self, network: NetworkMap, words: Words) -> None:
        self.network, self.words = network, words
        found = places(network)
        scale = (WIDTH - 2 * MARGIN) / 1000
        self.places = {key: (MARGIN + x * scale, HEAD + 20 + y * scale) for key, (x, y) in found.items()}
        bottom = max((y for _x, y in self.places.values()), default=float(HEAD))
        self._put_below([member.id for member in network.members if member.id not in found], bottom + 60)
        bottom = max((y for _x, y in self.places.values()), default=float(HEAD))
        self.height = max(bottom + MARGIN, HEAD + (len(COLOURS) + 2) * ROW + MARGIN)

    def _put_below(self, ids: Sequence[int], top: float) -> None:
        across = 6
        step = (WIDTH - 2 * MARGIN) / (across - 1)
        self.places |= {key: (MARGIN + place % across * step, top + place // across * 50) for place, key in enumerate(ids)}

    def draw(self, group: Element) -> None:
        element(group, "text", self.words.title, x=MARGIN, y=40, **{"font-size": "20", "font-weight": "700"}, fill=INK)
        element(group, "text", self.words.description, x=MARGIN, y=64, fill=INK)
        for tie in self.network.ties:
            self._tie(group, tie)
        for member in self.network.members:
            self._member(group, member.id, member.name, member.sector)
        self._legend(group)

    def _tie(self, group: Element, tie: TieLine) -> None:
        """A line; one that goes one way has an arrow that ends at the edge of the mark."""
        (x1, y1), (x2, y2) = self.places[tie.from_id], self.places[tie.to_id]
        if tie.directed:
            back = (SIZE + 2) / max(math.hypot(x2 - x1, y2 - y1), SIZE + 2)
            x2, y2 = x2 - (x2 - x1) * back, y2 - (y2 - y1) * back
        ends = {"x1": round(x1, 1), "y1": round(y1, 1), "x2": round(x2, 1), "y2": round(y2, 1)}
        look = {"stroke": CONFLICT if tie.relation == "conflict" else PALE, "stroke-width": 2.6 if tie.confirmed else 1.3}
        element(
            group,
            "line",
            **ends,
            **look,
            **{"stroke-dasharray": DASHES.get(tie.relation), "marker-end": "url(#arrow)" if tie.directed else None},
        )

    def _member(self, group: Element, key: int, name: str, sector: str | None) -> None:
        x, y = self.places[key]
        mark = element(group, "circle", cx=round(x, 1), cy=round(y, 1), r=SIZE, **_fill(sector))
        element(mark, "title", name)
        short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
        halo = {"text-anchor": "middle", "paint-order": "stroke", "stroke": "#ffffff", "stroke-width": 3, "fill": INK}
        element(group, "text", short, x=round(x, 1), y=round(y + SIZE + 14, 1), **halo)

    def _legend(self, group: Element) -> None:
        used = {member.sector for member in self.network.members}
        lines: list[tuple[str | None, str]] = [(code, self.words.sectors[code]) for code in COLOURS if code in used]
        lines += [(None, self.words.unknown)] if None in used else []
        for place, (code, text) in enumerate(lines):
            y = HEAD + 20 + place * ROW
            element(group, "circle", cx=WIDTH + 10, cy=y - 4, r=7, **_fill(code))
            element(group, "text", text, x=WIDTH + 26, y=y, fill=INK)


def _fill(sector: str | None) -> dict[str, object]:
    if sector is None:
        return {"fill": "#ffffff", "stroke": PALE, "stroke-width": 2}
    return {"fill": COLOURS[Sector(sector)], "stroke": "#ffffff", "stroke-width": 1.5}
