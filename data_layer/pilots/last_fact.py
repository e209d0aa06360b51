"""When something dated was last recorded of a pilot: what happened, not what is planned."""

from typing import Any

import sqlalchemy as sa

from data_layer.models import Assessment, Decision, Indicator, Observation, PilotPoint, PilotStep, PilotTask, Review, Story


def last_facts() -> sa.Subquery:
    """Pilot, first and last day of its latest dated fact (`pilot_id`, `first`, `last`), one row for each pilot that has any.

    Facts are steps begun and done, points such as agreements, tasks and decisions done, reviews, stories, readings and observations.
    """
    facts = sa.union_all(*_facts()).subquery()
    place = sa.func.row_number().over(partition_by=facts.c.pilot_id, order_by=(facts.c.last.desc(), facts.c.first.desc()))
    ranked = sa.select(facts, place.label("place")).subquery()
    return sa.select(ranked.c.pilot_id, ranked.c.first, ranked.c.last).where(ranked.c.place == 1).subquery()


def _facts() -> list[sa.Select[Any]]:
    days = [_vague(model, model.pilot_id, "day") for model in (PilotPoint, Review, Story, Assessment)]
    observed = _vague(Observation, Indicator.pilot_id, "day").join(Indicator, Indicator.id == Observation.indicator_id)
    steps = [_vague(PilotStep, PilotStep.pilot_id, name) for name in ("start", "end")]
    done = _done(PilotTask, PilotTask.pilot_id)
    decided = [
        _done(Decision, origin.pilot_id).join(origin, origin.id == link)
        for origin, link in ((Review, Decision.review_id), (Story, Decision.story_id))
    ]
    return [*days, observed, *steps, done, *decided]


def _vague(model: Any, pilot_id: Any, name: str) -> Any:
    first, last = getattr(model, f"{name}_first"), getattr(model, f"{name}_last")
    columns = pilot_id.label("pilot_id"), first.label("first"), last.label("last")
    return sa.select(*columns).select_from(model).where(pilot_id.is_not(None), last.is_not(None))


def _done(model: Any, pilot_id: Any) -> Any:
    columns = pilot_id.label("pilot_id"), model.done.label("first"), model.done.label("last")
    return sa.select(*columns).select_from(model).where(pilot_id.is_not(None), model.done.is_not(None))
