"""Reading a release through a link: the password, slowed down where somebody guesses, and what is behind it."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from data_layer.accounts.password import matches
from data_layer.accounts.throttle import check_pace, forget_failures, note_failure
from data_layer.engine import bare_session
from data_layer.models import Release
from data_layer.releases.link import SharedLink, find_link
from data_layer.releases.message import send_message
from data_layer.releases.released import Day, ReleasedTables, from_json
from data_layer.releases.word import SaidWord, words_of


@dataclass(frozen=True, slots=True)
class SharedRelease:
    """A release as it is read through a link; `words` are those whose tellers agree at this moment."""

    title: str
    as_of: date
    period: Day
    sample: bool
    tables: ReleasedTables
    words: tuple[SaidWord, ...]


def shared_link(token: str, *, time_zone: str) -> SharedLink | None:
    """What stands behind an address; None for one that we did not make. One statement."""
    with bare_session() as session:
        return find_link(session, token, time_zone=time_zone)


def opens(link: SharedLink, password: str, *, address: str) -> bool:
    """Whether the password opens the link; `address` is where the request comes from.

    Problem("too_many_attempts", seconds=...) while the waiting time of the link or the address runs. An attempt counts before it is
    looked at, so that many at once gain nothing.
    """
    name = f"link {link.id}"
    with bare_session(write=True) as session:
        check_pace(session, email=name, address=address)
        note_failure(session, email=name, address=address)
        session.commit()
    if not matches(link.password_hash, password):
        return False
    with bare_session(write=True) as session:
        forget_failures(session, email=name)
        session.commit()
    return True


def shared_release(link: SharedLink) -> SharedRelease:
    """The release behind an open link: what was stored for readers, and nothing else. Two statements."""
    columns = (Release.title, Release.as_of, Release.period_first, Release.period_last, Release.sample, Release.tables)
    with bare_session() as session:
        title, as_of, first, last, sample, tables = session.execute(sa.select(*columns).where(Release.id == link.release_id)).one()
        words = words_of(session, link.release_id)
    return SharedRelease(title, as_of, (first, last), sample, from_json(tables), tuple(words))


def tell(link: SharedLink, words: str) -> None:
    """Keep what a reader behind an open link finds wrong; the same Problems as `send_message`."""
    with bare_session(write=True) as session:
        send_message(session, link.release_id, words, account_id=None)
        session.commit()
