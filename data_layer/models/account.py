"""Who may come in: accounts, what they may see, and their sign-ins."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Row, UtcDateTime, one_of
from data_layer.vocabulary import AccountRole, Language, Theme


class Account(Row, Base):
    """A person's way in, with one role. The e-mail address is kept in lower case.

    Until `one_time_until` its password is a one-time one: good only to choose a lasting one.
    """

    __tablename__ = "account"

    email: Mapped[str] = mapped_column(sa.String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(sa.String(200))
    role: Mapped[str] = mapped_column(sa.String(20))
    all_networks: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str | None] = mapped_column(sa.String(5))
    theme: Mapped[str | None] = mapped_column(sa.String(10))
    demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    one_time_until: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        one_of("role", AccountRole),
        one_of("language", Language),
        one_of("theme", Theme),
        sa.CheckConstraint("email = lower(email)", name="email_lower"),
        sa.CheckConstraint("all_networks = false OR role IN ('coordinator', 'leader')", name="all_networks"),
        {"sqlite_autoincrement": True},
    )


class Grant(Row, Base):
    """An account may work in a LEN."""

    __tablename__ = "grant"

    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    network_id: Mapped[int] = mapped_column(sa.ForeignKey("network.id"), index=True)

    __table_args__ = (sa.UniqueConstraint("account_id", "network_id"), {"sqlite_autoincrement": True})


class SignIn(Row, Base):
    """One sign-in: the browser holds the token, the table only its SHA-256."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    browser: Mapped[str | None] = mapped_column(sa.String(60))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = ({"sqlite_autoincrement": True},)


class LogInAttempt(Row, Base):
    """A failed attempt to log in, counted per account name and per address (both only as SHA-256)."""

    __tablename__ = "log_in_attempt"

    email_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    address_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    __table_args__ = ({"sqlite_autoincrement": True},)
