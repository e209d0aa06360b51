"""A release as the plain data that the Typst templates set: every text is data there, never markup."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal

from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from components.formats import number, vague_date
from components.releases.block import Block
from components.releases.figure_words import hidden_words
from components.releases.figures import figure_blocks
from components.releases.stored_blocks import count_blocks, list_blocks
from components.releases.story import quotes_alone, stories
from components.releases.story_view import stories_question, stories_rule, words_question, words_rule
from components.releases.tables import Outcomes, Word
from dashboard.reports.column_width import column_shares, is_tight, table_part
from dashboard.reports.indicator import indicator_groups

Template = Literal["summary", "full", "indicators"]
TEMPLATES: tuple[Template, ...] = ("summary", "full", "indicators")
# Longer titles would leave no room for what they stand above.
LONGEST_TITLE = 120
LONGEST_FOOT = 70
# What fits on one page, whatever its words are.
MOST_ON_ONE_PAGE = 9
LONGEST_SENTENCE = 400
LONGEST_LABEL = 120
# What fits on one page for certain: lines and bars, lines of words, and signs in all of them.
MOST_LINES, MOST_WORD_LINES, MOST_SIGNS = 26, 4, 1500
# Signs that no font draws: controls, what turns the direction of writing, private and broken ones.
UNDRAWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ue000-\uf8ff\ufff9-\uffff\ud800-\udfff]"
)


def document(outcomes: Outcomes, template: Template, words: Sequence[Word] = ()) -> dict[str, Any]:
    """What the template needs, in the language of the request."""
    about = {
        "language": str(get_locale() or "en").partition("_")[0],
        "template": template,
        "title": shortened(outcomes.title, LONGEST_TITLE),
        "foot": shortened(outcomes.title, LONGEST_FOOT),
        "year": outcomes.as_of.year,
        "month": outcomes.as_of.month,
        "day": outcomes.as_of.day,
        "facts": _facts(outcomes),
        "words": _words(outcomes),
    }
    parts = _full(outcomes, words) if template == "full" else _summary(outcomes) if template == "summary" else _indicators(outcomes)
    drawn = _drawn(about | parts)
    assert isinstance(drawn, dict)
    return drawn


def _facts(outcomes: Outcomes) -> list[list[str]]:
    tables = outcomes.tables
    return [
        [_("As of"), vague_date(outcomes.as_of, outcomes.as_of)],
        *([[_("Period"), vague_date(*outcomes.period)]] if outcomes.period != (None, None) else []),
        [_("Networks"), number(len(tables.networks))],
        [_("Micro projects"), number(tables.micro_projects)],
        *([[_("Data"), _("sample data")]] if outcomes.sample else []),
    ]


def _words(outcomes: Outcomes) -> dict[str, str]:
    """What the templates say themselves; {page} and {pages} are filled in when pages are numbered."""
    return {
        "networks": _("Local Empowerment Networks"),
        "release": _("Release"),
        "heading": _("What came out of the micro projects?"),
        "as_of": _("As of %(day)s.", day=vague_date(outcomes.as_of, outcomes.as_of)),
        "contents": _("Contents"),
        "page": _("Page %(n)s of %(of)s", n="{page}", of="{pages}"),
        "hidden": hidden_words(),
        "fixed": _("A release is a fixed set of tables, made for named accounts. What changes later is not in it."),
        "not_shown": _("not shown"),
        "no_step": _("no step here"),
        "staff": _("Professionals’ side"),
        "users": _("Service users’ side"),
        "picture": _("Bar chart: %(about)s", about="{about}"),
        "source": _("Source: %(source)s", source="{source}"),
        "rule": _("How it is counted"),
        "table": _("Table: %(about)s", about="{about}"),
    }


def _blocks(outcomes: Outcomes) -> list[Block]:
    tables = outcomes.tables
    return [*count_blocks(tables), *figure_blocks(tables.figures), *list_blocks(tables)]


def _full(outcomes: Outcomes, words: Sequence[Word]) -> dict[str, Any]:
    told = outcomes.tables.told
    return {
        "blocks": [_plain(block) for block in _blocks(outcomes)],
        "stories": {"question": stories_question(), "rule": stories_rule(), "all": [asdict(story) for story in stories(told, words)]},
        "quotes": {"question": words_question(), "rule": words_rule(), "all": [asdict(quote) for quote in quotes_alone(told, words)]},
        "hides": _hides(outcomes),
    }


def _summary(outcomes: Outcomes) -> dict[str, Any]:
    all_ = _blocks(outcomes)
    said = [block for block in all_ if block.reads][:MOST_ON_ONE_PAGE]
    lines = [{"question": block.question, "reads": shortened(block.reads, LONGEST_SENTENCE), "rule": block.rule} for block in said]
    left = len(all_) - len(said)
    more = (
        ngettext("The whole report answers %(num)s question more.", "The whole report answers %(num)s questions more.", left)
        if left
        else ""
    )
    return {"lines": lines, "hides": _hides(outcomes), "more": more}


def _indicators(outcomes: Outcomes) -> dict[str, Any]:
    head = [_("Code"), _("Indicator"), _("Unit"), _("Baseline"), _("Target"), _("Value reached")]
    groups = list(indicator_groups(outcomes.tables))
    return {
        "caption": _("Indicators of this release"),
        "head": head,
        "groups": [asdict(group) for group in groups],
        "note": _(
            "Numbers are codes of this report; other codes are those under which the networks keep an indicator. "
            "Counts of the whole release have no baseline and no target (–)."
        ),
        "hides": _hides(outcomes),
    }


def _hides(outcomes: Outcomes) -> bool:
    tables = outcomes.tables
    of_tables = any(value is None for table in tables.figures for line in table.cells for value in line)
    return of_tables or any(line.hidden for line in tables.indicators)


def _plain(block: Block) -> dict[str, Any]:
    """A block as JSON values; figures as data stay out, and columns in which nothing stands: paper needs only the words."""
    plain = asdict(block)
    kept = [
        place
        for place in range(len(block.head))
        if place == 0 or not block.lines or any(line.cells[place - 1].text for line in block.lines)
    ]
    plain["head"] = [block.head[place] for place in kept]
    rows = [[(line.label, *(cell.text for cell in line.cells))[place] for place in kept] for line in block.lines]
    plain["lines"] = [{"label": row[0], "cells": row[1:], "is_total": line.is_total} for row, line in zip(rows, block.lines, strict=True)]
    for group in plain["groups"]:
        for bar in group["bars"]:
            bar["label"] = shortened(bar["label"], LONGEST_LABEL)
    shares = column_shares(plain["head"], rows, labels_first=block.numeric)
    part = table_part(shares) if block.numeric else 1
    looks = {
        "shares": shares,
        "part": part,
        "is_tight": is_tight(shares),
        "right": [right for place, right in enumerate(_figure_columns(block)) if place in kept],
    }
    return plain | looks | {"is_short": _is_short(block)}


def _figure_columns(block: Block) -> list[bool]:
    """Which columns hold figures, that stand one below the other at the right."""
    figures = {place for line in block.lines for place, cell in enumerate(line.cells, 1) if cell.value is not None}
    return [place > 0 and (block.numeric or place in figures) for place in range(len(block.head))]


def _is_short(block: Block) -> bool:
    """Whether its question, picture and table stay together on one page."""
    signs = len(block.reads) + sum(len(text) for line in block.lines for text in (line.label, *(cell.text for cell in line.cells)))
    drawn = len(block.stairs) + sum(len(group.bars) + 2 for group in block.groups)
    most = MOST_LINES if block.numeric else MOST_WORD_LINES
    return len(block.lines) + drawn <= most and signs <= MOST_SIGNS


def _drawn(value: Any) -> Any:
    """The same without signs that cannot be drawn."""
    if isinstance(value, dict):
        return {key: _drawn(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_drawn(part) for part in value]
    return UNDRAWN.sub("", value) if isinstance(value, str) else value


def shortened(text: str, longest: int) -> str:
    """The text, cut where it is too long."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
