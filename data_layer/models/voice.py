"""Voices: what service users and others said, whether they agreed to its use, and to which themes it was coded."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, CodeSet, Owned, Sourced, in_network, one_of, owned, vague
from data_layer.vocabulary import CodingRound, Consent, FeedbackTheme, Teller, VoiceKind


class Voice(Owned, Sourced, Base):
    """One statement, without a name; `checked`: somebody has looked that nobody can be recognised in it.

    Outside its LEN it is there only with `consent`, and only until that is withdrawn.
    """

    __tablename__ = "voice"

    words: Mapped[str] = mapped_column(sa.String(2000))
    kind: Mapped[str] = mapped_column(sa.String(20), default=VoiceKind.OTHER)
    teller: Mapped[str] = mapped_column(sa.String(20), default=Teller.UNKNOWN)
    target_groups: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    micro_project_id: Mapped[int | None]
    event_id: Mapped[int | None]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    checked: Mapped[bool] = mapped_column(default=False)
    consent: Mapped[str] = mapped_column(sa.String(20), default=Consent.NONE)
    consent_text: Mapped[str | None] = mapped_column(sa.String(1000))
    consent_day: Mapped[date | None]
    withdrawn_day: Mapped[date | None]

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        in_network("event_id", "event"),
        one_of("kind", VoiceKind),
        one_of("teller", Teller),
        one_of("consent", Consent),
        vague("day"),
        sa.CheckConstraint("consent = 'none' OR consent_day IS NOT NULL", name="consent_dated"),
        sa.CheckConstraint("consent = 'none' OR checked", name="consent_checked"),
    )


class VoiceTheme(Owned, Sourced, Base):
    """A theme of a LEN's own, beside the six of the search conferences."""

    __tablename__ = "theme"

    name: Mapped[str] = mapped_column(sa.String(100))
    description: Mapped[str | None] = mapped_column(sa.String(1000))

    __table_args__ = owned(
        sa.Index("uq_theme_name_live", "network_id", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


class Coding(Owned, Sourced, Base):
    """A theme that one of two people sees in a voice, or on which they settled: one of the six, or one of the LEN's own.

    `coder_id` is the account that coded; empty where that is not known, as after an import.
    """

    __tablename__ = "coding"

    voice_id: Mapped[int]
    round: Mapped[str] = mapped_column(sa.String(20))
    theme: Mapped[str | None] = mapped_column(sa.String(20))
    own_theme_id: Mapped[int | None]
    coder_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))

    __table_args__ = owned(
        in_network("voice_id", "voice"),
        in_network("own_theme_id", "theme"),
        one_of("round", CodingRound),
        one_of("theme", FeedbackTheme),
        sa.CheckConstraint("(theme IS NULL) <> (own_theme_id IS NULL)", name="one_theme"),
        sa.Index(
            "uq_coding_once_live",
            "network_id",
            "voice_id",
            "round",
            sa.text("coalesce(theme, '')"),
            sa.text("coalesce(own_theme_id, 0)"),
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )
