"""What is not recorded yet of a micro project that SEMPRE's way through the phases builds on."""

from collections.abc import Mapping
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.funding import GIVEN
from data_layer.models import Assessment, FundingCase, MicroProject, Need, Tie
from data_layer.problem import NotFound
from data_layer.vocabulary import OrganisationalFormat, Phase, Relation, RunBy, Side


class Missing(StrEnum):
    """One thing that a phase builds on."""

    NEED = "need"
    USERS_SAY = "users_say"
    STAFF_SAY = "staff_say"
    GROUP = "group"
    SUPPORTER = "supporter"
    SOURCE = "source"
    RUN_BY = "run_by"
    FORMAT = "format"
    MONEY = "money"


# Our reading of the three phases of SEMPRE's Organisational Roadmap and of what its Accelerators asked of a start-up.
BUILDS_ON: Mapping[str, tuple[Missing, ...]] = {
    Phase.NEEDS: (Missing.NEED, Missing.USERS_SAY),
    Phase.DESIGN: (Missing.NEED, Missing.GROUP, Missing.USERS_SAY, Missing.STAFF_SAY),
    Phase.SUPPORT: (Missing.GROUP, Missing.SUPPORTER, Missing.SOURCE),
    Phase.START_UP: (Missing.RUN_BY, Missing.FORMAT, Missing.MONEY),
}


def missing(session: Session, micro_project_id: int) -> dict[str, tuple[Missing, ...]]:
    """Phase -> what it builds on and nobody has recorded. One statement; NotFound where the session does not see the micro project."""
    row = session.execute(sa.select(*_answers()).where(MicroProject.id == micro_project_id)).one_or_none()
    if row is None:
        raise NotFound(MicroProject.__name__)
    there = {name for name, answer in row._mapping.items() if answer}
    return {phase: tuple(each for each in wanted if each not in there) for phase, wanted in BUILDS_ON.items()}


def _answers() -> list[sa.ColumnElement[bool]]:
    case = sa.exists().where(FundingCase.micro_project_id == MicroProject.id, FundingCase.trashed_by.is_(None))
    answers: dict[Missing, sa.ColumnElement[bool]] = {
        Missing.NEED: sa.exists().where(Need.micro_project_id == MicroProject.id, Need.trashed_by.is_(None)),
        Missing.USERS_SAY: _said(Side.USERS),
        Missing.STAFF_SAY: _said(Side.PROFESSIONALS),
        Missing.GROUP: MicroProject.group_id.is_not(None),
        Missing.SUPPORTER: _supported(),
        Missing.SOURCE: case,
        Missing.RUN_BY: MicroProject.run_by != RunBy.UNKNOWN.value,
        Missing.FORMAT: MicroProject.format.not_in([OrganisationalFormat.UNKNOWN.value, OrganisationalFormat.UNDECIDED.value]),
        Missing.MONEY: case.where(FundingCase.state.in_(GIVEN)),
    }
    return [answer.label(name) for name, answer in answers.items()]


def _said(side: Side) -> sa.Exists:
    return sa.exists().where(Assessment.micro_project_id == MicroProject.id, Assessment.side == side.value, Assessment.trashed_by.is_(None))


def _supported() -> sa.Exists:
    """A tie of support or coaching between the group and somebody else."""
    ends = sa.or_(Tie.from_id == MicroProject.group_id, Tie.to_id == MicroProject.group_id)
    return sa.exists().where(ends, Tie.relation == Relation.SUPPORT.value, Tie.trashed_by.is_(None))
