"""What leaders choose beside the figures of a release: words that were agreed to, stories, and indicators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.flag import flag
from components.formats import number, vague_date
from components.link import link
from components.releases.tick_boxes import tick_boxes
from components.vocabulary import label

WORD, TOLD, INDICATOR = "word", "told", "indicator"
IN_WORDS = "descriptive"
# More than these are not read one by one; names of micro projects are shorter than words.
MOST_WORDS, MOST_PROJECTS = 400, 500
# More than these are folded up, LEN by LEN.
MOST_OPEN = 30


class OfferedWord(Protocol):
    """A statement or story that funders may read; `key` names it, `consent_day` is since when they may."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def network_id(self) -> int: ...
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


class OfferedIndicator(Protocol):
    """An indicator whose value can be released; `about` names its micro project or pilot."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def network_id(self) -> int: ...
    @property
    def network(self) -> str: ...
    @property
    def about(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def of_persons(self) -> bool: ...


class OfferedProject(Protocol):
    """A micro project whose story can be told."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def network_id(self) -> int: ...
    @property
    def network(self) -> str: ...


def word_boxes(words: Sequence[OfferedWord], chosen: str, *, problem: str | None = None, without: str) -> Component:
    """A tick box for each of these words, by LEN; `chosen` as in the address: keys with commas between them.

    The boxes have the name WORD, so that the form writes them into the address. `problem` is what is wrong with the choice; `without`
    leads to the page with nothing of this kind chosen.
    """
    nothing = _("No words of these networks may go to funders yet. They stand here once their tellers agreed to it.")
    offered = [_Box(word.key, _word(word), word.network_id, word.network) for word in words]
    return _boxes(_Choice(WORD, _("In whose words?"), nothing, MOST_WORDS), offered, chosen, problem, without)


def told_boxes(projects: Sequence[OfferedProject], chosen: str, *, problem: str | None = None, without: str) -> Component:
    """The same for micro projects, whose stories are told with phases, events, money and the end; the name is TOLD."""
    nothing = _("There is no micro project in these networks.")
    offered = [_Box(str(project.id), html.Span(project.name), project.network_id, project.network) for project in projects]
    return _boxes(_Choice(TOLD, _("Which micro projects’ stories?"), nothing, MOST_PROJECTS), offered, chosen, problem, without)


def indicator_boxes(indicators: Sequence[OfferedIndicator], chosen: str, *, problem: str | None = None, without: str) -> Component:
    """The same for indicators, whose values are told; the name is INDICATOR."""
    nothing = _("There is no indicator in these networks.")
    offered = [_Box(str(each.id), _indicator(each), each.network_id, each.network) for each in indicators]
    return _boxes(_Choice(INDICATOR, _("The values of which indicators?"), nothing, MOST_PROJECTS), offered, chosen, problem, without)


def _indicator(each: OfferedIndicator) -> Component:
    """Its name, of what it is, and how it will be shown."""
    shown = _("counts people: under 10 is hidden") if each.of_persons else _("shown as it is")
    how = _("in words, which are not released") if each.kind == IN_WORDS else shown
    return html.Span([each.name, " ", html.Small(" · ".join([*([each.about] if each.about else []), how]))])


def chosen_beside(words: int, told: int, indicators: int, *, other: str) -> Component:
    """How many words, stories and indicators are chosen, where they are looked at; `other` leads to where others can be chosen."""
    counted = [
        ngettext("%(num)s statement or story is chosen.", "%(num)s statements or stories are chosen.", words),
        ngettext("The story of %(num)s micro project is told.", "The stories of %(num)s micro projects are told.", told),
        ngettext("The values of %(num)s indicator are in it.", "The values of %(num)s indicators are in it.", indicators),
    ]
    chosen = zip(counted, (words, told, indicators), strict=True)
    said = " ".join(sentence for sentence, n in chosen if n) or _("No words, stories or indicators are chosen.")
    return html.P([said, " ", link(_("Choose words, stories and indicators"), other)], className="beside-chosen")


@dataclass(frozen=True, slots=True)
class _Box:
    """What can be ticked, and the LEN under which it stands."""

    value: str
    label: Component
    network_id: int
    network: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is chosen: the name of its boxes, the question, what is said where there is nothing, and how many boxes there are at most."""

    name: str
    question: str
    nothing: str
    most: int


def _boxes(choice: _Choice, offered: Sequence[_Box], chosen: str, problem: str | None, without: str) -> Component:
    ticked = chosen.split(",")
    groups: list[Component] = [
        _of_network(choice.name, list(boxes), ticked, folded=len(offered) > MOST_OPEN)
        for _network, boxes in groupby(offered[: choice.most], key=lambda box: (box.network_id, box.network))
    ]
    more = _("There are more than %(n)s. Choose fewer networks to see the others.", n=number(choice.most))
    wrong = [html.P([problem, " ", link(_("Choose none of them"), without)], className="field-error", role="alert")] if problem else []
    hints = [html.P(choice.nothing, className="field-hint")] if not offered else []
    hints += [html.P(more, className="field-hint")] if len(offered) > choice.most else []
    return html.Fieldset([html.Legend(choice.question), *wrong, *groups, *hints], className=f"form-field beside beside-{choice.name}")


def _of_network(name: str, boxes: Sequence[_Box], ticked: Sequence[str], *, folded: bool) -> Component:
    """The boxes of one LEN; folded up they say how many there are, and are open where one is ticked."""
    first = boxes[0]
    here = [box.value for box in boxes if box.value in ticked]
    list_ = tick_boxes(name, [(box.value, box.label) for box in boxes], here)
    if not folded:
        return html.Fieldset([html.Legend(first.network), list_])
    counted = [_("%(n)s to choose from", n=number(len(boxes))), *([_("%(n)s chosen", n=number(len(here)))] if here else [])]
    head = html.Summary([html.Span(first.network), html.Small(", ".join(counted))])
    group: Any = {"role": "group", "aria-label": first.network}
    return html.Details(
        [head, html.Div(list_, **group)], open=bool(here), id=f"fold-{name}-{first.network_id}", className="more beside-fold"
    )


def _word(word: OfferedWord) -> Component:
    """The words, who said them, since when who may read them, and about what they are."""
    agreed = _(
        "may be read %(whom)s since %(day)s", day=vague_date(word.consent_day, word.consent_day), whom=label("consent", word.consent)
    )
    about = [label("teller", word.teller), agreed, *([word.micro_project] if word.micro_project else [])]
    marks = [flag(_("story"))] if word.kind == "story" else []
    marks += [flag(_("invented"), "invented")] if word.invented else []
    return html.Span([html.Q(word.words), html.Small([" · ".join(about), *(part for mark in marks for part in (" ", mark))])])
