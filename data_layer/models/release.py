"""What funders read: tables that were made once and do not change."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Row, Trashable, UtcDateTime


class Release(Trashable, Base):
    """A fixed set of tables: `tables` and `parameters` are what the reader gets, nothing is computed again."""

    __tablename__ = "release"

    title: Mapped[str] = mapped_column(sa.String(200))
    as_of: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    parameters: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    tables: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    sample: Mapped[bool] = mapped_column(default=False)

    __table_args__ = ({"sqlite_autoincrement": True},)


class ReleaseReader(Row, Base):
    """An account that a release names."""

    __tablename__ = "release_reader"

    release_id: Mapped[int] = mapped_column(sa.ForeignKey("release.id"))
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)

    __table_args__ = (sa.UniqueConstraint("release_id", "account_id"), {"sqlite_autoincrement": True})
