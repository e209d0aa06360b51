"""Which rows of a table a file holds: the page's network, target group and year."""

from typing import Any

import sqlalchemy as sa

from data_layer.models import (
    FundingCase,
    FundingSource,
    Handover,
    Indicator,
    MicroProject,
    Observation,
    PeopleReached,
    Pilot,
    PilotPoint,
    PilotStep,
    Readiness,
    Receipt,
    Review,
    Stakeholder,
    Story,
    Voice,
)
from data_layer.scope import DATED, Scope

GROUPED = frozenset({"network", "micro_project", "need"})
PERIODS: dict[type[Any], tuple[str, ...]] = (
    dict.fromkeys((Handover, Observation, PeopleReached, PilotPoint, Readiness, Review, Story, Voice), ("day",))
    | dict.fromkeys((Pilot, PilotStep, Stakeholder), ("start", "end"))
    | dict(DATED)
)


def criteria(scope: Scope, model: type[Any]) -> list[sa.ColumnElement[bool]]:
    """Criteria on a model. The catalogue of funding sources is everybody's: no choice narrows it."""
    if model is FundingSource:
        return []
    names = PERIODS.get(model, ())
    dated = [scope.spans(model, names[0], names[-1])] if names else []
    return [scope.networks(model), *_grouped(scope, model), *dated]


def _grouped(scope: Scope, model: type[Any]) -> list[sa.ColumnElement[bool]]:
    """Rows that name groups, and rows that belong to a micro project of the group; what belongs to none stays."""
    if scope.target_group is None:
        return []
    if model.__tablename__ in GROUPED:
        return [scope.groups(model)]
    projects = sa.select(MicroProject.id).where(scope.groups(MicroProject))
    if model is Receipt:
        return [Receipt.funding_case_id.in_(sa.select(FundingCase.id).where(FundingCase.micro_project_id.in_(projects)))]
    if model is Observation:
        of_group = sa.or_(Indicator.micro_project_id.is_(None), Indicator.micro_project_id.in_(projects))
        return [Observation.indicator_id.in_(sa.select(Indicator.id).where(of_group))]
    if not hasattr(model, "micro_project_id"):
        return []
    return [sa.or_(model.micro_project_id.is_(None), model.micro_project_id.in_(projects))]
