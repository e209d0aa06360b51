"""What an entry of the help page is made of."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document or page, and its address where it has one; only https addresses become links. `language`: that of a title in words."""

    title: str
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A term or figure: `anchor` is its address on the help page (`/help#gap`), `what` the paragraphs that explain it.

    `counted` is the counting rule of a figure; `parts` are the values that it can have, each with its meaning;
    `see` names the anchors of entries that belong to it; `original` is the German name that we translated.
    """

    anchor: str
    term: str
    what: Sequence[str]
    counted: str | None = None
    parts: Sequence[tuple[str, str]] = ()
    sources: Sequence[Source] = ()
    see: Sequence[str] = ()
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together; `anchor` is the address of the group's heading."""

    anchor: str
    title: str
    entries: Sequence[Entry]


ROADMAP = Source("SEMPRE Organisational Roadmap, pocket version")
BRIEF = Source("Nordregio policy brief PB2019:2")
SLIDES = Source("SEMPRE Accelerators workshop slides, 25 March 2021")
SEMPRE = Source("sempre-project.eu, key facts", "https://sempre-project.eu/about-the-project/key-facts")
MICRO_PROJECTS = Source("sempre-project.eu, micro projects", "https://sempre-project.eu/micro-projects")
ACCELERATORS = Source("sempre-accelerators.eu, micro projects", "https://sempre-accelerators.eu/sea-micro-projects")
PYRAMID = Source("Straßburger/Rieger", "http://www.partizipationspyramide.de/")
PYRAMID_THESIS = Source(
    "9dok.net, Partizipationspyramide",
    "https://9dok.net/article/die-partizipationspyramide-nach-stra%C3%9Fburger-rieger.zwv45pm7",
)
NET_MAP = Source("evaschiffer.com, Net-Map", "https://evaschiffer.com/net-map")
PARTNER = Source("partnertool.net", "https://partnertool.net")
