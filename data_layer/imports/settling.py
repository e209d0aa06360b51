"""What becomes of a row once it is known which one it is. Raises Problem for what no row may be."""

from collections.abc import Container
from typing import Any

import sqlalchemy as sa

from data_layer.editing.note_table import NOTES
from data_layer.editing.tables import FieldKind, Table
from data_layer.editing.values import value_of
from data_layer.imports.context import Context
from data_layer.imports.known import NAMED_ONCE, Known, merged_ids
from data_layer.imports.note_row import check_owner
from data_layer.imports.row import Candidate, Draft, Match, PlannedRow, State
from data_layer.imports.same_fact import Columns
from data_layer.models import FundingSource, Network
from data_layer.problem import Problem
from data_layer.rules import check_row
from data_layer.snapshot import snapshot
from data_layer.told_once import told_once, twice
from data_layer.vocabulary import Phase

# Fields that people write in more than one way.
READ_FORMS = frozenset({FieldKind.DAY, FieldKind.VAGUE_DAY, FieldKind.MONEY})


def settled(context: Context, draft: Draft) -> PlannedRow:
    """The row as new, changed or unchanged; afterwards others can point to it."""
    table, known = draft.reader.table, context.known[draft.reader.table.name]
    if draft.match is Match.CHOSEN:
        return _same(context, draft, known)
    if draft.row_id is not None:
        return _compared(context, draft, known, known.rows[draft.row_id])
    earlier = known.by_title.get(str(draft.columns.get("name"))) if table.name in NAMED_ONCE else None
    if earlier is not None:
        return _again(draft, known, earlier)
    if told_once(table.name) and table.name not in NAMED_ONCE:
        _refuse_second(known, draft.columns, draft.ref)
    return _new(context, draft, known)


def _new(context: Context, draft: Draft, known: Known) -> PlannedRow:
    table, defaults = draft.reader.table, known.facts.defaults
    if table.model is Network:
        raise Problem("import_no_network", "name", value=draft.name)
    for field in table.fields.values():
        if field.required and all(draft.columns.get(column) is None for column in field.columns) and field.columns[0] not in defaults:
            raise Problem("required", field.name)
    columns = {column: value for column, value in draft.columns.items() if value is not None} | _following(context, draft)
    made = table.model(**columns)
    check_row(made)
    context.periods.check(made, None)
    context.refuse_unseen(columns)
    if table is NOTES:
        check_owner(context, columns, None)
    _tell(context, draft, known, draft.ref, columns)
    if table.name == "phase_change":
        context.phases[columns["micro_project_id"]] = columns["to_phase"]
    return draft.planned(State.NEW, columns, new=_meant(context, table, columns))


def _meant(context: Context, table: Table, columns: Columns) -> dict[str, str | None]:
    """What a new row says in another form than the file: the names of the rows to which it points, dates and amounts as they were read."""
    meant: dict[str, str | None] = {}
    if table is NOTES:
        return {"about": context.known[columns["table_name"]].titles.get(columns["row_id"])}
    for name, field in table.fields.items():
        first = columns.get(field.columns[0])
        if first is None:
            continue
        if field.target in context.known:
            meant[name] = context.known[field.target].titles.get(first)
        elif field.kind in READ_FORMS:
            meant[name] = _plain(value_of(field, *(columns[column] for column in field.columns)))
    return meant


def _following(context: Context, draft: Draft) -> dict[str, Any]:
    """What nobody types because another row settles it."""
    if draft.reader.table.name == "phase_change":
        return {"from_phase": context.phases.get(draft.columns["micro_project_id"], Phase.UNKNOWN)}
    if draft.reader.table.name == "receipt":
        currency = context.known["funding_case"].value(draft.columns["funding_case_id"], "currency")
        if currency is None:
            raise Problem("case_without_currency", "funding_case")
        return {"currency": currency}
    return {}


def _same(context: Context, draft: Draft, known: Known) -> PlannedRow:
    """The person said which row it is: it keeps the name that it has there."""
    ref = draft.row_id
    assert ref is not None
    if ref not in known.rows and ref not in known.told:
        raise Problem("import_of_refused", "name", value=draft.name)
    if ref in known.rows:
        return _compared(context, draft, known, known.rows[ref], keep=("name",))
    _check_told(draft, known, ref)
    known.by_title.setdefault(draft.name, ref)
    _number(draft, known, ref)
    return draft.planned(State.UNCHANGED, {}, ref=ref)


def _again(draft: Draft, known: Known, earlier: int) -> PlannedRow:
    """The name stood in the file before: that is no second row, unless it says something else."""
    if _contradicts(known.told.get(earlier, {}), draft.columns):
        raise Problem("named_twice", "name", value=draft.name)
    draft.match = Match.FILE
    _number(draft, known, earlier)
    return draft.planned(State.UNCHANGED, {}, ref=earlier)


def _contradicts(before: Columns, columns: Columns, but: Container[str] = ()) -> bool:
    """Whether two rows of the file say something else of the same."""
    return any(
        value is not None and column not in but and before.get(column, value) not in (None, value) for column, value in columns.items()
    )


def _check_told(draft: Draft, known: Known, ref: int) -> None:
    """Problem where another row of the file that is the same row says something else of it; the person may say anew who is whom."""
    if _contradicts(known.told.get(ref, {}), draft.columns, but=("name", "external_ids")):
        draft.candidates = (Candidate(ref, known.titles[ref]),)
        raise Problem("import_same_twice", "name", value=known.titles[ref])


def _compared(context: Context, draft: Draft, known: Known, row: Any, *, keep: tuple[str, ...] = ()) -> PlannedRow:
    table, told = draft.reader.table, dict(draft.columns)
    if table.name in NAMED_ONCE:
        _check_told(draft, known, row.id)
    if "external_ids" in told and not context.own:
        told["external_ids"] = merged_ids(merged_ids(row.external_ids, known.told_ids(row.id)), told["external_ids"])
    if table.name == "tie" and _turned(row, told):
        keep = (*keep, "from_id", "to_id")
    if table is NOTES:
        keep = (*keep, "field")
    changed = {column: value for column, value in told.items() if column not in keep and getattr(row, column) != value}
    if table.model is FundingSource and row.entered_by_id != context.network.id:
        changed = {}
    if changed and table is NOTES:
        check_owner(context, told, row)
    if changed:
        context.refuse_unseen(changed)
        _check_changed(context, table, known, row, changed)
    _tell(context, draft, known, row.id, {**told, **changed})
    known.by_title.setdefault(draft.name, row.id)
    state = State.CHANGED if changed else State.UNCHANGED
    now = {column: getattr(row, column) for column in _columns(table)}
    old, new = _texts(context, table, now, changed), _texts(context, table, {**now, **changed}, changed)
    return draft.planned(state, changed, ref=row.id, old=old, new=new)


def _turned(row: Any, told: Columns) -> bool:
    """Whether a tie that goes both ways is told from its other end."""
    return not told.get("directed", row.directed) and (told.get("from_id"), told.get("to_id")) == (row.to_id, row.from_id)


def _check_changed(context: Context, table: Table, known: Known, row: Any, changed: Columns) -> None:
    if table.name == "phase_change" and changed.keys() & {"to_phase", "micro_project_id"}:
        raise Problem("broken_chain", "to_phase")
    now = {column: getattr(row, column) for column in _columns(table)}
    then = table.model(**{**now, **changed})
    check_row(then)
    context.periods.check(then, snapshot(table.model(**now)))
    if table.name in NAMED_ONCE and "name" in changed and known.by_title.get(changed["name"], row.id) != row.id:
        raise Problem("name_taken", "name")
    if told_once(table.name) and table.name not in NAMED_ONCE:
        _refuse_second(known, {**now, **changed}, row.id)


def _refuse_second(known: Known, columns: Columns, ref: int) -> None:
    if known.facts.keys.get(known.facts.key(columns), ref) != ref:
        raise Problem(*twice(known.table.name))


def _columns(table: Table) -> list[str]:
    return [column.key for column in sa.inspect(table.model).column_attrs]


def _texts(context: Context, table: Table, columns: Columns, changed: Columns) -> dict[str, str | None]:
    """The fields that change, as text; the place in the picture is one of them."""
    texts: dict[str, str | None] = {}
    for field in table.fields.values():
        if not changed.keys() & set(field.columns):
            continue
        value = value_of(field, *(columns[column] for column in field.columns))
        if field.target and isinstance(value, int):
            value = context.known[field.target].titles.get(value)
        texts[field.name] = " | ".join(value) if isinstance(value, list) else _plain(value)
    return texts | {name: _plain(columns[name]) for name in ("x", "y") if name in changed}


def _plain(value: Any) -> str | None:
    return None if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _tell(context: Context, draft: Draft, known: Known, ref: int, columns: Columns) -> None:
    known.tell(ref, columns, draft.columns, context.known)
    _number(draft, known, ref)


def _number(draft: Draft, known: Known, ref: int) -> None:
    """Others of the file may point to this row by the number that it has there."""
    for name in ("id",) if draft.reader.own else ("id", "external_ids"):
        for cell in draft.cells.get(name, ()):
            if cell.text:
                known.by_number.setdefault(cell.text, ref)
