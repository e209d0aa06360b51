"""Statements counted by theme, over time and by place, and what waits to be done with them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data_layer.vocabulary import FeedbackTheme, VoiceKind
from data_layer.voices.voice import OWN, OwnTheme, VoiceLine, first_of, second_of, settled_of


class Standing(StrEnum):
    """How far a statement is on its way to a theme: nobody has looked for names, nobody has coded it, one has, both differ, done."""

    UNCHECKED = "unchecked"
    UNCODED = "uncoded"
    ONE = "one"
    DIFFER = "differ"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or one half of it (1 or 2); a half of 0 says that only the year is known, where halves are told apart."""

    year: int
    half: int | None = None


def standing(line: VoiceLine) -> Standing:
    """How far one statement is."""
    first, second = first_of(line), second_of(line)
    if first is None and second is None:
        return Standing.UNCODED if line.checked else Standing.UNCHECKED
    if first is None or second is None:
        return Standing.ONE
    if settled_of(line) is None and first.themes != second.themes:
        return Standing.DIFFER
    return Standing.DONE


def themes_of(line: VoiceLine) -> frozenset[str]:
    """The themes in which a statement counts: those settled on, else those that both people chose; none before two have coded it."""
    first, second, settled = first_of(line), second_of(line), settled_of(line)
    if settled is not None:
        return settled.themes
    return frozenset() if first is None or second is None else first.themes & second.themes


def coded_by_two(lines: Iterable[VoiceLine]) -> list[VoiceLine]:
    """Those that count in the figures."""
    return [line for line in lines if first_of(line) is not None and second_of(line) is not None]


def all_themes(own: Iterable[OwnTheme]) -> list[str]:
    """The six themes of the search conferences, then the LENs' own by name, each once."""
    return [*FeedbackTheme, *sorted({OWN + theme.name for theme in own})]


def by_kind(lines: Iterable[VoiceLine]) -> Counter[tuple[str, str]]:
    """(theme, kind) -> number of statements; one with several themes counts in each."""
    return Counter((theme, line.kind) for line in lines for theme in themes_of(line))


def crossed(lines: Iterable[VoiceLine], key: Callable[[VoiceLine], object], kind: str = VoiceKind.HELPED) -> Counter[tuple[str, object]]:
    """(theme, key) -> number of statements of one kind."""
    return Counter((theme, key(line)) for line in lines if line.kind == kind for theme in themes_of(line))


def period_of(line: VoiceLine, *, halves: bool) -> Period | None:
    """The year, or the half year, in which something was said; None where its date does not tell."""
    first, last = line.first, line.last
    if first is None or last is None or first.year != last.year:
        return None
    if not halves:
        return Period(first.year)
    return Period(first.year, _half(first) if _half(first) == _half(last) else 0)


def _half(day: date) -> int:
    return 1 if day.month <= 6 else 2


def periods(lines: Iterable[VoiceLine], *, halves: bool) -> list[Period]:
    """The periods of these statements, in order."""
    found = {period_of(line, halves=halves) for line in lines} - {None}
    return sorted((period for period in found if period is not None), key=lambda period: (period.year, period.half or 0))


def waiting(lines: Iterable[VoiceLine], *, account_id: int, wanted: str | None = None) -> list[VoiceLine]:
    """What this person can do next: code a second time, code first, settle. `wanted` is one standing, without regard to the person."""
    if wanted is not None:
        return [line for line in lines if standing(line) == wanted]
    order = (Standing.ONE, Standing.UNCODED, Standing.UNCHECKED, Standing.DIFFER)
    ranked = [(order.index(standing(line)), line) for line in lines if standing(line) in order and not is_own_first(line, account_id)]
    return [line for _rank, line in sorted(ranked, key=lambda pair: pair[0])]


def is_own_first(line: VoiceLine, account_id: int) -> bool:
    """Whether a statement waits for somebody else: this person coded it first."""
    first = first_of(line)
    return standing(line) == Standing.ONE and first is not None and first.coder_id == account_id


def placing(*, several: bool) -> Callable[[VoiceLine], tuple[str, int] | None]:
    """How a statement is placed: over several LENs by LEN, within one by micro project or event; None where no place is known."""

    def place(line: VoiceLine) -> tuple[str, int] | None:
        if several:
            return "network", line.network_id
        if line.micro_project_id is not None:
            return "micro_project", line.micro_project_id
        return None if line.event_id is None else ("event", line.event_id)

    return place


def names_of(lines: Iterable[VoiceLine], place: Callable[[VoiceLine], tuple[str, int] | None]) -> dict[tuple[str, int], str]:
    """The places of these statements and what they are called; those without a place are left out."""
    found: dict[tuple[str, int], str] = {}
    for line in lines:
        where = place(line)
        if where is not None:
            found[where] = str(getattr(line, where[0]))
    return found
