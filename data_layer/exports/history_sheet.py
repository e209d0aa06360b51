"""The history as a table: one line for each row that an action changed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.exports.link_key import LinkKeys
from data_layer.exports.sheet import Cell, Sheet
from data_layer.history_filter import Wanted, fitting_changes
from data_layer.models import Account, Action, Change

NAME = "history"
CHANGE = ("network_id", "table_name", "row_id", "before", "after")
HEADER = ("action", "at", "who", "kind", "undoes", "network", "table", "row", "before", "after")
# The number of changes is not what somebody did.
COUNTED = frozenset({"revision"})


def history_sheet(session: Session, wanted: Wanted, keys: LinkKeys) -> Sheet:
    """Who changed what, when, of what the session sees and is wanted, the first action first; before and after as JSON of what differs.

    One statement, and one for the names of the LENs.
    """
    query = (
        sa.select(Action.id, Action.at, Account.email, Action.kind, Action.undoes_id, *(getattr(Change, name) for name in CHANGE))
        .join(Change, Change.action_id == Action.id)
        .outerjoin(Account, Account.id == Action.account_id)
        .where(*fitting_changes(session, wanted))
        .order_by(Change.id)
        .execution_options(yield_per=1000)
    )
    return Sheet(NAME, HEADER, list(_rows(session, query, keys)))


def _rows(session: Session, query: Any, keys: LinkKeys) -> Iterator[tuple[Cell, ...]]:
    keys.title("network", 0)
    for action_id, at, who, kind, undoes_id, network_id, table, row_id, *values in session.execute(query):
        before, after = _difference(*values)
        yield action_id, at.isoformat(), who, kind, undoes_id, keys.title("network", network_id or 0), table, row_id, before, after


def _difference(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[str | None, str | None]:
    if before is None or after is None:
        return _told(_known(before)), _told(_known(after))
    changed = [name for name in after if name not in COUNTED and before.get(name) != after[name]]
    return _told({name: before.get(name) for name in changed}), _told({name: after[name] for name in changed})


def _known(values: Mapping[str, Any] | None) -> dict[str, Any]:
    return {name: value for name, value in (values or {}).items() if value not in (None, [])}


def _told(values: Mapping[str, Any]) -> str | None:
    return json.dumps(values, ensure_ascii=False, sort_keys=True) if values else None
