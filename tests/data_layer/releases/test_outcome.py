"""Releases: made once, for named accounts, and fixed."""

import json
from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.access import reading
from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Change, MicroProject, Note, Release, ReleaseReader
from data_layer.problem import NotFound
from data_layer.releases.outcome import get_outcomes, make_release, make_sample_release, releases
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_network,
    make_phase_change,
    make_receipt,
)

READER = "reader@example.org"
DAY = date(2026, 11, 22)


@pytest.fixture
def reader(session):
    return add_account(session, email=READER, password="correct horse battery", role="funder")


@pytest.fixture
def network(session):
    return make_network(session, country="SE", target_groups=("migrants",), sample=True)


def release_of(session, *networks, readers=()):
    return make_release(session, title="Spring", as_of=DAY, network_ids=[network.id for network in networks], readers=readers)


def stored(session, *networks):
    return release_of(session, *networks).tables


def trash(session, row):
    with acting(session, "test") as action:
        action.trash(row)


def test_a_release_holds_the_networks_asked_for_and_no_other(session, network):
    make_network(session, "Elsewhere")
    assert [line["name"] for line in stored(session, network)["networks"]] == ["Northern Valley"]


def test_a_network_that_is_not_there_stops_it(session):
    with pytest.raises(NotFound):
        make_release(session, title="Spring", as_of=DAY, network_ids=[99], readers=[])


def test_an_address_without_an_account_stops_it(session, network):
    with pytest.raises(NotFound):
        release_of(session, network, readers=["nobody@example.org"])


def test_the_last_step_is_the_phase_in_which_a_micro_project_stands(session, network):
    project = make_micro_project(session, network)
    make_phase_change(session, project, "needs")
    make_phase_change(session, project, "design", from_phase="needs")
    assert {line["code"] for line in stored(session, network)["phases"] if line["n"]} == {"design"}


def test_a_phase_that_we_read_is_counted_as_our_reading(session, network):
    change = make_phase_change(session, make_micro_project(session, network), "design")
    with acting(session, "test") as action:
        action.insert(Note(network_id=network.id, table_name="phase_change", row_id=change.id, field="to_phase", kind="reading"))
    assert {line["code"]: line["readings"] for line in stored(session, network)["phases"] if line["readings"]} == {"design": 1}


def test_what_lies_in_the_trash_is_not_in_a_release(session, network):
    trash(session, make_micro_project(session, network))
    assert stored(session, network)["micro_projects"] == 0


def test_an_amount_comes_with_its_currency_and_its_source(session, network):
    source = make_funding_source(session, "City")
    make_funding_case(
        session, make_micro_project(session, network), source, state="awarded", currency="SEK", awarded_minor=500, source="a page"
    )
    (line,) = stored(session, network)["money"]
    assert (line["amount"], line["currency"], line["source"], line["funder"]) == (500, "SEK", "a page", "City")


def test_an_amount_without_a_source_is_left_out(session, network):
    make_funding_case(session, make_micro_project(session, network), make_funding_source(session), currency="SEK", awarded_minor=500)
    assert stored(session, network)["money"] == []


def test_where_no_award_is_stated_what_arrived_is_the_amount(session, network):
    case = make_funding_case(session, make_micro_project(session, network), make_funding_source(session), currency="SEK", source="a page")
    make_receipt(session, case, 300, source="a page")
    make_receipt(session, case, 9, source=None)
    assert [line["amount"] for line in stored(session, network)["money"]] == [300]


@pytest.mark.parametrize("state", ["idea", "applied", "refused"])
def test_who_only_asked_is_not_named(session, network, state):
    make_funding_case(session, make_micro_project(session, network), make_funding_source(session), state=state, source="a page")
    assert stored(session, network)["money"] == []


def test_no_count_of_persons_and_no_free_text_about_them_is_stored(session, network):
    project = make_micro_project(
        session, network, jobs=87_601, description="secret 87602", became="with 87603 employees", for_whom="87604 people"
    )
    make_event(session, network, participants=87_605, outcome="87606 came")
    make_assessment(session, project, "users", 5, judges=87_607, evidence="87608")
    assert "8760" not in json.dumps(stored(session, network))


def test_a_release_does_not_change_with_the_data(session, network, reader):
    project = make_micro_project(session, network)
    release = release_of(session, network, readers=[READER])
    before = json.dumps(release.tables, sort_keys=True)
    with acting(session, "test") as action:
        action.update(project, end_state="ended")
        action.update(network, name="Renamed")
    session.commit()
    with reading(Actor(reader.id, READER, "funder")) as mine:
        assert json.dumps(mine.scalars(sa.select(Release)).one().tables, sort_keys=True) == before


def test_making_a_release_is_written_to_history(session, network, reader):
    release = release_of(session, network, readers=[READER])
    rows = session.execute(sa.select(Change.table_name, Change.row_id)).all()
    assert ("release", release.id) in [tuple(row) for row in rows]
    assert "release_reader" in {row.table_name for row in rows}


def test_only_a_named_account_finds_the_release(session, network, reader):
    release = release_of(session, network, readers=[READER])
    session.commit()
    with reading(Actor(reader.id + 1, "other@example.org", "leader", all_networks=True)) as other:
        assert releases(other) == []
        with pytest.raises(NotFound):
            get_outcomes(other, release.id)


def test_a_reader_gets_the_latest_first(session, network, reader):
    for day in (date(2026, 1, 1), date(2026, 3, 1), date(2026, 2, 1)):
        make_release(session, title=str(day), as_of=day, network_ids=[network.id], readers=[READER])
    session.commit()
    with reading(Actor(reader.id, READER, "funder")) as mine:
        assert [line.title for line in releases(mine)] == ["2026-03-01", "2026-02-01", "2026-01-01"]


def test_reading_a_release_takes_one_statement_and_looks_at_no_other_table(session, network, reader, queries):
    release = release_of(session, network, readers=[READER])
    session.commit()
    with reading(Actor(reader.id, READER, "funder")) as mine:
        queries.clear()
        get_outcomes(mine, release.id)
    assert len(queries) == 1
    assert "micro_project " not in queries[0]


@pytest.mark.parametrize("number", [1, 40])
def test_making_one_takes_as_many_statements_however_many_rows(session, network, queries, number):
    source = make_funding_source(session)
    for place in range(number):
        project = make_micro_project(session, network, f"project {place}")
        make_phase_change(session, project, "design")
        make_funding_case(session, project, source, source="a page")
    session.commit()
    session.expire_all()
    queries.clear()
    release_of(session, network)
    assert sum(statement.startswith("SELECT") for statement in queries) <= 7


class TestSampleRelease:
    def test_it_holds_the_networks_of_the_sample_only(self, session, network):
        make_network(session, "People’s own")
        make_sample_release(session, readers=[])
        assert [line["name"] for line in session.scalars(sa.select(Release)).one().tables["networks"]] == ["Northern Valley"]

    def test_without_the_sample_there_is_none(self, session):
        make_sample_release(session, readers=[])
        assert session.scalars(sa.select(Release)).all() == []

    def test_it_is_made_once_and_then_only_gets_new_readers(self, session, network, reader):
        make_sample_release(session, readers=[])
        for _time in range(2):
            make_sample_release(session, readers=[READER])
        assert len(session.scalars(sa.select(Release)).all()) == 1
        assert session.scalars(sa.select(ReleaseReader.account_id)).all() == [reader.id]

    def test_after_it_went_to_the_trash_a_new_one_is_made(self, session, network):
        make_sample_release(session, readers=[])
        trash(session, session.scalars(sa.select(Release)).one())
        make_micro_project(session, network)
        make_sample_release(session, readers=[])
        live = session.scalars(sa.select(Release).where(Release.trashed_by.is_(None))).one()
        assert live.tables["micro_projects"] == len(session.scalars(sa.select(MicroProject)).all())

    def test_it_says_what_sources_state_about_the_whole(self, session, network):
        make_sample_release(session, readers=[])
        assert {line["code"]: line["n"] for line in session.scalars(sa.select(Release)).one().tables["stated"]} == {
            "micro_projects": 26,
            "networks": 11,
        }
