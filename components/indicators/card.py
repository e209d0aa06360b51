"""One indicator: what is watched, where it began, what was seen, and where it should go."""

from collections.abc import Callable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.progress_bar import progress_bar
from components.content import Content
from components.editing.edit_button import add_button, edit_button, edit_row, with_edit
from components.facts import facts
from components.flag import flag
from components.formats import number, vague_date
from components.link import link
from components.persons import is_hidden, persons
from components.table import Column, table
from components.unknown import unknown
from components.vocabulary import label

COUNTED = "counted"


def card(line: Any, progress: Any, *, masked: bool, editable: bool, special: str | None) -> Component:
    """An article on one indicator. Where `masked`, what it says of fewer than five persons is left out, in numbers and in words.

    `special`: what is noted of it ("invented", "reading").
    """
    hide = masked and line.of_persons
    return html.Article(
        [
            html.Div([html.H3(line.name), *_tools(line, editable=editable)], className="indicator-head"),
            html.P([*_flags(line, special), *_about(line)], className="indicator-about"),
            html.Div(_standing(line, progress, hide=hide), className="indicator-standing"),
            _definition(line, hide=hide),
            *_observations(line, hide=hide, editable=editable),
        ],
        className="indicator",
        id=f"indicator-{line.id}",
    )


def _tools(line: Any, *, editable: bool) -> list[Component]:
    if not editable:
        return []
    seen = add_button(_("Add an observation"), "observation", network=line.network_id, indicator=line.id)
    return [edit_row(seen, edit_button("indicator", line.id, line.name))]


def _flags(line: Any, special: str | None) -> list[Content]:
    marks = [flag(label("evaluation_level", line.level)), flag(label("indicator_kind", line.kind))]
    if special == "invented":
        marks.append(flag(_("invented"), "invented"))
    if special == "reading":
        marks.append(flag(_("our reading"), "reading"))
    return [part for mark in marks for part in (mark, " ")]


def _about(line: Any) -> list[Content]:
    places: list[Content] = [line.network]
    if line.micro_project_id is not None:
        places.append(link(line.micro_project, f"/micro-projects/{line.micro_project_id}"))
    if line.pilot_id is not None:
        places.append(link(line.pilot, f"/pilots/{line.pilot_id}"))
    return [part for place in places for part in (place, " · ")][:-1]


def _standing(line: Any, progress: Any, *, hide: bool) -> list[Component]:
    last = progress.last
    if last is None:
        return [html.P(unknown(_("nothing observed yet")))]
    when = vague_date(last.first, last.last)
    if line.kind != COUNTED or last.value is None:
        words = _left_out() if hide else last.words
        return [html.Blockquote(html.P(words)), html.P(_("seen: %(when)s", when=when), className="voice-by")]
    told = [
        html.Span(persons(last.value, masked=hide), className="n"),
        " ",
        html.Span(_("%(unit)s, seen: %(when)s", unit=line.unit, when=when), className="say"),
    ]
    hidden = [is_hidden(count, masked=hide) for count in (last.value, line.baseline, line.target)]
    shown = [None if is_hidden(count, masked=hide) else count for count in (line.baseline, line.target)]
    bar = [] if hidden[0] else [progress_bar(last.value, *shown)]
    way = [] if any(hidden) else [html.P(WAYS[progress.way]())]
    return [html.P(told, className="figure-in-words"), *bar, html.P(_from_to(line, hide=hide), className="indicator-from"), *way]


def _from_to(line: Any, *, hide: bool) -> str:
    baseline, target = (persons(count, masked=hide) or _("unknown") for count in (line.baseline, line.target))
    return _("At first: %(baseline)s. To be reached: %(target)s.", baseline=baseline, target=target)


WAYS: dict[str, Callable[[], str]] = {
    "unseen": lambda: _("No number was observed yet."),
    "no_target": lambda: _("Nobody has said yet what is to be reached."),
    "reached": lambda: _("That is reached."),
    "nearer": lambda: _("That is nearer than at first."),
    "not_nearer": lambda: _("That is not nearer than at first."),
    "unclear": lambda: _("Where it began is unknown, so nobody can tell how far it came."),
    "described": lambda: "",
}


def _definition(line: Any, *, hide: bool) -> Component:
    told = [
        (_("What it means"), line.definition),
        (_("What not to count"), line.not_counted),
        *([(_("Unit"), line.unit)] if line.kind == COUNTED else []),
        (_("At first"), _words(line.baseline, line.baseline_words, hide=hide)),
        (_("To be reached"), _words(line.target, line.target_words, hide=hide)),
        (_("Source"), line.source),
    ]
    return html.Details([html.Summary(html.Span(_("Definition, and what not to count"))), facts(told)], className="more")


def _words(count: int | None, words: str | None, *, hide: bool) -> Content | None:
    """A number with what is said of it."""
    counted = persons(count, masked=hide)
    said = _left_out() if hide and words else words
    return " · ".join(filter(None, (counted, said))) or None


def _observations(line: Any, *, hide: bool, editable: bool) -> list[Component]:
    if not line.seen:
        return []
    columns = [Column(_("Date"), header=True), Column(_("Number"), numeric=True), Column(_("What was seen")), Column(_("Evidence"))]
    rows = [_row(seen, hide=hide, editable=editable) for seen in line.seen]
    words = ngettext("One observation", "%(num)s observations", len(line.seen))
    shown = table(columns, rows, caption=_("Observations: %(name)s", name=line.name))
    return [html.Details([html.Summary(html.Span(words)), shown], className="more")]


def _row(seen: Any, *, hide: bool, editable: bool) -> Sequence[Content | None]:
    told = [_left_out() if hide and text else text for text in (seen.words, seen.evidence)]
    counted = persons(seen.value, masked=hide)
    return [
        vague_date(seen.first, seen.last),
        counted if counted is not None else "–",
        told[0] or "–",
        with_edit(told[1], "observation", seen.id, vague_date(seen.first, seen.last), editable=editable),
    ]


def _left_out() -> str:
    return _("not shown: it may tell a small number of people")


def amount(count: int, unit: str) -> list[Content]:
    """A number with its unit, as in a figure."""
    return [html.Span(number(count), className="n"), " ", html.Span(unit, className="say")]
