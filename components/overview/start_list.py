"""The first five steps in a network, ticked where they are taken."""

from collections.abc import Collection, Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.link import link
from components.spoken import spoken

FEW = 3


class Start(Protocol):
    """A network and the steps that are taken in it."""

    @property
    def network_id(self) -> int: ...
    @property
    def network(self) -> str: ...
    @property
    def done(self) -> Collection[str]: ...


def start_lists(starts: Sequence[Start]) -> list[Component]:
    """A list of steps per network, unfolded where it is the only one."""
    if len(starts) == 1:
        return [_head(starts[0]), _steps(starts[0])]
    return [_folded(start) for start in starts]


def comes_first(starts: Sequence[Start]) -> bool:
    """Whether a network is so new that its list belongs above all else."""
    return any(len(start.done) < FEW for start in starts)


def _head(start: Start) -> Component:
    return html.P([html.Strong(start.network), ": ", _taken(start)], className="start-head")


def _folded(start: Start) -> Component:
    return html.Details([html.Summary([html.Strong(start.network), ": ", _taken(start)]), _steps(start)], className="start-of-network")


def _taken(start: Start) -> str:
    return _("%(n)s of 5 steps are taken.", n=len(start.done))


def _steps(start: Start) -> Component:
    return html.Ol([_step(words, name in start.done) for name, words in _words(start.network_id).items()], className="start-list")


def _step(words: Sequence[str | Component], taken: bool) -> Component:
    mark = html.Span("✓" if taken else "", className="start-mark", **{"aria-hidden": "true"})
    said = spoken(_("taken: ")) if taken else spoken(_("not taken yet: "))
    return html.Li([mark, html.Span([said, *words])], className="taken" if taken else "")


def _words(network_id: int) -> dict[str, list[str | Component]]:
    here = f"?network={network_id}"
    return {
        "stakeholders": [
            link(_("Add stakeholders"), f"/data/stakeholder{here}"),
            " ",
            _("or"),
            " ",
            link(_("import a list of them"), f"/data/import{here}"),
            _(": who belongs to the network, who should?"),
        ],
        "ties": [link(_("Draw ties"), f"/network{here}"), _(": who works with whom?")],
        "micro_project": [link(_("Add a micro project"), f"/data/micro_project{here}"), _(": what do service users build?")],
        "both_sides": [
            link(_("Ask both sides"), f"/data/assessment{here}"),
            _(": how much say do service users have, as they and as professionals see it?"),
        ],
        "colleague": [_("Invite a colleague: ask the person who runs the dashboard for a second coordinator’s account for this network.")],
    }
