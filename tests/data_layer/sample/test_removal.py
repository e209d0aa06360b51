import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.models import Action, Event, EventGuest, FundingSource, Network, Release, Stakeholder
from data_layer.sample.loader import load_sample
from data_layer.sample.removal import remove_sample, sample_rows_by_people
from tests.factories import make_event, make_event_guest, make_funding_case, make_micro_project, make_network, make_stakeholder


@pytest.fixture
def loaded(session):
    load_sample(session)
    return session


def live(session, model):
    return session.scalars(sa.select(model).where(model.trashed_by.is_(None))).all()


def network_named(session, name):
    return session.scalars(sa.select(Network).where(Network.name == name, Network.trashed_by.is_(None))).one()


def source_of(session, funder):
    return session.scalars(sa.select(FundingSource).where(FundingSource.funder == funder).order_by(FundingSource.id.desc())).first()


def test_nobody_has_added_anything_right_after_loading(loaded):
    assert sample_rows_by_people(loaded) == 0


def test_rows_that_people_added_inside_sample_networks_are_counted(loaded):
    lulea = network_named(loaded, "Luleå")
    make_stakeholder(loaded, lulea, "Choir")
    make_event(loaded, lulea, "Concert")
    make_stakeholder(loaded, make_network(loaded, "Our own"), "Elsewhere")
    assert sample_rows_by_people(loaded) == 2


def test_a_row_that_people_added_and_threw_away_again_is_not_counted(loaded):
    choir = make_stakeholder(loaded, network_named(loaded, "Luleå"), "Choir")
    with acting(loaded, "stakeholder.trash") as action:
        action.trash(choir)
    assert sample_rows_by_people(loaded) == 0


def test_a_sample_row_that_people_changed_still_counts_as_sample(loaded):
    with acting(loaded, "stakeholder.update") as action:
        action.update(loaded.scalars(sa.select(Stakeholder)).first(), description="Now with a description.")
    assert sample_rows_by_people(loaded) == 0


def test_removing_takes_the_networks_with_all_that_is_in_them(loaded):
    removed = remove_sample(loaded)
    assert (removed.networks, removed.rows) == (21, 710)
    assert live(loaded, Network) + live(loaded, Stakeholder) + live(loaded, FundingSource) == []


def test_removing_takes_what_people_added_inside_as_well(loaded):
    make_stakeholder(loaded, network_named(loaded, "Luleå"), "Choir")
    remove_sample(loaded)
    assert live(loaded, Stakeholder) == []


def test_networks_that_people_made_stay_with_all_that_is_in_them(loaded):
    own = make_network(loaded, "Our own")
    make_stakeholder(loaded, own, "Choir")
    remove_sample(loaded)
    assert [row.name for row in (*live(loaded, Network), *live(loaded, Stakeholder))] == ["Our own", "Choir"]


def test_a_funding_source_that_a_network_of_people_uses_stays_for_the_administrator(loaded):
    project = make_micro_project(loaded, make_network(loaded, "Our own"))
    make_funding_case(loaded, project, source_of(loaded, "STEA"))
    remove_sample(loaded)
    assert [(source.funder, source.entered_by_id) for source in live(loaded, FundingSource)] == [("STEA", None)]


def test_a_funding_source_that_stayed_is_not_doubled_by_the_next_load(loaded):
    project = make_micro_project(loaded, make_network(loaded, "Our own"))
    make_funding_case(loaded, project, source_of(loaded, "STEA"))
    remove_sample(loaded)
    load_sample(loaded)
    assert [source.funder for source in live(loaded, FundingSource)].count("STEA") == 1


def test_releases_of_the_sample_go_and_others_stay(loaded, clock):
    with acting(loaded, "test") as action:
        for title, sample in (("Sample 1", True), ("Ours", False)):
            action.insert(
                Release(title=title, as_of=action.action.at.date(), made_at=action.action.at, parameters={}, tables={}, sample=sample)
            )
    remove_sample(loaded)
    assert [release.title for release in live(loaded, Release)] == ["Ours"]


def test_removing_is_one_action(loaded):
    remove_sample(loaded)
    assert loaded.scalars(sa.select(Action.kind).order_by(Action.id)).all() == ["sample.load", "sample.remove"]


def test_removing_what_is_not_there_does_nothing(session):
    removed = remove_sample(session)
    assert (removed.networks, session.scalar(sa.select(sa.func.count(Action.id)))) == (0, 0)


def test_after_removing_the_sample_can_be_loaded_again(loaded):
    remove_sample(loaded)
    assert load_sample(loaded).networks == 21


def test_a_sample_network_is_no_guest_of_a_network_that_stays(loaded):
    event = make_event(loaded, make_network(loaded, "Our own"), "Open day")
    make_event_guest(loaded, event, network_named(loaded, "Luleå"))
    remove_sample(loaded)
    assert (live(loaded, EventGuest), [event.title for event in live(loaded, Event)]) == ([], ["Open day"])
