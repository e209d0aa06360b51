"""Undo of any action, however many came after it, gives back exactly what it changed, or says why not and changes nothing."""

import shutil
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from data_layer.editing.edit import Edit, add_row, edit_fields, restore_rows, trash_rows
from data_layer.editing.tables import TABLES
from data_layer.editing.values import shown
from data_layer.engine import bare_session, bind, bound, make_engine
from data_layer.models import Action, Change
from data_layer.problem import NotFound, Problem
from data_layer.snapshot import kept_value
from data_layer.undo import undo
from tests.factories import make_network

EDITED = ("stakeholder", "tie", "need", "micro_project", "pilot", "key_stakeholder", "pilot_task", "indicator")
# Runs and steps of each: a thousand random actions and more in all.
RUNS, STEPS = 90, 40
NAMES = st.sampled_from(["Parish", "Library", "Sewing group", "Job centre"])
VALUES = {
    "stakeholder": {
        "name": NAMES,
        "sector": st.sampled_from(["church", "health", None]),
        "start": st.sampled_from([None, "2016", "2017-03"]),
    },
    "tie": {"relation": st.sampled_from(["support", "money"]), "strength": st.sampled_from([None, 1, 4])},
    "need": {
        "what": NAMES,
        "target_groups": st.sampled_from([[], ["older"], ["migrants", "older"]]),
        "votes": st.sampled_from([None, 0, 7]),
    },
    "micro_project": {"name": NAMES, "jobs": st.sampled_from([None, 2]), "accelerated": st.sampled_from([None, True, False])},
    "pilot": {"name": NAMES, "start": st.sampled_from([None, "2016", "2017-03"])},
    "key_stakeholder": {"part": st.sampled_from(["pays", "decides"]), "why": NAMES},
    "pilot_task": {
        "what": NAMES,
        "begins": st.sampled_from([None, "2017-03-01"]),
        "due": st.sampled_from([None, "2017-02-01", "2017-04-01"]),
    },
    "indicator": {"unit": st.sampled_from([None, "people"]), "target": st.sampled_from([None, 3])},
}
FIELD_VALUES = st.sampled_from([(table, field) for table, fields in VALUES.items() for field in fields]).flatmap(
    lambda place: st.tuples(st.just(place[0]), st.just(place[1]), VALUES[place[0]][place[1]])
)


class Editing(RuleBasedStateMachine):
    """One LEN that is edited at random; the state before each action is remembered."""

    template = None

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp(prefix="len-undo-"))
        shutil.copy(self.template, self.folder / "undo.db")
        bind(make_engine(f"sqlite:///{self.folder / 'undo.db'}"))
        self.session = bare_session(write=True)
        self.network = make_network(self.session)
        self.first = self._last()

    def teardown(self):
        self.session.close()
        bound().dispose()
        shutil.rmtree(self.folder)

    @rule(table=st.sampled_from(EDITED), name=NAMES, which=st.integers(0, 20))
    def add(self, table, name, which):
        ends, pilots = self._rows("stakeholder"), self._rows("pilot")
        if (table == "tie" and len(ends) < 2) or (table in ("key_stakeholder", "pilot_task") and not (ends and pilots)):
            return
        values = {
            "stakeholder": lambda: {"name": name},
            "need": lambda: {"what": name},
            "micro_project": lambda: {"name": name} | ({"group": ends[which % len(ends)].id} if ends else {}),
            "tie": lambda: {"from": ends[0].id, "to": ends[1 + which % (len(ends) - 1)].id},
            "pilot": lambda: {"name": name} | ({"provider": ends[which % len(ends)].id} if ends else {}),
            "key_stakeholder": lambda: {"pilot": pilots[0].id, "stakeholder": ends[which % len(ends)].id},
            "pilot_task": lambda: {"pilot": pilots[which % len(pilots)].id, "what": name},
            "indicator": lambda: (
                {"name": name, "level": "individual", "kind": "counted", "unit": "people"} | ({"pilot": pilots[0].id} if pilots else {})
            ),
        }[table]()
        self._try(lambda: add_row(self.session, TABLES[table], self.network.id, values))

    @rule(edits=st.lists(st.tuples(FIELD_VALUES, st.integers(0, 20)), min_size=1, max_size=4))
    def edit(self, edits):
        wanted = []
        for (table, field, value), which in edits:
            rows = self._rows(table)
            if rows:
                row = rows[which % len(rows)]
                wanted.append(Edit(table, row.id, field, shown(TABLES[table], row)[field], value))
        self._try(lambda: edit_fields(self.session, wanted))

    @rule(table=st.sampled_from(EDITED), which=st.integers(0, 20))
    def trash(self, table, which):
        rows = self._rows(table)
        if rows:
            self._try(lambda: trash_rows(self.session, TABLES[table], [rows[which % len(rows)].id]))

    @rule(table=st.sampled_from(EDITED), which=st.integers(0, 20))
    def restore(self, table, which):
        rows = self._rows(table, live=False)
        if rows:
            self._try(lambda: restore_rows(self.session, TABLES[table], [rows[which % len(rows)].id]))

    @rule(which=st.integers(0, 200))
    def take_back_any(self, which):
        actions = self.session.scalars(sa.select(Action.id).where(Action.id > self.first).order_by(Action.id.desc())).all()
        if not actions:
            return
        action_id = actions[which % len(actions)]
        before, expected = self._state(), self._without(action_id)
        if self._try(lambda: undo(self.session, action_id)):
            assert self._state() == expected
        else:
            assert self._state() == before

    @rule()
    def take_back_the_last(self):
        """Nothing came after it, so nothing can stand in its way."""
        action_id = self._last()
        if action_id <= self.first:
            return
        expected = self._without(action_id)
        assert self._try(lambda: undo(self.session, action_id))
        assert self._state() == expected

    @invariant()
    def nothing_live_hangs_on_something_in_the_trash(self):
        if not hasattr(self, "session"):
            return
        live = {row.id for row in self._rows("stakeholder")}
        assert all(tie.from_id in live and tie.to_id in live for tie in self._rows("tie"))
        assert all(project.group_id is None or project.group_id in live for project in self._rows("micro_project"))
        pilots = {row.id for row in self._rows("pilot")}
        assert all(row.pilot_id in pilots for row in (*self._rows("key_stakeholder"), *self._rows("pilot_task")))
        assert all(row.pilot_id is None or row.pilot_id in pilots for row in self._rows("indicator"))

    def _try(self, command):
        try:
            with self.session.begin_nested():
                command()
        except (Problem, NotFound):
            self.session.expire_all()
            return False
        return True

    def _last(self):
        return self.session.scalar(sa.select(sa.func.max(Action.id)))

    def _rows(self, table, *, live=True):
        model = TABLES[table].model
        state = model.trashed_by.is_(None) if live else model.trashed_by.is_not(None)
        return self.session.scalars(sa.select(model).where(state).order_by(model.id)).all()

    def _state(self):
        """Every live row as people see it."""
        self.session.expire_all()
        return {(table, row.id): shown(TABLES[table], row) for table in EDITED for row in self._rows(table)}

    def _without(self, action_id):
        """The state now, with what the action changed as it was before it; read from history, not from the undo."""
        state = self._state()
        for change in self.session.scalars(sa.select(Change).where(Change.action_id == action_id)):
            key = change.table_name, change.row_id
            if change.table_name not in EDITED:
                continue
            was_live = change.before is not None and change.before["trashed_by"] is None
            if not was_live:
                state.pop(key, None)
                continue
            if key not in state and change.after["trashed_by"] is None:
                continue  # Something else put it into the trash since; there it stays.
            model = TABLES[change.table_name].model
            former = shown(TABLES[change.table_name], model(**_columns(model, change.before)))
            after = shown(TABLES[change.table_name], model(**_columns(model, change.after)))
            now = state.get(key, after)
            state[key] = {field: former[field] if former[field] != after[field] else now[field] for field in former}
        return state


def _columns(model, snap):
    return {column: kept_value(model, column, value) for column, value in snap.items()}


@pytest.fixture
def template(empty_template):
    """The empty database from which each run begins."""
    Editing.template = empty_template
    yield empty_template
    Editing.template = None


def test_undo_of_any_action_gives_back_the_former_state_exactly(template):
    run_state_machine_as_test(Editing, settings=settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None, derandomize=True))
