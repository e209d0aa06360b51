"""What a micro project leaves behind: the ties that came out of it."""

from typing import Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.empty import empty
from components.figures import Figure, figures


class Held(Protocol):
    """Ties on a day: how many hold surely, perhaps, no longer or not yet, and how many have no date."""

    @property
    def ties(self) -> int: ...
    @property
    def hold(self) -> int: ...
    @property
    def perhaps(self) -> int: ...
    @property
    def over(self) -> int: ...
    @property
    def undated(self) -> int: ...


def left_picture(held: Held) -> Component:
    """Two figures: the ties that came out of it, and those that hold today."""
    if not held.ties:
        return empty(
            _("No tie is recorded that came out of it."),
            _("Say of a tie out of which micro project or event it came, so that it shows here."),
        )
    return figures(
        [
            Figure(held.ties, ngettext("tie came out of it.", "ties came out of it.", held.ties)),
            Figure(held.hold, ngettext("of them holds today.", "of them hold today.", held.hold)),
        ]
    )


def left_says(held: Held) -> str | None:
    """What is left in one sentence; None without a tie."""
    if not held.ties:
        return None
    came = ngettext("One tie came out of it", "%(num)s ties came out of it", held.ties)
    parts = [ngettext("%(came)s, %(num)s still holds.", "%(came)s, %(num)s still hold.", held.hold, came=came)]
    parts += (
        [ngettext("For one the dates are too vague to tell.", "For %(num)s the dates are too vague to tell.", held.perhaps)]
        if held.perhaps
        else []
    )
    parts += [ngettext("One has no date at all.", "%(num)s have no date at all.", held.undated)] if held.undated else []
    return " ".join(parts)
