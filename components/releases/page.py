"""The pages that funders see: one release, or the list of those that name them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.empty import empty
from components.filters import Filters, page_address, read_filters
from components.formats import number, vague_date
from components.help.help_link import help_link
from components.link import link
from components.page import page
from components.releases.report import report, stamp
from components.releases.tables import Outcomes, Word
from components.releases.told_apart import Made, told_apart
from components.table import Column, Row, table


class ReleaseLine(Made, Protocol):
    """A release in the list."""

    @property
    def as_of(self) -> date: ...
    @property
    def networks(self) -> int: ...
    @property
    def micro_projects(self) -> int: ...


def read_page(query: Mapping[str, object]) -> Filters:
    """The part of a query string that a release understands: the page of its lines of money."""
    return read_filters(query, allowed={"page": [str(n) for n in range(1, 1000)]})


def release_page(
    outcomes: Outcomes, filters: Filters, *, path: str, eyebrow: Content, words: Sequence[Word] = (), files: str = ""
) -> html.Div:
    """One release on a page at `path`, with its words; `files` is the address under which its files lie, "" where it has none."""
    return page(
        eyebrow=eyebrow,
        title=_("What came out of the micro projects?"),
        lede=_("Service users started services of their own. This page says what became of them, and what is not known."),
        filters=stamp(outcomes.title, outcomes.as_of, outcomes.tables, sample=outcomes.sample, period=outcomes.period),
        ignored=filters.ignored,
        children=[
            *([report_files(files)] if files else []),
            report(
                outcomes.tables,
                as_of=outcomes.as_of,
                words=words,
                page=int(filters.get("page", "1")),
                href=lambda n: page_address(path, filters, n),
            ),
        ],
    )


def report_files(address: str) -> Component:
    """The release on paper and as data."""
    files = [
        ("report.pdf?template=full", _("The whole report (PDF)"), "btn btn-primary"),
        ("report.pdf?template=summary", _("One page (PDF)"), "btn"),
        ("report.pdf?template=indicators", _("Indicator table (PDF)"), "btn"),
        ("data.xlsx", _("Data (XLSX)"), "btn"),
        ("data.csv", _("Data (CSV)"), "btn"),
    ]
    links = [html.Li(html.A(words, href=f"{address}/{name}", className=kind)) for name, words, kind in files]
    return html.Ul(links, className="report-files", **{"aria-label": _("Take it along")})


def release_list(lines: Sequence[ReleaseLine], others: Mapping[int, str] | None = None) -> Component:
    """The releases, in the given order; `others`: who else reads each (id), for those who may know it."""
    columns = [
        Column(_("Release"), header=True),
        Column(_("As of")),
        Column(_("Networks"), numeric=True),
        Column(_("Micro projects"), numeric=True),
        *([Column(_("Who else reads it"))] if others is not None else []),
    ]
    names = told_apart(lines)
    rows: list[Row] = [
        [
            link(names[line.id], f"/outcomes/{line.id}"),
            vague_date(line.as_of, line.as_of),
            number(line.networks),
            number(line.micro_projects),
            *([others.get(line.id) or _("nobody else")] if others is not None else []),
        ]
        for line in lines
    ]
    return html.Section(
        [
            html.Div(table(columns, rows, caption=_("Releases, the latest first")), className="picture"),
            html.P([_fixed(), " ", help_link("release", _("What a release is"))], className="source"),
        ],
        className="ask",
        **{"aria-label": _("Releases")},
    )


def no_release() -> Component:
    """What stands where no release names the account."""
    return html.Div(empty(_("No release names your account yet."), _fixed()), className="picture")


def _fixed() -> str:
    return _("A release is a fixed set of tables, made for named accounts. What changes later is not in it.")
