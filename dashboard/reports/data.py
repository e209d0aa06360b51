"""A release as data: one sheet for each question, or all figures one below the other in one file."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from flask_babel import gettext as _

from components.formats import vague_date
from components.releases.block import Block, Cell, Line
from components.releases.figure_words import hidden_words
from components.releases.figures import figure_blocks
from components.releases.stored_blocks import count_blocks, list_blocks
from components.releases.story import quotes_alone, stories
from components.releases.story_view import stories_question, stories_rule, words_question, words_rule
from components.releases.tables import Outcomes, Word
from data_layer.exports.comma_separated import csv_bytes
from data_layer.exports.sheet import Sheet
from data_layer.exports.workbook import PLAIN, write_cell

LONGEST_NAME = 31
# What the name of a sheet must not hold.
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
FIRST_WIDTH, WIDTH = 44, 22
# Lines above the head of a table.
ABOVE = 6


def data_blocks(outcomes: Outcomes, words: Sequence[Word] = ()) -> list[Block]:
    """Everything that a release says, question by question."""
    tables = outcomes.tables
    return [*count_blocks(tables), *figure_blocks(tables.figures), *list_blocks(tables), *_told(outcomes, words)]


def xlsx(outcomes: Outcomes, words: Sequence[Word] = ()) -> bytes:
    """A workbook: no formula, no link, no hidden column; each sheet says which release it is of, of which day, and how it was counted."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, PLAIN) as book:
        book.set_properties({"title": outcomes.title[:200]})
        bold = book.add_format({"bold": True})
        for place, block in enumerate(data_blocks(outcomes, words), 1):
            page = book.add_worksheet(_name(place, block))
            page.set_column(0, 0, FIRST_WIDTH)
            page.set_column(1, max(len(block.head) - 1, 1), WIDTH)
            for line, row in enumerate(_rows(outcomes, block)):
                for column, value in enumerate(row):
                    write_cell(page, line, column, value, bold if line in (0, ABOVE) else None)
    return made.getvalue()


def csv(outcomes: Outcomes, words: Sequence[Word] = ()) -> bytes:
    """One line for each figure or word; `value` is empty where it is hidden or no number, `shown` is what readers see."""
    header = ("release", "as_of", "table", "question", "row", "column", "value", "shown", "counting_rule")
    rows = [
        (outcomes.title, outcomes.as_of.isoformat(), block.code, block.question, line.label, column, cell.value, cell.text, block.rule)
        for block in data_blocks(outcomes, words)
        for line in block.lines
        for column, cell in zip(block.head[1:], line.cells, strict=False)
        if cell.text
    ]
    return csv_bytes(Sheet("data", header, rows))


def _rows(outcomes: Outcomes, block: Block) -> Iterator[Sequence[str | int | Decimal | None]]:
    yield (block.question,)
    yield _("Release"), outcomes.title
    yield _("As of"), vague_date(outcomes.as_of, outcomes.as_of)
    yield _("Period"), vague_date(*outcomes.period)
    yield _("How it is counted"), " ".join([block.rule, *([hidden_words()] if block.has_hidden else [])])
    yield ()
    yield block.head
    for line in block.lines:
        yield (line.label, *(_written(block, cell) for cell in line.cells))


def _written(block: Block, cell: Cell) -> str | int | Decimal:
    """A figure as a number; in a table of words only counts are."""
    return cell.value if isinstance(cell.value, int) or (block.numeric and cell.value is not None) else cell.text


def _told(outcomes: Outcomes, words: Sequence[Word]) -> Iterator[Block]:
    told = outcomes.tables.told
    lines = [
        Line(story.name, (Cell(moment.when), Cell(moment.what), Cell(moment.source)))
        for story in stories(told, words)
        for moment in story.moments
    ]
    if lines:
        head = (_("Micro project"), _("When"), _("What"), _("Source"))
        yield Block("told", stories_question(), "", stories_rule(), head, tuple(lines), numeric=False)
    said = [
        *((story.name, quote) for story in stories(told, words) for quote in story.quotes),
        *((_("all together"), quote) for quote in quotes_alone(told, words)),
    ]
    if said:
        heads = (_("About"), _("Words"), _("Who said it"))
        quotes = tuple(Line(about, (Cell(quote.words), Cell(quote.teller))) for about, quote in said)
        yield Block("words", words_question(), "", words_rule(), heads, quotes, numeric=False)


def _name(place: int, block: Block) -> str:
    """A name that every program takes, and that no other sheet has."""
    return f"{place} {FORBIDDEN.sub('', block.question)}"[:LONGEST_NAME].strip()
