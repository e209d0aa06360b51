import csv
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_layer.models import Action, Change, Event, EventGuest, MicroProject, Network, PhaseChange, Stakeholder, Survey, SurveyResult
from data_layer.problem import Problem
from data_layer.sample.loader import FOLDER, load_sample
from data_layer.sample.tables import TABLES
from tests.factories import make_network, make_stakeholder


def rows_of(session, model):
    return session.scalar(sa.select(sa.func.count()).select_from(model))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample's files that a test may spoil."""
    copy = tmp_path / "sample"
    copy.mkdir()
    for file in FOLDER.glob("*.csv"):
        shutil.copy(file, copy)
    return copy


def spoil(file: Path, line: int, **cells: str) -> None:
    with file.open(encoding="utf-8", newline="") as opened:
        lines = list(csv.DictReader(opened))
    lines[line - 2].update(cells)
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def leave_out(folder: Path, network: str) -> None:
    """Take a network out of the files, also as a guest of others."""
    for file in folder.glob("*.csv"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        names = (f",{network},", f" / {network},") if file.stem in ("event_guest", "note") else ()
        kept = [line for line in lines if not line.startswith(f"{network},") and not any(name in line for name in names)]
        file.write_text("".join(kept), encoding="utf-8")


def problem_of(session, folder) -> Problem:
    with pytest.raises(Problem) as refused:
        load_sample(session, folder)
    return refused.value


def test_loading_says_how_many_networks_and_rows_came_in(session):
    loaded = load_sample(session)
    assert (loaded.networks, loaded.rows) == (
        21,
        sum(rows_of(session, model) for model in (*(table.model for table in TABLES), Survey, SurveyResult)),
    )


def test_loading_is_one_action_with_a_history_entry_for_each_row(session):
    loaded = load_sample(session)
    assert session.scalars(sa.select(Action.kind)).all() == ["sample.load"]
    assert rows_of(session, Change) == loaded.rows


def test_loading_marks_each_network_as_sample(session):
    load_sample(session)
    assert set(session.scalars(sa.select(Network.sample))) == {True}


def test_loading_twice_changes_nothing(session):
    load_sample(session)
    again = load_sample(session)
    assert (again.networks, again.rows) == (0, 0)
    assert (rows_of(session, Action), rows_of(session, Network)) == (1, 21)


def test_what_people_changed_in_a_sample_network_stays_when_it_is_loaded_again(session):
    load_sample(session)
    plon = session.scalars(sa.select(Network).where(Network.name == "Plön")).one()
    make_stakeholder(session, plon, "Choir")
    load_sample(session)
    assert session.scalars(sa.select(Stakeholder.network_id).where(Stakeholder.name == "Choir")).all() == [plon.id]


def test_a_network_that_the_sample_gained_later_comes_in_beside_the_others(session, folder):
    leave_out(folder, "Tønder")
    load_sample(session, folder)
    assert load_sample(session).networks == 1


def test_a_network_that_is_there_already_can_be_a_guest_of_one_that_comes_later(session, folder):
    leave_out(folder, "UC South Denmark")
    load_sample(session, folder)
    load_sample(session)
    guests = session.scalars(
        sa.select(Network.name).join(EventGuest, EventGuest.guest_id == Network.id).join(Event, Event.id == EventGuest.event_id)
    )
    assert {"Tønder", "Varde"} <= set(guests)


def test_a_body_keeps_its_number_when_a_network_comes_in_later(session, folder):
    leave_out(folder, "Tønder")
    load_sample(session, folder)
    load_sample(session)
    bodies = session.scalars(sa.select(Stakeholder.body_id).where(Stakeholder.name == "University College South Denmark")).all()
    assert len(bodies) == 3
    assert len(set(bodies)) == 1


def test_new_bodies_never_take_a_number_that_is_in_use(session):
    make_stakeholder(session, make_network(session), "Bakery", body_id=7)
    load_sample(session)
    assert session.scalars(sa.select(Stakeholder.name).where(Stakeholder.body_id == 7)).all() == ["Bakery"]


def test_a_network_of_the_same_name_that_people_made_is_never_mixed_up_with_the_sample(session):
    make_network(session, "Luleå")
    with pytest.raises(Problem) as refused:
        load_sample(session)
    assert (refused.value.code, refused.value.values["file"]) == ("network_of_people", "network.csv")


@pytest.mark.parametrize(
    ("file", "line", "cells", "code", "field"),
    [
        ("event.csv", 3, {"day": "last summer"}, "date_unreadable", "day"),
        ("event.csv", 5, {"participants": "many"}, "unreadable", "participants"),
        ("event.csv", 5, {"about": "perhaps"}, "unreadable", "about"),
        ("event.csv", 2, {"source": ""}, "required", "source"),
        ("event.csv", 4, {"micro_project": "Moon base"}, "unknown_name", "micro_project"),
        ("event.csv", 2, {"network": ""}, "required", "network"),
        ("funding_source.csv", 2, {"entered_by": ""}, "required", "entered_by"),
        ("stakeholder.csv", 2, {"sector": "circus"}, "unknown_code", "sector"),
        ("stakeholder.csv", 3, {"network": "Atlantis"}, "unknown_name", "network"),
        ("stakeholder.csv", 3, {"name": "Diaconie of Schleswig-Holstein"}, "named_twice", "name"),
        ("tie.csv", 2, {"to": "Nobody"}, "unknown_name", "to"),
        ("funding_case.csv", 3, {"currency": ""}, "currency_missing", "currency"),
        ("funding_case.csv", 3, {"awarded_amount": "2500.005"}, "unreadable", "awarded_amount"),
        ("assessment.csv", 3, {"level_to": "7"}, "level_seven", "level_to"),
        ("phase_change.csv", 2, {"from_phase": "needs"}, "broken_chain", "from_phase"),
        ("note.csv", 2, {"field": "mood"}, "unknown_column", "field"),
        ("note.csv", 2, {"key": "Moon base"}, "unknown_name", "key"),
    ],
)
def test_a_broken_line_is_named_with_its_file_its_number_and_its_column(session, folder, file, line, cells, code, field):
    if code == "level_seven":
        cells |= {"side": "professionals"}
    spoil(folder / file, line, **cells)
    problem = problem_of(session, folder)
    assert (problem.code, problem.field, problem.values["file"], problem.values["line"]) == (code, field, file, line)


def test_a_column_that_nobody_knows_is_named(session, folder):
    file = folder / "need.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("votes", "voices", 1), encoding="utf-8")
    problem = problem_of(session, folder)
    assert (problem.code, problem.field, problem.values["file"]) == ("unknown_column", "voices", "need.csv")


def test_a_column_that_is_missing_is_named(session, folder):
    file = folder / "need.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("network", "status", 1), encoding="utf-8")
    problem = problem_of(session, folder)
    assert (problem.code, problem.field, problem.values["file"]) == ("required", "network", "need.csv")


def test_a_line_with_a_comma_too_many_is_named(session, folder):
    file = folder / "need.csv"
    file.write_text(file.read_text(encoding="utf-8") + "Luleå,A,B,C,D,E,F,G,H,I,J\n", encoding="utf-8")
    problem = problem_of(session, folder)
    assert (problem.code, problem.values["file"], problem.values["line"]) == ("cell_count", "need.csv", 15)


def test_a_broken_line_leaves_nothing_behind(session, folder):
    spoil(folder / "note.csv", 2, kind="rumour")
    problem_of(session, folder)
    session.rollback()
    assert [rows_of(session, model) for model in (Network, Stakeholder, MicroProject, Event, PhaseChange, Action)] == [0] * 6
