"""A release composed by a leader: shown first as its readers will get it, then fixed."""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace
from hashlib import sha256

from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.cache import results
from data_layer.clock import now, today
from data_layer.disclosure.fact import Basis
from data_layer.disclosure.primary import ALL
from data_layer.disclosure.protection import Protection, protect
from data_layer.engine import bound
from data_layer.giving_way import answered
from data_layer.models import Release, ReleaseReader
from data_layer.problem import Problem
from data_layer.releases.basis import to_json as basis_to_json
from data_layer.releases.beside import Beside, chosen_beside
from data_layer.releases.composition import VALUES, Composition, Hidden, Offer, Preview
from data_layer.releases.dated import dated
from data_layer.releases.earlier import earlier_bases
from data_layer.releases.figures import figure_tables
from data_layer.releases.merging import offers
from data_layer.releases.recorded import organisation_tables, recorded
from data_layer.releases.released import to_json
from data_layer.releases.tabulating import Facts, groups_of, tabulated
from data_layer.releases.watched import Watched, hidden_indicators, released_indicators
from data_layer.releases.word import ChosenWord, release_words


def preview(session: Session, offered: Offer, composition: Composition) -> Preview:
    """What the release would be; the session stays open while that is worked out. See `previewing`."""
    return previewing(session, offered, composition)()


def previewing(session: Session, offered: Offer, composition: Composition) -> Callable[[], Preview]:
    """What makes the preview, to be called when the session is closed. At most eight statements; one for words and biographies where the
    figures were looked at before and nothing has changed since.

    `composition` was made of what `offered` offers, so that it names only networks that the session sees.
    """
    beside = chosen_beside(session, words=composition.words, told=composition.told, network_ids=composition.network_ids)
    make = working_out(session, offered, composition)
    return lambda: _with(make(), beside)


def working_out(session: Session, offered: Offer, composition: Composition) -> Callable[[], Preview]:
    """What makes the figures, from what is read now; they are kept for the same data.

    It may take seconds. With SQLite an open session would keep everybody else from writing meanwhile, and then from reading.
    """
    key = ("release_preview", str(bound().url), offered.state, composition.key)
    known: Preview | None = results.find(key)
    if known is not None:
        return lambda: known
    networks = [network for network in offered.rows if network.id in composition.network_ids]
    found = recorded(session, networks)
    in_period = dated(session, composition.network_ids, composition.period, groups_of(found), composition.indicators)
    facts = Facts(composition, found, in_period)
    earlier = earlier_bases(session, composition.network_ids)

    def make() -> Preview:
        with answered.stepping_back():
            return _preview(facts, earlier)

    return lambda: results.get(key, make)


def _with(figures: Preview, beside: Beside) -> Preview:
    if beside == Beside():
        return figures
    tables = replace(figures.tables, told=beside.told)
    return replace(figures, tables=tables, words=beside.words, seal=_seal(to_json(tables), figures.hidden, beside.words))


def release(session: Session, offered: Offer, composition: Composition, *, seal: str, maker: int) -> Release:
    """Fix it for its readers and the account that made it. Problem("release_changed") where it is no longer what `seal` was given for."""
    found = preview(session, offered, composition)
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
        if found.words:
            action.insert_all(release_words(made.id, found.words, told=composition.told))
    return made


def _preview(facts: Facts, earlier: Sequence[Basis]) -> Preview:
    protection = protect(tabulated(facts), earlier=earlier)
    indicators = released_indicators(facts.dated.watched, protection)
    tables = replace(organisation_tables(facts.recorded), figures=figure_tables(protection), indicators=indicators)
    hidden = _hidden_figures(protection, facts.dated.watched)
    return Preview(
        tables=tables,
        hidden=hidden,
        offers=tuple(offers(facts, protection, earlier)),
        unnamed=protection.without_networks,
        earlier=len(earlier),
        same=any(_same(one, protection.basis) for one in earlier),
        sample=any(network.sample for network in facts.recorded.networks),
        seal=_seal(to_json(tables), hidden),
        basis=basis_to_json(protection.basis),
    )


def _hidden_figures(protection: Protection, chosen: Sequence[Watched]) -> tuple[Hidden, ...]:
    """What is hidden and why, of the tables and then of the indicators."""
    of_tables = (cell for cell in protection.hidden if cell.position[0] != ALL and not cell.table.startswith(VALUES))
    return (*(Hidden(cell.table, *cell.position, str(cell.reason)) for cell in of_tables), *hidden_indicators(chosen, protection.hidden))


def _same(one: Basis, other: Basis) -> bool:
    """Whether readers of two releases get the same figures, shown and hidden."""
    return one.tables == other.tables and one.hidden.keys() == other.hidden.keys()


def _seal(tables: object, hidden: Sequence[Hidden], words: Sequence[ChosenWord] = ()) -> str:
    """The same for the same figures, shown and hidden, and the same words, and nothing that could be worked back."""
    shown = [tables, [[cell.table, cell.row, cell.column, cell.reason] for cell in hidden], list(map(astuple, words))]
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()
