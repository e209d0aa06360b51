"""What service users said they need."""

from datetime import date

from data_layer.projects.need import needs, needs_of
from data_layer.scope import Scope
from tests.factories import make_micro_project, make_need, make_network


def test_needs_without_a_date_belong_to_every_year(session):
    network = make_network(session)
    make_need(session, network, "dated", day_first=date(2016, 1, 1), day_last=date(2016, 12, 31))
    make_need(session, network, "undated")
    assert [need.what for need in needs(session, Scope(year=2018))] == ["undated"]


def test_a_need_that_became_a_micro_project_stays_whatever_its_date_and_group(session):
    network = make_network(session)
    project = make_micro_project(session, network, target_groups=("youth",))
    fields = {"status": "micro_project", "micro_project_id": project.id, "day_first": date(2016, 1, 1), "day_last": date(2016, 1, 1)}
    make_need(session, network, "became one", **fields)
    assert [need.what for need in needs(session, Scope(target_group="youth", year=2018))] == ["became one"]


def test_the_needs_of_one_micro_project(session):
    network = make_network(session)
    project = make_micro_project(session, network)
    make_need(session, network, "its own", status="micro_project", micro_project_id=project.id)
    make_need(session, network, "another")
    assert [need.what for need in needs_of(session, project.id)] == ["its own"]
