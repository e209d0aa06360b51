"""A release composed by a leader: shown first as its readers will get it, then fixed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.cache import results
from data_layer.clock import now, today
from data_layer.disclosure.protection import protect
from data_layer.engine import bound
from data_layer.models import Network, Release, ReleaseReader
from data_layer.problem import Problem
from data_layer.releases.basis import to_json as basis_to_json
from data_layer.releases.composition import Composition, Hidden, Preview
from data_layer.releases.dated import dated
from data_layer.releases.earlier import earlier_bases
from data_layer.releases.figures import figure_tables
from data_layer.releases.merging import offers
from data_layer.releases.recorded import organisation_tables, recorded
from data_layer.releases.released import to_json
from data_layer.releases.tabulating import Facts, groups_of, tabulated
from data_layer.revision import revision


def preview(session: Session, composition: Composition) -> Preview:
    """What the release would be. At most eleven statements; two where it was looked at before and nothing has changed since.

    Problem where a network is not one that the session sees, or a merge does not fit.
    """
    networks = _networks(session, composition)
    key = ("release_preview", str(bound().url), revision(session).action, composition.key)
    return results.get(key, lambda: _preview(session, composition, networks))


def release(session: Session, composition: Composition, *, seal: str, maker: int) -> Release:
    """Fix it for its readers and the account that made it. Problem("release_changed") where it is no longer what `seal` was given for."""
    found = preview(session, composition)
    if found.seal != seal:
        raise Problem("release_changed")
    tables, period = found.tables, composition.period
    parameters = {
        "network_ids": list(composition.network_ids),
        "networks": len(tables.networks),
        "micro_projects": tables.micro_projects,
        "tables": list(composition.tables),
        "merges": [[merge.dimension, *merge.codes] for merge in composition.merges],
    }
    with acting(session, "release.make") as action:
        made = action.insert(
            Release(
                title=composition.title,
                as_of=today(),
                period_first=period.first,
                period_last=period.last,
                made_at=now(),
                parameters=parameters,
                tables=to_json(tables),
                basis=dict(found.basis),
                sample=found.sample,
            )
        )
        accounts = sorted({*composition.readers, maker})
        action.insert_all([ReleaseReader(release_id=made.id, account_id=account) for account in accounts])
    return made


def _networks(session: Session, composition: Composition) -> Sequence[Network]:
    query = sa.select(Network).where(Network.id.in_(composition.network_ids), Network.trashed_by.is_(None)).order_by(Network.name)
    rows = session.scalars(query).all()
    if len(rows) != len(composition.network_ids):
        raise Problem("release_network", "lens")
    return rows


def _preview(session: Session, composition: Composition, networks: Sequence[Network]) -> Preview:
    found = recorded(session, networks)
    facts = Facts(composition, found, dated(session, composition.network_ids, composition.period, groups_of(found)))
    earlier = earlier_bases(session, composition.network_ids)
    protection = protect(tabulated(facts), earlier=earlier)
    tables = replace(organisation_tables(found), figures=figure_tables(protection))
    hidden = tuple(Hidden(cell.table, *cell.position, str(cell.reason)) for cell in protection.hidden)
    return Preview(
        tables=tables,
        hidden=hidden,
        offers=tuple(offers(facts, protection, earlier)),
        unnamed=protection.without_networks,
        earlier=len(earlier),
        sample=any(network.sample for network in networks),
        seal=_seal(to_json(tables), hidden),
        basis=basis_to_json(protection.basis),
    )


def _seal(tables: object, hidden: Sequence[Hidden]) -> str:
    """The same for the same figures, shown and hidden, and nothing that could be worked back."""
    shown = [tables, [[cell.table, cell.row, cell.column, cell.reason] for cell in hidden]]
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()
