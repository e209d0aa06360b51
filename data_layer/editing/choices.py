"""What a link can point to: the rows of a LEN that a form offers by name."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_value
from data_layer.editing.tables import TABLES, FieldKind, Table
from data_layer.models import (
    Event,
    FundingCase,
    FundingSource,
    Indicator,
    MicroProject,
    Network,
    Pilot,
    Review,
    Stakeholder,
    Story,
    Voice,
    VoiceTheme,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A row that a link can point to; no other of its kind has this name."""

    id: int
    name: str


def link_targets(session: Session, table: Table, network_id: int | None) -> dict[str, list[Target]]:
    """Table -> the rows of this LEN (of the whole catalogue, for funding sources) that links of `table` can point to, by name.

    One statement for each table that it points to.
    """
    wanted = dict.fromkeys(field.target for field in table.fields.values() if field.kind is FieldKind.LINK)
    return {target: _distinct(session.execute(QUERIES[target](network_id)).all()) for target in wanted}


def network_of_links(session: Session, table: Table, values: Mapping[str, Any]) -> int | None:
    """The LEN of the first row that these values point to; None when they point to none. NotFound for a row that is not seen."""
    for field in table.fields.values():
        if field.kind is FieldKind.LINK and isinstance(values.get(field.name), int):
            model = TABLES[field.target].model
            if model is not FundingSource and model is not Network:
                return int(get_value(session, model.network_id, values[field.name]))
    return None


def _distinct(rows: Any) -> list[Target]:
    """Names that several rows have are told apart by the number of the row."""
    named = [(row_id, " · ".join(str(part) for part in parts if part)) for row_id, *parts in rows]
    counts = Counter(name.casefold() for _id, name in named)
    return [Target(row_id, name if counts[name.casefold()] == 1 else f"{name} (#{row_id})") for row_id, name in named]


def _networks(network_id: int | None) -> Any:
    """The other LENs that the session sees."""
    return sa.select(Network.id, Network.name).where(Network.id != network_id).order_by(Network.name)


def _named(model: Any, *columns: Any) -> Callable[[int | None], Any]:
    """Rows of the LEN by these columns."""
    return lambda network_id: sa.select(model.id, *columns).where(model.network_id == network_id).order_by(*columns, model.id)


def _reviews(network_id: int | None) -> Any:
    subject = sa.func.coalesce(Pilot.name, MicroProject.name)
    return (
        sa.select(Review.id, subject, Review.kind, Review.day_first)
        .outerjoin(Pilot, Pilot.id == Review.pilot_id)
        .outerjoin(MicroProject, MicroProject.id == Review.micro_project_id)
        .where(Review.network_id == network_id)
        .order_by(subject, Review.day_first, Review.id)
    )


def _funding_sources(_network_id: int | None) -> Any:
    return sa.select(FundingSource.id, FundingSource.funder, FundingSource.name).order_by(FundingSource.funder, FundingSource.name)


def _funding_cases(network_id: int | None) -> Any:
    return (
        sa.select(FundingCase.id, MicroProject.name, FundingSource.funder, FundingCase.what_for)
        .join(MicroProject, MicroProject.id == FundingCase.micro_project_id)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .where(FundingCase.network_id == network_id)
        .order_by(MicroProject.name, FundingSource.funder, FundingCase.id)
    )


QUERIES: dict[str, Callable[[int | None], Any]] = {
    "network": _networks,
    "stakeholder": _named(Stakeholder, Stakeholder.name),
    "pilot": _named(Pilot, Pilot.name),
    "micro_project": _named(MicroProject, MicroProject.name),
    "event": _named(Event, Event.title),
    "review": _reviews,
    "story": _named(Story, Story.title),
    "voice": _named(Voice, Voice.words),
    "theme": _named(VoiceTheme, VoiceTheme.name),
    "indicator": _named(Indicator, Indicator.name),
    "funding_source": _funding_sources,
    "funding_case": _funding_cases,
}
