"""The counts, the money, the networks and the gaps of a release as blocks."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from flask_babel import gettext as _

from components.formats import MINOR_DIGITS, country, money, number, share, vague_date
from components.releases.block import Bar, Bars, Block, Cell, Line, widest
from components.releases.indicators import indicator_blocks
from components.releases.money import MoneyLine, money_now
from components.releases.stored_words import (
    became_question,
    became_reads,
    became_rule,
    ends_question,
    ends_reads,
    ends_rule,
    gaps_question,
    gaps_reads,
    gaps_rule,
    is_told,
    money_question,
    money_rule,
    networks_question,
    networks_reads,
    networks_rule,
    phases_question,
    phases_reads,
    phases_rule,
    readings_said,
)
from components.releases.tables import NetworkLine, Tables, Tally
from components.releases.words import became, gap, stated
from components.vocabulary import label


def count_blocks(tables: Tables) -> Iterator[Block]:
    """What every release counts of its micro projects, where no protected table says the same."""
    if tables.became and is_told("became", tables):
        shown = [tally for tally in tables.became if tally.n or tally.code == "unknown"]
        yield _counted("became", became_question(), shown, became, became_reads(tables), became_rule())
    if tables.phases and is_told("phases", tables):
        yield _counted("phases", phases_question(), tables.phases, lambda code: label("phase", code), phases_reads(tables), phases_rule())
    if tables.ends and is_told("ends", tables):
        yield _counted("ends", ends_question(), tables.ends, lambda code: label("end_state", code), ends_reads(tables), ends_rule())


def list_blocks(tables: Tables) -> Iterator[Block]:
    """The chosen indicators, the lines of money, the networks, and what is not known."""
    yield from indicator_blocks(tables.indicators)
    if tables.money:
        given = (_("For"), _("From"), _("Source"), _("State"), _("Sum"), _("Remarks"))
        lines = tuple(map(_money_line, tables.money))
        yield Block("money", money_question(), money_now(tables.money), money_rule(), given, lines, numeric=False)
    head = (_("Network"), _("Country"), _("For whom"), _("Status"))
    networks = tuple(_network(line, label("network_status", status)) for status, lines in _statuses(tables) for line in lines)
    yield Block("networks", networks_question(), networks_reads(tables), networks_rule(), head, networks, numeric=False)
    gaps = tuple(Line(gap(each.code), (Cell(share(each.n, each.of), each.n),)) for each in tables.gaps if each.n)
    beyond = [gaps_reads(tables), *_stated(tables)]
    reads = " ".join(each for each in beyond if each)
    yield Block("gaps", gaps_question(), reads, gaps_rule(tables), (_("What"), _("Unknown")), gaps)


def _counted(code: str, question: str, tallies: Sequence[Tally], words: Callable[[str], str], reads: str, rule: str) -> Block:
    most = widest([tally.n for tally in tallies])
    bars = tuple(Bar(words(tally.code), number(tally.n), tally.n / most, is_unknown=tally.code == "unknown") for tally in tallies)
    lines = tuple(Line(words(tally.code), (_count(tally.n), _count(tally.readings))) for tally in tallies)
    said = readings_said(tallies)
    return Block(
        code=code,
        question=question,
        reads=reads,
        rule=f"{said} {rule}" if said else rule,
        head=(_("What"), _("Micro projects"), _("Of these our reading")),
        lines=lines,
        groups=(Bars("", bars),),
    )


def _count(n: int) -> Cell:
    return Cell(number(n), n)


def _statuses(tables: Tables) -> list[tuple[str, Sequence[NetworkLine]]]:
    return [("len", tables.networks), ("unclear", tables.unclear)]


def _network(line: NetworkLine, status: str) -> Line:
    groups = ", ".join(label("target_group", code) for code in line.target_groups)
    return Line(line.name, (Cell(country(line.country)), Cell(line.for_whom or groups or _("unknown")), Cell(status)))


def _money_line(line: MoneyLine) -> Line:
    about = [line.micro_project, *([line.what_for] if line.what_for else [])]
    state = label("case_state", line.state)
    when = state if line.decided == (None, None) else f"{state}, {vague_date(*line.decided)}"
    remarks = [(line.before_sempre, _("before SEMPRE’s support")), (line.regrant, _("handed on by somebody else"))]
    said = [*(words for holds, words in remarks if holds), *(_remark(each.kind, each.other_value) for each in line.remarks)]
    given = line.funder if not line.source_name else f"{line.funder}: {line.source_name}"
    return Line(" – ".join(about), (Cell(given), Cell(line.source), Cell(when), _sum(line), Cell("; ".join(said))))


def _sum(line: MoneyLine) -> Cell:
    if line.amount is None or line.currency is None:
        return Cell(_("in kind") if line.in_kind else _("unknown"))
    return Cell(money(line.amount, line.currency), Decimal(line.amount).scaleb(-MINOR_DIGITS.get(line.currency, 2)))


def _remark(kind: str, other: str | None) -> str:
    words = label("note_kind", kind)
    return f"° {words}" if other is None else f"° {words}: {other}"


def _stated(tables: Tables) -> list[str]:
    here = {"micro_projects": tables.micro_projects, "networks": len(tables.networks)}
    return [stated(each.code, each.n, here[each.code], source=each.source) for each in tables.stated]
