"""The arguments of commands as browsers send them: looked at before anything is done; 400 for what no page of ours sends."""

from typing import Any

from flask import abort

from dashboard.arguments import fits
from data_layer.editing.edit import Edit
from data_layer.editing.merge import Choice
from data_layer.editing.merge_plan import BOTH, FIRST, SECOND
from data_layer.editing.origin import Origin
from data_layer.editing.tables import TABLES, Table
from data_layer.network.net_map import ANSWERS, Seen
from data_layer.whole_number import LARGEST

MOST_ROWS = 5_000
LONGEST = 10_000
ORIGIN = {"kind", "other_value", "text", "source"}


def table_named(name: str) -> Table:
    """The table to edit of this name; 400 for any other."""
    return TABLES[name] if name in TABLES else abort(400)


def few(items: list[Any]) -> list[Any]:
    """The items themselves; 400 for none, or more than one command may hold."""
    return items if 0 < len(items) <= MOST_ROWS else abort(400)


def row_id(value: Any) -> int:
    """An id that a row could have; the database cannot even look for a larger number."""
    return value if fits(value, int) and 0 < value < LARGEST else abort(404)


def edit_of(item: dict[str, Any]) -> Edit:
    """A new value for one field, as a browser sends it."""
    if set(item) != {"table", "id", "field", "old", "new"} or not fits(item["id"], int):
        abort(400)
    row_id(item["id"])
    if not isinstance(item["table"], str) or not isinstance(item["field"], str) or not is_value(item["old"]) or not is_value(item["new"]):
        abort(400)
    if item["field"] not in table_named(item["table"]).fields:
        abort(400)
    return Edit(item["table"], item["id"], item["field"], item["old"], item["new"])


def seen_of(item: dict[str, Any]) -> Seen:
    """What a mapping says of one stakeholder, as a browser sends it."""
    if set(item) != {"stakeholder", "old", "new"} or not isinstance(item["old"], dict) or not isinstance(item["new"], dict):
        abort(400)
    for answers in (item["old"], item["new"]):
        if not set(answers) <= set(ANSWERS) or not all(map(is_value, answers.values())):
            abort(400)
    return Seen(row_id(item["stakeholder"]), item["old"], item["new"])


def origin_of(item: dict[str, Any] | None) -> Origin | None:
    """Where a value comes from, as a browser sends it."""
    if item is None:
        return None
    known = set(item) == ORIGIN and isinstance(item["kind"], str)
    if not known or not all(fits(item[name], str | None) and len(item[name] or "") <= LONGEST for name in ORIGIN):
        abort(400)
    return Origin(**item)


def choice_of(item: dict[str, Any]) -> tuple[str, Choice]:
    """Which value of two stakeholders stays in a field, as a browser sends it."""
    if set(item) != {"field", "take", "first", "second"} or item["take"] not in (FIRST, SECOND, BOTH):
        abort(400)
    if not isinstance(item["field"], str) or item["field"] not in TABLES["stakeholder"].fields:
        abort(400)
    if not (is_value(item["first"]) and is_value(item["second"])):
        abort(400)
    return item["field"], Choice(item["take"], item["first"], item["second"])


def is_value(value: Any) -> bool:
    """Whether this could be the value of a field."""
    if isinstance(value, list):
        return len(value) <= 100 and all(isinstance(part, str) and len(part) <= 100 for part in value)
    return value is None or (isinstance(value, str) and len(value) <= LONGEST) or (isinstance(value, bool | int) and abs(value) < LARGEST)
