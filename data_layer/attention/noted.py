"""What notes on fields ask a person to look at: two sources that disagree, and rows that are perhaps the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.attention.kind import Kind
from data_layer.attention.twin import Twin
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
    Stakeholder,
    Tie,
)
from data_layer.models.columns import Owned
from data_layer.scope import Scope
from data_layer.vocabulary import NoteKind

MOST = 200
# A note on this field, with a name as its other value, says that the row may be the same body as the row of that name.
BODY = "body_id"
# The fields that name a row, whichever it has.
NAMES = ("title", "funder", "name", "what")
TABLES: Mapping[str, type[Any]] = {
    model.__tablename__: model
    for model in (Assessment, Event, FundingCase, FundingSource, MicroProject, Need, PhaseChange, Position, Stakeholder, Tie)
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which two sources disagree: each side's value and source; `unit` belongs to a number ("families", "EUR").

    `subject` names the row; `micro_project_id` and `stakeholder_id` lead to the page that shows it, where there is one.
    """

    kind: ClassVar[Kind] = Kind.CONFLICT
    network: str
    table: str
    field: str
    subject: str
    value: str | int | date | bool | None
    unit: str | None
    source: str | None
    other_value: str
    other_source: str | None
    micro_project_id: int | None
    stakeholder_id: int | None


@dataclass(frozen=True, slots=True)
class Noted:
    """What the notes of the scope ask for."""

    conflicts: list[Conflict]
    twins: list[Twin]


def noted(session: Session, scope: Scope) -> Noted:
    """Conflicts and noted twins, by network and note; notes on rows in the trash are left out. One statement."""
    rows = [_Row(row) for row in session.execute(_query(scope))]
    shown = [row for row in rows if row.subject]
    return Noted(
        [row.conflict() for row in shown if row.note.kind == NoteKind.CONFLICT],
        [_twin(row.note, row.network, row.about, row.second) for row in shown if row.note.field == BODY and row.second],
    )


def noted_twins(session: Session, stakeholder_id: int) -> list[Twin]:
    """The notes that say of this stakeholder, or of another one, that both are perhaps the same. One statement."""
    first, second = aliased(Stakeholder), aliased(Stakeholder)
    query = (
        sa.select(Note, Network.name, first, second)
        .join(Network, Network.id == Note.network_id)
        .join(first, sa.and_(first.network_id == Note.network_id, first.id == Note.row_id))
        .join(second, sa.and_(second.network_id == Note.network_id, second.name == Note.other_value))
        .where(
            Note.table_name == Stakeholder.__tablename__,
            Note.field == BODY,
            sa.or_(first.id == stakeholder_id, second.id == stakeholder_id),
        )
        .order_by(Note.id)
    )
    return [_twin(note, network, one, other) for note, network, one, other in session.execute(query)]


def _twin(note: Note, network: str, one: Stakeholder, other: Stakeholder) -> Twin:
    return Twin(network, note.network_id, "stakeholder", (one.id, one.name), (other.id, other.name), note.text or "")


def _query(scope: Scope) -> sa.Select[Any]:
    project, tied, person, second = aliased(MicroProject), aliased(Stakeholder), aliased(Stakeholder), aliased(Stakeholder)
    query = sa.select(Note, Network.name, *TABLES.values(), project, tied, person, second)
    query = query.join(Network, Network.id == Note.network_id)
    for table, model in TABLES.items():
        inside = model.network_id == Note.network_id if issubclass(model, Owned) else sa.true()
        query = query.outerjoin(model, sa.and_(Note.table_name == table, model.id == Note.row_id, inside))
    ends = (Assessment, Event, FundingCase, Need, PhaseChange)
    return (
        query.outerjoin(project, project.id == sa.func.coalesce(*(model.micro_project_id for model in ends)))
        .outerjoin(tied, tied.id == Tie.to_id)
        .outerjoin(person, person.id == sa.func.coalesce(Tie.from_id, Position.stakeholder_id))
        .outerjoin(second, sa.and_(second.network_id == Note.network_id, Stakeholder.id.is_not(None), second.name == Note.other_value))
        .where(scope.networks(Note), sa.or_(Note.kind == NoteKind.CONFLICT, sa.and_(Note.field == BODY, Note.other_value.is_not(None))))
        .order_by(Network.name, Note.id)
        .limit(MOST)
    )


class _Row:
    """A note with the row that it is about, and the rows that name it."""

    def __init__(self, found: Any) -> None:
        self.note, self.network, *rest = found
        self.rows: dict[str, Any] = dict(zip(TABLES, rest, strict=False))
        self.project, self.tied, self.person, self.second = rest[len(TABLES) :]
        self.about: Any = self.rows.get(self.note.table_name)
        self.stakeholder = self.rows["stakeholder"] or self.person
        self.micro_project = self.rows["micro_project"] or self.project

    @property
    def subject(self) -> str:
        """What the row is called; empty where it is in the trash."""
        if self.about is None:
            return ""
        if isinstance(self.about, Tie):
            return f"{self.person.name} – {self.tied.name}" if self.person and self.tied else ""
        named = next(
            (getattr(self.about, field) for field in ("title", "funder", "name", "what") if getattr(self.about, field, None)), None
        )
        behind = self.micro_project or self.stakeholder
        return str(named or (behind.name if behind else ""))

    def conflict(self) -> Conflict:
        value = getattr(self.about, self.note.field, None)
        return Conflict(
            network=self.network,
            table=self.note.table_name,
            field=self.note.field,
            subject=self.subject,
            value=value if isinstance(value, str | int | date) else None,
            unit=self._unit(),
            source=getattr(self.about, "source", None),
            other_value=self.note.other_value,
            other_source=self.note.source,
            micro_project_id=self.micro_project.id if self.micro_project else None,
            stakeholder_id=self.stakeholder.id if self.stakeholder else None,
        )

    def _unit(self) -> str | None:
        if self.note.field == "participants":
            return getattr(self.about, "participants_unit", None)
        return getattr(self.about, "currency", None) if self.note.field.endswith("_minor") else None
