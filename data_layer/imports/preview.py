"""The preview of a draft: what it needs is read in a short session, compared afterwards, and kept while the page is turned."""

from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_value
from data_layer.cache import latest
from data_layer.imports.choice import Choices
from data_layer.imports.draft import Draft
from data_layer.imports.plan import Plan, prepared
from data_layer.models import Change, FundingSource, Network, Note
from data_layer.problem import Problem


def preview(session: Session, draft: Draft) -> Callable[[], Plan]:
    """What becomes of each row of the draft, as the data is now. To be called when the session has ended.

    A comparison is kept until the draft, the rows of its LEN, the catalogue or a note changes. Raises as `plan` does.
    """
    key = (draft.id, draft.version, state(session, draft.choices))
    found: Plan | None = latest.find(key)
    if found is not None:
        return lambda: found
    compare = prepared(session, draft.read, draft.choices)
    return lambda: latest.keep(key, compare)


def state(session: Session, choices: Choices) -> tuple[int, int]:
    """How far the rows have come with which a file is compared. Two statements. Raises NotFound for a LEN that the session does not
    see, Problem("import_no_len") where none is chosen.
    """
    if choices.network_id is None:
        raise Problem("import_no_len")
    shared = (FundingSource.__tablename__, Note.__tablename__)
    last = session.scalar(sa.select(sa.func.max(Change.id)).where(Change.table_name.in_(shared)))
    return get_value(session, Network.revision, choices.network_id), last or 0
