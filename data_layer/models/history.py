"""History: each action, and what it changed."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Row, UtcDateTime


class Action(Row, Base):
    """One thing that somebody did: who (empty: a command on the server), when, what; `undoes_id` is the action that it takes back.

    `request` names the browser's request for it, so that one which is sent again, because its answer was lost, is known.
    """

    __tablename__ = "action"

    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(60))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    undoes_id: Mapped[int | None] = mapped_column(sa.ForeignKey("action.id"), index=True)
    request: Mapped[str | None] = mapped_column(sa.String(40))

    __table_args__ = (sa.UniqueConstraint("account_id", "request"), {"sqlite_autoincrement": True})


class Change(Row, Base):
    """One row before and after an action; empty before: it was new."""

    __tablename__ = "change"

    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"), index=True)
    network_id: Mapped[int | None] = mapped_column(sa.ForeignKey("network.id"), index=True)
    table_name: Mapped[str] = mapped_column(sa.String(40))
    row_id: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))

    __table_args__ = (sa.Index("ix_change_row", "table_name", "row_id"), {"sqlite_autoincrement": True})
