"""What funders read: tables that were made once and do not change, the words with them, and who may read both."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, Row, Trashable, UtcDateTime
from data_layer.models.review import Story
from data_layer.models.voice import Voice
from data_layer.vocabulary import TO_FUNDERS


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

    `words`, and the region and country in which they were said, are fixed with the release; `invented`: made up for demonstration.
    `micro_project_id` names the biography in which they are told, empty where they stand alone.
    """

    __tablename__ = "release_word"

    release_id: Mapped[int] = mapped_column(sa.ForeignKey("release.id"), index=True)
    voice_id: Mapped[int | None] = mapped_column(sa.ForeignKey("voice.id"))
    story_id: Mapped[int | None] = mapped_column(sa.ForeignKey("story.id"))
    micro_project_id: Mapped[int | None] = mapped_column(sa.ForeignKey("micro_project.id"))
    words: Mapped[str] = mapped_column(sa.String(4000))
    teller: Mapped[str] = mapped_column(sa.String(20))
    place: Mapped[str | None] = mapped_column(sa.String(200))
    country: Mapped[str | None] = mapped_column(sa.String(2))
    invented: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        sa.CheckConstraint("(voice_id IS NULL) <> (story_id IS NULL)", name="one_teller"),
        {"sqlite_autoincrement": True},
    )


_word, _voice, _story = (model.__table__ for model in (ReleaseWord, Voice, Story))
_still_agreed = (
    sa.select(_word.c.id, _word.c.release_id, _word.c.micro_project_id, _word.c.words, _word.c.teller)
    .add_columns(_word.c.place, _word.c.country, _word.c.invented, _word.c.story_id.is_not(None).label("is_story"))
    .select_from(_word.outerjoin(_voice, _voice.c.id == _word.c.voice_id).outerjoin(_story, _story.c.id == _word.c.story_id))
    .where(
        sa.or_(
            *(
                sa.and_(told.c.consent.in_(TO_FUNDERS), told.c.withdrawn_day.is_(None), told.c.trashed_by.is_(None), *more)
                for told, more in ((_voice, [_voice.c.checked]), (_story, []))
            )
        )
    )
    .subquery("agreed_word")
)


class AgreedWord(Base):
    """The words of a release as its readers get them: those whose tellers agree to it at this moment. It can only be read.

    Neither the id of a statement or a story nor anything else that stands there is behind it, so that none can come out.
    """

    __table__ = _still_agreed


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
