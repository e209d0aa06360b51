"""The warning that say is shared in words only: professionals name step 4 or above, service users feel 3 or below."""

from dash import html
from dash.development.base_component import Component
from flask_babel import ngettext

from components.help.help_link import help_link
from components.level import Level
from components.participation_steps import PARTICIPATION_BEGINS


def is_words_only(staff: Level | None, users: Level | None) -> bool:
    """Whether it is sure that professionals stand at step 4 or above and service users at 3 or below."""
    return staff is not None and users is not None and staff.low >= PARTICIPATION_BEGINS > users.top


def words_only(times: int = 1) -> Component:
    """The warning, with a sign that is not read aloud and a link to what it means; `times`: in how many pairs."""
    words = ngettext("Look here: shared in words only.", "Look here: %(num)s times shared in words only.", times)
    sign = html.Span("!", className="warning-sign", **{"aria-hidden": "true"})
    return html.Strong([sign, help_link("words-only", words)], className="gap-warning")
