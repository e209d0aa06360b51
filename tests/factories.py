"""Rows for tests: plain functions with sensible values, each one action."""

from typing import Any

from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.models import (
    Assessment,
    Event,
    FundingCase,
    FundingSource,
    MicroProject,
    Need,
    Network,
    Note,
    PhaseChange,
    Position,
    Receipt,
    Stakeholder,
    Tie,
)


def make_network(session: Session, name: str = "Northern Valley", **fields: Any) -> Network:
    return _made(session, Network(name=name, **fields))


def make_stakeholder(session: Session, network: Network, name: str = "Sewing group", **fields: Any) -> Stakeholder:
    return _made(session, Stakeholder(network_id=network.id, name=name, **fields))


def make_tie(session: Session, start: Stakeholder, end: Stakeholder, **fields: Any) -> Tie:
    return _made(session, Tie(network_id=start.network_id, from_id=start.id, to_id=end.id, **fields))


def make_position(session: Session, stakeholder: Stakeholder, **fields: Any) -> Position:
    return _made(session, Position(network_id=stakeholder.network_id, stakeholder_id=stakeholder.id, **fields))


def make_micro_project(session: Session, network: Network, name: str = "Sewing room", **fields: Any) -> MicroProject:
    return _made(session, MicroProject(network_id=network.id, name=name, **fields))


def make_phase_change(session: Session, project: MicroProject, to_phase: str, **fields: Any) -> PhaseChange:
    return _made(session, PhaseChange(network_id=project.network_id, micro_project_id=project.id, to_phase=to_phase, **fields))


def make_need(session: Session, network: Network, what: str = "A place to meet", **fields: Any) -> Need:
    return _made(session, Need(network_id=network.id, what=what, **fields))


def make_event(session: Session, network: Network, title: str = "Kitchen talk", **fields: Any) -> Event:
    return _made(session, Event(network_id=network.id, title=title, **fields))


def make_funding_source(session: Session, funder: str = "County council", **fields: Any) -> FundingSource:
    return _made(session, FundingSource(funder=funder, **fields))


def make_funding_case(session: Session, project: MicroProject, source: FundingSource, /, **fields: Any) -> FundingCase:
    return _made(session, FundingCase(network_id=project.network_id, micro_project_id=project.id, funding_source_id=source.id, **fields))


def make_receipt(session: Session, case: FundingCase, amount_minor: int, **fields: Any) -> Receipt:
    values = {"currency": case.currency, "amount_minor": amount_minor, **fields}
    return _made(session, Receipt(network_id=case.network_id, funding_case_id=case.id, **values))


def make_assessment(session: Session, project: MicroProject, side: str, level: int, **fields: Any) -> Assessment:
    values = {"level_from": level, "level_to": level, **fields}
    return _made(session, Assessment(network_id=project.network_id, micro_project_id=project.id, side=side, **values))


def make_note(session: Session, row: Any, field: str, kind: str = "reading", **fields: Any) -> Note:
    """A note on a field of a row that belongs to a LEN; on one that belongs to none, `network_id` says who wrote it."""
    values = {"network_id": getattr(row, "network_id", None), **fields}
    return _made(session, Note(table_name=row.__tablename__, row_id=row.id, field=field, kind=kind, **values))


def _made(session: Session, row: Any) -> Any:
    with acting(session, "test") as action:
        return action.insert(row)
