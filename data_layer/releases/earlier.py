"""Earlier releases, whoever made them: what each of them hid must stay hidden beside a new one."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.cache import results
from data_layer.disclosure.fact import Basis
from data_layer.engine import bound
from data_layer.models import Release
from data_layer.releases.basis import from_json


def earlier_bases(session: Session, network_ids: Collection[int]) -> list[Basis]:
    """The bases of all releases of the installation that touch one of these networks, the oldest first. One statement.

    It goes past the criteria of the session on purpose: whoever reads two releases can compare them, whichever leaders made them, and a
    leader who is named in neither must not take a figure out of hiding. Nothing of it is shown: it only decides what else is hidden.
    Releases that were taken back count too, for they may have been read.
    """
    query = sa.select(Release.id, Release.parameters, Release.basis).where(Release.basis.is_not(None)).order_by(Release.id)
    wanted = set(network_ids)
    rows = session.connection().execute(query)
    return [_basis(row.id, row.basis) for row in rows if wanted & set(row.parameters["network_ids"])]


def _basis(release_id: int, stored: dict[str, Any]) -> Basis:
    """Read once: a basis never changes."""
    return results.get(("release_basis", str(bound().url), release_id), lambda: from_json(stored))
