"""What readers found wrong in a release, and nobody has seen to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

import sqlalchemy as sa

from data_layer.attention.kind import Kind
from data_layer.models import Release, ReleaseMessage


@dataclass(frozen=True, slots=True)
class Message:
    """A release and how many messages about it wait."""

    kind: ClassVar[Kind] = Kind.MESSAGE
    network: ClassVar[None] = None
    release_id: int
    title: str
    count: int


def message_part() -> sa.Select[*tuple[Any, ...]]:
    """Releases that the session sees and that have open messages, with the columns of `deadline_part`; `entered_by_id` is how many."""
    return (
        sa.select(
            sa.literal(Kind.MESSAGE.value).label("kind"),
            Release.id,
            Release.title.label("funder"),
            sa.cast(sa.null(), sa.String).label("name"),
            sa.cast(sa.null(), sa.String).label("country"),
            sa.type_coerce(sa.null(), sa.Date).label("deadline"),
            sa.func.count(ReleaseMessage.id).label("entered_by_id"),
        )
        .join(ReleaseMessage, ReleaseMessage.release_id == Release.id)
        .where(ReleaseMessage.done.is_(False))
        .group_by(Release.id, Release.title)
    )


def messages(rows: Iterable[Any]) -> list[Message]:
    """The releases among these rows, the earliest first."""
    found = [Message(row.id, row.funder, row.entered_by_id) for row in rows if row.kind == Kind.MESSAGE]
    return sorted(found, key=lambda item: item.release_id)
