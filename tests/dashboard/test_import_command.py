"""The command that brings files in."""

import pytest
import sqlalchemy as sa

from app import server
from data_layer.engine import bare_session
from data_layer.imports import plan as plan_module
from data_layer.models import Network, Stakeholder
from tests.dashboard.test_commands import DEMO, runner
from tests.factories import make_network, make_stakeholder

HERE = "Northern Valley"


@pytest.fixture
def run(database, monkeypatch):
    with bare_session(write=True) as session:
        make_stakeholder(session, make_network(session, HERE), "Church")
        session.commit()
    command = runner(database, monkeypatch, DEMO)
    return lambda path, *options, fails=False: command("import", words=(str(path), "--network", HERE, *options), fails=fails)


@pytest.fixture
def written(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def names():
    with bare_session() as session:
        return sorted(session.scalars(sa.select(Stakeholder.name)))


def test_it_says_what_it_does_and_does_it(run, written):
    told = run(written("Name,Ort\nKitchen,Boden\nChurch,\n"))
    assert "stakeholder: 1 new, 0 changed, 1 unchanged, 0 refused" in told
    assert "it can be taken back in the history" in told
    assert names() == ["Church", "Kitchen"]


def test_a_dry_run_does_nothing(run, written):
    assert "1 new" in run(written("Name,Ort\nKitchen,Boden\n"), "--dry-run")
    assert names() == ["Church"]


def test_the_same_again_is_nothing_to_be_done(run, written):
    path = written("Name,Ort\nKitchen,Boden\n")
    run(path)
    assert "Nothing was to be done" in run(path)


def test_a_column_of_two_meanings_is_refused_with_the_option_that_settles_it(run, written):
    path = written("Name,Seit\nKitchen,05/06/2014\n")
    assert "--date dmy or --date mdy" in run(path, fails=True)
    assert names() == ["Church"]
    run(path, "--date", "dmy")
    assert names() == ["Church", "Kitchen"]


def test_refused_rows_stop_it_unless_they_may_be_left_out(run, written):
    path = written("Name,Land\nKitchen,SE\nHarbour,Atlantis\n")
    assert "line 3, stakeholder: “Atlantis” is not a country code" in run(path, fails=True)
    assert names() == ["Church"]
    run(path, "--leave-out")
    assert names() == ["Church", "Kitchen"]


def test_names_that_look_alike_are_new_only_if_that_is_said(run, written):
    path = written("Name,Ort\nCHURCH,Boden\n")
    assert "may be the same as “Church”" in run(path, fails=True)
    run(path, "--new")
    assert names() == ["CHURCH", "Church"]


def test_nodes_and_edges_come_in_together(run, written):
    nodes, edges = written("Id,Label\n1,A\n2,B\n", "nodes.csv"), written("Source,Target\n1,2\n", "edges.csv")
    assert "tie: 1 new" in run(nodes, str(edges))


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(run, written):
    assert run(written("<html/>"), fails=True).startswith("Error: This XML begins with “html”")


def test_an_unknown_network_is_refused_with_a_sentence(database, monkeypatch, written):
    command = runner(database, monkeypatch, DEMO)
    assert "There is no network called “Nowhere”" in command(
        "import", words=(str(written("Name\nA\n")), "--network", "Nowhere"), fails=True
    )


def test_the_command_is_registered():
    assert "import" in server.cli.commands


@pytest.fixture
def meanwhile(monkeypatch):
    """Lets somebody else write once, while rows are compared."""

    def set_up(name):
        settle, done = plan_module._settled, []

        def writing_meanwhile(context, draft):
            if not done:
                done.append(draft)
                with bare_session(write=True) as other:
                    make_stakeholder(other, other.scalars(sa.select(Network)).one(), name)
                    other.commit()
            return settle(context, draft)

        monkeypatch.setattr(plan_module, "_settled", writing_meanwhile)

    return set_up


def test_others_can_write_while_rows_are_compared(run, written, meanwhile):
    meanwhile("Harbour")
    run(written("Name,Ort\nKitchen,Boden\n"))
    assert names() == ["Church", "Harbour", "Kitchen"]


def test_what_would_come_in_otherwise_than_was_said_does_not_come_in(run, written, meanwhile):
    meanwhile("Kitchen")
    assert "Look at it again" in run(written("Name,Ort\nKitchen,Boden\n"), fails=True)
    assert names() == ["Church", "Kitchen"]
