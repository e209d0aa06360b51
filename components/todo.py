"""Things that wait for a person, one action each."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from flask_babel import gettext as _

from components.content import Content, listed
from components.empty import empty
from components.link import link


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that waits: `kind` ("Two sources disagree"), `what` it is about, `why` it matters, and the link that leads there."""

    kind: str
    what: str
    why: Content
    href: str
    action: str


def todo(items: Sequence[Attention]) -> html.Ul | html.Div:
    """The list of attention items, or the sentence that nothing waits."""
    if not items:
        return empty(_("Nothing waits for you."))
    return html.Ul([_item(item) for item in items], className="todo")


def _item(item: Attention) -> html.Li:
    words = [
        html.P(item.kind, className="kind"),
        html.P(item.what, className="what"),
        html.P(listed(item.why), className="why"),
    ]
    return html.Li([html.Div(words), link(item.action, item.href, button=True, spoken_after=item.what)])
