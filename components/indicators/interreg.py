"""Interreg's own indicators with what can be told of them and the rows behind each figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.editing.edit_button import add_button
from components.formats import country, listing, number
from components.indicators.interreg_words import Asked, interreg_words
from components.link import link
from components.table import ROWS_PER_PAGE, Column, Row, table
from components.unknown import unknown


@dataclass(frozen=True, slots=True)
class Answer:
    """What can be told of one indicator: a figure with the rows behind it, or why there is none (`instead`); `also` adds a sentence.

    `kept`: what people count themselves under this code, as (indicators, their sum or None); `add`: what a new one of theirs is of.
    """

    code: str
    value: int | None
    rows: Component | None = None
    instead: str | None = None
    also: str | None = None
    kept: tuple[Sequence[Any], int | None] = ((), None)
    add: dict[str, int | None] | None = None


def interreg(answers: Sequence[Answer]) -> Component:
    """One article for each."""
    words = interreg_words()
    return html.Div([_article(answer, words[answer.code]) for answer in answers], className="interreg")


def _article(answer: Answer, words: Asked) -> Component:
    return html.Article(
        [
            html.H3([html.Span(answer.code, className="interreg-code"), " ", words.name]),
            html.P(words.meaning),
            *_figure(answer, words),
            *_kept(answer, words),
            *([html.P(words.rule, className="source")] if words.rule else []),
            *_behind(answer),
        ]
    )


def _figure(answer: Answer, words: Asked) -> list[Component]:
    also = [html.P(answer.also)] if answer.also else []
    if answer.value is not None:
        shown = [html.Span(number(answer.value), className="n"), " ", html.Span(words.unit, className="say")]
        return [html.P(shown, className="figure-in-words"), *also]
    why = answer.instead or " ".join([words.why_not, _("It cannot be answered from what is recorded.")])
    return [html.P(unknown(why)), *also]


def _kept(answer: Answer, words: Asked) -> list[Component]:
    """What people count themselves, or the way to begin with it."""
    lines, total = answer.kept
    if lines:
        told = ngettext("Counted by hand in one indicator:", "Counted by hand in %(num)s indicators:", len(lines))
        names = [link(line.name, f"#indicator-{line.id}") for line in lines]
        value: Content = unknown() if total is None else f"{number(total)} {words.unit}"
        between = [part for name in names for part in (name, ", ")][:-1]
        return [html.P([told, " ", *listed(value), " (", *between, ")."])]
    if answer.add is None or words.rule is not None:
        return []
    filled = {"code": answer.code, "name": words.name, "level": "organisational", "kind": "counted", "unit": words.unit}
    return [html.P([_("You can count it by hand:"), " ", add_button(_("Add it as an indicator"), "indicator", **answer.add, **filled)])]


def _behind(answer: Answer) -> list[Component]:
    if answer.rows is None:
        return []
    head = html.Summary(html.Span([_("The rows behind the figure"), html.Span(f": {answer.code}", className="sr")]))
    return [html.Details([head, answer.rows], className="more")]


def organisations(found: Sequence[Any], *, caption: str) -> Component | None:
    """The organisations that cooperate across borders, with whom and where; the first fifty."""
    if not found:
        return None
    columns = [Column(_("Organisation"), header=True), Column(_("Networks in")), Column(_("Ties with")), Column(_("At events with them"))]
    rows: list[Row] = [
        [
            each.name,
            listing(sorted(country(code) for code in each.homes)) or None,
            listing(sorted(each.with_whom)) or _("none recorded"),
            listing(sorted(each.events)) or _("none recorded"),
        ]
        for each in found[:ROWS_PER_PAGE]
    ]
    left = len(found) - ROWS_PER_PAGE
    more = (
        [html.P(ngettext("One more is not shown: choose a network.", "%(num)s more are not shown: choose a network.", left))]
        if left > 0
        else []
    )
    return html.Div([table(columns, rows, caption=caption), *more])


def pilots(found: Sequence[Any], *, caption: str) -> Component | None:
    """The pilots with the countries of those who carry them, and whether each counts."""
    if not found:
        return None
    columns = [
        Column(_("Pilot"), header=True),
        Column(_("Countries of those who carry it")),
        Column(_("Outcomes assessed")),
        Column(_("Counts")),
    ]
    rows: list[Row] = [
        [
            link(each.name, f"/pilots/{each.id}"),
            listing(sorted(country(code) for code in each.countries)) or None,
            _("yes") if each.assessed else _("no"),
            _("yes") if each.counts else _("no"),
        ]
        for each in found[:ROWS_PER_PAGE]
    ]
    return table(columns, rows, caption=caption)
