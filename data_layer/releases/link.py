"""Links to a release for people without an account: made with a password and a last day, withdrawn at once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.password import check_password, hash_password
from data_layer.accounts.sign_in import digest
from data_layer.action import acting
from data_layer.clock import now, today
from data_layer.door import Door
from data_layer.models import Release, ReleaseLink
from data_layer.problem import NotFound, Problem

TOKEN_BYTES = 32
TOKEN_LENGTH = 43
MOST_DAYS = 366
MOST_LINKS = 200
# Of whom no word can be in a password, where nobody is signed in.
NOBODY = "\0@"


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link as those who share the release see it; how often it was opened is not kept."""

    id: int
    made_at: datetime
    ends: date
    door: Door


@dataclass(frozen=True, slots=True)
class SharedLink:
    """What stands behind an address: `id` of the link, the release, the hash of its password, and whether it lets anybody in."""

    id: int
    release_id: int
    password_hash: str
    ends: date
    door: Door


def make_link(session: Session, release_id: int, *, ends: date, password: str, time_zone: str) -> tuple[str, Sequence[LinkLine]]:
    """A new link, good until the end of `ends` in `time_zone` (IANA name): its token, which is stored nowhere on the server, and all links.

    NotFound for a release that the session does not see. Problem: "link_end" for a day before today or too far away, a weak password,
    "too_many_links".
    """
    first = today(time_zone)
    if not first <= ends <= first + timedelta(days=MOST_DAYS):
        raise Problem("link_end", "ends", days=MOST_DAYS)
    actor = session.info.get("actor")
    check_password(password, email=actor.email if actor else NOBODY)
    links = _links(session, release_id)
    if len(links) >= MOST_LINKS:
        raise Problem("too_many_links", most=MOST_LINKS)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    hashes = {"token_hash": digest(token), "password_hash": hash_password(password)}
    with acting(session, "release.share") as action:
        link = action.insert(ReleaseLink(release_id=release_id, **hashes, ends=ends, made_at=now(), withdrawn=False))
    return token, _lines([link, *links], first)


def links_of(session: Session, release_id: int, *, time_zone: str) -> Sequence[LinkLine]:
    """The links to a release, the latest first. NotFound for one that the session does not see. One statement."""
    return _lines(_links(session, release_id), today(time_zone))


def withdraw_link(session: Session, release_id: int, link_id: int, *, time_zone: str) -> Sequence[LinkLine]:
    """Let a link open nothing any more, from the next request on; returns all links. NotFound for one that the session does not see."""
    links = _links(session, release_id)
    link = next((link for link in links if link.id == link_id), None)
    if link is None:
        raise NotFound(ReleaseLink.__name__)
    if not link.withdrawn:
        with acting(session, "release.withdraw") as action:
            action.update(link, withdrawn=True)
    return _lines(links, today(time_zone))


def find_link(session: Session, token: str, *, time_zone: str) -> SharedLink | None:
    """What stands behind an address; None for one that we did not make. For sessions without an account. One statement.

    A link whose release lies in the trash is withdrawn.
    """
    if len(token) != TOKEN_LENGTH:
        return None
    query = sa.select(ReleaseLink, Release.trashed_by).join(Release, Release.id == ReleaseLink.release_id)
    found = session.execute(query.where(ReleaseLink.token_hash == digest(token))).one_or_none()
    if found is None:
        return None
    link, trashed_by = found
    door = Door.WITHDRAWN if trashed_by is not None else _door(link, today(time_zone))
    return SharedLink(link.id, link.release_id, link.password_hash, link.ends, door)


def _links(session: Session, release_id: int) -> list[ReleaseLink]:
    """The links to a release that the session sees, the latest first; NotFound for any other release."""
    query = sa.select(Release.id, ReleaseLink).outerjoin(ReleaseLink, ReleaseLink.release_id == Release.id)
    rows: Sequence[Any] = session.execute(query.where(Release.id == release_id).order_by(ReleaseLink.id.desc())).all()
    if not rows:
        raise NotFound(Release.__name__)
    return [link for _release_id, link in rows if link is not None]


def _lines(links: Sequence[ReleaseLink], day: date) -> list[LinkLine]:
    return [LinkLine(link.id, link.made_at, link.ends, _door(link, day)) for link in links]


def _door(link: ReleaseLink, day: date) -> Door:
    if link.withdrawn:
        return Door.WITHDRAWN
    return Door.ENDED if link.ends < day else Door.OPEN
