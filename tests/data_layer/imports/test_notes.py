"""Notes on fields in a file: each goes to its own row and field, or stays out with a reason."""

import pytest
import sqlalchemy as sa

from data_layer.access import writing
from data_layer.imports.answer import with_rows
from data_layer.imports.apply import applied, apply
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import Match, State
from data_layer.models import Change, Note, Stakeholder
from data_layer.snapshot import snapshot
from data_layer.undo import undo
from tests.data_layer.imports.note_lines import HEADER, kept, line, notes, planned, read, worker
from tests.factories import make_micro_project, make_network, make_note, make_stakeholder, make_tie

STAKEHOLDERS = "id,network,name,kind,several,place,country\n"


@pytest.fixture
def network(session):
    return make_network(session, "Vale")


def test_notes_are_new_changed_unchanged_or_refused_and_counted_with_the_rows(session, network):
    church = make_stakeholder(session, network, "Church")
    make_note(session, church, "place", text="as it was")
    make_note(session, church, "country", text="another")
    text = line(text="as it was") + line(field="country", text="better") + line(field="sector") + line(field="colour")
    found = planned(session, network, HEADER + text)
    assert [state for state, _code in notes(found)] == [State.UNCHANGED, State.CHANGED, State.NEW, State.REFUSED]
    assert found.counts().total() == 4
    assert (found.rows[1].old, found.rows[1].new) == ({"text": "another"}, {"text": "better"})


def test_what_is_applied_is_one_action_and_taken_back_with_it(session, network):
    church = make_stakeholder(session, network, "Church")
    before = snapshot(make_note(session, church, "place", text="as it was"))
    found = planned(session, network, STAKEHOLDERS + ",Vale,Kitchen,group,no,,\n", HEADER + line(text="new") + line(about="Kitchen"))
    action_id = apply(session, found)
    (kitchen,) = session.scalars(sa.select(Stakeholder.id).where(Stakeholder.name == "Kitchen"))
    assert kept(session) == [
        ("stakeholder", church.id, "place", "reading", None, "new"),
        ("stakeholder", kitchen, "place", "reading", None, None),
    ]
    assert session.scalar(sa.select(sa.func.count()).where(Change.action_id == action_id)) == 3
    undo(session, action_id)
    assert [snapshot(note) for note in session.scalars(sa.select(Note).where(Note.trashed_by.is_(None)))] == [before]


def test_the_page_says_how_many_notes_came_in(session, network):
    make_stakeholder(session, network, "Church")
    actor = worker(session, network)
    with writing(actor) as own:
        action_id = apply(own, planned(own, network, HEADER + line()))
    assert applied(session, actor.account_id, action_id) == {"note": 1}


def test_a_note_goes_to_the_new_row_that_has_its_number_in_the_file(session, network):
    old = make_stakeholder(session, network, "Church")
    apply(
        session,
        planned(session, network, STAKEHOLDERS + f"{old.id},Elsewhere,Kitchen,group,no,,\n", HEADER + line("Elsewhere", row=old.id)),
    )
    (kitchen,) = session.scalars(sa.select(Stakeholder.id).where(Stakeholder.name == "Kitchen"))
    assert [row[1] for row in kept(session)] == [kitchen]


def test_a_note_on_a_row_that_is_refused_is_refused_with_it(session, network):
    church = make_stakeholder(session, network, "Church")
    rows = STAKEHOLDERS + f"{church.id},Vale,Church,group,no,,Atlantis\n,Vale,Kitchen,group,no,,Atlantis\n"
    found = planned(session, network, rows, HEADER + line(row=church.id) + line(about="Kitchen"))
    assert notes(found) == [(State.REFUSED, "import_of_refused")] * 2
    assert apply(session, found) is None


def test_our_number_is_believed_where_the_note_comes_from_this_network(session, network):
    church = make_stakeholder(session, network, "Church")
    make_stakeholder(session, network, "Kitchen")
    apply(session, planned(session, network, HEADER + line(row=church.id, about="Kitchen")))
    assert [row[1] for row in kept(session)] == [church.id]


def test_a_number_from_another_network_is_not_believed_but_the_name_is(session, network):
    church, kitchen = make_stakeholder(session, network, "Church"), make_stakeholder(session, network, "Kitchen")
    apply(session, planned(session, network, HEADER + line("Elsewhere", row=church.id, about="Kitchen")))
    assert [row[1] for row in kept(session)] == [kitchen.id]


def test_what_two_rows_are_called_tells_neither(session, network):
    one, two = make_stakeholder(session, network, "A"), make_stakeholder(session, network, "B")
    tie = make_tie(session, one, two, what="first")
    make_tie(session, one, two, what="second")
    about = "A / B / not_stated"
    told = line(table="tie", about=about, field="what") + line(table="tie", about=about, field="what", row=tie.id)
    assert notes(planned(session, network, HEADER + told)) == [(State.REFUSED, "import_several_rows"), (State.NEW, None)]


@pytest.mark.parametrize(
    ("told", "code", "field"),
    [
        (line(field="colour"), "unknown_code", "field"),
        (line(field="network_id"), "unknown_code", "field"),
        (line(field="trashed_by"), "unknown_code", "field"),
        (line(field=""), "required", "field"),
        (line(table="account"), "unknown_code", "table"),
        (line(table="note"), "unknown_code", "table"),
        (line(table=""), "required", "table"),
        (line(kind="guess"), "unknown_code", "kind"),
        (line(kind=""), "required", "kind"),
        (line(kind="conflict"), "conflict_value", "other_value"),
        (line(about=""), "required", "about"),
        (line(about="Nobody"), "unknown_name", "about"),
        (line(about="Nobody", row="999999"), "unknown_name", "about"),
        (line(about="Nobody", row="9" * 5000), "unknown_name", "about"),
        (line(about="Nobody", row="-1"), "unknown_name", "about"),
        (line(about="Nobody", row="1 or 1=1"), "unknown_name", "about"),
        (line(text="x" * 1001), "too_long", "text"),
        (line(other="x" * 501), "too_long", "other_value"),
        (line(table="network", about="Elsewhere", field="status"), "unknown_name", "about"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(session, network, told, code, field):
    make_stakeholder(session, network, "Church")
    make_network(session, "Elsewhere")
    found = planned(session, network, HEADER + told)
    assert notes(found) == [(State.REFUSED, code)]
    assert found.rows[0].problem.field == field
    assert apply(session, found) is None


def test_a_conflict_with_the_other_value_is_taken(session, network):
    make_stakeholder(session, network, "Church")
    apply(session, planned(session, network, HEADER + line(kind="conflict", other="Luleå")))
    assert [row[3:5] for row in kept(session)] == [("conflict", "Luleå")]


def test_a_note_is_known_in_whichever_column_its_field_is_kept(session, network):
    church = make_stakeholder(session, network, "Church")
    for column in ("start_last", "body_id"):
        make_note(session, church, column)
    assert notes(planned(session, network, HEADER + line(field="start") + line(field="body_id"))) == [(State.UNCHANGED, None)] * 2


def test_a_new_note_on_a_vague_date_names_its_first_column_as_the_form_does(session, network):
    make_stakeholder(session, network, "Church")
    apply(session, planned(session, network, HEADER + line(field="start")))
    assert [row[2] for row in kept(session)] == ["start_first"]


def test_the_number_of_a_note_is_believed_only_on_its_own_row_and_field(session, network):
    church = make_stakeholder(session, network, "Church")
    there = make_note(session, church, "place")
    moved, same = line(field="country", number=there.id), line(number=there.id)
    assert [row.match for row in planned(session, network, HEADER + moved + same).rows] == [None, Match.NUMBER]


def test_a_correction_finds_the_row(session, network):
    church = make_stakeholder(session, network, "Church")
    form = read(HEADER + line(about="Chruch", field="colour", table="stake"))
    choices = first_choices(form, network.id)
    for answer in ({"cell.0.0.2": "stakeholder"}, {"cell.0.0.5": "place"}, {"cell.0.0.4": "Church"}):
        assert notes(plan(session, form, choices))[0][0] is State.REFUSED
        choices = with_rows(form, choices, answer)
    apply(session, plan(session, form, choices))
    assert [row[:3] for row in kept(session)] == [("stakeholder", church.id, "place")]


def test_the_number_of_statements_does_not_grow_with_the_notes(session, network, queries):
    people = [make_stakeholder(session, network, f"Number {n}") for n in range(40)]
    projects = [make_micro_project(session, network, f"Project {n}") for n in range(40)]
    counts = []
    for n in (1, 2, 40):
        text = "".join(line(row=who.id, text=str(n)) for who in people[:n])
        text += "".join(line(table="micro_project", about=project.name, field="jobs", text=str(n)) for project in projects[:n])
        session.expire_all()
        queries.clear()
        apply(session, planned(session, network, HEADER + text))
        counts.append([text.split(" ")[0] for text in queries if not text.startswith("INSERT INTO note")])
    assert len(kept(session)) == 80
    assert counts[1] == counts[2]
    assert len(counts[0]) <= 16
