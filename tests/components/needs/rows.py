"""Needs, ways, events and gatherings as the page gives them."""

from types import SimpleNamespace
from typing import Any

from components.needs.events import Around


def need(**fields: Any) -> Any:
    values = {
        "id": 1,
        "network": "Northern Valley",
        "what": "A place to meet",
        "target_groups": ("youth",),
        "votes": None,
        "status": None,
        "invented": False,
    }
    names = "found_by method event_id event day_first day_last participants provider_id provider micro_project_id micro_project source"
    return SimpleNamespace(**{**dict.fromkeys(names.split()), **values, **fields})


def way(way: str, status: str, needs: int = 1, **fields: Any) -> Any:
    return SimpleNamespace(way=way, status=status, needs=needs, **{"providers": (), "micro_projects": (), "unnamed": 0, **fields})


def event(**fields: Any) -> Any:
    values = {"id": 7, "network": "Northern Valley", "title": "Open day", "kind": "meeting", "about": False, "attended": False}
    names = "day_first day_last place participants participants_unit outcome micro_project_id micro_project source"
    return SimpleNamespace(**{**dict.fromkeys(names.split()), **values, **fields})


def visitor(name: str, time: str = "again", number: int = 1) -> Any:
    return SimpleNamespace(id=number, name=name, row=100 + number, time=time)


def absent(name: str, *, before: bool, row: int | None = None) -> Any:
    return SimpleNamespace(id=9, name=name, row=row, before=before)


def gathering(came: Any = (), stayed_away: Any = (), not_recorded: Any = ()) -> Any:
    return SimpleNamespace(came=came, stayed_away=stayed_away, not_recorded=not_recorded, recorded=bool(came or stayed_away))


def around(found: Any = None, **fields: Any) -> Around:
    values: dict[str, Any] = {"needs": {}, "guests": {}, "notes": {}, "masked": False}
    return Around(gatherings={7: found or gathering()}, **{**values, **fields})


def note(field: str, **fields: Any) -> Any:
    return SimpleNamespace(field=field, **{"kind": "conflict", "text": None, "other_value": None, "source": None, **fields})
