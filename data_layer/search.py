"""Finding a record by a part of its name, over all LENs that the session sees."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_layer.models import Event, FundingSource, MicroProject, Need, Network, Pilot, Stakeholder

MOST = 12
SHORTEST = 2
LONGEST = 100
ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record: its table, id, name, and the LEN that it is in (None for a LEN itself and for funding sources)."""

    table: str
    row_id: int
    name: str
    network: str | None


# Each table with the column that is searched, those first that people look for most. What people said about themselves is not searched.
PLACES: tuple[tuple[type[Any], InstrumentedAttribute[Any]], ...] = (
    (Network, Network.name),
    (Stakeholder, Stakeholder.name),
    (MicroProject, MicroProject.name),
    (Pilot, Pilot.name),
    (Event, Event.title),
    (Need, Need.what),
    (FundingSource, FundingSource.funder),
)


def find(session: Session, text: str) -> list[Hit]:
    """At most twelve records whose name holds the text, those first whose name begins with it; none for less than two letters.

    Upper and lower case are one, also outside ASCII, as far as the text is written one way throughout. One statement.
    """
    text = text.strip()[:LONGEST]
    if len(text) < SHORTEST:
        return []
    parts = [_part(rank, model, column, text) for rank, (model, column) in enumerate(PLACES)]
    found = sa.union_all(*parts).subquery()
    query = sa.select(found.c.table, found.c.id, found.c.name, found.c.network)
    rows = session.execute(query.order_by(found.c.inside, found.c.rank, sa.func.length(found.c.name), found.c.name, found.c.id).limit(MOST))
    return [Hit(*row) for row in rows]


def _part(rank: int, model: type[Any], column: InstrumentedAttribute[Any], text: str) -> sa.Select[Any]:
    begins, inside = (sa.or_(*(column.like(f"{before}{form}%", escape=ESCAPE) for form in forms(text))) for before in ("", "%"))
    owned = hasattr(model, "network_id")
    columns = [
        sa.literal(model.__tablename__).label("table"),
        model.id.label("id"),
        column.label("name"),
        (Network.name if owned else sa.cast(sa.null(), sa.String)).label("network"),
        sa.literal(rank).label("rank"),
        sa.case((begins, 0), else_=1).label("inside"),
    ]
    query = sa.select(*columns).where(inside)
    return query.join(Network, Network.id == model.network_id) if owned else query


def forms(text: str) -> set[str]:
    """The text as LIKE takes it, in the common ways of writing: the database knows only ASCII letters as each other's upper case."""
    plain = text
    for sign in (ESCAPE, "%", "_"):
        plain = plain.replace(sign, ESCAPE + sign)
    return {plain, plain.lower(), plain.upper(), plain.title(), plain[:1].upper() + plain[1:].lower()}
