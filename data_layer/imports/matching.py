"""Which row that is there, if any, a row of the file is: by number, by its number elsewhere, by exactly its name. Others are offered."""

from collections.abc import Mapping, Sequence

from data_layer.analysis.alike_names import Named, alike_names
from data_layer.files.own import OWN_NUMBER
from data_layer.files.words import plain
from data_layer.imports.choice import NEW
from data_layer.imports.context import Context
from data_layer.imports.known import NAMED_ONCE, Known, split_ids
from data_layer.imports.row import Candidate, Draft, Match
from data_layer.models import FundingSource, Network, Note
from data_layer.problem import Problem

MOST_CANDIDATES = 5


def match(context: Context, drafts: Sequence[Draft]) -> None:
    """Note in the drafts of one table which rows they are, if that is sure; each row is only once, unless a person says otherwise.

    Numbers go before what rows say, and rows that say the same in all before those that say less.
    """
    for find in (_numbered, _saying_the_same, _agreeing):
        for draft in drafts:
            if draft.row_id is None and draft.problem is None:
                find(context, draft, context.known[draft.reader.table.name])


def _numbered(context: Context, draft: Draft, known: Known) -> None:
    chosen = context.choices.same.get(draft.key)
    if chosen:
        draft.row_id, draft.match = chosen, Match.CHOSEN
    else:
        _take(draft, known, _by_number(context, draft, known), Match.NUMBER)
        _take(draft, known, _by_external(context, draft, known) if draft.row_id is None else None, Match.EXTERNAL)


def _saying_the_same(_context: Context, draft: Draft, known: Known) -> None:
    _take(draft, known, known.facts.exact(draft.columns, known.used), Match.NAME)


def _agreeing(_context: Context, draft: Draft, known: Known) -> None:
    _take(draft, known, known.facts.agreeing(draft.columns, known.used), Match.NAME)


def _take(draft: Draft, known: Known, row_id: int | None, kind: Match) -> None:
    if row_id is not None and row_id not in known.used:
        draft.row_id, draft.match = row_id, kind
        known.used.add(row_id)


def _by_number(context: Context, draft: Draft, known: Known) -> int | None:
    """Our own number, where the row comes from this LEN."""
    told = {name: draft.cells[name][0].text for name in ("id", "network") if draft.cells.get(name)}
    number = told.get("id", "").removeprefix(OWN_NUMBER)
    if known.table.model is Network:
        return context.network.id if number == str(context.network.id) or draft.columns.get("name") == context.network.name else None
    row_id = known.row_of(number)
    if row_id is None:
        return None
    if known.table.model is FundingSource:
        return row_id if plain(draft.name) == plain(known.rows[row_id].funder) else None
    if told.get("network", context.network.name) != context.network.name:
        return None
    if known.table.model is Note:
        there = {column: getattr(known.rows[row_id], column) for column in known.facts.key_columns}
        return row_id if known.facts.key(there) == known.facts.key(draft.columns) else None
    return row_id if context.own or known.table.name not in NAMED_ONCE else _if_alike(context, draft, known, row_id)


def _by_external(context: Context, draft: Draft, known: Known) -> int | None:
    """A number that other lists use; where the names are quite different, a person must say."""
    for external in split_ids(draft.columns.get("external_ids")):
        row_id = known.by_external.get(external)
        if row_id is None or row_id not in known.rows:
            continue
        found = _if_alike(context, draft, known, row_id)
        if found is not None:
            return found
    return None


def _if_alike(context: Context, draft: Draft, known: Known, row_id: int) -> int | None:
    """The row, if it is called alike; otherwise it is offered."""
    if _alike(draft.name, known.titles[row_id]):
        return row_id
    draft.candidates = (Candidate(row_id, known.titles[row_id]),)
    if draft.key not in context.choices.same:
        draft.problem = Problem("import_same_number", "name", value=known.titles[row_id])
    return None


def _alike(one: str, other: str) -> bool:
    return plain(one) == plain(other) or bool(alike_names([Named(1, one), Named(2, other)]))


def offer(context: Context, known: Known, drafts: Sequence[Draft]) -> None:
    """Let rows wait whose names look like others: of two rows of the file the later, of a row of the file and one there the former."""
    open_ones = {draft.ref: draft for draft in drafts if draft.row_id is None and draft.problem is None and draft.columns.get("name")}
    for first, second in alike_names(_all_names(known, open_ones), thorough=True):
        later, earlier = sorted((first, second), key=lambda row: row.id)
        if later.id in open_ones and first.name != second.name:
            draft = open_ones[later.id]
            draft.candidates = (*draft.candidates, Candidate(earlier.id, earlier.name))[:MOST_CANDIDATES]
    default = NEW if context.choices.new_by_default else None
    for draft in open_ones.values():
        if draft.candidates and context.choices.same.get(draft.key, default) is None:
            draft.problem = Problem("import_maybe_same", "name", value=draft.candidates[0].name)


def _all_names(known: Known, open_ones: Mapping[int, Draft]) -> list[Named]:
    """Each name once: those that are there, then those of the file in its order."""
    named = {title: row_id for row_id, title in known.titles.items()}
    for ref, draft in open_ones.items():
        named.setdefault(str(draft.columns["name"]), ref)
    return [Named(ref, name) for name, ref in named.items()]
