"""Which column takes the codes of which vocabulary."""

from collections.abc import Mapping
from enum import StrEnum

import sqlalchemy as sa

from data_layer import vocabulary as words
from data_layer.models.columns import CodeSet

CODES: dict[str, type[StrEnum]] = {
    "network.status": words.NetworkStatus,
    "stakeholder.kind": words.StakeholderKind,
    "stakeholder.sector": words.Sector,
    "stakeholder.role": words.StakeholderRole,
    "tie.relation": words.Relation,
    "tie.reported_by": words.TieReporter,
    "need.found_by": words.NeedMethod,
    "need.status": words.NeedStatus,
    "event.kind": words.EventKind,
    "attendance.presence": words.Presence,
    "micro_project.end_state": words.EndState,
    "micro_project.format": words.OrganisationalFormat,
    "micro_project.run_by": words.RunBy,
    "readiness.dimension": words.ReadinessDimension,
    "handover.task": words.HandoverTask,
    "handover.to_side": words.RunBy,
    "handover.state": words.HandoverState,
    "phase_change.from_phase": words.Phase,
    "phase_change.to_phase": words.Phase,
    "funding_source.formats": words.OrganisationalFormat,
    "funding_source.phases": words.Phase,
    "funding_source.instrument": words.Instrument,
    "funding_source.effort": words.Effort,
    "funding_source.paid": words.Payment,
    "funding_case.state": words.CaseState,
    "assessment.side": words.Side,
    "assessment.stage": words.Stage,
    "survey.stage": words.Stage,
    "voice.kind": words.VoiceKind,
    "voice.teller": words.Teller,
    "voice.consent": words.Consent,
    "coding.round": words.CodingRound,
    "coding.theme": words.FeedbackTheme,
    "indicator.level": words.EvaluationLevel,
    "indicator.kind": words.IndicatorKind,
    "pilot_step.step": words.RoadmapStep,
    "pilot_step.state": words.StepState,
    "pilot_point.kind": words.PointKind,
    "pilot_point.with_whom": words.PointWith,
    "pilot_point.state": words.PointState,
    "key_stakeholder.part": words.PilotPart,
    "pilot_task.step": words.RoadmapStep,
    "review.kind": words.ReviewKind,
    "story.teller": words.Teller,
    "story.domain": words.EvaluationLevel,
    "story.consent": words.Consent,
    "note.kind": words.NoteKind,
    "account.role": words.AccountRole,
    "account.language": words.Language,
    "account.theme": words.Theme,
}


def codes_of(column: sa.Column[object]) -> type[StrEnum] | None:
    """The vocabulary of a column; None for a column without codes. Sets of codes are of target groups where nothing else is said."""
    named: Mapping[str, type[StrEnum]] = CODES
    return named.get(f"{column.table.name}.{column.key}") or (words.TargetGroup if isinstance(column.type, CodeSet) else None)
