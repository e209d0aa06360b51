"""A flow from column to column: nodes, and between them ribbons as thick as their numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.flow_layout import Placed, Ribbon, lay_out
from components.empty import empty
from components.formats import number


@dataclass(frozen=True, slots=True)
class Node:
    """One end of a flow; `unknown` is drawn dashed."""

    key: str
    label: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A column of nodes under a heading, from the top down."""

    title: str
    nodes: Sequence[Node]


@dataclass(frozen=True, slots=True)
class Stream:
    """How many (or how much) goes from a node of one column to a node of the next; `unknown` ones are hatched.

    `words` stand in the list where the number does not say enough.
    """

    source: str
    target: str
    n: int
    unknown: bool = False
    words: str | None = None


def flow(
    stages: Sequence[Stage], streams: Sequence[Stream], *, unit: Callable[[int], str], amount: Callable[[int], str] = number
) -> html.Div:
    """The flow through two or more columns; on phones the same as a list.

    Node keys are unique over all columns; streams run from one column to the next. `unit` puts a number into words
    ("3 micro projects"), `amount` writes it at a node. Nodes that no stream touches are left out.
    """
    used = [stream for stream in streams if stream.n > 0]
    if not used:
        return empty(_("No flow is recorded yet."))
    touched = {key for stream in used for key in (stream.source, stream.target)}
    shown = [Stage(stage.title, [node for node in stage.nodes if node.key in touched]) for stage in stages]
    return html.Div([_drawing(shown, used, amount=amount), _as_list(shown, used, unit=unit)], className="flow")


def _drawing(stages: Sequence[Stage], streams: Sequence[Stream], *, amount: Callable[[int], str]) -> Component:
    positions = [{node.key: i for i, node in enumerate(stage.nodes)} for stage in stages]
    links = [_links(positions[i], positions[i + 1], streams) for i in range(len(stages) - 1)]
    sizes = [[_size(node.key, streams) for node in stage.nodes] for stage in stages]
    layout = lay_out(sizes, links)
    parts: list[Component] = []
    for i, stage in enumerate(stages):
        sized = [amount(size) for size in sizes[i]]
        parts.append(_column(stage, layout.columns[i], sized, last=i == len(stages) - 1))
        if i < len(layout.ribbons):
            parts.append(_between(stage, stages[i + 1], layout.ribbons[i], streams))
    return html.Div(parts, className="flow-drawing", style={"--height": layout.height, "--stages": len(stages)}, **{"aria-hidden": "true"})


def _links(left: dict[str, int], right: dict[str, int], streams: Sequence[Stream]) -> list[tuple[int, int, int]]:
    return [(left[s.source], right[s.target], s.n) for s in streams if s.source in left and s.target in right]


def _size(key: str, streams: Sequence[Stream]) -> int:
    return max(sum(s.n for s in streams if s.source == key), sum(s.n for s in streams if s.target == key))


def _column(stage: Stage, placed: Sequence[Placed], sizes: Sequence[str], *, last: bool) -> Component:
    nodes = [_node(*each) for each in zip(stage.nodes, placed, sizes, strict=True)]
    return html.Div(
        [html.P(stage.title, className="flow-title"), html.Div(nodes, className="flow-nodes")],
        className=f"flow-column{' last' if last else ''}",
    )


def _node(node: Node, placed: Placed, size: str) -> Component:
    return html.Div(
        html.Span([html.B(size), " ", node.label]),
        className="flow-node is-unknown" if node.unknown else "flow-node",
        style={"--top": placed.top, "--h": placed.height},
    )


def _between(left: Stage, right: Stage, ribbons: Sequence[Ribbon], streams: Sequence[Stream]) -> Component:
    unknown = {(stream.source, stream.target) for stream in streams if stream.unknown}
    ends = [(left.nodes[ribbon.source], right.nodes[ribbon.target]) for ribbon in ribbons]
    drawn = [
        _ribbon(ribbon, unknown=source.unknown or target.unknown or (source.key, target.key) in unknown)
        for ribbon, (source, target) in zip(ribbons, ends, strict=True)
    ]
    return html.Div(drawn, className="flow-ribbons")


def _ribbon(ribbon: Ribbon, *, unknown: bool) -> Component:
    edges = {"--a": ribbon.leaves[0], "--b": ribbon.leaves[1], "--c": ribbon.meets[0], "--d": ribbon.meets[1]}
    return html.I(className=f"ribbon shade-{ribbon.target % 3}{' is-unknown' if unknown else ''}", style=edges)


def _as_list(stages: Sequence[Stage], streams: Sequence[Stream], *, unit: Callable[[int], str]) -> Component:
    labels = {node.key: node.label for stage in stages for node in stage.nodes}
    parts = []
    for stage, following in pairwise(stages):
        heading = _("From “%(first)s” to “%(next)s”", first=stage.title, next=following.title)
        items = [_list_item(node, streams, labels, unit=unit) for node in stage.nodes if any(s.source == node.key for s in streams)]
        parts += [html.P(heading, className="flow-title"), html.Ul(items)]
    return html.Div(parts, className="flow-list")


def _list_item(node: Node, streams: Sequence[Stream], labels: dict[str, str], *, unit: Callable[[int], str]) -> Component:
    targets = [html.Li(f"{labels[stream.target]}: {stream.words or unit(stream.n)}") for stream in streams if stream.source == node.key]
    return html.Li([html.B(node.label), html.Ul(targets)], className="is-unknown" if node.unknown else "")
