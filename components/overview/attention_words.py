"""The sentences for what waits: one function per kind of item of `data_layer.attention`."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import country, level_span, listing, number, vague_date
from components.marks import sector_mark
from components.participation.subject import subject_page
from components.persons import is_hidden
from components.todo import Attention
from components.vocabulary import VOCABULARIES, label

COUNTS_OF_PERSONS = ("participants", "votes", "jobs")
JUDGES = "judges"
NUMBER = re.compile(r"\d+")
# Two values of so many letters together still fit into a heading.
SHORT = 60


def attention(item: Any, *, masked: bool = False, editable: bool = False) -> Attention:
    """What a person reads about one item, and where it leads; KeyError for a kind without words.

    `masked` keeps small counts of persons, and how many people judged, to themselves; `editable`: the reader may mend what is told.
    """
    if masked and item.kind == "conflict" and _is_small_count(item):
        return _small_conflict(item)
    words = WORDS[item.kind](item)
    if editable and item.kind == "twin" and item.table == "stakeholder":
        return replace(words, href=f"/data/merge?a={item.first[0]}&b={item.second[0]}", action=_("Compare and merge"))
    return words


def heading(kind: str) -> str:
    """What the items of a kind have in common, for lists and counts."""
    return {
        "message": _("Messages about releases"),
        "deadline": _("Deadlines in the next 90 days"),
        "stalled": _("Micro projects that stall"),
        "words_only": _("Shared in words only"),
        "users_below": _("Service users below professionals"),
        "conflict": _("Sources that disagree"),
        "twin": _("Two names, perhaps one"),
        "empty": _("Networks with nothing recorded"),
        "dependent": _("Micro projects that hang on one"),
        "not_asked": _("One side not asked"),
        "missing": _("Kinds of members not recorded"),
    }[kind]


def _deadline(item: Any) -> Attention:
    source = item.funder if item.name is None else _("%(funder)s: %(name)s", funder=item.funder, name=item.name)
    day = vague_date(item.day, item.day)
    days = ngettext("%(day)s, tomorrow.", "%(day)s, in %(num)s days.", item.days, day=day) if item.days else _("%(day)s, today.", day=day)
    where = _("For micro projects in %(country)s.", country=country(item.country)) if item.country else ""
    return Attention(_("A deadline is near"), source, f"{days} {where}".strip(), "/funding", _("See the source"))


def _message(item: Any) -> Attention:
    said = ngettext("One message of a reader waits.", "%(num)s messages of readers wait.", item.count)
    return Attention(_("Is something wrong in a release?"), item.title, said, f"/outcomes/{item.release_id}/sharing", _("Read it"))


def _stalled(item: Any) -> Attention:
    first, last = item.last_fact
    if last is None:
        why = _("%(network)s. Its end is open, and nothing with a date is recorded.", network=item.network)
    else:
        why = _("%(network)s. Its end is open; the last dated fact is of %(day)s.", network=item.network, day=vague_date(first, last))
    what = _("%(name)s: who carries it on?", name=item.micro_project)
    return Attention(_("Stalled"), what, why, _project(item), _("Open its page"))


def _words_only(item: Any) -> Attention:
    why = _(
        "%(network)s. Professionals speak of shared decisions (step 4 or above), service users feel none (step 3 or below). Begin here.",
        network=item.network,
    )
    return Attention(heading("words_only"), _both_sides(item), why, _judged(item.subject), _("See both sides"))


def _users_below(item: Any) -> Attention:
    why = _("%(network)s. Service users say that they have less say than professionals believe. Talk about it.", network=item.network)
    return Attention(_("Both sides differ"), _both_sides(item), why, _judged(item.subject), _("See both sides"))


def _both_sides(item: Any) -> str:
    levels = {"users": level_span(*item.users), "staff": level_span(*item.staff)}
    return _("%(name)s: users on step %(users)s, professionals on step %(staff)s", name=item.subject.name, **levels)


def _conflict(item: Any) -> Attention:
    one, other = value_in_words(item.field, item.value, item.unit), str(item.other_value)
    sources = {"one_source": item.source or _("an unnamed source"), "other_source": item.other_source or _("an unnamed source")}
    if len(one) + len(other) <= SHORT:
        what = _("%(name)s: %(one)s or %(other)s?", name=item.subject, one=one, other=other)
        why = _("%(network)s. The first is from %(one_source)s, the second from %(other_source)s.", network=item.network, **sources)
    else:
        what = _("%(name)s: which of two statements holds?", name=item.subject)
        why = _(
            "%(network)s. “%(one)s” (%(one_source)s) or “%(other)s” (%(other_source)s).",
            network=item.network,
            one=one,
            other=other,
            **sources,
        )
    return Attention(_("Two sources disagree"), what, f"{why} " + _("Both are kept."), _place_of(item), _("See where it stands"))


def _small_conflict(item: Any) -> Attention:
    what = _("%(name)s: two different numbers", name=item.subject)
    why = _("%(network)s. Small numbers of people are not shown here. Both are kept.", network=item.network)
    return Attention(_("Two sources disagree"), what, why, _place_of(item), _("See where it stands"))


def _is_small_count(item: Any) -> bool:
    """Whether one of the two values is a number of people that may tell who they are; texts are searched for such numbers."""
    if item.field == JUDGES:
        return True
    numbers = [int(found) for found in NUMBER.findall(f"{item.value} {item.other_value}")]
    return item.field in COUNTS_OF_PERSONS and any(is_hidden(n, masked=True) for n in numbers)


def value_in_words(field: str, value: Any, unit: str | None = None) -> str:
    """The value of a field as a person reads it: numbers with their unit, dates in full, codes in words; None is unknown."""
    if value is None:
        return _("unknown")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return vague_date(value, value)
    if isinstance(value, int):
        return " ".join(filter(None, (number(value), unit)))
    words = VOCABULARIES[field]() if field in VOCABULARIES else {}
    return words.get(value, str(value))


def _twin(item: Any) -> Attention:
    (first_id, first), (_second_id, second) = item.first, item.second
    guess = _("The names are alike. If they are one and the same, the network picture changes; somebody local will know.")
    why = _("%(network)s. %(words)s", network=item.network, words=item.noted or guess)
    href = f"/stakeholders/{first_id}" if item.table == "stakeholder" else f"/micro-projects/{first_id}"
    return Attention(heading("twin"), _("%(first)s and %(second)s", first=first, second=second), why, href, _("Look at the first"))


def _empty(item: Any) -> Attention:
    why = _("It lacks stakeholders, ties and micro projects. Those who coordinate this network are the ones to add them.")
    what = _("%(network)s: nothing is recorded", network=item.network)
    return Attention(_("An empty network"), what, why, f"/network?network={item.network_id}", _("Open the network"))


def _dependent(item: Any) -> Attention:
    values = {"network": item.network, "other": item.other}
    if item.on == "funder":
        what = _("%(name)s: one funder only", name=item.micro_project)
        why = _("%(network)s. All that is recorded as given, money and help in kind, comes from %(other)s.", **values)
    elif item.on == "facilitator":
        what = _("%(name)s: one facilitator only", name=item.micro_project)
        why = _("%(network)s. Nobody but the facilitator, %(other)s, is recorded as a supporter.", **values)
    else:
        what = _("%(name)s: one supporter only", name=item.micro_project)
        why = _("%(network)s. Nobody but %(other)s is recorded as a supporter.", **values)
    return Attention(_("Hangs on one"), what, why, _project(item), _("Open its page"))


def _not_asked(item: Any) -> Attention:
    values = {"network": item.network, "level": level_span(*item.level)}
    if item.side == "professionals":
        what = _("%(name)s: the professionals’ side is missing", name=item.subject.name)
        why = _("%(network)s. Service users stand on step %(level)s; nobody has said what the professionals offer.", **values)
    else:
        what = _("%(name)s: the service users’ side is missing", name=item.subject.name)
        why = _("%(network)s. Professionals stand on step %(level)s; nobody has said how service users see it.", **values)
    return Attention(heading("not_asked"), what, why, _judged(item.subject), _("See both sides"))


def _missing(item: Any) -> Attention:
    kinds = [label("sector", sector) for sector in item.sectors]
    what = ngettext(
        "%(network)s: %(num)s kind of member is not recorded",
        "%(network)s: %(num)s kinds of members are not recorded",
        len(kinds),
        network=item.network,
    )
    return Attention(_("Who is missing?"), what, _marked(item.sectors), f"/network?network={item.network_id}", _("Look at the network"))


def _marked(sectors: tuple[str, ...]) -> list[str | Component]:
    """The kinds as the language lists them, each with the outline of its mark."""
    words = [label("sector", sector) for sector in sectors]
    said = listing(words)
    parts: list[str | Component] = []
    for sector, word in zip(sectors, words, strict=True):
        before, _word, said = said.partition(word)
        parts += [before, html.Span([sector_mark(sector, missing=True), " ", word], className="marked")]
    return [*parts, f"{said}."]


def _project(item: Any) -> str:
    return f"/micro-projects/{item.micro_project_id}"


def _judged(subject: Any) -> str:
    """The page of what was judged; what has none is found in the list of both sides."""
    page = subject_page(subject.about, subject.subject_id, subject.micro_project_id)
    return page or f"/participation?network={subject.network_id}"


def _place_of(item: Any) -> str:
    if item.micro_project_id is not None:
        return _project(item)
    if item.stakeholder_id is not None:
        return f"/stakeholders/{item.stakeholder_id}"
    return "/funding" if item.table == "funding_source" else "/network"


WORDS: dict[str, Callable[[Any], Attention]] = {
    "message": _message,
    "deadline": _deadline,
    "stalled": _stalled,
    "words_only": _words_only,
    "users_below": _users_below,
    "conflict": _conflict,
    "twin": _twin,
    "empty": _empty,
    "dependent": _dependent,
    "not_asked": _not_asked,
    "missing": _missing,
}
