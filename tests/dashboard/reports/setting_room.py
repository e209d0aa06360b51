"""Setting reports within tests: in a language, without a server that runs."""

import io
import re
from typing import Any

import pypdf
from flask_babel import force_locale

from app import server
from dashboard.reports.document import document
from dashboard.reports.setting import set_pdf


def pdf_of(release: Any, template: Any, words: Any = (), language: str = "en") -> bytes:
    """The release as a PDF."""
    with server.test_request_context("/login"), force_locale(language):
        return set_pdf(document(release, template, words))


def text_of(content: bytes) -> str:
    """What can be read in a PDF, blanks as one."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))


def pages_of(content: bytes) -> list[str]:
    """What can be read on each page."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def places(page: pypdf.PageObject) -> list[tuple[float, float]]:
    """Where on a page its texts begin."""
    found = []

    def seen(text: str, now: list[float], within: list[float], *_font: object) -> None:
        if text.strip():
            x, y = within[4], within[5]
            found.append((now[0] * x + now[2] * y + now[4], now[1] * x + now[3] * y + now[5]))

    page.extract_text(visitor_text=seen)
    return found
