"""What people said goes outside their LEN only as far as they agreed, and only until they take that back."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, with_loader_criteria

from data_layer.actor import Actor
from data_layer.models import Coding, Note, Story, Voice
from data_layer.vocabulary import TO_FUNDERS, TO_LEADERS, AccountRole

# Execution option of a statement that counts what is held back as well, and shows nothing of it.
WITH_HELD_BACK = "with_held_back"


def shared_criteria(actor: Actor) -> list[Any]:
    """For a leader: voices and stories without consent, their themes, and the notes on them do not exist. Nothing for others."""
    if actor.role != AccountRole.LEADER:
        return []
    return list(_shared())


def is_held_back(session: Session, model: type[Any]) -> bool:
    """Whether rows of this kind may be there that the session does not see for want of consent."""
    actor: Actor | None = session.info.get("actor")
    return actor is not None and actor.role == AccountRole.LEADER and model in (Voice, Story, Coding)


def is_shared(row: Any) -> bool:
    """Whether somebody agreed that these words are read outside their LEN, and has not taken that back."""
    return row.consent in TO_LEADERS and row.withdrawn_day is None


def may_be_released(model: type[Any]) -> sa.ColumnElement[bool]:
    """Criterion on voices or stories: somebody agreed that funders read these words, has not taken that back, and they were looked at."""
    agreed = sa.and_(model.consent.in_(TO_FUNDERS), model.withdrawn_day.is_(None))
    return sa.and_(agreed, model.checked.is_(True)) if model is Voice else agreed


@cache
def _shared() -> tuple[Any, ...]:
    """The criteria are the same for every leader and every statement."""
    return tuple(with_loader_criteria(model, held, include_aliases=True) for model, held in _held())


def _held() -> list[tuple[type[Any], sa.ColumnElement[bool]]]:
    """Each kind of row with what makes it readable outside its LEN."""
    voices = sa.and_(Voice.consent.in_(TO_LEADERS), Voice.withdrawn_day.is_(None), Voice.checked.is_(True))
    stories = sa.and_(Story.consent.in_(TO_LEADERS), Story.withdrawn_day.is_(None))
    voice_ids, story_ids = sa.select(Voice.id).where(voices), sa.select(Story.id).where(stories)
    notes = sa.or_(
        Note.table_name.not_in((Voice.__tablename__, Story.__tablename__)),
        sa.and_(Note.table_name == Voice.__tablename__, Note.row_id.in_(voice_ids)),
        sa.and_(Note.table_name == Story.__tablename__, Note.row_id.in_(story_ids)),
    )
    return [(Voice, voices), (Story, stories), (Coding, Coding.voice_id.in_(voice_ids)), (Note, notes)]
