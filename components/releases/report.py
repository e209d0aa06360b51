"""A release as a report: questions on the left, answers on the right; made to be printed."""

from collections.abc import Callable, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.bars import bars
from components.charts.count import Count
from components.content import Content, listed
from components.empty import empty
from components.flag import flag
from components.formats import country, number, share, vague_date
from components.help.help_link import help_link, with_help
from components.question import contents, folded, question
from components.releases import stored_words as said
from components.releases.block import Block
from components.releases.figure_words import hidden_words
from components.releases.figures import figure_blocks
from components.releases.indicators import indicator_blocks
from components.releases.money import money_now, money_table
from components.releases.picture import block_table, picture
from components.releases.story_view import story_section, words_section
from components.releases.tables import Day, NetworkLine, Tables, Tally, Word
from components.releases.words import became, gap, stated
from components.table import Column, Row, table
from components.vocabulary import label

# The block of the chosen indicators.
WATCHED = "indicator_values"


def stamp(title: str, as_of: date, tables: Tables, *, sample: bool, period: Day = (None, None)) -> Component:
    """Which release this is, of which day, and what it holds; `sample` says that it was made of the sample data."""
    people = _("under 10 not shown, others rounded to 5") if said.counts_people(tables) else _("none in this release")
    parts = [
        (_("Release"), title),
        (_("As of"), vague_date(as_of, as_of)),
        *([(_("Period"), vague_date(*period))] if period != (None, None) else []),
        (_("Networks"), number(len(tables.networks))),
        (_("Micro projects"), number(tables.micro_projects)),
        (_("Counts of people"), people),
    ]
    about = [html.Span([words, " ", html.B(value)]) for words, value in parts]
    more = help_link("release", _("What a release is"))
    return html.Div([*about, *([flag(_("sample data"))] if sample else []), more], className="stamp")


def report(
    tables: Tables, *, as_of: date, words: Sequence[Word] = (), page: int, href: Callable[[int], str], fold: str | None = None
) -> Component:
    """The answers of a release, each with its counting rule; `page` and `href` are those of the lines of money.

    `fold`: for the leader who looks at it beforehand each answer is folded up under these words, and what a dot means is said elsewhere.
    """
    blocks = [*figure_blocks(tables.figures), *indicator_blocks(tables.indicators)]
    parts = [
        *_counts(tables),
        *_blocks(blocks, as_of),
        _money(tables, page=page, href=href),
        *_told(tables, words),
        _networks(tables),
        _gaps(tables),
    ]
    if fold is not None:
        return html.Div([folded(part, fold) for part in parts], className="report preview")
    hides = any(block.has_hidden for block in blocks)
    return html.Div([contents(_("What is in this report?"), parts), *(_dot_means() if hides else []), *parts], className="report")


def _dot_means() -> list[Component]:
    return [html.P(with_help(hidden_words(), "hidden-figure", _("Why figures are hidden")), className="hidden-means")]


def _counts(tables: Tables) -> list[Component]:
    """What every release counts, where no protected table says the same."""
    makers = {"became": _became, "phases": _phases, "ends": _ends}
    return [make(tables) for code, make in makers.items() if said.is_told(code, tables)]


def _blocks(blocks: Sequence[Block], as_of: date) -> list[Component]:
    """The protected tables and the chosen indicators."""
    day = _("As of %(day)s.", day=vague_date(as_of, as_of))
    return [
        question(
            block.question,
            picture(block),
            name=block_name(block.code),
            reads=block.reads,
            table=block_table(block) if block.groups or block.stairs else None,
            source=_rule(block, day),
        )
        for block in blocks
    ]


def block_name(code: str) -> str:
    """The name of the block of a table, from which its heading has its id."""
    return f"outcomes-{code.lower().replace('_', '-')}"


def _rule(block: Block, day: str) -> Content:
    rule = f"{block.rule} {day}"
    return with_help(rule, "released-indicator", _("About indicators in a release")) if block.code == WATCHED else rule


def _told(tables: Tables, words: Sequence[Word]) -> list[Component]:
    parts = [story_section(tables.told, words), words_section(tables.told, words)]
    return [part for part in parts if part is not None]


def _became(tables: Tables) -> Component:
    return _counted(
        said.became_question(),
        [tally for tally in tables.became if tally.n or tally.code == "unknown"],
        name="outcomes-became",
        words=became,
        reads=said.became_reads(tables),
        rule=with_help(said.became_rule(), "organisational-format", _("About forms of organisation")),
    )


def _phases(tables: Tables) -> Component:
    return _counted(
        said.phases_question(),
        tables.phases,
        name="outcomes-phases",
        words=lambda code: label("phase", code),
        reads=said.phases_reads(tables),
        rule=with_help(said.phases_rule(), "phase", _("About the phases")),
    )


def _ends(tables: Tables) -> Component:
    return _counted(
        said.ends_question(),
        tables.ends,
        name="outcomes-ends",
        words=lambda code: label("end_state", code),
        reads=said.ends_reads(tables),
        rule=with_help(said.ends_rule(), "end-state", _("About the ends")),
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
    read = said.readings_said(tallies)
    return [flag(_("our reading"), "reading"), " ", read, " "] if read else []


def _money(tables: Tables, *, page: int, href: Callable[[int], str]) -> Component:
    text = said.money_question()
    nothing = _("No source states money or help in kind.")
    return question(
        text,
        money_table(tables.money, caption=text, page=page, href=href) if tables.money else empty(nothing),
        name="outcomes-money",
        reads=money_now(tables.money) if tables.money else None,
        source=with_help(said.money_rule(), "totals", _("About totals of money")),
    )


def _networks(tables: Tables) -> Component:
    apart = [html.H3(_("Named, but their status is unclear")), _network_table(tables.unclear)] if tables.unclear else []
    return question(
        said.networks_question(),
        [_network_table(tables.networks) if tables.networks else empty(_("No network is part of this release.")), *apart],
        name="outcomes-networks",
        reads=said.networks_reads(tables),
        source=with_help(said.networks_rule(), "status-unclear", _("About unclear networks")),
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
        said.gaps_question(),
        [html.Ul(rows, className="not-known") if rows else empty(_("Everything that this release asks is known.")), *_list(others)],
        name="outcomes-unknown",
        reads=said.gaps_reads(tables),
        source=with_help(said.gaps_rule(tables), "unknown", _("About the unknown")),
    )


def _list(items: list[Component]) -> list[Component]:
    return [html.Ul(items, className="not-known")] if items else []
