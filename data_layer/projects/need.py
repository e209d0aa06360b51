"""What service users said they need."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Need
from data_layer.note import has_invented
from data_layer.projects.line import columns_for
from data_layer.scope import Scope


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One need: how it was found out, when (a day between first and last), and what became of it; None is unknown.

    `participants` and `votes` count persons; `invented`: something of it is, for demonstration.
    """

    id: int
    what: str
    method: str | None
    day_first: date | None
    day_last: date | None
    participants: int | None
    votes: int | None
    status: str | None
    micro_project_id: int | None
    source: str | None
    invented: bool


def needs(session: Session, scope: Scope) -> list[NeedLine]:
    """The needs of the scope, and whatever their group and date those that became a micro project: it may be in the scope. One statement.

    Needs without a date belong to every year.
    """
    own = sa.and_(scope.groups(Need), scope.dated(Need))
    return _needs(session, scope.networks(Need), sa.or_(Need.micro_project_id.is_not(None), own))


def needs_of(session: Session, micro_project_id: int) -> list[NeedLine]:
    """The needs that one micro project came from. One statement."""
    return _needs(session, Need.micro_project_id == micro_project_id)


def _needs(session: Session, *criteria: sa.ColumnElement[bool]) -> list[NeedLine]:
    query = sa.select(*columns_for(NeedLine, Need, invented=has_invented(Need))).where(*criteria).order_by(Need.what, Need.id)
    return [NeedLine(*row) for row in session.execute(query)]
