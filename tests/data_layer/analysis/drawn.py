"""Networks for tests of the analysis, written as pairs of names."""

from collections.abc import Sequence
from datetime import date

from data_layer.network.network_map import NetworkMap
from data_layer.network.stakeholder import Member
from data_layer.network.tie import TieLine

UNKNOWN = (None, None)


def member(index: int, name: str, **fields: object) -> Member:
    """A stakeholder of which only what is given is known."""
    known = {"kind": "organisation", "sector": None, "role": None, "several": False, "place": None, "description": None, "body_id": None}
    more = {"source": None, "start": UNKNOWN, "end": UNKNOWN, "x": None, "y": None, **fields}
    return Member(id=index, name=name, **{**known, **more})  # type: ignore[arg-type]


def tie(index: int, from_id: int, to_id: int, relation: str = "cooperation", **fields: object) -> TieLine:
    """A tie of which only what is given is known."""
    blank = dict.fromkeys(("what", "strength", "trust", "value", "reported_by", "source"))
    more = {"directed": False, "confirmed": False, "start": UNKNOWN, "end": UNKNOWN, **blank, **fields}
    return TieLine(id=index, from_id=from_id, to_id=to_id, relation=relation, **more)  # type: ignore[arg-type]


def network(pairs: str, *, alone: str = "", ties: Sequence[TieLine] = (), **of: dict[str, object]) -> NetworkMap:
    """A network such as "a-b b-c"; `alone` names stakeholders without a tie, `of` gives fields by name, `ties` come in addition."""
    ends = [pair.split("-") for pair in pairs.split()]
    names = sorted({name for pair in ends for name in pair} | set(alone.split()))
    members = tuple(member(index, name, **of.get(name, {})) for index, name in enumerate(names, start=1))
    drawn = tuple(tie(index, names.index(one) + 1, names.index(other) + 1) for index, (one, other) in enumerate(ends, start=1))
    return NetworkMap(
        network_id=1, revision=0, name="Valley", region=None, status="len", members=members, ties=(*drawn, *ties), positions={}
    )


def year(first: int, last: int | None = None) -> tuple[date, date]:
    """A vague date of whole years."""
    return date(first, 1, 1), date(last or first, 12, 31)
