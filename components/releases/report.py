"""A release as a report: questions on the left, answers on the right; made to be printed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.bars import bars
from components.charts.count import Count
from components.content import Content, listed
from components.empty import empty
from components.flag import flag
from components.formats import country, number, share, vague_date
from components.help.help_link import help_link, with_help
from components.question import question
from components.releases.money import MoneyLine, money_now, money_table
from components.releases.words import became, gap, stated
from components.table import Column, Row, table
from components.vocabulary import label

NO_FORM = ("unknown", "undecided", "ended")


class NetworkLine(Protocol):
    """A network of the release."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def for_whom(self) -> str | None: ...
    @property
    def target_groups(self) -> Sequence[str]: ...


class Tally(Protocol):
    """How many micro projects carry a code, and for how many of them that is our reading."""

    @property
    def code(self) -> str: ...
    @property
    def n(self) -> int: ...
    @property
    def readings(self) -> int: ...


class Gap(Protocol):
    """What is not known, for how many, of how many."""

    @property
    def code(self) -> str: ...
    @property
    def n(self) -> int: ...
    @property
    def of(self) -> int: ...


class Stated(Protocol):
    """A number that a source states about the whole."""

    @property
    def code(self) -> str: ...
    @property
    def n(self) -> int: ...
    @property
    def source(self) -> str: ...


class Tables(Protocol):
    """The tables of a release, as `data_layer.releases.released` gives them."""

    @property
    def networks(self) -> Sequence[NetworkLine]: ...
    @property
    def unclear(self) -> Sequence[NetworkLine]: ...
    @property
    def micro_projects(self) -> int: ...
    @property
    def became(self) -> Sequence[Tally]: ...
    @property
    def phases(self) -> Sequence[Tally]: ...
    @property
    def ends(self) -> Sequence[Tally]: ...
    @property
    def money(self) -> Sequence[MoneyLine]: ...
    @property
    def gaps(self) -> Sequence[Gap]: ...
    @property
    def stated(self) -> Sequence[Stated]: ...


def stamp(title: str, as_of: date, tables: Tables, *, sample: bool) -> Component:
    """Which release this is, of which day, and what it holds; `sample` says that it was made of the sample data."""
    parts = [
        (_("Release"), title),
        (_("As of"), vague_date(as_of, as_of)),
        (_("Networks"), number(len(tables.networks))),
        (_("Micro projects"), number(tables.micro_projects)),
        (_("Counts of people"), _("none in this release")),
    ]
    about = [html.Span([words, " ", html.B(value)]) for words, value in parts]
    more = help_link("release", _("What a release is"))
    return html.Div([*about, *([flag(_("sample data"))] if sample else []), more], className="stamp")


def report(tables: Tables, *, page: int, href: Callable[[int], str]) -> Component:
    """The answers of a release, each with its counting rule; `page` and `href` are those of the lines of money."""
    money = _money(tables, page=page, href=href)
    return html.Div([_became(tables), _phases(tables), _ends(tables), money, _networks(tables), _gaps(tables)], className="report")


def _became(tables: Tables) -> Component:
    shown = [tally for tally in tables.became if tally.n or tally.code == "unknown"]
    formed = sum(tally.n for tally in shown if tally.code not in NO_FORM)
    undecided = sum(tally.n for tally in shown if tally.code == "undecided")
    sentences = [
        _("Of the micro projects, %(share)s have a form of their own or run as a start-up.", share=share(formed, tables.micro_projects))
    ]
    if undecided:
        sentences.append(ngettext("One more is looking for its form.", "%(num)s more are looking for their form.", undecided))
    return _counted(
        _("What did they become?"),
        shown,
        name="outcomes-became",
        words=became,
        reads=" ".join(sentences),
        rule=with_help(
            _("One micro project counts once, by its form; a start-up whose form no source names counts as such."),
            "organisational-format",
            _("About forms of organisation"),
        ),
    )


def _phases(tables: Tables) -> Component:
    late = sum(tally.n for tally in tables.phases if tally.code in ("support", "start_up"))
    return _counted(
        _("How far did they come?"),
        tables.phases,
        name="outcomes-phases",
        words=lambda code: label("phase", code),
        reads=_(
            "Of the micro projects, %(share)s have reached entrepreneurial support or a social start-up.",
            share=share(late, tables.micro_projects),
        ),
        rule=with_help(_("One micro project counts once, in the phase in which it stood last."), "phase", _("About the phases")),
    )


def _ends(tables: Tables) -> Component:
    unknown = sum(tally.n for tally in tables.ends if tally.code == "unknown")
    return _counted(
        _("How did they end up?"),
        tables.ends,
        name="outcomes-ends",
        words=lambda code: label("end_state", code),
        reads=_("For %(share)s micro projects no source tells the end.", share=share(unknown, tables.micro_projects)),
        rule=with_help(
            _("Self-sustaining means: it goes on without money from outside. One that ended can still have built ties and trust."),
            "end-state",
            _("About the ends"),
        ),
    )


def _counted(text: str, tallies: Sequence[Tally], *, name: str, words: Callable[[str], str], reads: str, rule: Content) -> Component:
    counts = [
        Count(words(tally.code), tally.n, None if tally.n else _("none stated"), unknown=tally.code == "unknown") for tally in tallies
    ]
    rows: list[Row] = [[words(tally.code), number(tally.n), number(tally.readings)] for tally in tallies]
    columns = [Column(_("What"), header=True), Column(_("Micro projects"), numeric=True), Column(_("Of these our reading"), numeric=True)]
    return question(
        text, bars(counts), name=name, reads=reads, table=table(columns, rows, caption=text), source=[*_readings(tallies), *listed(rule)]
    )


def _readings(tallies: Sequence[Tally]) -> list[str | Component]:
    read, total = sum(tally.readings for tally in tallies), sum(tally.n for tally in tallies)
    if not read:
        return []
    return [flag(_("our reading"), "reading"), " ", _("For %(share)s we read this from what sources say.", share=share(read, total)), " "]


def _money(tables: Tables, *, page: int, href: Callable[[int], str]) -> Component:
    text = _("What money was stated?")
    nothing = _("No source states money or help in kind.")
    return question(
        text,
        money_table(tables.money, caption=text, page=page, href=href) if tables.money else empty(nothing),
        name="outcomes-money",
        reads=money_now(tables.money) if tables.money else None,
        source=with_help(
            _(
                "One line per micro project and source of money, only where the source is public. Currencies are never added together. "
                "A small circle (°) marks our reading."
            ),
            "totals",
            _("About totals of money"),
        ),
    )


def _networks(tables: Tables) -> Component:
    countries = len({line.country for line in tables.networks if line.country})
    apart = [html.H3(_("Named, but their status is unclear")), _network_table(tables.unclear)] if tables.unclear else []
    return question(
        _("Which networks took part?"),
        [_network_table(tables.networks) if tables.networks else empty(_("No network is part of this release.")), *apart],
        name="outcomes-networks",
        reads=_(
            "Local Empowerment Networks: %(n)s. Countries: %(countries)s.", n=number(len(tables.networks)), countries=number(countries)
        ),
        source=with_help(
            _(
                "Only Local Empowerment Networks are counted. Where no source says that a network is one, it stands apart; "
                "the micro projects of both are in this release."
            ),
            "status-unclear",
            _("About unclear networks"),
        ),
    )


def _network_table(lines: Sequence[NetworkLine]) -> Component:
    columns = [Column(_("Network"), header=True), Column(_("Country")), Column(_("For whom"))]
    rows: list[Row] = [[line.name, country(line.country) if line.country else None, _for_whom(line)] for line in lines]
    return table(columns, rows, caption=_("Networks"))


def _for_whom(line: NetworkLine) -> str | None:
    return line.for_whom or ", ".join(label("target_group", code) for code in line.target_groups) or None


def _gaps(tables: Tables) -> Component:
    open_ = [each for each in tables.gaps if each.n]
    here = {"micro_projects": tables.micro_projects, "networks": len(tables.networks)}
    rows = [html.Li([html.B(share(each.n, each.of)), html.Span(gap(each.code))]) for each in open_]
    others = [html.Li(html.Span(stated(each.code, each.n, here[each.code], source=each.source))) for each in tables.stated]
    return question(
        _("What is not known?"),
        [html.Ul(rows, className="not-known") if rows else empty(_("Everything that this release asks is known.")), *_list(others)],
        name="outcomes-unknown",
        reads=_beyond(tables),
        source=with_help(
            _("What no source states stays unknown: it is never counted as none. This release holds no counts of people."),
            "unknown",
            _("About the unknown"),
        ),
    )


def _beyond(tables: Tables) -> str | None:
    missing = max((each.n - tables.micro_projects for each in tables.stated if each.code == "micro_projects"), default=0)
    if missing <= 0:
        return None
    return ngettext(
        "At least one micro project that a source speaks of is not in this release.",
        "At least %(num)s micro projects that a source speaks of are not in this release.",
        missing,
    )


def _list(items: list[Component]) -> list[Component]:
    return [html.Ul(items, className="not-known")] if items else []
