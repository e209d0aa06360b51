"""Which part of the history is asked for, and which part the session sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.editing.tables import TABLES
from data_layer.models import Action, Change, FundingSource, Note
from data_layer.undo import MODELS

# How far back, by the number of days as it stands in an address.
SPANS = {"1": timedelta(days=1), "7": timedelta(days=7), "30": timedelta(days=30), "365": timedelta(days=365)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions: of one LEN, person (account id, 0 for the server), table, row, and at or after an instant; None leaves nothing out.

    What was said of the origin of a field belongs to the row of the field.
    """

    network_id: int | None = None
    account_id: int | None = None
    table: str | None = None
    row_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


def wanted_of(values: Mapping[str, str]) -> Wanted:
    """The choices of an address: network, person, table, row, since (a key of SPANS). ValueError or KeyError for what cannot be."""

    def whole(key: str) -> int | None:
        return int(values[key]) if values.get(key) else None

    table, since = values.get("table") or None, values.get("since")
    if table is not None and table not in TABLES:
        raise KeyError(table)
    return Wanted(whole("network"), whole("person"), table, whole("row"), now() - SPANS[since] if since else None)


def span_since(instant: datetime) -> str | None:
    """The shortest span in which everything since this instant lies; None where all of them are too short."""
    age = now() - instant
    return next((days for days, span in SPANS.items() if age <= span), None)


def actor_of(session: Session) -> Actor | None:
    """Whose session it is; None for the server's."""
    actor: Actor | None = session.info.get("actor")
    return actor


def visible_changes(session: Session) -> sa.ColumnElement[bool]:
    """Criterion on changes. The session does not filter history: a change is seen where its LEN is, and on the catalogue by all."""
    actor = actor_of(session)
    data = Change.table_name.in_(TABLES.keys() | MODELS.keys())
    if actor is None or actor.all_networks:
        return data
    return sa.and_(data, sa.or_(Change.network_id.in_(sorted(actor.network_ids)), Change.table_name == FundingSource.__tablename__))


def fitting_changes(session: Session, wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    """Criteria on the changes that the session sees and that fit."""
    criteria = [visible_changes(session)]
    if wanted.network_id is not None:
        criteria.append(Change.network_id == wanted.network_id)
    if wanted.table is not None or wanted.row_id is not None:
        criteria.append(_about(wanted))
    actions = _fitting_actions(wanted)
    return [*criteria, Change.action_id.in_(sa.select(Action.id).where(*actions))] if actions else criteria


def _about(wanted: Wanted) -> sa.ColumnElement[bool]:
    """The rows themselves, and the notes on their fields."""
    own: list[sa.ColumnElement[bool]] = []
    notes: list[sa.ColumnElement[bool]] = [Change.table_name == Note.__tablename__]
    if wanted.table is not None:
        own.append(Change.table_name == wanted.table)
        notes.append(_is_noted("table_name", wanted.table))
    if wanted.row_id is not None:
        own.append(Change.row_id == wanted.row_id)
        notes.append(_is_noted("row_id", wanted.row_id))
    return sa.or_(sa.and_(*own), sa.and_(*notes))


def _is_noted(column: str, value: Any) -> sa.ColumnElement[bool]:
    """Whether a column of a note, which never changes, has this value."""
    return sa.or_(*(_read(snapshot[column], value) == value for snapshot in (Change.after, Change.before)))


def _read(element: Any, value: Any) -> Any:
    return element.as_integer() if isinstance(value, int) else element.as_string()


def _fitting_actions(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    criteria: list[sa.ColumnElement[bool]] = []
    if wanted.account_id is not None:
        criteria.append(Action.account_id == wanted.account_id if wanted.account_id else Action.account_id.is_(None))
    if wanted.since is not None:
        criteria.append(Action.at >= wanted.since)
    return criteria if wanted.until is None else [*criteria, Action.at < wanted.until]
