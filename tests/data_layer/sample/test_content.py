import csv
import hashlib
import re
import shutil
from collections import Counter
from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session, bind, make_engine
from data_layer.models import (
    Assessment,
    Attendance,
    Event,
    EventGuest,
    FundingCase,
    FundingSource,
    Handover,
    MicroProject,
    Need,
    Network,
    Note,
    PeopleReached,
    PhaseChange,
    Pilot,
    PilotStep,
    PilotTask,
    Position,
    Readiness,
    Receipt,
    Stakeholder,
    Tie,
)
from data_layer.sample.loader import FOLDER, load_sample
from data_layer.sample.tables import TABLES
from data_layer.vocabulary import EndState, Phase, StakeholderRole

# The first 12 hex digits of the SHA-256 of family names (in small letters) that the sources print.
# fmt: off
NAMES = {
    "002f0c76c3b4", "04a2b2a474ff", "0c7fb88c4308", "112a38f37798", "142aa78cfc7b", "15824651cbc9",
    "1d2853b4470f", "1ea537577a2f", "20a9228dd98c", "29bf8608cf4a", "32a9a5bcbd9d", "4014b02da4fe",
    "4113c2de6694", "4275b75ab7e6", "470861ff67da", "4939f33893f8", "4b355db8079e", "51a32c70100a",
    "52ed093a2b6d", "5c58afd68dd3", "7d3e410cc41c", "86cc5616649a", "889376f1d7c0", "8a28af6fb133",
    "94401aeb0e35", "9650e6e51599", "973677ce88bf", "994992d78539", "a2b0bb3c7b56", "ac08c4a23318",
    "b07e8675ed79", "b5483c8d25d6", "b59a2aa4cfb3", "ba5a6f714621", "bb0940c79a44", "bee946c4f827",
    "bfa2ef66c463", "c33634fd6536", "cb380196e9a9", "d4777614a9aa", "d883dd23ba56", "dfdad36994a5",
    "e4f85ae80182", "e5bdebc17fbe", "fd15fc6e4999",
}
# fmt: on
INVENTED = "invented for demonstration"
TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Frau|Herr|Herrn)\b")
EMAIL = re.compile(r"\S@\S")


def cells():
    for file in sorted(FOLDER.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            yield from (cell for row in csv.reader(opened) for cell in row)


@pytest.fixture(scope="module")
def loaded(empty_template, tmp_path_factory):
    """A session on a database that holds the sample and nothing else; these tests only read."""
    path = tmp_path_factory.mktemp("content") / "sample.db"
    shutil.copy(empty_template, path)
    engine = make_engine(f"sqlite:///{path}")
    bind(engine)
    with bare_session(write=True) as session:
        load_sample(session)
        session.commit()
        yield session
    engine.dispose()


def rows(session, model, *conditions):
    return session.scalars(sa.select(model).where(*conditions).order_by(model.id)).all()


def project_named(session, name):
    return rows(session, MicroProject, MicroProject.name == name)[0]


def readings(session, name):
    project = project_named(session, name)
    found = rows(session, Assessment, Assessment.micro_project_id == project.id)
    return {row.side: (row.level_from, row.level_to) for row in found}


def notes_on(session, row, field):
    return rows(session, Note, Note.table_name == row.__tablename__, Note.row_id == row.id, Note.field == field)


def test_there_are_the_twelve_networks_that_a_source_ties_to_region_partner_and_group(loaded):
    assert {row.name for row in rows(loaded, Network, Network.status == "len")} == {
        "Dithmarschen",
        "Harkujärve",
        "Jurbarkas",
        "Kokkola and Pietarsaari",
        "Liepāja region",
        "Luleå",
        "Nordfriesland",
        "Ostrobothnia",
        "Plön",
        "Tønder",
        "Varde",
        "Vidzeme",
    }


def test_no_source_states_when_a_network_began_or_ended(loaded):
    assert {(row.founded_first, row.ended_last) for row in rows(loaded, Network)} == {(None, None)}


def test_each_network_that_counts_has_a_coordinating_partner(loaded):
    led = {row.network_id for row in rows(loaded, Stakeholder, Stakeholder.role == StakeholderRole.FACILITATOR)}
    assert {row.id for row in rows(loaded, Network, Network.status == "len")} <= led


def test_fourteen_of_the_seventeen_micro_projects_belong_to_a_network_that_counts(loaded):
    kept = loaded.execute(sa.select(Network.status, MicroProject.name).join(MicroProject, MicroProject.network_id == Network.id)).all()
    assert Counter(status for status, _ in kept) == {"len": 14, "unclear": 3}
    assert {name for status, name in kept if status == "unclear"} == {"Hear Me Out", "SIVANs dog service", "Stress balls"}


def test_each_micro_project_has_the_group_behind_it_as_a_stakeholder(loaded):
    sectors = dict(loaded.execute(sa.select(Stakeholder.id, Stakeholder.sector)).all())
    assert {sectors[row.group_id] for row in rows(loaded, MicroProject)} == {"users"}


def test_the_board_stands_at_0_4_4_7_and_2_unknown(loaded):
    stepped = Counter(row.to_phase for row in rows(loaded, PhaseChange))
    board = {phase: stepped.get(phase, 0) for phase in (Phase.NEEDS, Phase.DESIGN, Phase.SUPPORT, Phase.START_UP)}
    assert list(board.values()) == [0, 4, 4, 7]
    assert len(rows(loaded, MicroProject)) - stepped.total() == 2


def test_each_phase_is_undated_and_marked_as_our_reading(loaded):
    for change in rows(loaded, PhaseChange):
        assert (change.from_phase, change.day_first) == (Phase.UNKNOWN, None)
        assert [note.kind for note in notes_on(loaded, change, "to_phase")] == ["reading"]


def test_only_guest_at_school_has_a_stated_end_state_and_it_is_open(loaded):
    ends = {row.name: row.end_state for row in rows(loaded, MicroProject) if row.end_state != EndState.UNKNOWN}
    assert ends == {"Guest at School": EndState.OPEN}


def test_there_are_eight_readings_of_the_users_side_and_seven_of_the_professionals_side(loaded):
    assert Counter(row.side for row in rows(loaded, Assessment)) == {"users": 8, "professionals": 7}


def test_a_reading_between_two_steps_keeps_both(loaded):
    assert readings(loaded, "Tailor cooperative") == {"users": (6, 7), "professionals": (6, 6)}
    assert readings(loaded, "Refugee parents’ evening; reading club") == {"users": (2, 3), "professionals": (2, 3)}


def test_the_afghan_association_is_read_on_the_users_side_only(loaded):
    assert readings(loaded, "Afghan Association") == {"users": (7, 7)}


def test_no_reading_puts_professionals_on_step_seven(loaded):
    assert max(row.level_to for row in rows(loaded, Assessment, Assessment.side == "professionals")) == 6


def test_each_reading_has_evidence_is_undated_and_marked_as_ours(loaded):
    for reading in rows(loaded, Assessment):
        assert (bool(reading.evidence), reading.stage, reading.day_first, reading.judges) == (True, "unknown", None, None)
        assert [note.kind for note in notes_on(loaded, reading, "level_from")] == ["reading"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_row_says_where_it_comes_from(loaded, table):
    assert rows(loaded, table.model, sa.func.coalesce(table.model.source, "") == "") == []


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("First large meeting of the network", date(2016, 7, 19), date(2016, 7, 19)),
        ("Future workshop", date(2016, 8, 1), date(2016, 8, 31)),
        ("Needs workshop in an integration course", date(2016, 1, 1), date(2016, 12, 31)),
        ("Camp for single parents", date(2017, 6, 1), date(2017, 8, 31)),
        ("Syhörnan opens", None, None),
    ],
)
def test_a_vague_date_stays_as_vague_as_its_source(loaded, title, first, last):
    event = rows(loaded, Event, Event.title == title)[0]
    assert (event.day_first, event.day_last) == (first, last)


@pytest.mark.parametrize(
    ("title", "count", "unit", "about"),
    [
        ("Needs workshop in an integration course", 16, "participants", False),
        ("Empowerment workshop", 28, "participants", False),
        ("Refugee parents’ evening", 30, "parents", True),
        ("Family afternoon “Give, exchange, donate”", 6, "local partners", False),
        ("Syhörnan opens", 7, "foreign-born people in training", False),
        ("Workshop at the Rural Vision Week", 103, "people registered", False),
    ],
)
def test_a_count_keeps_its_unit_and_whether_it_is_rough(loaded, title, count, unit, about):
    event = rows(loaded, Event, Event.title == title)[0]
    assert (event.participants, event.participants_unit, event.about) == (count, unit, about)


def test_two_sources_that_disagree_are_both_kept(loaded):
    trip = rows(loaded, Event, Event.title == "Trip by cutter and to the mudflats")[0]
    (note,) = notes_on(loaded, trip, "participants")
    assert (trip.participants, note.kind, note.other_value) == (17, "conflict", "18 families, 30 children")


def test_the_two_sewing_groups_stay_two_and_are_marked_as_perhaps_one(loaded):
    groups = rows(loaded, Stakeholder, Stakeholder.name.in_(["Tailor cooperative", "Syhörnan / Sömnadskollektivet"]))
    (note,) = notes_on(loaded, groups[0], "body_id")
    assert len(groups) == 2
    assert (note.kind, note.other_value) == ("reading", "Syhörnan / Sömnadskollektivet")


def test_the_same_body_in_several_networks_shares_one_number(loaded):
    homes: dict[str, set[int]] = {}
    for row in rows(loaded, Stakeholder, Stakeholder.body_id.is_not(None)):
        homes.setdefault(row.name, set()).add(row.body_id)
    assert {name: len(numbers) for name, numbers in homes.items() if len(numbers) > 1} == {}
    assert len(rows(loaded, Stakeholder, Stakeholder.name == "Coompanion Norrbotten", Stakeholder.body_id.is_not(None))) == 3


def test_a_tie_across_networks_is_recorded_in_each_with_a_stakeholder_from_outside(loaded):
    for here, outside in (("Luleå", "Sunderby Folk High School"), ("Sunderby", "Coompanion Norrbotten")):
        network = rows(loaded, Network, Network.name == here)[0]
        (stranger,) = rows(loaded, Stakeholder, Stakeholder.network_id == network.id, Stakeholder.role == "outside")
        assert stranger.name == outside
        assert rows(loaded, Tie, sa.or_(Tie.from_id == stranger.id, Tie.to_id == stranger.id)) != []


def test_plurals_are_one_stakeholder_marked_several(loaded):
    assert [row.several for row in rows(loaded, Stakeholder, Stakeholder.name == "Mayors")] == [True]


def test_support_that_is_not_split_into_money_and_other_has_no_stated_relation(loaded):
    syhornan = rows(loaded, Stakeholder, Stakeholder.name == "Syhörnan / Sömnadskollektivet")[0]
    ties = rows(loaded, Tie, Tie.to_id == syhornan.id)
    assert Counter(tie.relation for tie in ties) == {"not_stated": 5, "support": 1, "cooperation": 1}


def test_nobody_has_confirmed_a_tie_or_said_how_strong_it_is(loaded):
    ties = rows(loaded, Tie)
    assert {(tie.confirmed, tie.strength, tie.trust, tie.value, tie.reported_by) for tie in ties} == {(False, None, None, None, "document")}


def test_there_are_no_places_in_the_picture_and_no_positions(loaded):
    assert {(row.x, row.y) for row in rows(loaded, Stakeholder)} == {(None, None)}
    assert rows(loaded, Position) == []


def test_amounts_stand_only_where_a_source_states_them(loaded):
    cases = rows(loaded, FundingCase)
    amounts = {case.what_for: (case.awarded_minor, case.currency) for case in cases if case.awarded_minor is not None}
    assert amounts == {
        "business plan": (250_000, "EUR"),
        "children’s day centre (VYF-SP14-07)": (2_999_630, "EUR"),
        "green area and parking": (600_000, "EUR"),
    }
    assert rows(loaded, Receipt) == []


def test_a_case_without_an_amount_has_no_currency(loaded):
    assert {case.currency for case in rows(loaded, FundingCase, FundingCase.awarded_minor.is_(None))} == {None}


def test_from_and_about_go_into_the_range_of_the_funding_source(loaded):
    ranges = {row.funder: (row.amount_min_minor, row.amount_max_minor) for row in rows(loaded, FundingSource) if row.amount_min_minor}
    assert ranges == {"Passive members of AllDi": (100, None), "Estonian Council of Churches": (1_600_000, 1_700_000)}


def test_money_that_went_to_no_micro_project_is_a_source_without_a_case(loaded):
    used = {case.funding_source_id for case in rows(loaded, FundingCase)}
    assert {row.funder for row in rows(loaded, FundingSource) if row.id not in used} == {
        "European Regional Development Fund",
        "Boden Council",
        "Luleå kommun",
        "Region Norrbotten",
        "Arbetsförmedlingen",
        "Längmanska företagarfonden",
        "Estonian Council of Churches",
        "Nordkirche",
    }


def test_what_no_source_says_of_a_funding_source_stays_unknown(loaded):
    assert {(row.who_may_apply, row.open_to_informal, row.effort, row.deadline) for row in rows(loaded, FundingSource)} == {(None,) * 4}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_is_invented_says_so_in_its_source_and_is_marked(loaded, table):
    invented = {row.id for row in rows(loaded, table.model, table.model.source == INVENTED)} if table.name != "note" else set()
    marked = {note.row_id for note in rows(loaded, Note, Note.kind == "invented", Note.table_name == table.name)}
    assert invented <= marked


def test_a_need_that_is_invented_became_no_micro_project(loaded):
    made_up = rows(loaded, Need, Need.source == INVENTED)
    assert [(need.votes, need.status, need.micro_project_id) for need in made_up] == [
        (8, "open", None),
        (5, "taken_up", None),
        (3, "parked", None),
    ]


def test_the_six_partners_of_the_family_afternoon_are_named(loaded):
    (event,) = rows(loaded, Event, Event.title.startswith("Family afternoon"))
    present = rows(loaded, Attendance, Attendance.event_id == event.id)
    assert ({row.presence for row in present}, len(present)) == ({"came"}, event.participants)


def test_both_danish_networks_were_guests_of_their_workshop(loaded):
    query = sa.select(Network.name).join(EventGuest, EventGuest.guest_id == Network.id).join(Event, Event.id == EventGuest.event_id)
    assert sorted(loaded.scalars(query.where(Event.title == "Workshop of both Danish networks"))) == ["Tønder", "Varde"]


def test_the_one_pilot_is_invented_and_stands_at_its_third_step(loaded):
    (pilot,) = rows(loaded, Pilot)
    assert pilot.source == INVENTED
    assert [(step.step, step.state) for step in rows(loaded, PilotStep)] == [
        ("explore", "done"),
        ("kick_start", "done"),
        ("identify", "under_way"),
    ]
    tasks = rows(loaded, PilotTask)
    assert (len(tasks), sum(task.done is not None for task in tasks)) == (8, 3)


def test_no_person_is_named():
    words = {word.lower() for cell in cells() for word in re.findall(r"\w+", cell)}
    assert {word for word in words if hashlib.sha256(word.encode()).hexdigest()[:12] in NAMES} == set()


def test_no_cell_addresses_a_person():
    assert [cell for cell in cells() if TITLES.search(cell) or EMAIL.search(cell)] == []


def test_each_look_at_readiness_is_our_reading_with_its_evidence(loaded):
    looks = rows(loaded, Readiness)
    assert {(look.dimension, bool(look.evidence), look.day_first) for look in looks} == {("users", True, None)}
    assert [[note.kind for note in notes_on(loaded, look, "step")] for look in looks] == [["reading"]] * 4


def test_how_far_a_task_is_handed_over_is_our_reading(loaded):
    tasks = rows(loaded, Handover)
    assert {(task.task, task.state) for task in tasks} == {("organising", "planned"), ("knowledge", "done")}
    assert [[note.kind for note in notes_on(loaded, task, "state")] for task in tasks] == [["reading"]] * 2


def test_people_reached_are_the_round_numbers_of_two_evenings(loaded):
    assert {(count.persons, count.about, count.day_first) for count in rows(loaded, PeopleReached)} == {
        (30, True, date(2018, 4, 18)),
        (40, True, date(2018, 12, 14)),
    }


def test_no_source_states_what_a_micro_project_costs_or_has_in_hand(loaded):
    assert {(one.monthly_cost_minor, one.in_hand_minor, one.needed_minor) for one in rows(loaded, MicroProject)} == {(None, None, None)}
