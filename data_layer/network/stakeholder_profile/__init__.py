"""All that is recorded of one stakeholder, one kind of fact per module; `stakeholder_profile` brings them together."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.attention.noted import noted_twins
from data_layer.attention.twin import Twin, each_once, likely_twins
from data_layer.models import Network, Stakeholder
from data_layer.network.stakeholder import Span
from data_layer.network.stakeholder_profile.elsewhere import Elsewhere, elsewhere
from data_layer.network.stakeholder_profile.money import OwnMoney, own_money
from data_layer.network.stakeholder_profile.position import OwnPosition, own_positions
from data_layer.network.stakeholder_profile.project import OwnProject, own_projects
from data_layer.network.stakeholder_profile.tie import OwnTie, own_ties
from data_layer.note import FieldNote, field_notes
from data_layer.problem import NotFound
from data_layer.vocabulary import NetworkStatus

__all__ = ["Profile", "stakeholder_profile"]


@dataclass(frozen=True, slots=True)
class Profile:
    """One stakeholder and everything around it; `body_known` tells whether somebody said which body it is.

    `start` and `end` are vague dates (first day, last day), codes are those of `data_layer.vocabulary`, None is unknown.
    """

    id: int
    name: str
    network_id: int
    network: str
    is_len: bool
    body_known: bool
    kind: str
    sector: str | None
    role: str | None
    several: bool
    start: Span
    end: Span
    place: str | None
    country: str | None
    website: str | None
    contact_point: str | None
    external_ids: str | None
    description: str | None
    source: str | None
    ties: tuple[OwnTie, ...]
    elsewhere: tuple[Elsewhere, ...]
    projects: tuple[OwnProject, ...]
    money: tuple[OwnMoney, ...]
    positions: tuple[OwnPosition, ...]
    notes: tuple[FieldNote, ...]
    twins: tuple[Twin, ...]


def stakeholder_profile(session: Session, stakeholder_id: int) -> Profile:
    """The profile of a stakeholder among those that the session sees; NotFound otherwise. At most nine statements."""
    row, network = _found(session, stakeholder_id)
    ties, places, positions = own_ties(session, row), elsewhere(session, row), own_positions(session, row)
    projects = own_projects(session, row, ties, places)
    noted = {"stakeholder": [row.id], "tie": [tie.id for tie in ties], "position": [seen.id for seen in positions]}
    return Profile(
        id=row.id,
        name=row.name,
        network_id=network.id,
        network=network.name,
        is_len=network.status == NetworkStatus.LEN,
        body_known=row.body_id is not None,
        kind=row.kind,
        sector=row.sector,
        role=row.role,
        several=row.several,
        start=(row.start_first, row.start_last),
        end=(row.end_first, row.end_last),
        place=row.place,
        country=row.country,
        website=row.website,
        contact_point=row.contact_point,
        external_ids=row.external_ids,
        description=row.description,
        source=row.source,
        ties=ties,
        elsewhere=places,
        projects=projects,
        money=own_money(session, row, [project.id for project in projects if project.how != "supports"]),
        positions=positions,
        notes=tuple(field_notes(session, **noted)),
        twins=_twins(session, row, network),
    )


def _found(session: Session, stakeholder_id: int) -> tuple[Stakeholder, Network]:
    query = sa.select(Stakeholder, Network).join(Network, Network.id == Stakeholder.network_id).where(Stakeholder.id == stakeholder_id)
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound(Stakeholder.__name__)
    return found


def _twins(session: Session, row: Stakeholder, network: Network) -> tuple[Twin, ...]:
    """The stakeholders of the network that are perhaps the same: those that notes name, then those with alike names."""
    alike = [twin for twin in likely_twins(session, [network]) if twin.names("stakeholder", row.id)]
    return tuple(each_once(noted_twins(session, row.id), alike))
