"""Money: the catalogue of funding sources, and what each micro project applied for, was awarded and received."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import CodeSet, Owned, Sourced, Trashable, in_network, one_of, ordered, owned, vague
from data_layer.vocabulary import CaseState, Effort, Instrument, Payment


class FundingSource(Trashable, Sourced, Base):
    """One entry of the catalogue that all LENs read; `entered_by_id` is the LEN that may edit it (empty: an administrator)."""

    __tablename__ = "funding_source"
    HOME = "entered_by_id"

    entered_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("network.id"))
    body_id: Mapped[int | None]
    funder: Mapped[str] = mapped_column(sa.String(200))
    funder_external_id: Mapped[str | None] = mapped_column(sa.String(200))
    name: Mapped[str | None] = mapped_column(sa.String(300))
    instrument: Mapped[str] = mapped_column(sa.String(20), default=Instrument.UNKNOWN)
    who_may_apply: Mapped[str | None] = mapped_column(sa.String(500))
    open_to_informal: Mapped[bool | None]
    formats: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    phases: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    country: Mapped[str | None] = mapped_column(sa.String(2))
    currency: Mapped[str | None] = mapped_column(sa.String(3))
    amount_min_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    amount_max_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    amount_note: Mapped[str | None] = mapped_column(sa.String(300))
    effort: Mapped[str | None] = mapped_column(sa.String(20))
    plain_language: Mapped[bool | None]
    paid: Mapped[str | None] = mapped_column(sa.String(20))
    paid_after_months: Mapped[int | None]
    deadline: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(sa.String(2000))

    __table_args__ = (
        one_of("instrument", Instrument),
        one_of("effort", Effort),
        one_of("paid", Payment),
        sa.CheckConstraint("amount_min_minor >= 0", name="amount_min"),
        sa.CheckConstraint("amount_max_minor >= amount_min_minor", name="amount_range"),
        sa.CheckConstraint("currency IS NOT NULL OR (amount_min_minor IS NULL AND amount_max_minor IS NULL)", name="currency"),
        sa.CheckConstraint("paid_after_months >= 0", name="paid_after_months"),
        {"sqlite_autoincrement": True},
    )


class FundingCase(Owned, Sourced, Base):
    """A micro project and a source: how far it went. Amounts are in minor units (cents) of the one currency of the case."""

    __tablename__ = "funding_case"

    micro_project_id: Mapped[int]
    funding_source_id: Mapped[int] = mapped_column(sa.ForeignKey("funding_source.id"), index=True)
    what_for: Mapped[str | None] = mapped_column(sa.String(300))
    state: Mapped[str] = mapped_column(sa.String(20), default=CaseState.UNKNOWN)
    currency: Mapped[str | None] = mapped_column(sa.String(3))
    applied_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    awarded_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    applied_first: Mapped[date | None]
    applied_last: Mapped[date | None]
    decided_first: Mapped[date | None]
    decided_last: Mapped[date | None]
    in_kind_quantity: Mapped[int | None]
    in_kind_unit: Mapped[str | None] = mapped_column(sa.String(100))
    regrant: Mapped[bool] = mapped_column(default=False)
    before_sempre: Mapped[bool] = mapped_column(default=False)

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        one_of("state", CaseState),
        vague("applied"),
        vague("decided"),
        ordered("applied", "decided"),
        sa.CheckConstraint("applied_minor >= 0", name="applied"),
        sa.CheckConstraint("awarded_minor >= 0", name="awarded"),
        sa.CheckConstraint("currency IS NOT NULL OR (applied_minor IS NULL AND awarded_minor IS NULL)", name="currency"),
        sa.CheckConstraint("(in_kind_quantity IS NULL) = (in_kind_unit IS NULL)", name="in_kind"),
        sa.UniqueConstraint("network_id", "id", "currency"),
    )


class Receipt(Owned, Sourced, Base):
    """Money that arrived, in the currency of its case: the key over three columns lets the database prove it."""

    __tablename__ = "receipt"

    funding_case_id: Mapped[int]
    currency: Mapped[str] = mapped_column(sa.String(3))
    amount_minor: Mapped[int] = mapped_column(sa.BigInteger)
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]

    __table_args__ = owned(
        sa.ForeignKeyConstraint(
            ["network_id", "funding_case_id", "currency"], ["funding_case.network_id", "funding_case.id", "funding_case.currency"]
        ),
        vague("day"),
        sa.CheckConstraint("amount_minor > 0", name="amount"),
    )
