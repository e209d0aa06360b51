"""What follows from what was typed: fields that nobody fills in because another row settles them."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_value
from data_layer.actor import Actor
from data_layer.editing.tables import Table
from data_layer.models import Coding, FundingCase, PhaseChange, Receipt
from data_layer.problem import Problem
from data_layer.vocabulary import Phase


def fill_in(session: Session, table: Table, kept: dict[str, Any]) -> dict[str, Any]:
    """The columns of a new row with those added that follow from others. NotFound when what it belongs to is not seen."""
    add = FOLLOWING.get(table.model)
    return kept if add is None else kept | add(session, kept)


def _currency_of_case(session: Session, kept: dict[str, Any]) -> dict[str, Any]:
    """Money arrives in the currency of its case."""
    currency = get_value(session, FundingCase.currency, kept["funding_case_id"])
    if currency is None:
        raise Problem("case_without_currency", "funding_case_id")
    return {"currency": currency}


def _phase_so_far(session: Session, kept: dict[str, Any]) -> dict[str, Any]:
    """A step begins in the phase in which the last one ended."""
    return {"from_phase": phase_now(session, kept["micro_project_id"])}


def _coder(session: Session, _kept: dict[str, Any]) -> dict[str, Any]:
    """Whoever types a theme has coded the voice."""
    actor: Actor | None = session.info.get("actor")
    return {"coder_id": actor.account_id if actor else None}


def phase_now(session: Session, micro_project_id: int) -> str:
    """The phase that a micro project is in."""
    query = sa.select(PhaseChange.to_phase).where(PhaseChange.micro_project_id == micro_project_id)
    return session.scalar(query.order_by(PhaseChange.id.desc()).limit(1)) or Phase.UNKNOWN


FOLLOWING: dict[type[Any], Callable[[Session, dict[str, Any]], dict[str, Any]]] = {
    Coding: _coder,
    Receipt: _currency_of_case,
    PhaseChange: _phase_so_far,
}
