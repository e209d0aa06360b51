"""A preview says of each row of a file what becomes of it; applied, it is one action that can be taken back."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from data_layer.access import reading, writing
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import TABLES
from data_layer.editing.values import shown
from data_layer.engine import bare_session
from data_layer.files.recognise import recognise
from data_layer.imports.answer import with_columns, with_rows
from data_layer.imports.apply import applied, apply
from data_layer.imports.choice import NEW, first_choices
from data_layer.imports.plan import plan
from data_layer.imports.row import Match, State
from data_layer.models import Account, Change, FundingCase, FundingSource, MicroProject, PhaseChange, Receipt, Stakeholder, Tie
from data_layer.problem import NotFound, Problem
from data_layer.snapshot import snapshot
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_network,
    make_phase_change,
    make_stakeholder,
    make_tie,
)

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}


def read(text):
    return recognise(text.encode(), "list", FIELDS)


@pytest.fixture
def network(session):
    return make_network(session)


def planned(session, network, text, **changes):
    form = read(text)
    return plan(session, form, replace(first_choices(form, network.id), **changes))


def coordinator(session, network_id):
    """An account that may work in one LEN; commits what was done so far."""
    with acting(session, "test") as recorder:
        account = recorder.insert(Account(email="a@example.org", password_hash="-", role="coordinator", created_at=now()))
    session.commit()
    return Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset({network_id}))


def states(found):
    return [row.state for row in found.rows]


def codes(found):
    return [row.problem and row.problem.code for row in found.rows]


def test_rows_are_new_changed_unchanged_or_refused_and_the_sums_equal_the_rows(session, network):
    make_stakeholder(session, network, "Church", place="Luleå")
    make_stakeholder(session, network, "School", place="Luleå")
    found = planned(session, network, "Name,Ort,Land\nChurch,Luleå,\nSchool,Piteå,\nKitchen,Boden,\nHarbour,,Atlantis\n")
    assert states(found) == [State.UNCHANGED, State.CHANGED, State.NEW, State.REFUSED]
    assert sum(found.counts().values()) == 4
    assert codes(found)[3] == "country"
    assert (found.rows[1].old, found.rows[1].new) == ({"place": "Luleå"}, {"place": "Piteå"})


def test_a_preview_writes_nothing(session, network):
    planned(session, network, "Name,Ort\nKitchen,Boden\n")
    assert not session.new
    assert not session.dirty
    assert session.scalars(sa.select(Stakeholder)).all() == []


def test_what_is_applied_is_as_the_preview_said_and_one_action(session, network):
    make_stakeholder(session, network, "School", place="Luleå")
    action_id = apply(session, planned(session, network, "Name,Ort,Branche\nSchool,Piteå,\nKitchen,Boden,Verein\n"))
    rows = session.scalars(sa.select(Stakeholder).order_by(Stakeholder.name)).all()
    assert [(row.name, row.place, row.sector) for row in rows] == [("Kitchen", "Boden", "non_profit"), ("School", "Piteå", None)]
    assert applied(session, 0, action_id) == {}
    assert session.scalar(sa.select(sa.func.count()).where(Change.action_id == action_id)) == 2


def test_taking_it_back_gives_every_row_its_former_state(session, network):
    school = make_stakeholder(session, network, "School", place="Luleå")
    before = snapshot(school)
    undo(session, apply(session, planned(session, network, "Name,Ort\nSchool,Piteå\nKitchen,Boden\n")))
    assert snapshot(school) == before
    assert session.scalars(sa.select(Stakeholder.name).where(Stakeholder.trashed_by.is_(None))).all() == ["School"]


def test_the_same_file_again_changes_nothing(session, network):
    text = "Name,Ort,Land,Externe ID\nKitchen,Boden,Sweden,X-1\nSchool,Luleå,SE,X-2\n"
    apply(session, planned(session, network, text))
    again = planned(session, network, text)
    assert states(again) == [State.UNCHANGED] * 2
    assert apply(session, again) is None


def test_a_number_of_another_list_finds_the_row_under_a_changed_spelling(session, network):
    make_stakeholder(session, network, "Sewing group", external_ids="A-7|X-1")
    found = planned(session, network, "Name,Externe ID\nSEWING GROUP,X-1\n")
    assert (found.rows[0].match, found.rows[0].state, found.rows[0].old) == (Match.EXTERNAL, State.CHANGED, {"name": "Sewing group"})


def test_the_same_number_under_quite_another_name_is_asked_about(session, network):
    church = make_stakeholder(session, network, "Church", external_ids="X-1")
    text = "Name,Externe ID\nSewing group,X-1\n"
    found = planned(session, network, text)
    assert (codes(found), found.rows[0].candidates[0].ref) == (["import_same_number"], church.id)
    assert states(planned(session, network, text, same={"0.0": church.id})) == [State.UNCHANGED]


@pytest.mark.parametrize("name", ["SEWING GROUP", "Sewing-Group", "Sewing group e.V.", "Sewing grroup"])
def test_a_name_that_looks_like_another_is_offered_never_taken(session, network, name):
    there = make_stakeholder(session, network, "Sewing group")
    found = planned(session, network, f"Name,Ort\n{name},Boden\n")
    assert codes(found) == ["import_maybe_same"]
    assert [candidate.ref for candidate in found.rows[0].candidates] == [there.id]


def test_a_row_that_a_person_calls_the_same_keeps_its_name(session, network):
    there = make_stakeholder(session, network, "Sewing group")
    found = planned(session, network, "Name,Ort\nSEWING GROUP,Boden\n", same={"0.0": there.id})
    assert (found.rows[0].state, found.rows[0].match, found.rows[0].columns) == (State.CHANGED, Match.CHOSEN, {"place": "Boden"})


def test_a_row_that_a_person_calls_another_is_new(session, network):
    make_stakeholder(session, network, "Sewing group")
    assert states(planned(session, network, "Name,Ort\nSEWING GROUP,Boden\n", same={"0.0": NEW})) == [State.NEW]
    assert states(planned(session, network, "Name,Ort\nSEWING GROUP,Boden\n", new_by_default=True)) == [State.NEW]


def test_two_spellings_within_a_file_are_asked_about_once_and_can_be_one(session, network):
    text = "Label,Type\nUniversity of Tartu,ngo\nUNIVERSITY OF TARTU,ngo\nChurch,ngo\n"
    first = planned(session, network, text)
    assert codes(first) == [None, "import_maybe_same", None]
    second = planned(session, network, text, same={"0.1": first.rows[1].candidates[0].ref})
    assert states(second) == [State.NEW, State.UNCHANGED, State.NEW]


def test_names_that_differ_in_the_telling_word_are_not_offered(session, network):
    text = "Name,Ort\nCounty Administrative Board of Östergötland,a\nCounty Administrative Board of Västerbotten,b\n"
    assert states(planned(session, network, text)) == [State.NEW, State.NEW]


def test_a_name_twice_in_a_file_is_refused_where_it_says_something_else(session, network):
    assert codes(planned(session, network, "Name,Ort\nA,b\nA,b\nA,c\n")) == [None, None, "named_twice"]


def test_ties_find_their_ends_by_the_numbers_of_their_file(session, network):
    text = '<graphml><graph edgedefault="directed"><node id="1"><data key="label">A</data></node><node id="2"><data key="label">B</data></node><edge source="2" target="1"/></graph></graphml>'
    apply(session, planned(session, network, text))
    tie = session.scalars(sa.select(Tie)).one()
    names = {row.id: (row.name, row.external_ids) for row in session.scalars(sa.select(Stakeholder))}
    assert (names[tie.from_id], names[tie.to_id], tie.directed) == (("B", "graphml:2"), ("A", "graphml:1"), True)
    assert states(planned(session, network, text)) == [State.UNCHANGED] * 3


def test_edges_alone_find_the_nodes_of_an_earlier_file(session, network):
    apply(session, planned(session, network, "Id,Label\n1,A\n2,B\n"))
    assert states(planned(session, network, "Source,Target,Type\n1,2,Directed\nA,B,Undirected\n")) == [State.NEW, State.NEW]


def test_a_tie_to_nobody_is_refused_and_one_to_a_refused_row_says_so(session, network):
    text = '{"elements": [{"label": "A"}, {"label": "B", "country": "Atlantis"}], "connections": [{"from": "A", "to": "B"}]}'
    assert codes(planned(session, network, text)) == [None, "country", "import_of_refused"]
    make_stakeholder(session, network, "A")
    assert codes(planned(session, network, "From,To\nA,Nobody\n")) == ["unknown_name"]


def test_an_undirected_tie_is_the_same_from_both_ends(session, network):
    one, other = make_stakeholder(session, network, "A"), make_stakeholder(session, network, "B")
    make_tie(session, one, other)
    assert states(planned(session, network, "From,To\nB,A\nA,B\n")) == [State.UNCHANGED, State.NEW]


def test_an_empty_cell_of_a_foreign_list_changes_nothing(session, network):
    make_stakeholder(session, network, "School", place="Luleå")
    assert states(planned(session, network, "Name,Ort,Land\nSchool,,SE\n")) == [State.CHANGED]
    assert planned(session, network, "Name,Ort,Land\nSchool,,SE\n").rows[0].old == {"country": None}


def test_an_empty_cell_of_our_own_export_means_unknown(session, network):
    school = make_stakeholder(session, network, "School", place="Luleå")
    found = planned(session, network, f"id,network,name,kind,several,place\n{school.id},{network.name},School,organisation,no,\n")
    assert (found.rows[0].match, found.rows[0].old, found.rows[0].new) == (Match.NUMBER, {"place": "Luleå"}, {"place": None})


def test_a_number_of_ours_from_another_network_is_not_believed(session, network):
    school = make_stakeholder(session, network, "School")
    found = planned(session, network, f"id,network,name,kind,several\n{school.id},Elsewhere,Kitchen,organisation,no\n")
    assert (found.rows[0].state, found.rows[0].ref) == (State.NEW, -1)


def test_a_column_that_could_be_read_in_two_ways_is_asked_about(session, network):
    text = "Name,Seit\nA,05/06/2014\nB,07/08/2014\n"
    found = planned(session, network, text)
    assert codes(found) == ["date_two_ways"] * 2
    assert [(question.column, question.open) for question in found.questions] == [("Seit", True)]
    answered = planned(session, network, text, forms={"0.1": "dmy"})
    assert [row.new for row in answered.rows] == [{"start": "2014-06-05"}, {"start": "2014-08-07"}]
    assert [row.columns["start_first"].isoformat() for row in answered.rows] == ["2014-06-05", "2014-08-07"]


def test_money_of_grants_arrives_in_its_tables(session, network):
    header = (
        "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name,Grant Programme:Title,For Regrant Type"
    )
    found = planned(session, network, header + '\n1,Sewing room,GBP,"1,200.50",2014-06-25,Sewing group,County fund,Small grants,FRG010\n')
    assert states(found) == [State.NEW] * 4
    apply(session, found)
    case = session.scalars(sa.select(FundingCase)).one()
    project, source = session.get(MicroProject, case.micro_project_id), session.get(FundingSource, case.funding_source_id)
    assert (case.awarded_minor, case.currency, case.regrant, case.state) == (120_050, "GBP", True, "awarded")
    assert (project.name, source.funder, source.name, source.entered_by_id) == ("Sewing room", "County fund", "Small grants", network.id)


def test_a_source_of_the_catalogue_that_another_network_entered_stays_as_it_is(session, network):
    make_funding_source(session, "County fund", name="Small grants", country="SE")
    text = f"id,network,funder,name,instrument,country\n,{network.name},County fund,Small grants,grant,DE\n"
    assert states(planned(session, network, text)) == [State.UNCHANGED]


def test_steps_of_a_micro_project_follow_each_other(session, network):
    make_phase_change(session, make_micro_project(session, network, "Sewing room"), "needs")
    text = "network,micro_project,to_phase,reason\nX,Sewing room,support,\nX,Sewing room,design,\n"
    found = planned(session, network, text)
    assert codes(found) == [None, "step_back_needs_reason"]
    apply(session, found)
    steps = [(step.from_phase, step.to_phase) for step in session.scalars(sa.select(PhaseChange).order_by(PhaseChange.id))]
    assert steps == [("unknown", "needs"), ("needs", "support")]


def test_money_received_has_the_currency_of_its_case(session, network):
    project, source = make_micro_project(session, network, "Sewing room"), make_funding_source(session, "County fund")
    make_funding_case(session, project, source, currency="SEK")
    text = f"network,funding_case,amount,day\n{network.name},Sewing room / County fund,2500,2016\n"
    apply(session, planned(session, network, text))
    assert session.scalars(sa.select(Receipt.currency)).all() == ["SEK"]


def test_another_network_can_be_neither_made_nor_changed(session, network):
    text = "id,network,name,status\n,Elsewhere,Elsewhere,len\n"
    assert codes(planned(session, network, text)) == ["import_no_network"]


def test_a_network_of_others_is_not_there(session, network):
    stranger = coordinator(session, network.id + 1)
    form = read("Name,Ort\nA,b\n")
    with reading(stranger) as own, pytest.raises(NotFound):
        plan(own, form, first_choices(form, network.id))


def test_a_plan_of_somebody_who_may_is_refused_to_somebody_who_may_not(session, network):
    found = planned(session, network, "Name,Ort\nA,b\n")
    stranger = coordinator(session, network.id + 1)
    with writing(stranger) as own, pytest.raises(NotFound):
        apply(own, found)


def test_a_correction_holds_for_all_rows_that_say_the_same(session, network):
    form = read("Name,Land\nA,Atlantis\nB,Atlantis\nC,Sweden\n")
    choices = with_rows(form, first_choices(form, network.id), {"cell.0.0.1": "SE", "cell.0.1.1": "Atlantis"})
    assert [row.columns["country"] for row in plan(session, form, choices).rows] == ["SE"] * 3


def test_a_correction_of_a_name_holds_for_one_row(session, network):
    form = read("Name,Ort\nA,b\nA,c\n")
    choices = with_rows(form, first_choices(form, network.id), {"cell.0.1.0": "A two"})
    assert states(plan(session, form, choices)) == [State.NEW, State.NEW]


@pytest.mark.parametrize("key", ["cell.0.9.1", "cell.5.0.0", "cell.0.0.9", "cell.a.b.c", "cell.0.0", "same.7.1"])
def test_a_cell_that_there_is_not_cannot_be_mended(session, network, key):
    form = read("Name,Ort\nA,b\n")
    with pytest.raises(NotFound):
        with_rows(form, first_choices(form, network.id), {key: "1"})


def test_unknown_columns_are_mapped_by_hand(session, network):
    form = read("Aaa,Bbb\nKitchen,Boden\n")
    first = with_columns(form, first_choices(form, network.id), {"target.0": "stakeholder"}, network_id=network.id)
    second = with_columns(form, first, {"target.0": "stakeholder", "field.0.0": "name", "field.0.1": "place"}, network_id=network.id)
    (row,) = plan(session, form, second).rows
    assert (row.state, row.columns) == (State.NEW, {"name": "Kitchen", "place": "Boden"})


def test_a_column_cannot_go_to_a_field_that_nobody_may_type(session, network):
    form = read("Name,Ort\nA,b\n")
    choices = with_columns(form, first_choices(form, network.id), {"field.0.1": "trashed_by", "target.0": "account"}, network_id=network.id)
    assert (choices.targets, choices.fields) == (("stakeholder",), (("name", ""),))


def test_tables_that_go_nowhere_are_counted(session, network):
    assert planned(session, network, "Name,Ort\nA,b\n", targets=("",), fields=(("", ""),)).left_out == 1


def test_without_a_network_there_is_no_preview(session, network):
    form = read("Name,Ort\nA,b\n")
    with pytest.raises(Problem, match="import_no_len"):
        plan(session, form, first_choices(form, None))


@pytest.mark.parametrize("failing", range(0, 30, 3))
def test_an_import_that_stops_at_any_row_leaves_nothing_behind(database, session, monkeypatch, failing):
    network = make_network(session)
    text = "Name,Ort\n" + "".join(f"Stakeholder number {n},b\n" for n in range(30))
    found = planned(session, network, text)
    actor = coordinator(session, network.id)
    session.expire_all()
    before = whole(session)
    calls = iter(range(1000))

    def stop(row):
        if next(calls) == failing:
            raise KeyboardInterrupt

    monkeypatch.setattr("data_layer.action.check_row", stop)
    with pytest.raises(KeyboardInterrupt), writing(actor) as own:
        apply(own, found)
    session.expire_all()
    assert whole(session) == before


def test_an_import_that_stops_at_any_statement_leaves_nothing_behind(database, session):
    network = make_network(session)
    form = read("Name,Ort\nKitchen,b\nChurch,c\n")
    make_stakeholder(session, network, "Church")
    actor, network_id = coordinator(session, network.id), network.id
    before, failed = state(), 0
    while failures(actor, form, network_id, failed):
        assert state() == before
        failed += 1
    assert failed > 8


def state():
    """All rows that an import could touch, as they are kept."""
    with bare_session() as looking:
        return whole(looking)


def failures(actor, form, network_id, number):
    """Whether the statement of this number was reached, and failed."""
    calls = iter(range(1000))

    def stop(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("BEGIN", "PRAGMA", "ROLLBACK")) and next(calls) == number:
            raise KeyboardInterrupt

    event.listen(sa.engine.Engine, "before_cursor_execute", stop)
    try:
        with writing(actor) as own:
            apply(own, plan(own, form, first_choices(form, network_id)))
    except KeyboardInterrupt:
        return True
    finally:
        event.remove(sa.engine.Engine, "before_cursor_execute", stop)
    return False


def whole(session):
    """All rows that an import could touch."""
    rows = [
        (table.name, row.id, tuple(shown(table, row).items()))
        for table in TABLES.values()
        for row in session.scalars(sa.select(table.model))
    ]
    return repr(rows), session.scalar(sa.select(sa.func.count()).select_from(Change))


def test_the_number_of_statements_does_not_grow_with_the_rows(session, network, queries):
    counts = []
    for n in (1, 60):
        queries.clear()
        planned(session, network, "Name,Ort\n" + "".join(f"Stakeholder number {n},b\n" for n in range(n)))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 3


def test_of_an_export_of_several_networks_only_the_chosen_one_comes_in(session, network):
    text = f"id,network,what\n,{network.name},A room\n,Elsewhere,A kitchen\n"
    assert codes(planned(session, network, text)) == [None, "import_other_network"]


def test_an_export_of_another_network_can_be_brought_in_as_a_copy(session, network):
    assert states(planned(session, network, "id,network,what\n7,Elsewhere,A room\n")) == [State.NEW]


def test_our_number_in_a_graph_is_believed_only_with_a_name_that_is_alike(session, network):
    there = make_stakeholder(session, network, "Sewing group")
    text = f"Id,Label\nlen-{there.id},Sewing Group\n"
    assert planned(session, network, text, fields=(("id", "name"),)).rows[0].match is Match.NUMBER
    assert codes(planned(session, network, text.replace("Sewing Group", "Church"), fields=(("id", "name"),))) == ["import_same_number"]


def test_a_number_of_thousands_of_digits_is_nobodys(session, network):
    number = "9" * 5000
    assert states(planned(session, network, f"id,network,what\n{number},{network.name},A room\n")) == [State.NEW]
    assert codes(planned(session, network, f"id,network,what,micro_project\n,{network.name},A room,{number}\n")) == ["unknown_name"]


def test_a_number_of_the_catalogue_is_believed_only_with_the_same_funder(session, network):
    source = make_funding_source(session, "County fund", name="Small grants")
    text = f"id,network,funder,name,instrument\n{source.id},{network.name},County fund,Small grants,unknown\n"
    assert planned(session, network, text).rows[0].match is Match.NUMBER
    assert states(planned(session, network, text.replace("County fund", "Lottery"))) == [State.NEW]


def test_two_rows_that_a_person_calls_the_same_both_count(session, network):
    there = make_stakeholder(session, network, "Sewing group")
    found = planned(session, network, "Name,Ort,Land\nSEWING GROUP,Boden,\nSewing-group,,SE\n", same={"0.0": there.id, "0.1": there.id})
    assert states(found) == [State.CHANGED, State.CHANGED]
    apply(session, found)
    assert (there.name, there.place, there.country) == ("Sewing group", "Boden", "SE")


def test_of_two_rows_that_a_person_calls_the_same_the_one_that_contradicts_is_refused(session, network):
    there = make_stakeholder(session, network, "Sewing group")
    text = "Name,Ort\nSEWING GROUP,Boden\nSewing-group,Luleå\n"
    found = planned(session, network, text, same={"0.0": there.id, "0.1": there.id})
    assert codes(found) == [None, "import_same_twice"]
    assert [candidate.ref for candidate in found.rows[1].candidates] == [there.id]
    apply(session, found)
    assert there.place == "Boden"


@pytest.mark.parametrize(
    "text", ["Name,Ort\nSewing group,Boden\nSEWING GROUP,Luleå\n", "Name,Ort\nSEWING GROUP,Luleå\nSewing group,Boden\n"]
)
def test_a_row_that_a_person_calls_the_same_does_not_contradict_the_row_of_that_name(session, network, text):
    there = make_stakeholder(session, network, "Sewing group")
    key = "0.1" if text.endswith("Luleå\n") else "0.0"
    assert codes(planned(session, network, text, same={key: there.id})) == [None, "import_same_twice"]


def test_two_spellings_of_a_new_one_that_contradict_each_other_are_refused(session, network):
    text = "Name,Ort\nUniversity of Tartu,Tartu\nUNIVERSITY OF TARTU,Narva\n"
    first = planned(session, network, text)
    found = planned(session, network, text, same={"0.1": first.rows[1].candidates[0].ref})
    assert codes(found) == [None, "import_same_twice"]


def test_the_numbers_of_two_rows_that_are_the_same_are_all_kept(session, network):
    there = make_stakeholder(session, network, "Sewing group", external_ids="A-7")
    text = "Name,Externe ID\nSEWING GROUP,X-1\nSewing-group,X-2\n"
    apply(session, planned(session, network, text, same={"0.0": there.id, "0.1": there.id}))
    assert there.external_ids == "A-7|X-1|X-2"


def test_the_seal_of_a_preview_differs_when_an_old_value_has_changed(session, network):
    there = make_stakeholder(session, network, "School", place="Luleå")
    seen = planned(session, network, "Name,Ort\nSchool,Piteå\n").seal()
    with acting(session, "test") as recorder:
        recorder.update(there, place="Boden")
    assert planned(session, network, "Name,Ort\nSchool,Piteå\n").seal() != seen
