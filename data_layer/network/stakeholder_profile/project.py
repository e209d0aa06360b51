"""The micro projects that a stakeholder stands behind or supports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.attention.dependence import NO_SUPPORT
from data_layer.models import MicroProject, Network, Stakeholder
from data_layer.network.stakeholder_profile.elsewhere import Elsewhere
from data_layer.network.stakeholder_profile.tie import OwnTie

How = Literal["behind", "behind_elsewhere", "supports"]
ORDER: tuple[How, ...] = ("behind", "behind_elsewhere", "supports")


@dataclass(frozen=True, slots=True)
class OwnProject:
    """A micro project, and `how` the stakeholder belongs to it: it stands behind it, the same body does elsewhere, or it supports it."""

    id: int
    name: str
    network: str
    how: How
    became: str | None
    end_state: str


def own_projects(session: Session, row: Stakeholder, ties: Sequence[OwnTie], places: Sequence[Elsewhere]) -> tuple[OwnProject, ...]:
    """Those it stands behind, then those of the same body elsewhere, then those that it supports; each by name. One statement.

    It supports a micro project where a tie goes from it to the group behind, or where a tie of its own came out of the micro project.
    """
    supported = {tie.other_id for tie in ties if tie.relation not in NO_SUPPORT and tie.outward is not False}
    came_out = {tie.micro_project_id for tie in ties if tie.micro_project_id is not None}
    same = {place.stakeholder_id for place in places}
    query = (
        sa.select(MicroProject, Network.name)
        .join(Network, Network.id == MicroProject.network_id)
        .where(sa.or_(MicroProject.group_id.in_({row.id, *same, *supported}), MicroProject.id.in_(came_out)))
        .order_by(MicroProject.name, MicroProject.id)
    )
    found = [
        OwnProject(project.id, project.name, network, _how(project.group_id, row.id, same), project.became, project.end_state)
        for project, network in session.execute(query)
    ]
    return tuple(sorted(found, key=lambda project: ORDER.index(project.how)))


def _how(group_id: int | None, stakeholder_id: int, same: set[int]) -> How:
    if group_id == stakeholder_id:
        return "behind"
    return "behind_elsewhere" if group_id in same else "supports"
