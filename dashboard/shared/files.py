"""A release behind a link to carry away: on paper and as data, in the language of the page."""

from collections.abc import Callable

from flask import Response
from flask_babel import gettext as _

from dashboard.reports.data import csv, xlsx
from dashboard.reports.document import Template, document
from dashboard.reports.setting import set_pdf
from data_layer.releases.shared import SharedRelease

PDF, CSV = "application/pdf", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _pdf(template: Template) -> Callable[[SharedRelease], bytes]:
    return lambda release: set_pdf(document(release, template, release.words))


# What stands at the end of the address: the kind of the file, how it ends, and how it is made.
FILES: dict[str, tuple[str, str, Callable[[SharedRelease], bytes]]] = {
    "report.pdf": (PDF, "pdf", _pdf("full")),
    "page.pdf": (PDF, "pdf", _pdf("summary")),
    "indicators.pdf": (PDF, "pdf", _pdf("indicators")),
    "data.xlsx": (XLSX, "xlsx", lambda release: xlsx(release, release.words)),
    "data.csv": (CSV, "csv", lambda release: csv(release, release.words)),
}


def file_words() -> list[tuple[str, str]]:
    """The files with what their links say."""
    return [
        ("report.pdf", _("The whole report (PDF)")),
        ("page.pdf", _("One page (PDF)")),
        ("indicators.pdf", _("Indicator table (PDF)")),
        ("data.xlsx", _("Data (XLSX)")),
        ("data.csv", _("Data (CSV)")),
    ]


def made(name: str, release: SharedRelease) -> Response:
    """One of the files. Problem("report_busy" or "report_failed") where it cannot be set now."""
    kind, end, make = FILES[name]
    response = Response(make(release), mimetype=kind)
    start = name.partition(".")[0] if end == "pdf" and name != "report.pdf" else _("report")
    response.headers["Content-Disposition"] = f'attachment; filename="{start}-{release.as_of.isoformat()}.{end}"'
    return response
