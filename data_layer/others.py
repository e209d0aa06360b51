"""What others changed since somebody's last visit."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.actor import Actor
from data_layer.editing.tables import TABLES
from data_layer.models import Account, Action, Change, Network, SignIn

MOST = 200


@dataclass(frozen=True, slots=True)
class OthersChange:
    """What one person did to the rows of one table in one LEN. `who`: e-mail address, None for the server, whose account id is 0.

    `what` is "new", "changed" or "trashed", `rows` how many rows, `at` when the last of them.
    """

    account_id: int
    who: str | None
    network_id: int
    network: str
    table: str
    what: str
    rows: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Others:
    """`since`: when the actor was last there, the present visit left out; the first time, when it began. The latest change first."""

    since: datetime | None
    changes: tuple[OthersChange, ...]


def changes_by_others(session: Session, actor: Actor) -> Others:
    """Counts only, no values: of the LENs that the session sees. One statement."""
    earlier, present = sa.orm.aliased(SignIn), sa.orm.aliased(SignIn)
    last_visit = sa.select(sa.func.max(earlier.seen_at)).where(earlier.account_id == actor.account_id, earlier.id < (actor.sign_in_id or 0))
    begin = sa.select(present.created_at).where(present.id == (actor.sign_in_id or 0))
    since = sa.type_coerce(sa.func.coalesce(last_visit.scalar_subquery(), begin.scalar_subquery()), SignIn.seen_at.type)
    changed = _changed(actor, since).subquery()
    query = (
        sa.select(since.label("since"), changed)
        .select_from(sa.select(sa.literal(1).label("one")).subquery().outerjoin(changed, sa.true()))
        .order_by(changed.c.at.desc(), changed.c.network, changed.c.table_name, changed.c.what)
        .limit(MOST)
    )
    rows = session.execute(query).all()
    found = [OthersChange(row.account_id or 0, *row[2:]) for row in rows if row.network is not None]
    return Others(rows[0].since, tuple(found))


def _changed(actor: Actor, since: sa.ColumnElement[datetime]) -> sa.Select[int, str, int, str, str, str, int, datetime]:
    before, after = Change.before["trashed_by"].as_integer(), Change.after["trashed_by"].as_integer()
    what = sa.case(
        (Change.before.is_(sa.null()), "new"),
        (sa.or_(Change.after.is_(sa.null()), sa.and_(before.is_(None), after.is_not(None))), "trashed"),
        else_="changed",
    )
    by_others = sa.or_(Action.account_id.is_(None), Action.account_id != actor.account_id)
    return (
        sa.select(
            Action.account_id,
            Account.email,
            Network.id.label("network_id"),
            Network.name.label("network"),
            Change.table_name,
            what.label("what"),
            sa.func.count(sa.distinct(Change.row_id)).label("n"),
            sa.func.max(Action.at).label("at"),
        )
        .join(Change, Change.action_id == Action.id)
        .join(Network, Network.id == Change.network_id)
        .outerjoin(Account, Account.id == Action.account_id)
        .where(Action.at > since, by_others, Change.table_name.in_(sorted(TABLES)))
        .group_by(Action.account_id, Account.email, Network.id, Network.name, Change.table_name, what)
    )
