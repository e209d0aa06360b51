"""Canary strings in one LEN never show up in what somebody of another LEN gets."""

import re

import dash
import pytest
import sqlalchemy as sa
from sqlalchemy import String

from data_layer.action import acting
from data_layer.editing.edit import trash_rows
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import (
    Assessment,
    Event,
    FundingCase,
    FundingSource,
    MicroProject,
    Need,
    Network,
    Note,
    PhaseChange,
    Position,
    Receipt,
    Stakeholder,
    Tie,
)
from data_layer.models.columns import Owned
from tests.dashboard.work_canaries import add_work
from tests.opening import open_page
from tests.points_of_view import ELSEWHERE, HERE

FOREIGN = {"coordinator_here": ELSEWHERE, "leader_here": ELSEWHERE, "coordinator_elsewhere": HERE, "leader_elsewhere": HERE}
PAGES = sorted(page["path"] for page in dash.page_registry.values() if page["path_template"] is None and "404" not in page["path"])
# Pages of one record, with the table that it is in.
RECORDS = sorted(
    (page["path_template"], page["record"].__tablename__)
    for page in dash.page_registry.values()
    if page["path_template"] and page.get("record")
)
# How the rows of a table, and what its links can point to, are asked for.
FIRST = '{{"startRow":0,"endRow":100,"sortModel":[],"filterModel":{{}}}}'
FOR_CANARIES = '{{"startRow":0,"endRow":100,"filterModel":{{"network":{{"type":"contains","filter":"a"}}}}}}'
GRIDS = (
    "/data/rows/{table}?asked=" + FIRST,
    "/data/rows/{table}?asked=" + FOR_CANARIES,
    "/data/rows/{table}?asked=" + FIRST + "&network={id}",
    "/data/rows/{table}?asked=" + FIRST + "&q=canary",
    "/data/rows/{table}?asked=" + FIRST + "&trash=1",
    "/data/rows/{table}?asked=" + FIRST + "&trash=1&network={id}",
    "/data/choices/{table}",
    "/data/choices/{table}?network={id}",
    "/data/choices/{table}?network=",
)
# No text of these is a canary: the sample network is named, and the catalogue is everybody's.
SILENT = ["network", "funding_source"]
QUERIES = ("", "?network={id}", "?year=2017", "?group=migrants", "?network={id}&year=2017&group=migrants", "?page=2", "?network=abc&x=1")


def canary(network: str, table: str, field: str) -> str:
    return f"canary {network} {table} {field}"


@pytest.fixture
def canaries(sample_database):
    """One row of each kind in both LENs, each free text a canary; returns the ids by LEN and table."""
    ids = {}
    with bare_session(write=True) as session:
        for name in (HERE, ELSEWHERE):
            ids[name] = fill(session, session.scalars(sa.select(Network).where(Network.name == name)).one(), name)
        session.commit()
    return ids


def fill(session, network, name):
    found = {"network": network.id}
    with acting(session, "test") as action:

        def add(model, **values):
            row = model(network_id=network.id, **values)
            for column in sa.inspect(model).columns:
                free = isinstance(column.type, String) and column.type.length and column.type.length >= 100
                if free and getattr(row, column.key) is None and column.key not in ("target_groups", "website"):
                    setattr(row, column.key, canary(name, row.__tablename__, column.key)[: column.type.length])
            found[row.__tablename__] = action.insert(row).id
            return row

        one, two = add(Stakeholder, sector="users"), add(Stakeholder, name=f"second canary {name}", sector="provider")
        project = add(MicroProject, group_id=one.id, end_state="open")
        event = add(Event, micro_project_id=project.id, participants=30)
        add(Tie, from_id=one.id, to_id=two.id, micro_project_id=project.id, event_id=event.id)
        add(Position, stakeholder_id=one.id, power=1, interest=4)
        add(Need, status="micro_project", micro_project_id=project.id)
        add(PhaseChange, micro_project_id=project.id, to_phase="design")
        catalogue = action.insert(FundingSource(funder="Everybody may read this"))
        case = add(
            FundingCase,
            micro_project_id=project.id,
            funding_source_id=catalogue.id,
            currency="EUR",
            awarded_minor=12_345_678,
            in_kind_quantity=1,
        )
        add(Receipt, funding_case_id=case.id, currency="EUR", amount_minor=12_345_678)
        add(Assessment, micro_project_id=project.id, side="users", level_from=3, level_to=3, judges=7)
        guest = action.insert(Network(name=f"Guests of {name}"))
        add_work(add, guest.id, one, project, event)
        add(Note, table_name="micro_project", row_id=project.id, field="name", kind="conflict")
    return found


@pytest.mark.parametrize("point_of_view", FOREIGN)
def test_no_page_shows_a_foreign_canary(as_user, canaries, point_of_view):
    browser, foreign = as_user(point_of_view), FOREIGN[point_of_view]
    rows = canaries[foreign]
    addresses = [path + query.format(id=rows["network"]) for path in PAGES for query in QUERIES]
    addresses += [
        re.sub(r"<\w+>", str(rows[table]), path) + query.format(id=rows["network"])
        for path, table in RECORDS
        if table in rows
        for query in QUERIES[:2]
    ]
    leaks = []
    for address in addresses:
        for response in (open_page(browser, address), browser.get(address)):
            text = response.get_data(as_text=True)
            if f"canary {foreign}".encode("ascii", "backslashreplace").decode() in text or f"canary {foreign}" in text:
                leaks.append(address)
    assert leaks == []


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "coordinator_elsewhere"])
def test_no_form_shows_a_foreign_canary(as_user, canaries, point_of_view):
    browser, foreign = as_user(point_of_view), FOREIGN[point_of_view]
    own = canaries[HERE if foreign == ELSEWHERE else ELSEWHERE]
    addresses = [address for table in TABLES for address in (f"/form/{table}", f"/form/{table}/{own.get(table)}")]
    addresses += [f"/form/{table}/{canaries[foreign].get(table)}{more}" for table in TABLES for more in ("", "/trash")]
    shown = {address: browser.get(address).get_data(as_text=True) for address in addresses}
    assert [address for address, text in shown.items() if f"canary {foreign}" in text] == []
    assert any(f"canary {HERE if foreign == ELSEWHERE else ELSEWHERE}" in text for text in shown.values())


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "coordinator_elsewhere"])
def test_no_table_to_edit_gives_a_foreign_canary_live_or_in_the_trash(as_user, canaries, point_of_view):
    browser, foreign = as_user(point_of_view), FOREIGN[point_of_view]
    own = HERE if foreign == ELSEWHERE else ELSEWHERE
    addresses = [address.format(table=table, id=canaries[foreign]["network"]) for table in TABLES for address in GRIDS]
    before = {address: _text(browser, address) for address in addresses}
    trash_all(canaries, foreign)
    after = {address: _text(browser, address) for address in addresses}
    assert [address for shown in (before, after) for address, text in shown.items() if f"canary {foreign}" in text] == []
    assert [table for table in TABLES if f"canary {own}" not in before[GRIDS[0].format(table=table)]] == SILENT


def _text(browser, address):
    """JSON writes what is not ASCII as numbers."""
    return browser.get(address).get_data().decode("unicode-escape")


def trash_all(canaries, name):
    with bare_session(write=True) as session:
        trash_rows(session, TABLES["stakeholder"], [canaries[name]["stakeholder"]])
        session.commit()


@pytest.mark.parametrize("point_of_view", FOREIGN)
def test_the_own_canaries_do_show_so_that_the_test_can_fail(as_user, canaries, point_of_view):
    own = HERE if point_of_view.endswith("_here") else ELSEWHERE
    browser = as_user(point_of_view)
    shown = [
        path
        for path in (*PAGES, f"/micro-projects/{canaries[own]['micro_project']}", f"/stakeholders/{canaries[own]['stakeholder']}")
        if f"canary {own}" in str(open_page(browser, path).get_json())
    ]
    assert len(shown) >= 4


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_roles_without_networks_get_no_canary_at_all(as_user, canaries, point_of_view):
    browser = as_user(point_of_view)
    assert [path for path in PAGES if "canary" in str(open_page(browser, path).get_json())] == []


def test_every_table_of_a_network_has_a_canary(canaries):
    tables = {mapper.class_.__tablename__ for mapper in Network.registry.mappers if issubclass(mapper.class_, Owned)}
    assert tables <= set(canaries[HERE])
