"""Who runs a micro project now and ran it before, and which tasks are handed over."""

from collections.abc import Callable, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.cited import cited
from components.content import Content, listed
from components.editing.edit_button import with_edit
from components.empty import empty
from components.facts import facts
from components.field_note import field_lines, field_marks
from components.flag import flag
from components.formats import instant, number, some_day, vague_date
from components.link import link
from components.persons import is_hidden, persons
from components.projects.life import Notes
from components.projects.ownership.terms import Handover, Owned, RunChange
from components.projects.standing import capital
from components.table import Column, Row, paged_table
from components.unknown import unknown
from components.vocabulary import label

ORDER = ("under_way", "planned", "done", "taken_back")
WAITING = ("under_way", "planned")


def running(project: Owned, changes: Sequence[RunChange], notes: Notes, *, masked: bool) -> Component:
    """Who runs it, since when, how it was before, and in which form; `masked` hides a small number of jobs."""
    own = notes.get(("micro_project", project.id), ())

    def marked(field: str, value: Content) -> Content:
        return [*listed(value), *field_marks(own, field), *(html.Span(line, className="fact-line") for line in field_lines(own, field))]

    # What a note says of the jobs may hold the number that is hidden.
    jobs = persons(project.jobs, masked=masked) or unknown()
    return facts(
        [
            (_("Run by"), marked("run_by", _known("run_by", project.run_by))),
            (_("Since"), marked("run_since_first", _when(project.run_since_first, project.run_since_last))),
            (_("Before"), [html.Span(_before(one), className="fact-line") for one in reversed(changes)] or unknown()),
            (_("Form"), marked("format", _known("organisational_format", project.format))),
            (_("End"), marked("end_state", _end(project))),
            (_("Jobs"), jobs if is_hidden(project.jobs, masked=masked) else marked("jobs", jobs)),
        ]
    )


def running_says(project: Owned) -> str:
    """In one sentence who runs it and since when."""
    if project.run_by == "unknown":
        return _("Who runs it is not recorded: ask who makes the daily decisions.")
    who = label("run_by", project.run_by)
    if project.run_since_first is None:
        return _("It is run by %(who)s; since when is unknown.", who=who)
    return _("It is run by %(who)s since %(day)s.", who=who, day=some_day(project.run_since_first, project.run_since_last))


def handovers_picture(
    tasks: Sequence[Handover], notes: Notes, today: date, *, caption: str, page: int, href: Callable[[int], str], editable: bool
) -> Component:
    """The tasks as a table, those under way first; or what to do where none is recorded."""
    if not tasks:
        return empty(
            _("No task is recorded that is handed over."),
            _("Write down what the group shall take over, such as the money or the keys, until when, and who takes it."),
        )
    columns = [
        Column(_("Task"), header=True),
        Column(_("To whom")),
        Column(_("How far")),
        Column(_("Until when")),
        Column(_("Handed over on")),
        Column(_("Source")),
    ]
    rows = [_row(task, notes, today, editable) for task in _in_order(tasks)]
    return paged_table(columns, rows, caption=caption, page=page, href=href)


def handovers_say(tasks: Sequence[Handover], today: date) -> str | None:
    """How many tasks are handed over, how many are late, how many were taken back; None without any."""
    if not tasks:
        return None
    done, back = (sum(task.state == state for task in tasks) for state in ("done", "taken_back"))
    late = sum(_late(task, today) for task in tasks)
    parts = [ngettext("%(done)s of one task is handed over.", "%(done)s of %(num)s tasks are handed over.", len(tasks), done=number(done))]
    parts += [ngettext("One is late.", "%(num)s are late.", late)] if late else []
    parts += [ngettext("One was taken back.", "%(num)s were taken back.", back)] if back else []
    return " ".join(parts)


def _in_order(tasks: Sequence[Handover]) -> list[Handover]:
    return sorted(tasks, key=lambda task: (ORDER.index(task.state), task.due or date.max, task.id))


def _late(task: Handover, today: date) -> bool:
    return task.due is not None and task.due < today and task.state in WAITING


def _row(task: Handover, notes: Notes, today: date, editable: bool) -> Row:
    own = notes.get(("handover", task.id), ())
    name = capital(label("handover_task", task.task))
    what = [html.Small(task.what)] if task.what else []
    side = label("run_by", task.to_side)
    who = link(task.stakeholder, f"/stakeholders/{task.stakeholder_id}") if task.stakeholder else ""
    late = [" ", flag(_("late"), "bad")] if _late(task, today) else []
    return [
        [name, *field_marks(own, "task", "what"), *what],
        [who, html.Small(side)] if who else side,
        [label("handover_state", task.state), *field_marks(own, "state")],
        [vague_date(task.due, task.due), *field_marks(own, "due"), *late] if task.due else unknown(_("no date set")),
        _handed(task),
        with_edit(cited(task.source), "handover", task.id, name, editable=editable),
    ]


def _handed(task: Handover) -> Content:
    if task.day_first is not None:
        return vague_date(task.day_first, task.day_last)
    return _("not yet") if task.state in WAITING else unknown(_("date unknown"))


def _before(change: RunChange) -> str:
    return _("%(who)s, until a change recorded on %(day)s", who=_side(change.before), day=instant(change.at))


def _side(code: str) -> str:
    return _("unknown") if code == "unknown" else label("run_by", code)


def _end(project: Owned) -> Content:
    state = _known("end_state", project.end_state)
    if project.ended_first is None:
        return state
    return [*listed(state), ", ", vague_date(project.ended_first, project.ended_last)]


def _known(vocabulary: str, code: str) -> Content:
    return unknown() if code == "unknown" else label(vocabulary, code)


def _when(first: date | None, last: date | None) -> Content:
    return unknown() if first is None else vague_date(first, last)
