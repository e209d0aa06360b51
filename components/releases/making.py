"""What leaders see about releases beside reading them: who else reads them, and the way to a new one."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.help.help_link import help_link
from components.link import link
from components.question import question
from components.table import Column, Row, table


def who_reads(titles: Sequence[tuple[int, str]], readers: Mapping[int, Sequence[str]], *, own: str, new: str, periods: str) -> Component:
    """The readers of each release (id, title) but for the reader's own address, and the ways to compose one and to the `periods`."""
    columns = [Column(_("Release"), header=True), Column(_("Who else reads it"))]
    rows: list[Row] = [[link(title, f"/outcomes/{number}"), _others(readers.get(number, ()), own)] for number, title in titles]
    nothing = html.P(_("No release names your account yet. You read each one that you make."))
    return question(
        _("Who reads the releases?"),
        table(columns, rows, caption=_("Who reads the releases?")) if rows else nothing,
        name="who-reads",
        source=[help_link("release", _("What a release is")), " ", link(_("Reporting periods"), periods)],
        tools=link(_("Compose a release"), new, button=True),
    )


def _others(emails: Sequence[str], own: str) -> str:
    return ", ".join(email for email in emails if email != own) or _("nobody else")
