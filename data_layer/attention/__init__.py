"""What needs a person's attention, one rule per module; `waiting` asks them all."""

from collections.abc import Sequence
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.analysis.pair import Pair
from data_layer.attention.deadline import Deadline, deadline_part, deadlines
from data_layer.attention.dependence import Dependent, dependent
from data_layer.attention.kind import Kind
from data_layer.attention.members import Empty, Missing, empty_networks, missing_members
from data_layer.attention.message import Message, message_part, messages
from data_layer.attention.noted import Conflict, noted
from data_layer.attention.say import NotAsked, UsersBelow, WordsOnly, not_asked, users_below, words_only
from data_layer.attention.stalled import Stalled, stalled
from data_layer.attention.twin import Twin, each_once, likely_twins
from data_layer.network.standing import NetworkStanding
from data_layer.scope import Scope

Item: TypeAlias = Message | Deadline | Stalled | WordsOnly | UsersBelow | Conflict | Twin | Empty | Dependent | NotAsked | Missing

__all__ = ["Item", "Kind", "waiting"]


def waiting(
    session: Session, scope: Scope, *, networks: Sequence[NetworkStanding], pairs: Sequence[Pair], time_zone: str
) -> dict[Kind, list[Item]]:
    """All that waits in the scope, by kind in the order of urgency; a kind of which nothing waits has an empty list.

    `networks` and `pairs` are the scope's own; `time_zone` (IANA) says what day it is where a LEN states none. At most five statements.
    """
    notes = noted(session, scope)
    dated = session.execute(sa.union_all(deadline_part(time_zone), message_part())).all()
    found: dict[Kind, list[Item]] = {
        Kind.MESSAGE: [*messages(dated)],
        Kind.DEADLINE: [*deadlines(dated, networks, time_zone=time_zone)],
        Kind.STALLED: [*stalled(session, scope, networks)],
        Kind.WORDS_ONLY: [*words_only(pairs)],
        Kind.USERS_BELOW: [*users_below(pairs)],
        Kind.CONFLICT: [*notes.conflicts],
        Kind.TWIN: [*each_once(notes.twins, likely_twins(session, networks))],
        Kind.EMPTY: [*empty_networks(networks)],
        Kind.DEPENDENT: [*dependent(session, scope, networks)],
        Kind.NOT_ASKED: [*not_asked(pairs)],
        Kind.MISSING: [*missing_members(networks)],
    }
    return {kind: found[kind] for kind in Kind}
