"""Every change that a person makes in the browser: grids, forms, the board and the picture all send it here."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import Any

from flask import Blueprint, abort, jsonify, request
from flask_babel import gettext as _

from components.editing.table_words import rows_in_words
from components.formats import listing
from dashboard.arguments import annotations, fits
from dashboard.bodies import parsed
from dashboard.command_arguments import MOST_ROWS, choice_of, edit_of, few, is_value, origin_of, row_id, seen_of, table_named
from dashboard.messages import sentence
from dashboard.permissions import CATALOGUE, Permission
from dashboard.security import actor, allowed, may_edit
from dashboard.survey_commands import SURVEY_COMMANDS
from data_layer.access import writing
from data_layer.editing.body import link_body, unlink_body
from data_layer.editing.edit import Refusal, add_row, edit_fields, restore_rows, trash_rows
from data_layer.editing.merge import merge_stakeholders
from data_layer.editing.origin import OriginChanged, set_origin
from data_layer.editing.paste import paste
from data_layer.editing.place import place_stakeholders
from data_layer.editing.tables import TABLES, Table
from data_layer.editing.values import Value, shown
from data_layer.history import rows_touched, tables_touched
from data_layer.network.net_map import HEAD, keep_net_map
from data_layer.problem import NotFound, Problem
from data_layer.projects.move import move
from data_layer.request import repeated, rows_written
from data_layer.revision import revision
from data_layer.stack import redo_last, undo_last
from data_layer.undo import undo
from data_layer.vocabulary import CodingRound
from data_layer.voices.coding import code_voice

blueprint = Blueprint("edit", __name__)
MOST_THEMES = 200
REQUEST_LENGTHS = range(8, 41)

Answer = dict[str, Any]


@blueprint.post("/edit")
def edit() -> Any:
    """Run one command: 200 with what was done or why not, 400 for what is no command, 403 and 404 as everywhere.

    409 where the page belongs to another account than the sign-in: a second person may have signed in on the same computer meanwhile,
    and what waited to be saved is not theirs.
    """
    if request.mimetype != "application/json":
        abort(415)
    if request.headers.get("X-Account", str(actor().account_id)) != str(actor().account_id):
        return jsonify(message=_("Somebody else is signed in here by now. What you changed is saved when you sign in again.")), 409
    body = parsed(request.get_data())
    command, arguments, name = _command(body)
    try:
        with writing(actor()) as session:
            done = repeated(session, actor().account_id, name)
            if done is None:
                session.info["request"] = name
                answer = command(session, **arguments)
            else:
                answer = _again(session, done, command, arguments)
            session.flush()
            answer["revision"] = revision(session).seen
    except NotFound:
        abort(404)
    except Problem as problem:
        answer = {"action": None, "refused": [{**_refused(Refusal(0, problem)), "theirs": problem.values.get("theirs")}]}
    return jsonify({"action": None, "rows": [], "refused": [], "told": "", **answer})


def _command(body: Any) -> tuple[Callable[..., Answer], dict[str, Any], str]:
    """The command that a body names, with arguments of the types that it takes."""
    if not isinstance(body, dict) or not isinstance(body.get("do"), str) or body["do"] not in COMMANDS:
        abort(400)
    name = body.get("request")
    if not isinstance(name, str) or len(name) not in REQUEST_LENGTHS:
        abort(400)
    command = COMMANDS[body["do"]]
    arguments = {key: value for key, value in body.items() if key not in ("do", "request")}
    expected = dict(zip(list(inspect.signature(command).parameters)[1:], annotations(command)[1:], strict=True))
    if set(arguments) != set(expected) or not all(fits(arguments[key], expected[key]) for key in expected):
        abort(400)
    return command, arguments, name


def _again(session: Any, action_id: int, command: Callable[..., Answer], arguments: dict[str, Any]) -> Answer:
    """What to say when the answer to a command was lost: it is done; what was refused is looked at anew."""
    if command in (_save, _map):
        # A value that is there already is left as it is, so these two do nothing twice.
        answer = command(session, **arguments)
        return {**answer, "action": answer["action"] or action_id}
    told = _("Saved: %(rows)s.", rows=_counted(rows_touched(session, action_id)))
    return {"action": action_id, "rows": _rows(rows_written(session, action_id)), "told": told}


def _save(session: Any, edits: list[dict[str, Any]]) -> Answer:
    """Set fields, each only where it still holds what the person saw."""
    wanted = [edit_of(item) for item in few(edits)]
    _require({item.table for item in wanted})
    edited = edit_fields(session, wanted)
    rows = _rows(edited.rows)
    return {"action": edited.action_id, "rows": rows, "refused": list(map(_refused, edited.refusals))}


def _add(session: Any, table: str, network: int | None, values: dict[str, Any]) -> Answer:
    chosen = _growing(table, network, [values])
    action_id, row = add_row(session, chosen, None if network is None else row_id(network), values)
    rows = [{"table": table, "id": row.id, "values": shown(chosen, row)}]
    return {"action": action_id, "rows": rows, "told": _("Added: %(rows)s.", rows=rows_in_words(table, 1))}


def _growing(name: str, network: int | None, lines: list[dict[str, Any]]) -> Table:
    """The table to which these lines (field -> value) may be added as rows."""
    table = table_named(name)
    _require({name})
    # Administrators make networks; a row in a LEN is never one.
    if name == "network" or not all(set(line) <= set(table.fields) and all(map(is_value, line.values())) for line in lines):
        abort(400)
    if network is None and not (name == CATALOGUE and not allowed(Permission.DATA_EDIT)):
        abort(400)
    return table


def _paste(session: Any, edits: list[dict[str, Any]], table: str, network: int | None, lines: list[dict[str, Any]]) -> Answer:
    """Set fields, and add the lines that go beyond the last row; what is refused is told by its place among edits and lines."""
    chosen = _growing(table, network, few(lines))
    wanted = [edit_of(item) for item in few([*edits, *lines])[: len(edits)]]
    _require({item.table for item in wanted})
    pasted = paste(session, wanted, chosen, None if network is None else row_id(network), lines)
    rows = [*_rows(pasted.edited.rows), *({"table": table, "id": row.id, "values": shown(chosen, row)} for row in pasted.rows)]
    refused = [*pasted.edited.refusals, *(replace(one, place=len(edits) + one.place) for one in pasted.refusals)]
    told = _("Added: %(rows)s.", rows=rows_in_words(table, len(pasted.rows))) if pasted.rows else ""
    return {"action": pasted.edited.action_id, "rows": rows, "refused": list(map(_refused, refused)), "told": told}


def _trash(session: Any, table: str, ids: list[int]) -> Answer:
    action_id, counts = trash_rows(session, _trashable(table), list(map(row_id, few(ids))))
    _refuse_others(session, action_id)
    return {"action": action_id, "told": _("In the trash: %(rows)s.", rows=_counted(counts))}


def _restore(session: Any, table: str, ids: list[int]) -> Answer:
    action_id, counts = restore_rows(session, _trashable(table), list(map(row_id, few(ids))))
    _refuse_others(session, action_id)
    return {"action": action_id, "told": _("Back from the trash: %(rows)s.", rows=_counted(counts))}


def _refuse_others(session: Any, action_id: int) -> None:
    """Whoever edits a pilot may not take along what hangs on it and is for coordinators to edit, nor bring it back."""
    others = sorted(name for name in tables_touched(session, action_id) if not may_edit(name))
    if others:
        raise Problem("hangs_for_others", others=" ".join(others))


def _trashable(table: str) -> Table:
    """The table whose rows are to go to the trash or come back; 400 for networks: which there are is for administrators to say."""
    _require({table})
    return abort(400) if table == "network" else table_named(table)


def _undo(session: Any, action: int | None) -> Answer:
    """Take back one action, or the person's last one."""
    _require_editing()
    if action is None:
        action = undo_last(session, actor().account_id)
    else:
        undo(session, row_id(action))
    _require(tables_touched(session, action))
    return {"action": action, "told": _("Taken back: %(rows)s.", rows=_counted(rows_touched(session, action)))}


def _redo(session: Any) -> Answer:
    _require_editing()
    action = redo_last(session, actor().account_id)
    _require(tables_touched(session, action))
    return {"action": action, "told": _("Done again: %(rows)s.", rows=_counted(rows_touched(session, action)))}


def _place(session: Any, places: list[dict[str, Any]]) -> Answer:
    """Keep where stakeholders stand in the picture; without a place the ties decide where that is."""
    _require({"stakeholder"})
    wanted = [(item.get("id"), item.get("x", ""), item.get("y", "")) for item in few(places)]
    if not all(fits(one, int) and ((fits(x, float) and fits(y, float)) or x is y is None) for one, x, y in wanted):
        abort(400)
    found = [(row_id(one), None if x is None else float(x), None if y is None else float(y)) for one, x, y in wanted]
    return {"action": place_stakeholders(session, found)}


def _map(
    session: Any, network: int, net_map: int | None, head: dict[str, Any], was: dict[str, Any] | None, seen: list[dict[str, Any]]
) -> Answer:
    """Keep what a mapping says of stakeholders; `net_map` is a row of the mapping that is to be changed, `was` the head that it had."""
    _require({"position"})
    heads = [head, *([] if was is None else [was])]
    if not all(set(one) <= set(HEAD) and all(map(is_value, one.values())) for one in heads) or len(seen) > MOST_ROWS:
        abort(400)
    wanted = [seen_of(item) for item in seen]
    edited = keep_net_map(session, row_id(network), head, wanted, net_map_id=None if net_map is None else row_id(net_map), was=was)
    rows = _rows(edited.rows)
    told = _("Kept: %(rows)s.", rows=rows_in_words("position", len(rows))) if edited.action_id is not None else ""
    return {"action": edited.action_id, "rows": rows, "refused": list(map(_refused, edited.refusals)), "told": told}


def _move(session: Any, micro_project: int, seen: str, step: dict[str, Any] | None, end: dict[str, str] | None) -> Answer:
    """Move a micro project into another phase, to an end, or both."""
    _require({"micro_project"})
    fields = TABLES["phase_change"].fields
    if (step is None and end is None) or (step is not None and not (set(step) <= set(fields) and all(map(is_value, step.values())))):
        abort(400)
    if end is not None and (set(end) != {"old", "new"} or not all(fits(code, str) for code in end.values())):
        abort(400)
    action_id, row = move(session, row_id(micro_project), seen=seen, step=step, end=None if end is None else (end["old"], end["new"]))
    table = TABLES["phase_change"]
    return {"action": action_id, "rows": [] if row is None else [{"table": table.name, "id": row.id, "values": shown(table, row)}]}


def _note(session: Any, table: str, row: int, field: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> Answer:
    """Say where the value of a field comes from; `new` is null where it is as for the whole row."""
    _require({table})
    chosen = table_named(table)
    if field not in chosen.fields:
        abort(400)
    before, after = origin_of(old), origin_of(new)
    try:
        return {"action": set_origin(session, chosen, row_id(row), chosen.fields[field], old=before, new=after)}
    except OriginChanged as changed:
        theirs = None if changed.now is None else asdict(changed.now)
        return {"action": None, "refused": [{**_refused(Refusal(0, changed)), "theirs": theirs}]}


def _merge(session: Any, first: int, second: int, choices: list[dict[str, Any]]) -> Answer:
    """Make two stakeholders of one LEN one, with the values that were chosen."""
    _require({"stakeholder"})
    action_id, moved = merge_stakeholders(session, row_id(first), row_id(second), dict(map(choice_of, choices)))
    words = _("Merged. Moved over: %(rows)s.", rows=_counted(moved)) if moved else _("Merged. Nothing else hung on it.")
    return {"action": action_id, "told": words}


def _link_body(session: Any, first: int, second: int) -> Answer:
    _require({"stakeholder"})
    return {"action": link_body(session, row_id(first), row_id(second)), "told": _("Recorded as the same body in both networks.")}


def _unlink_body(session: Any, row: int) -> Answer:
    _require({"stakeholder"})
    return {"action": unlink_body(session, row_id(row)), "told": _("No longer recorded as the same body as in other networks.")}


def _code(session: Any, voice: int, coded: str, themes: list[str], own_themes: list[int], checked: bool) -> Answer:
    """Keep which themes the person sees in a voice."""
    _require({"voice", "coding"})
    if coded not in list(CodingRound) or len(themes) + len(own_themes) > MOST_THEMES:
        abort(400)
    chosen = list(map(row_id, own_themes))
    action = code_voice(session, row_id(voice), coded=coded, themes=themes, own_themes=chosen, checked=checked)
    return {"action": action, "told": _("Themes saved.")}


COMMANDS: dict[str, Callable[..., Answer]] = {
    "save": _save,
    "add": _add,
    "code": _code,
    "paste": _paste,
    "trash": _trash,
    "restore": _restore,
    "undo": _undo,
    "redo": _redo,
    "place": _place,
    "merge": _merge,
    "link_body": _link_body,
    "unlink_body": _unlink_body,
    "map": _map,
    "move": _move,
    "note": _note,
    **SURVEY_COMMANDS,
}


def _require(tables: Iterable[str]) -> None:
    if not all(map(may_edit, tables)):
        abort(403)


def _require_editing() -> None:
    if not allowed(Permission.EDITING):
        abort(403)


def _refused(refusal: Refusal) -> Answer:
    problem = refusal.problem
    return {"place": refusal.place, "field": problem.field, "code": problem.code, "said": sentence(problem), "theirs": refusal.theirs}


def _rows(found: Iterable[tuple[str, int, dict[str, Value]]]) -> list[Answer]:
    return [{"table": table, "id": number, "values": values} for table, number, values in found]


def _counted(counts: dict[str, int]) -> str:
    return listing([rows_in_words(table, n) for table, n in counts.items()])
