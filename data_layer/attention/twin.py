"""Names that may stand for the same stakeholder or micro project of a network."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.analysis.alike_names import Named, alike_names
from data_layer.attention.kind import Kind
from data_layer.cache import results
from data_layer.models import MicroProject, Stakeholder

Table = Literal["stakeholder", "micro_project"]
TABLES: tuple[Table, ...] = ("stakeholder", "micro_project")


@dataclass(frozen=True, slots=True)
class Twin:
    """Two rows of one table as (id, name); `noted` is what somebody wrote about them, None where only the names are alike."""

    kind: ClassVar[Kind] = Kind.TWIN
    network: str
    network_id: int
    table: Table
    first: tuple[int, str]
    second: tuple[int, str]
    noted: str | None = None

    @property
    def pair(self) -> tuple[Table, frozenset[int]]:
        """What it is the same pair by, whichever comes first."""
        return self.table, frozenset((self.first[0], self.second[0]))

    def names(self, table: Table, row_id: int) -> bool:
        """Whether this row is one of the two."""
        return table == self.table and row_id in (self.first[0], self.second[0])


class Place(Protocol):
    """A network as this rule needs it; words of its name and region add nothing to the name of a stakeholder."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def region(self) -> str | None: ...
    @property
    def revision(self) -> int: ...


def likely_twins(session: Session, networks: Sequence[Place]) -> tuple[Twin, ...]:
    """The pairs with alike names inside each of these networks, by network and name. One statement, none when the answer is kept."""
    key = ("likely_twins", tuple((network.id, network.revision) for network in networks))
    return results.get(key, lambda: _likely_twins(session, networks))


def each_once(noted: Sequence[Twin], likely: Sequence[Twin]) -> list[Twin]:
    """Noted pairs first; a pair that is noted is not guessed again."""
    known = {twin.pair for twin in noted}
    return [*noted, *(twin for twin in likely if twin.pair not in known)]


def _likely_twins(session: Session, networks: Sequence[Place]) -> tuple[Twin, ...]:
    names = _names(session, [network.id for network in networks])
    return tuple(
        Twin(network.name, network.id, table, (first.id, first.name), (second.id, second.name))
        for network in networks
        for table in TABLES
        for first, second in alike_names(names[network.id, table], local=filter(None, (network.name, network.region)))
    )


def _names(session: Session, network_ids: Sequence[int]) -> dict[tuple[int, Table], list[Named]]:
    stakeholders = sa.select(
        sa.literal("stakeholder").label("table"), Stakeholder.network_id, Stakeholder.id, Stakeholder.name, Stakeholder.body_id
    ).where(Stakeholder.network_id.in_(network_ids))
    projects = sa.select(sa.literal("micro_project"), MicroProject.network_id, MicroProject.id, MicroProject.name, sa.null()).where(
        MicroProject.network_id.in_(network_ids)
    )
    found: dict[tuple[int, Table], list[Named]] = defaultdict(list)
    both = sa.union_all(stakeholders, projects).subquery()
    for table, network_id, row_id, name, body_id in session.execute(sa.select(both).order_by(both.c.network_id, both.c.id)):
        found[network_id, table].append(Named(row_id, name, body_id))
    return found
