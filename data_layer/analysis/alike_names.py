"""Names within one network that may stand for the same body."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

WORD = re.compile(r"[^\W_]+")
BRACKETED = re.compile(r"\((.*?)\)")
# Words that join or say the legal form; a body keeps its name without them.
FILLERS = frozenset(
    WORD.findall(
        "a ab ag and as av biedriba da de der des di die e el en et ev for fur gem ggmbh gmbh het i in la le ltd mbh mtu of og och oy ry "
        "sa sia the und v van von zu zur"
    )
)
# A typing mistake leaves most of a word in place; short words differ too easily.
ALIKE = 85
SHORTEST_ALIKE = 5
SHORTEST_INITIALS = 3
# So many letters of each word are the same where a later one is mistyped.
BEGINNING = 3
# A word that so many names share tells nothing.
COMMON = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A row with a name; `body_id` where somebody said which body it is."""

    id: int
    name: str
    body_id: int | None = None


def alike_names(rows: Sequence[Named], *, local: Iterable[str] = (), thorough: bool = False) -> list[tuple[Named, Named]]:
    """The pairs of rows whose names may mean the same, by name; `local` are names of the region, which add nothing to a name.

    Alike are: the same words in any order, accents, joining words and legal forms apart; a name and its initials; one word mistyped.
    Names that differ in a number are not. Where somebody said which bodies both are, that decides. Words that many names share lead to
    no pair, unless `thorough`: then names are compared too of which all words begin alike.
    """
    place = {word for name in local for word in _words(name)}
    words = {row: _telling(row.name, place) for row in rows}
    pairs = {frozenset(pair) for pair in _candidates(words, thorough) if _may_be_same(*pair, words)}
    ordered = [tuple(sorted(pair, key=lambda row: (row.name, row.id))) for pair in pairs]
    return sorted(((first, second) for first, second in ordered), key=lambda pair: (pair[0].name, pair[1].name, pair[0].id))


def _candidates(words: dict[Named, tuple[str, ...]], thorough: bool) -> Iterator[tuple[Named, Named]]:
    """Pairs that share the body, all words, or a word that few share; and names with what they may be shortened to."""
    whole: dict[Hashable, list[Named]] = defaultdict(list)
    part: dict[Hashable, list[Named]] = defaultdict(list)
    for row, telling in words.items():
        if row.body_id is not None:
            whole["body", row.body_id].append(row)
        if telling:
            whole[telling].append(row)
        for key in _parts(telling, thorough):
            part[key].append(row)
    few = (rows for rows in part.values() if len(rows) <= COMMON)
    for rows in (*whole.values(), *few):
        yield from combinations(rows, 2)
    for row in words:
        for initials in _initials(row.name):
            yield from ((row, short) for short in whole.get((initials,), ()))


def _parts(telling: tuple[str, ...], thorough: bool) -> Iterator[Hashable]:
    """What of a name may be shared with one that is spelt otherwise: each of its words, and how all of them begin."""
    for word in telling if len(telling) > 1 else (word[:4] for word in telling):
        yield len(telling), word
    if thorough and telling:
        yield "begin", tuple(sorted(word[:BEGINNING] for word in telling))


def _may_be_same(one: Named, other: Named, words: dict[Named, tuple[str, ...]]) -> bool:
    if one.id == other.id:
        return False
    if one.body_id is not None and other.body_id is not None:
        return one.body_id == other.body_id
    first, second = words[one], words[other]
    if _numbers(first) != _numbers(second):
        return False
    return first == second or _is_short_for(one, second) or _is_short_for(other, first) or _one_mistyped(first, second)


def _is_short_for(full: Named, telling: tuple[str, ...]) -> bool:
    return len(telling) == 1 and telling[0] in _initials(full.name)


def _one_mistyped(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if len(first) != len(second):
        return False
    only_first, only_second = sorted(set(first) - set(second)), sorted(set(second) - set(first))
    if len(only_first) != 1 or len(only_second) != 1:
        return False
    short, long = sorted((only_first[0], only_second[0]), key=len)
    return len(short) >= SHORTEST_ALIKE and ratio(short, long) >= ALIKE


def _telling(name: str, place: set[str]) -> tuple[str, ...]:
    """The words that tell a body apart, sorted; what stands in brackets explains and is left out."""
    found = [word for word in _words(BRACKETED.sub(" ", name)) if word not in FILLERS]
    return tuple(sorted(word for word in found if word not in place) or sorted(found))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def _initials(name: str) -> set[str]:
    """What the name may be shortened to: what stands in brackets, and the first letters of its words."""
    stated = {words[0] for words in map(_words, BRACKETED.findall(name)) if len(words) == 1}
    words = _words(BRACKETED.sub(" ", name))
    letters = {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in FILLERS)}
    return stated | {text for text in letters if len(text) >= SHORTEST_INITIALS}


def _numbers(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if any(sign.isdigit() for sign in word)]
