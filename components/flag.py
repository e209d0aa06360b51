"""Flags: a word with an edge that says what kind of fact stands beside it."""

from typing import Literal

from dash import html
from flask_babel import gettext as _

FlagKind = Literal["reading", "invented", "conflict", "good", "bad"]


def flag(text: str, kind: FlagKind | None = None) -> html.Span:
    """A flag; "reading", "invented" and "conflict" have a dashed edge, "good" and "bad" a coloured one."""
    return html.Span(text, className=f"flag flag-{kind}" if kind else "flag")


def note_mark(text: str, *, kind: FlagKind) -> html.Span:
    """A small mark after a value; `text` (what the note on the field says) shows on hover and is read aloud."""
    return html.Span(
        [html.Span(_SIGNS[kind], **{"aria-hidden": "true"}), html.Span(_(" (%(note)s)", note=text), className="sr")],
        className=f"note-mark note-mark-{kind}",
        title=text,
    )


_SIGNS = {"reading": "°", "invented": "°", "conflict": "≠", "good": "✓", "bad": "!"}
