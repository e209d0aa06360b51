"""The commands, as an administrator types them."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from app import server
from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.points_of_view import PASSWORD

DEMO = replace(server.config["SETTINGS"], port=0)
PRODUCTION = replace(DEMO, env="production", demo_password=None, public_url="https://len.example.org", trusted_hosts=("len.example.org",))


@pytest.fixture
def run(database, monkeypatch):
    """`run("user list")` on a fresh empty database; gives what was printed, after checking the exit code."""
    return runner(database, monkeypatch, DEMO)


@pytest.fixture
def run_missing(tmp_path, monkeypatch):
    """The same where there is no database, in production."""
    return runner(f"sqlite:///{tmp_path / 'none' / 'len.db'}", monkeypatch, PRODUCTION)


def runner(url, monkeypatch, settings):
    monkeypatch.setitem(server.config, "SETTINGS", replace(settings, database_url=url))

    def invoke(line, *, fails=False, words=()):
        result = server.test_cli_runner().invoke(args=[*line.split(), *words], env={"LEN_NEW_PASSWORD": PASSWORD})
        assert (result.exit_code != 0) == fails, result.output
        return result.output

    return invoke


def test_networks_are_made_and_listed(run):
    run("network add Norrland --region Norrbotten --country SE")
    assert run("network list") == "Norrland  SE\n"


def test_a_network_of_the_same_name_is_refused_with_a_sentence(run):
    run("network add Norrland")
    assert run("network add Norrland", fails=True) == "Error: There is already a network called “Norrland”. Choose another name.\n"


def test_accounts_are_made_granted_and_listed(run):
    run("network add Norrland")
    run("network add Lapland")
    run("user add ann@example.org --role coordinator --network Norrland")
    run("user grant ann@example.org Lapland")
    assert run("user list") == "ann@example.org  coordinator  Lapland, Norrland\n"
    run("user revoke ann@example.org Norrland")
    run("user disable ann@example.org")
    assert run("user list") == "ann@example.org  coordinator  Lapland  disabled\n"


def test_an_account_that_is_not_there_is_named(run):
    assert "There is no account nobody@example.org" in run("user disable nobody@example.org", fails=True)


def test_a_network_that_is_not_there_is_named(run):
    run("user add ann@example.org --role leader --all-networks")
    assert "There is no network called “Atlantis”" in run("user grant ann@example.org Atlantis", fails=True)


def test_the_sample_is_loaded_once(run):
    assert "Loaded" in run("sample load")
    assert "already there" in run("sample load")


def test_removing_the_sample_asks_first(run):
    run("sample load")
    assert "Nothing was removed" in run("sample remove", fails=True)
    assert "Luleå" in run("network list")


def test_removing_the_sample_names_what_people_added_and_leaves_their_networks(run):
    run("sample load")
    run("network add Norrland")
    with bare_session(write=True) as session:
        with acting(session, "stakeholder.add") as action:
            home = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
            action.insert(Stakeholder(network_id=home.id, name="Added by hand"))
        session.commit()
    assert run("sample remove --yes").startswith("Rows that people added inside the sample's networks, which will go too: 1.")
    assert run("network list") == "Norrland\n"


def test_the_sample_can_come_back(run):
    run("sample load")
    run("sample remove --yes")
    assert "Loaded" in run("sample load")


@pytest.mark.parametrize("line", ["user list", "network list", "sample load", "network add X"])
def test_a_missing_database_stops_a_command_with_one_line(run_missing, tmp_path, line):
    output = run_missing(line, fails=True)
    assert "There is no database" in output
    assert "db upgrade --create" in output
    assert output.count("\n") == 1
    assert not (tmp_path / "none").exists()


def test_production_makes_a_database_only_when_told(run_missing):
    assert "--create" in run_missing("db upgrade", fails=True)
    assert "up to date" in run_missing("db upgrade --create")


def test_production_does_not_serve_without_an_administrator(run_missing):
    run_missing("db upgrade --create")
    assert "There is no administrator yet" in run_missing("serve", fails=True)


def test_production_does_not_make_a_database_by_serving(run_missing, tmp_path):
    assert "There is no database" in run_missing("serve", fails=True)
    assert not (tmp_path / "none").exists()
