"""What leaders choose beside the figures of a release: words that were agreed to, and micro projects whose story is told."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.filters import filter_id
from components.flag import flag
from components.formats import number, vague_date
from components.vocabulary import label

WORD, TOLD = "word", "told"
# More than these are not read one by one.
MOST = 200


class OfferedWord(Protocol):
    """A statement or story that funders may read; `key` names it, `consent_day` is since when they may."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def network(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def teller(self) -> str: ...
    @property
    def consent(self) -> str: ...
    @property
    def consent_day(self) -> date | None: ...
    @property
    def micro_project(self) -> str | None: ...
    @property
    def invented(self) -> bool: ...


class OfferedProject(Protocol):
    """A micro project whose story can be told."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def network(self) -> str: ...


def word_boxes(words: Sequence[OfferedWord], chosen: str, *, problem: str | None = None) -> Component:
    """A tick box for each of these words, which stand by LEN; `chosen` as in the address: keys with commas between them.

    The boxes are a filter with the key WORD: they write the address themselves. `problem` is what is wrong with what was chosen.
    """
    empty_because = _("No words of these networks may go to funders yet. They stand here once their tellers agreed to it.")
    options = [(word.key, _word(word)) for word in words]
    return _boxes(WORD, _("In whose words?"), options, chosen, problem, empty_because)


def told_boxes(projects: Sequence[OfferedProject], chosen: str, *, problem: str | None = None) -> Component:
    """The same for micro projects, whose stories are told with phases, events, money and the end; the key is TOLD."""
    empty_because = _("There is no micro project in these networks.")
    options = [(str(project.id), html.Span([project.name, html.Small(project.network)])) for project in projects]
    return _boxes(TOLD, _("Which micro projects’ stories?"), options, chosen, problem, empty_because)


def _boxes(
    key: str, words: str, options: Sequence[tuple[str, Component]], chosen: str, problem: str | None, empty_because: str
) -> Component:
    shown: list[Any] = [{"value": value, "label": label_} for value, label_ in options[:MOST]]
    # What was chosen and is not offered any more stays in the address until somebody ticks anew; the preview says that it cannot be.
    ticked = [each["value"] for each in shown if each["value"] in chosen.split(",")]
    more = _("There are more than %(n)s. Choose fewer networks to see the others.", n=number(MOST))
    boxes = dbc.Checklist(shown, ticked, id=filter_id(key), class_name="checks word-checks")
    return html.Fieldset(
        [
            html.Legend(words),
            boxes if options else html.P(empty_because, className="field-hint"),
            *([html.P(more, className="field-hint")] if len(options) > MOST else []),
            *([html.P(problem, className="field-error", role="alert")] if problem else []),
        ],
        className="form-field",
    )


def _word(word: OfferedWord) -> Component:
    """The words, who said them, since when who may read them, and about what they are."""
    agreed = _(
        "may be read %(whom)s since %(day)s", day=vague_date(word.consent_day, word.consent_day), whom=label("consent", word.consent)
    )
    about = [word.network, label("teller", word.teller), agreed, *([word.micro_project] if word.micro_project else [])]
    marks = [flag(_("story"))] if word.kind == "story" else []
    marks += [flag(_("invented"), "invented")] if word.invented else []
    return html.Span([html.Q(word.words), html.Small([" · ".join(about), *(part for mark in marks for part in (" ", mark))])])
