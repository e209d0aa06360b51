"""What a leader can choose for a release, and whether what was chosen fits together."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Account, Action, Network, ReportingPeriod
from data_layer.problem import Problem
from data_layer.releases.composition import (
    TABLES,
    Composition,
    FunderOffer,
    Merge,
    NetworkOffer,
    Offer,
    Period,
    PeriodOffer,
    whole_months,
)
from data_layer.releases.dated import OTHERS, SEVERAL
from data_layer.releases.grouping import GROUP, LEVEL, NETWORK
from data_layer.releases.tabulating import LEVELS
from data_layer.vocabulary import AccountRole, NetworkStatus, TargetGroup

LONGEST = 200
# More words, or more stories, nobody reads in a report, and no address could name them all.
MOST_BESIDE = 50
# Each year is a column, and each month something to be compared with earlier releases.
MOST_YEARS = 50
FUNDER, PERIOD, STATE = "funder", "period", "state"
# Networks and readers are named by ids, tables by codes.
T = TypeVar("T", int, str)


def offer(session: Session) -> Offer:
    """The networks that the session sees, LENs first; all accounts of funders that are open; the reporting periods. Two statements."""
    rows = session.scalars(sa.select(Network).where(Network.trashed_by.is_(None)).order_by(Network.name)).all()
    networks = [NetworkOffer(row.id, row.name, row.status == NetworkStatus.LEN) for row in rows]
    others = session.execute(_others()).all()
    return Offer(
        networks=tuple(sorted(networks, key=lambda network: not network.is_len)),
        funders=tuple(FunderOffer(row.id, row.name) for row in others if row.kind == FUNDER),
        periods=tuple(PeriodOffer(row.id, row.name, whole_months(row.first, row.last)) for row in others if row.kind == PERIOD),
        rows=tuple(rows),
        state=next(row.id for row in others if row.kind == STATE) or 0,
    )


def _others() -> sa.CompoundSelect[*tuple[Any, ...]]:
    """Funders, reporting periods and the number of the last action, told apart by `kind`."""
    nothing, no_day = sa.literal(""), sa.type_coerce(sa.null(), sa.Date)
    days = (no_day.label("first"), no_day.label("last"))
    funders = sa.select(sa.literal(FUNDER).label("kind"), Account.id, Account.email.label("name"), *days)
    periods = sa.select(sa.literal(PERIOD), ReportingPeriod.id, ReportingPeriod.name, ReportingPeriod.first, ReportingPeriod.last)
    return sa.union_all(
        funders.where(Account.role == AccountRole.FUNDER, Account.disabled_at.is_(None)),
        periods.where(ReportingPeriod.trashed_by.is_(None)),
        sa.select(sa.literal(STATE), sa.func.max(Action.id), nothing, no_day, no_day),
    ).order_by("name", "id")


def composed(
    offered: Offer,
    *,
    title: str,
    first: date | None,
    last: date | None,
    network_ids: Collection[int],
    tables: Collection[str],
    readers: Collection[int],
    merges: Sequence[Merge] = (),
    words: Collection[str] = (),
    told: Collection[int] = (),
    indicators: Collection[int] = (),
) -> Composition:
    """The composition of these choices; Problem, with the field it is about, for the first that is missing or cannot be."""
    return Composition(
        title=_title(title),
        period=_period(first, last),
        network_ids=tuple(sorted(_chosen("network", "lens", network_ids, [network.id for network in offered.networks]))),
        tables=tuple(code for code in TABLES if code in _chosen("table", "tables", tables, TABLES)),
        readers=tuple(sorted(_chosen("reader", "readers", readers, [funder.id for funder in offered.funders]))),
        merges=_merges(merges, network_ids),
        words=tuple(sorted(_beside("word", words))),
        told=tuple(sorted(_beside("told", told))),
        indicators=tuple(sorted(_beside("indicator", indicators))),
    )


def _merges(merges: Sequence[Merge], network_ids: Collection[int]) -> tuple[Merge, ...]:
    """Whether the groups are there shows when the tables are made; these are the dimensions of which that is looked at."""
    names = {NETWORK: [str(number) for number in network_ids], LEVEL: LEVELS, GROUP: (*TargetGroup, SEVERAL, OTHERS)}
    taken = [(merge.dimension, code) for merge in merges for code in merge.codes]
    fitting = all(dimension in names and code in names[dimension] for dimension, code in taken)
    if not fitting or len(set(taken)) < len(taken) or any(len(merge.codes) < 2 for merge in merges):
        raise Problem("release_merge", "merge")
    return tuple(sorted(set(merges)))


def _beside(field: str, chosen: Collection[T]) -> set[T]:
    if len(set(chosen)) > MOST_BESIDE:
        raise Problem("release_beside", field, limit=MOST_BESIDE, length=len(set(chosen)))
    return set(chosen)


def _title(title: str) -> str:
    title = title.strip()
    if not title:
        raise Problem("release_title", "title")
    if len(title) > LONGEST:
        raise Problem("too_long", "title", limit=LONGEST, length=len(title))
    return title


def _period(first: date | None, last: date | None) -> Period:
    if first is None or last is None:
        raise Problem("release_period", "from")
    if last < first:
        raise Problem("release_period_order", "from")
    if last.year - first.year >= MOST_YEARS:
        raise Problem("release_period_long", "from", years=MOST_YEARS)
    return whole_months(first, last)


def _chosen(kind: str, field: str, chosen: Collection[T], offered: Collection[T]) -> set[T]:
    if not chosen:
        raise Problem(f"release_no_{kind}", field)
    if not set(chosen) <= set(offered):
        raise Problem(f"release_{kind}", field)
    return set(chosen)
