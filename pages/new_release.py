"""A release being composed: what goes into it, what its readers would see of it and why not more, and the button that fixes it."""

from typing import Any

import dash
from dash import Input, Output, State, html
from flask_babel import gettext as _

from components.filters import Filters, address_with, read_filters
from components.ids import scoped
from components.link import link
from components.note import note
from components.page import page
from components.question import folded, question
from components.releases.composing import composing_form
from components.releases.preview import in_short, merges, release_it, why_hidden
from components.releases.report import report, stamp
from components.releases.word_boxes import chosen_beside, indicator_boxes, told_boxes, word_boxes
from dashboard.permissions import Permission
from dashboard.security import actor, callback, told
from data_layer.access import reading, writing
from data_layer.clock import today
from data_layer.problem import Problem
from data_layer.releases.asked import INDICATOR, KEYS, MERGE, TOLD, WORD, networks_named, read, with_defaults, written
from data_layer.releases.beside import offered_beside
from data_layer.releases.choosing import offer
from data_layer.releases.composing import previewing, release, working_out
from data_layer.releases.composition import TABLES
from data_layer.releases.word import said_before
from data_layer.revision import revision

PATH = "/outcomes/new"
SHOW, CHANGED = "show", "changed"
SEAL_LENGTH = 8

dash.register_page(__name__, path=PATH, title=lambda **_variables: _("New release"), permission=Permission.RELEASE_MAKE)

ids = scoped("new-release")


class _AnyText:
    """What a person wrote: it is looked at where it is used, and what is wrong with it is told there."""

    def __contains__(self, text):
        return isinstance(text, str)


def layout(**query):
    filters = read_filters(query, allowed={**dict.fromkeys(KEYS, _AnyText()), SHOW: ["1"], CHANGED: _AnyText()})
    with reading(actor()) as session:
        offered = offer(session)
        composition, make, problem = _asked(session, filters, offered)
    shown, problem = _made(make, problem)
    beside = None if shown else _offered_beside(filters, offered)
    return page(
        eyebrow=[link(_("Outcomes for funders"), "/outcomes"), " / ", _("New release")],
        title=_("What should funders read?"),
        lede=_("Choose what goes into the release, look at it as they will, then release it. What you choose stands in the address."),
        ignored=filters.ignored,
        children=[_choices(filters, offered, problem, beside), *([_shown(filters, offered, composition, shown)] if shown else [])],
    )


def _asked(session, filters: Filters, offered):
    """The composition, what makes its preview and what is wrong with it (key, sentence), as far as the preview was asked for."""
    if not filters.get(SHOW):
        return None, None, None
    try:
        composition = read(filters.values, offered)
        return composition, previewing(session, offered, composition), None
    except Problem as problem:
        return None, None, (problem.field, told(problem))


def _made(make, problem):
    """The preview: it takes long, and so no session is open."""
    if make is None:
        return None, problem
    try:
        return make(), None
    except Problem as wrong:
        return None, (wrong.field, told(wrong))


def _offered_beside(filters: Filters, offered):
    with reading(actor()) as session:
        return offered_beside(session, networks_named(filters.values, offered))


def _choices(filters: Filters, offered, problem, beside):
    form = composing_form(
        with_defaults(filters.values, offered),
        networks=offered.networks,
        periods=offered.periods,
        funders=offered.funders,
        tables=TABLES,
        problem=problem,
        more=_beside(filters, dict([problem]) if problem else {}, beside),
    )
    asked = question(_("What goes into it?"), form, name="composing")
    return asked if beside is not None else folded(asked, _("Change what goes into it"))


def _beside(filters: Filters, wrong, beside):
    """Boxes for words, stories and indicators; once the release is looked at, how many are chosen."""
    if beside is None:
        counts = (len(filters.get(key).split(",")) if filters.get(key) else 0 for key in (WORD, TOLD, INDICATOR))
        return [chosen_beside(*counts, other=address_with(PATH, filters, **{SHOW: "", CHANGED: ""}))]

    def about(key):
        without = address_with(PATH, filters, **{key: "", SHOW: "", CHANGED: ""})
        return {"chosen": filters.get(key), "problem": wrong.get(key), "without": without}

    return [
        word_boxes(beside.words, **about(WORD)),
        told_boxes(beside.projects, **about(TOLD)),
        indicator_boxes(beside.indicators, **about(INDICATOR)),
    ]


def _shown(filters: Filters, offered, composition, shown):
    names = {str(network.id): network.name for network in offered.networks}
    emails = [funder.email for funder in offered.funders if funder.id in composition.readers]

    def href(merge):
        left = set(composition.merges) ^ {merge}
        kept = (each for each in left if each == merge or each.dimension != merge.dimension or not set(each.codes) & set(merge.codes))
        return address_with(PATH, filters, **{MERGE: written(tuple(sorted(kept))), CHANGED: ""})

    tables, changed = shown.tables, _("The data have changed since you looked. This is what it would be now.")
    parts = [
        *([note(changed)] if filters.get(CHANGED) else []),
        stamp(composition.title, today(), tables, sample=shown.sample, period=(composition.period.first, composition.period.last)),
        in_short(len(shown.hidden), len(shown.offers)),
        why_hidden(tables.figures, shown.hidden, shown.unnamed, offered=len(shown.offers) + len(composition.merges)),
        merges([(each.merge, each.shown_again) for each in shown.offers], composition.merges, names=names, href=href),
        report(
            tables,
            fold=_("As its readers will see it"),
            as_of=today(),
            words=said_before(shown.words, told=composition.told),
            page=1,
            href=lambda _number: PATH,
        ),
        release_it(
            ids,
            asked={key: filters.get(key) for key in KEYS if filters.get(key)},
            seal=shown.seal,
            readers=emails,
            hidden=len(shown.hidden),
            earlier=shown.earlier,
            same=shown.same,
        ),
    ]
    return html.Div([part for part in parts if part is not None], className="report")


@callback(
    Output(ids("address"), "href"),
    Input(ids("release"), "n_clicks"),
    State(ids("asked"), "data"),
    State(ids("seal"), "data"),
    permission=Permission.RELEASE_MAKE,
    prevent_initial_call=True,
)
def release_composed(_clicks: int, asked: dict[str, Any], seal: str):
    filters = read_filters(asked, allowed=dict.fromkeys(KEYS, _AnyText()))
    try:
        number = _release(filters.values, seal)
    except Problem as problem:
        if problem.code != "release_changed":
            raise
        return address_with(PATH, filters, **{SHOW: "1", CHANGED: seal[:SEAL_LENGTH]})
    return f"/outcomes/{number}"


def _release(texts, seal):
    """What takes long is done before others have to wait until this has written; nothing of it is lost unless somebody changes the data."""
    with reading(actor()) as session:
        offered = offer(session)
        make = working_out(session, offered, read(texts, offered))
    make()
    with writing(actor()) as session:
        if revision(session).action != offered.state:
            offered = offer(session)
        return release(session, offered, read(texts, offered), seal=seal, maker=actor().account_id).id
