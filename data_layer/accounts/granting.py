"""Which LENs an account may work in, set as a whole."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.action import Recorder
from data_layer.models import Account, Grant, Network
from data_layer.problem import Problem
from data_layer.vocabulary import AccountRole

WITH_NETWORKS = (AccountRole.COORDINATOR, AccountRole.LEADER)


def granted(session: Session, account: Account) -> dict[int, Grant]:
    """The grants of an account by the id of the LEN."""
    return {grant.network_id: grant for grant in session.scalars(sa.select(Grant).where(Grant.account_id == account.id))}


def granted_in_trash(session: Session, account: Account) -> set[int]:
    """The ids of the LENs in the trash for which the account has a grant: it counts again when they come back."""
    query = sa.select(Grant.network_id).join(Network, Network.id == Grant.network_id)
    query = query.where(Grant.account_id == account.id, Network.trashed_by.is_not(None))
    return set(session.scalars(query.execution_options(**{WITH_TRASH: True})))


def grant_exactly(action: Recorder, account: Account, network_ids: Collection[int], *, handed: Collection[int] = ()) -> None:
    """Let the account work in these LENs (ids) and no others, inside an action; `handed`: those that another account had.

    Problem: "network_gone" when one that neither had is not there.
    """
    held = granted(action.session, account)
    new = set(network_ids) - set(held)
    asked = new - set(handed)
    if asked and not asked <= set(action.session.scalars(sa.select(Network.id).where(Network.trashed_by.is_(None)))):
        raise Problem("network_gone", "networks")
    rows: list[Any] = [Grant(account_id=account.id, network_id=number) for number in sorted(new)]
    action.insert_all(rows)
    for number in set(held) - set(network_ids):
        action.remove(held[number])
