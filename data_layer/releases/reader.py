"""Who reads a release."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Account, Release, ReleaseReader


def readers(session: Session, release_ids: Collection[int]) -> Mapping[int, list[str]]:
    """The e-mail addresses of the accounts that releases name, by release and in order; none of a release that the session does not see.

    One statement.
    """
    query = (
        sa.select(Release.id, Account.email)
        .join(ReleaseReader, ReleaseReader.release_id == Release.id)
        .join(Account, Account.id == ReleaseReader.account_id)
        .where(Release.id.in_(release_ids))
        .order_by(Release.id, Account.email)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for release_id, email in session.execute(query):
        found[release_id].append(email)
    return found
