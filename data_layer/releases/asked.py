"""A composition as it stands in an address: plain texts that anybody can write."""

from collections.abc import Mapping
from datetime import date

from data_layer.problem import Problem
from data_layer.releases.choosing import composed
from data_layer.releases.composition import AND, TABLES, Composition, Merge, Offer
from data_layer.whole_number import whole_number

TITLE, FROM, TO, PERIOD = "title", "from", "to", "period"
LENS, TABLE, READERS, MERGE = "lens", "tables", "readers", "merge"
WORD, TOLD, INDICATOR = "word", "told", "indicator"
KEYS = (TITLE, FROM, TO, PERIOD, LENS, TABLE, READERS, MERGE, WORD, TOLD, INDICATOR)
LONGEST_TEXT = 4000
MONTH = "2017-01"


def with_defaults(texts: Mapping[str, str], offered: Offer) -> dict[str, str]:
    """The texts of an address; what is not said about networks and tables means all of them."""
    everything = {LENS: ",".join(str(network.id) for network in offered.networks), TABLE: ",".join(TABLES)}
    return everything | {key: texts[key] for key in KEYS if texts.get(key)}


def read(texts: Mapping[str, str], offered: Offer) -> Composition:
    """The composition that the texts of an address ask for; Problem with the key it is about for what is missing or cannot be."""
    said = with_defaults(texts, offered)
    first, last = _period(said, offered)
    return composed(
        offered,
        title=said.get(TITLE, ""),
        first=first,
        last=last,
        network_ids=_numbers(said[LENS], LENS, "release_network"),
        tables=_parts(said[TABLE]),
        readers=_numbers(said.get(READERS, ""), READERS, "release_reader"),
        merges=[_merge(part) for part in _parts(said.get(MERGE, ""))],
        words=_parts(said.get(WORD, "")),
        told=_numbers(said.get(TOLD, ""), TOLD, "project_not_offered"),
        indicators=_numbers(said.get(INDICATOR, ""), INDICATOR, "indicator_not_offered"),
    )


def networks_named(texts: Mapping[str, str], offered: Offer) -> list[int]:
    """The networks that the texts of an address name, of those that are offered."""
    named = set(_parts(with_defaults(texts, offered)[LENS]))
    return [network.id for network in offered.networks if str(network.id) in named]


def written(merges: tuple[Merge, ...]) -> str:
    """Merges as they stand in an address."""
    return ",".join(f"{merge.dimension}:{AND.join(merge.codes)}" for merge in merges)


def _period(said: Mapping[str, str], offered: Offer) -> tuple[date | None, date | None]:
    if PERIOD in said:
        found = next((each.period for each in offered.periods if str(each.id) == said[PERIOD]), None)
        if found is None:
            raise Problem("release_no_period", PERIOD)
        return found.first, found.last
    return _month(said.get(FROM, "")), _month(said.get(TO, ""))


def _month(text: str) -> date | None:
    """The first day of a month; None for what is no month."""
    if len(text) != len(MONTH):
        return None
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _numbers(text: str, field: str, code: str) -> list[int]:
    numbers = [whole_number(part) for part in _parts(text)]
    if not all(numbers):
        raise Problem(code, field)
    return [number for number in numbers if number]


def _parts(text: str) -> list[str]:
    return [part for part in text[:LONGEST_TEXT].split(",") if part]


def _merge(text: str) -> Merge:
    dimension, _colon, codes = text.partition(":")
    return Merge(dimension, tuple(sorted(codes.split(AND))))
