"""Reading a release through a link: the password, slowed down where somebody guesses, and what is behind it."""

from data_layer.accounts.password import matches
from data_layer.accounts.throttle import check_pace, forget_failures, note_failure
from data_layer.engine import bare_session
from data_layer.models import Release
from data_layer.releases.link import SharedLink
from data_layer.releases.outcome import Outcomes
from data_layer.releases.released import from_json


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


def shared_outcomes(link: SharedLink) -> Outcomes:
    """The release behind an open link: what was stored for readers, and nothing else. One statement."""
    with bare_session() as session:
        row = session.get_one(Release, link.release_id)
        return Outcomes(row.id, row.title, row.as_of, row.sample, from_json(row.tables))
