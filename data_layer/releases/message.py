"""What readers of a release find wrong in it: sent by them, seen to by those who made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.clock import now
from data_layer.models import Account, Release, ReleaseMessage
from data_layer.personal import contacts_in
from data_layer.problem import NotFound, Problem

LONGEST = 2000
SHOWN = 50
# More than anybody who reads has to say; far less than a program would send.
MOST, SPAN = 10, timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class MessageLine:
    """What a reader wrote: `by` is the e-mail address of the account, None where it came through a link."""

    id: int
    release_id: int
    words: str
    by: str | None
    sent_at: datetime


def send_message(session: Session, release_id: int, words: str, *, account_id: int | None) -> None:
    """Keep what a reader of this release says; `account_id`: None through a link. NotFound for a release that the session does not see.

    Problem: "required", "too_long", "personal_details" (a number or an address of a person), "too_many_messages".
    """
    said = _plain(words)
    if not said:
        raise Problem("required", "words")
    if len(said) > LONGEST:
        raise Problem("too_long", "words", length=len(said), limit=LONGEST)
    if contacts_in(said):
        raise Problem("personal_details", "words")
    same = ReleaseMessage.account_id.is_(None) if account_id is None else ReleaseMessage.account_id == account_id
    recent = sa.select(sa.func.count(ReleaseMessage.id)).where(ReleaseMessage.release_id == release_id, same)
    count = recent.where(ReleaseMessage.sent_at > now() - SPAN).scalar_subquery()
    found = session.execute(sa.select(Release.id, count).where(Release.id == release_id)).one_or_none()
    if found is None:
        raise NotFound(Release.__name__)
    if found[1] >= MOST:
        raise Problem("too_many_messages", "words")
    with acting(session, "release.message") as action:
        action.insert(ReleaseMessage(release_id=release_id, account_id=account_id, words=said, sent_at=now(), done=False))


def open_messages(session: Session, release_id: int) -> Sequence[MessageLine]:
    """What nobody has seen to yet, the oldest first, at most 50, for a release that the session sees. One statement."""
    return [_line(row, email) for row, email in _open(session, release_id)]


def open_message_counts(session: Session) -> Mapping[int, int]:
    """Release -> how many messages nobody has seen to yet, for the releases that the session sees and that have any. One statement."""
    query = (
        sa.select(ReleaseMessage.release_id, sa.func.count(ReleaseMessage.id))
        .join(Release, Release.id == ReleaseMessage.release_id)
        .where(ReleaseMessage.done.is_(False))
        .group_by(ReleaseMessage.release_id)
        .order_by(ReleaseMessage.release_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def close_message(session: Session, release_id: int, message_id: int) -> Sequence[MessageLine]:
    """Note that somebody has seen to an open message; returns those that are left. NotFound for one that the session does not see."""
    rows = _open(session, release_id)
    wanted = next((row for row, _email in rows if row.id == message_id), None)
    if wanted is None:
        raise NotFound(ReleaseMessage.__name__)
    with acting(session, "release.message_done") as action:
        action.update(wanted, done=True)
    return [_line(row, email) for row, email in rows if row is not wanted]


def _open(session: Session, release_id: int) -> list[tuple[ReleaseMessage, str | None]]:
    query = (
        sa.select(ReleaseMessage, Account.email)
        .join(Release, Release.id == ReleaseMessage.release_id)
        .outerjoin(Account, Account.id == ReleaseMessage.account_id)
        .where(ReleaseMessage.release_id == release_id, ReleaseMessage.done.is_(False))
        .order_by(ReleaseMessage.id)
        .limit(SHOWN)
    )
    return [(row, email) for row, email in session.execute(query)]


def _line(row: ReleaseMessage, email: str | None) -> MessageLine:
    return MessageLine(row.id, row.release_id, row.words, email, row.sent_at)


def _plain(words: str) -> str:
    """The words with line breaks of one kind and without signs that cannot be seen."""
    one_kind = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in one_kind if sign in "\n\t" or (sign.isprintable() and not "\ud800" <= sign <= "\udfff")).strip()
