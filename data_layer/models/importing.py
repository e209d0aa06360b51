"""Files on their way in: what was read and not yet applied, and where columns went before."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Row, UtcDateTime


class ImportDraft(Row, Base):
    """The one file that an account is bringing in: `tables` is what was read, packed; `choices` what was chosen since; gone after a day."""

    __tablename__ = "import_draft"

    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), unique=True)
    name: Mapped[str] = mapped_column(sa.String(300))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
    tables: Mapped[bytes] = mapped_column(sa.LargeBinary)
    choices: Mapped[dict[str, Any]] = mapped_column(sa.JSON)

    __table_args__ = ({"sqlite_autoincrement": True},)


class ImportMapping(Row, Base):
    """Where an account sent the columns of a table of this form; `columns_hash` is the SHA-256 of format, name and columns."""

    __tablename__ = "import_mapping"

    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    columns_hash: Mapped[str] = mapped_column(sa.String(64))
    target: Mapped[str] = mapped_column(sa.String(40))
    fields: Mapped[list[str]] = mapped_column(sa.JSON)

    __table_args__ = (sa.UniqueConstraint("account_id", "columns_hash"), {"sqlite_autoincrement": True})
