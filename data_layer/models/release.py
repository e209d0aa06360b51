"""What funders read: tables that were made once and do not change, the words with them, and who may read both."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, Row, Trashable, UtcDateTime


class Release(Trashable, Base):
    """A fixed set of tables: `tables` and `parameters` are what the reader gets, nothing is computed again.

    `basis` has the true values and what was hidden of them: later releases are checked against it, and no reader ever gets it.
    """

    __tablename__ = "release"

    title: Mapped[str] = mapped_column(sa.String(200))
    as_of: Mapped[date]
    period_first: Mapped[date | None]
    period_last: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    parameters: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    tables: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    basis: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True), deferred=True)
    sample: Mapped[bool] = mapped_column(default=False)

    __table_args__ = ({"sqlite_autoincrement": True},)


class ReleaseReader(Row, Base):
    """An account that a release names."""

    __tablename__ = "release_reader"

    release_id: Mapped[int] = mapped_column(sa.ForeignKey("release.id"))
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)

    __table_args__ = (sa.UniqueConstraint("release_id", "account_id"), {"sqlite_autoincrement": True})


class ReleaseWord(Row, Base):
    """What somebody said, as it stands in a release: a statement or a story, there only as long as its teller agrees.

    `words` are fixed with the release; `micro_project_id` names the biography in which they are told, empty where they stand alone.
    """

    __tablename__ = "release_word"

    release_id: Mapped[int] = mapped_column(sa.ForeignKey("release.id"), index=True)
    voice_id: Mapped[int | None] = mapped_column(sa.ForeignKey("voice.id"))
    story_id: Mapped[int | None] = mapped_column(sa.ForeignKey("story.id"))
    micro_project_id: Mapped[int | None] = mapped_column(sa.ForeignKey("micro_project.id"))
    words: Mapped[str] = mapped_column(sa.String(4000))
    teller: Mapped[str] = mapped_column(sa.String(20))

    __table_args__ = (
        sa.CheckConstraint("(voice_id IS NULL) <> (story_id IS NULL)", name="one_teller"),
        {"sqlite_autoincrement": True},
    )


class ReleaseLink(Row, Base):
    """A release for people without an account: an address with a password, good until the end of the day `ends` unless withdrawn.

    Neither the address nor the password is stored.
    """

    __tablename__ = "release_link"

    release_id: Mapped[int] = mapped_column(sa.ForeignKey("release.id"), index=True)
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    password_hash: Mapped[str] = mapped_column(sa.String(200))
    ends: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn: Mapped[bool] = mapped_column(default=False)

    __table_args__ = ({"sqlite_autoincrement": True},)


class ReleaseMessage(Row, Base):
    """What a reader found wrong in a release; `account_id` is empty where it came through a link. `done`: a leader has seen to it."""

    __tablename__ = "release_message"

    release_id: Mapped[int] = mapped_column(sa.ForeignKey("release.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    words: Mapped[str] = mapped_column(sa.String(2000))
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done: Mapped[bool] = mapped_column(default=False)

    __table_args__ = ({"sqlite_autoincrement": True},)


class ReportingPeriod(Trashable, Base):
    """A span of days that is reported on; closed, nothing that is dated in it changes. `reason`: why it was opened again."""

    __tablename__ = "reporting_period"

    name: Mapped[str] = mapped_column(sa.String(100))
    first: Mapped[date]
    last: Mapped[date]
    closed: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None] = mapped_column(sa.String(500))

    __table_args__ = (
        sa.CheckConstraint("last >= first", name="order"),
        sa.Index("uq_reporting_period_name_live", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        {"sqlite_autoincrement": True},
    )
