"""Rows as the builders of micro-project pages take them: plain values, all unknown unless said."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from components.level import Level
from components.projects.standing import Standing

THEN = {"day_first": date(2017, 9, 2), "day_last": date(2017, 9, 2)}
NO_DAY = {"day_first": None, "day_last": None}


def row(**fields: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"id": 1, "source": "a document", **NO_DAY, **fields})


def standing(name: str = "Sewing room", phase: str = "unknown", *, number: int = 1, **fields: Any) -> Standing:
    own = {key: fields.pop(key) for key in ("staff", "users", "is_reading") if key in fields}
    known = {"id": number, "name": name, "network": "Valley", "place": None, "country": None, "target_groups": (), "for_whom": None}
    return Standing(SimpleNamespace(**{**known, "became": None, "end_state": "unknown", **fields}), phase, **own)


def profile(**fields: Any) -> SimpleNamespace:
    unknown = dict.fromkeys(("place", "country", "for_whom", "description", "became", "jobs", "accelerated"))
    group = {"group_id": 7, "group": "Sewing group", "group_sector": "users"}
    codes = {"end_state": "unknown", "format": "unknown", "run_by": "unknown", "target_groups": ()}
    return row(name="Sewing room", network_id=3, network="Valley", **{**unknown, **group, **codes, **fields})


def end(number: int, name: str, sector: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(id=number, name=name, sector=sector)


GROUP = end(7, "Sewing group", "users")


def tie(start: SimpleNamespace, to: SimpleNamespace = GROUP, **fields: Any) -> SimpleNamespace:
    known = {"relation": "support", "directed": True, "confirmed": False, "what": None, "reported_by": None, "event": None}
    return row(start=start, end=to, **{**known, "end_first": None, "end_last": None, **fields})


def event(**fields: Any) -> SimpleNamespace:
    known = {"title": "Kitchen talk", "kind": "workshop", "place": None, "participants": None, "participants_unit": None}
    return row(**{**known, "about": False, "outcome": None, **fields})


def need(**fields: Any) -> SimpleNamespace:
    return row(**{"what": "A place to meet", "method": None, "participants": None, "votes": None, **fields})


def case(**fields: Any) -> SimpleNamespace:
    unknown = dict.fromkeys(("source_name", "what_for", "currency", "applied_minor", "awarded_minor", "in_kind_quantity", "in_kind_unit"))
    days = dict.fromkeys(("applied_first", "applied_last", "decided_first", "decided_last"))
    known = {"funder": "Council", "instrument": "grant", "state": "unknown", "regrant": False, "before_sempre": False, "receipts": ()}
    return row(**{**unknown, **days, **known, **fields})


def reading(side: str = "users", low: int = 3, high: int | None = None, **fields: Any) -> SimpleNamespace:
    unknown = dict.fromkeys(("judges", "method", "evidence", "agreed"))
    return row(side=side, low=low, high=high or low, **{"stage": "unknown", **unknown, **fields})


def step(phase: str, **fields: Any) -> SimpleNamespace:
    return row(phase=phase, **{"reason": None, "is_reading": False, **fields})


def note(field: str, kind: str = "reading", **fields: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"field": field, "kind": kind, "other_value": None, "text": "Read from a page.", "source": "a page", **fields})


def life(**fields: Any) -> SimpleNamespace:
    kinds = ("steps", "needs", "events", "ties", "grown", "cases", "readings")
    return SimpleNamespace(**{"profile": profile(), **dict.fromkeys(kinds, ()), **fields})


def level(low: int, high: int | None = None) -> Level:
    return Level(low, high)
