"""The chosen indicators of a release as a block: what was to be reached, and what was."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import number, vague_date
from components.releases.block import Block, Cell, Line
from components.releases.figure_words import HIDDEN
from components.releases.tables import ReleasedIndicator
from components.vocabulary import label

BASELINE, VALUE = "baseline", "value"
COUNTED = "counted"


def indicators_question() -> str:
    """What is asked about the chosen indicators."""
    return _("What was to be reached, and what was?")


def indicators_rule(lines: Sequence[ReleasedIndicator]) -> str:
    """How they are counted; what concerns only some of them stands there only where these are."""
    said = [_("Each shows what was observed last in the period. Values of two indicators are never added together.")]
    if any(line.of_persons for line in lines):
        said.append(
            _("Where people are counted, a value or baseline under 10 is not shown and others are rounded to 5; a target is a plan.")
        )
    if any(line.kind != COUNTED for line in lines):
        said.append(_("Of an indicator in words only how often it was looked at is told: nobody was asked whether the words may be read."))
    return " ".join(said)


def indicators_reads(lines: Sequence[ReleasedIndicator]) -> str:
    """How many reached their target, of those of which that can be told."""
    known = [line for line in lines if line.target is not None and line.value is not None]
    hidden = sum(len(line.hidden) for line in lines)
    said = []
    if known:
        reached = sum(_is_reached(line) for line in known)
        said.append(_("The target is reached by %(n)s of %(of)s that have a target and a value.", n=number(reached), of=number(len(known))))
    if hidden:
        said.append(ngettext("One figure is not shown.", "%(num)s figures are not shown.", hidden))
    return " ".join(said) or _("None of them has a target and a value.")


def indicator_name(line: ReleasedIndicator) -> str:
    """What it is called, and whose it is."""
    whose = ", ".join(part for part in (line.network, line.about) if part)
    return f"{line.name} – {whose}"


def indicator_cell(line: ReleasedIndicator, column: str) -> Cell:
    """Its baseline or its value as it is read: a number, a dot, or that it is unknown."""
    value: int | None = getattr(line, column)
    if value is not None:
        return Cell(number(value), value)
    if column in line.hidden:
        return Cell(HIDDEN)
    if line.kind == COUNTED:
        return Cell(_("unknown") if column == VALUE else _("none stated"))
    looked = ngettext("looked at once", "looked at %(num)s times", line.observed) if line.observed else _("not looked at")
    return Cell(looked if column == VALUE else "–")


def target_cell(line: ReleasedIndicator) -> Cell:
    """Its target."""
    if line.target is not None:
        return Cell(number(line.target), line.target)
    return Cell(_("none stated") if line.kind == COUNTED else "–")


def indicator_day(line: ReleasedIndicator) -> str:
    """When its value was observed."""
    if line.value is None and VALUE not in line.hidden:
        return "–"
    return _("without a date") if line.day == (None, None) else vague_date(*line.day)


def indicator_blocks(lines: Sequence[ReleasedIndicator]) -> list[Block]:
    """The block, or none where no indicator was chosen."""
    if not lines:
        return []
    head = (_("Indicator"), _("Level"), _("Unit"), _("Baseline"), _("Target"), _("Value reached"), _("Source"), _("When"))
    return [
        Block(
            code="indicator_values",
            question=indicators_question(),
            reads=indicators_reads(lines),
            rule=indicators_rule(lines),
            head=head,
            lines=tuple(map(_line, lines)),
            numeric=False,
            has_hidden=any(line.hidden for line in lines),
        )
    ]


def _line(line: ReleasedIndicator) -> Line:
    level, unit, source = label("evaluation_level", line.level), line.unit or _("in words"), line.source or _("none stated")
    figures = (indicator_cell(line, BASELINE), target_cell(line), indicator_cell(line, VALUE))
    return Line(indicator_name(line), (Cell(level), Cell(unit), *figures, Cell(source), Cell(indicator_day(line))))


def _is_reached(line: ReleasedIndicator) -> bool:
    """Whether the value is at the target; a target under the baseline is reached from above."""
    assert line.value is not None
    assert line.target is not None
    falls = line.baseline is not None and line.target < line.baseline
    return line.value <= line.target if falls else line.value >= line.target
