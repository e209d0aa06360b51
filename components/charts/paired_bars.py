"""Two counts per kind side by side: what helped and what did not; small ones hidden where they have to be."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.content import Content, listed
from components.persons import FEWEST_SHOWN, is_hidden, persons


@dataclass(frozen=True, slots=True)
class Pair:
    """A kind with its two counts; `unknown` marks those that are of no kind yet, drawn hatched."""

    label: Content
    first: int
    second: int
    unknown: bool = False


def paired_bars(pairs: Sequence[Pair], heads: tuple[str, str], *, name: str, masked: bool = False) -> html.Div:
    """One row per kind, all bars on one scale; `heads` name the two counts. Where `masked`, a count under five is told as "<5" and drawn
    as long as any other that is hidden.
    """
    most = max([FEWEST_SHOWN, *(count for pair in pairs for count in (pair.first, pair.second))])
    legend = [html.Span([html.I(className=f"pair-sample {side}", **{"aria-hidden": "true"}), head]) for side, head in _sides(heads)]
    rows = [_row(pair, heads, most, masked=masked) for pair in pairs]
    return html.Div([html.P(legend, className="pair-key"), html.Ul(rows, className="pairs", **{"aria-label": name})])


def _sides(words: tuple[str, str]) -> list[tuple[str, str]]:
    return list(zip(("is-first", "is-second"), words, strict=True))


def _row(pair: Pair, heads: tuple[str, str], most: int, *, masked: bool) -> Component:
    counts = zip(_sides(heads), (pair.first, pair.second), strict=True)
    lines = [_bar(count, side, head, most, masked=masked) for (side, head), count in counts]
    return html.Li([html.Span(listed(pair.label), className="lab"), *lines], className="is-unknown" if pair.unknown else "")


def _bar(count: int, side: str, head: str, most: int, *, masked: bool) -> Component:
    drawn = FEWEST_SHOWN - 1 if is_hidden(count, masked=masked) else count
    shape = [html.I(style={"--v": round(drawn / most, 4)}, **{"aria-hidden": "true"})] if drawn else []
    hidden = " is-hidden" if is_hidden(count, masked=masked) else ""
    said = [html.Span(f"{head}: ", className="sr"), html.B(persons(count, masked=masked))]
    return html.Span([*shape, *said], className=f"b {side}{hidden}")
