"""Downloads: who may have which file, what is masked in it, and nothing of another LEN."""

import csv
import io
import json
import zipfile

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook

from data_layer.action import acting
from data_layer.editing.edit import trash_rows
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.exports.download import EVERYTHING, FILES, SHEETS
from data_layer.models import Event, MicroProject, Need, Network, Note
from tests.dashboard.test_edit import member
from tests.dashboard.test_isolation import FOREIGN, canaries  # noqa: F401 - a fixture
from tests.editing import run, save
from tests.points_of_view import ELSEWHERE, HERE

NAMES = sorted([*FILES, *(f"{table}.{ending}" for table in SHEETS for ending in ("csv", "xlsx"))])
CATALOGUE = {"funding_source.csv", "funding_source.xlsx"}


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.get_data().decode("utf-8-sig"), newline="")))


def may(point_of_view, name):
    if point_of_view.startswith("coordinator"):
        return True
    if point_of_view.startswith("leader"):
        return name != "history.csv"
    return point_of_view == "administrator" and name in CATALOGUE


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "leader_here", "leader_everywhere", "funder", "administrator"])
def test_each_file_is_given_to_those_who_may_have_it(as_user, point_of_view):
    browser = as_user(point_of_view)
    wrong = {
        name: status
        for name in NAMES
        if (status := browser.get(f"/download/{name}").status_code) != (200 if may(point_of_view, name) else 403)
    }
    assert wrong == {}


@pytest.mark.parametrize("point_of_view", ["anonymous", "disabled"])
def test_without_a_sign_in_there_is_no_file(as_user, point_of_view):
    browser = as_user(point_of_view)
    assert {browser.get(f"/download/{name}").status_code for name in NAMES} == {401}


def texts_in(content: bytes, name: str) -> str:
    """All texts of a file, those in a packed file too."""
    if name.endswith(".xlsx"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return "\n".join(str(book.get_sheet_by_name(sheet).to_python()) for sheet in book.sheet_names)
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(texts_in(archive.read(inner), inner) for inner in archive.namelist())
    return content.decode()


@pytest.mark.parametrize("point_of_view", FOREIGN)
def test_no_file_holds_a_foreign_canary(as_user, canaries, point_of_view):  # noqa: F811
    browser, foreign = as_user(point_of_view), FOREIGN[point_of_view]
    queries = ("", "?year=2017&group=migrants")
    leaks = [
        name + query
        for name in NAMES
        for query in queries
        if may(point_of_view, name) and f"canary {foreign}" in texts_in(browser.get(f"/download/{name}{query}").get_data(), name)
    ]
    assert leaks == []


@pytest.mark.parametrize("point_of_view", FOREIGN)
def test_a_foreign_network_is_not_there(as_user, canaries, point_of_view):  # noqa: F811
    browser, foreign = as_user(point_of_view), canaries[FOREIGN[point_of_view]]["network"]
    assert {browser.get(f"/download/{name}?network={foreign}").status_code for name in NAMES if may(point_of_view, name)} == {404}


@pytest.mark.parametrize("point_of_view", FOREIGN)
def test_the_own_canaries_are_in_the_files_so_that_the_test_can_fail(as_user, canaries, point_of_view):  # noqa: F811
    own = HERE if point_of_view.endswith("_here") else ELSEWHERE
    browser = as_user(point_of_view)
    tables = [f"{table}.csv" for table in SHEETS if table != "funding_source"]
    missing = [
        name
        for name in (*tables, *FILES)
        if may(point_of_view, name) and f"canary {own}" not in texts_in(browser.get(f"/download/{name}").get_data(), name)
    ]
    assert set(missing) <= {"network.csv", "grants.json"}


def test_what_is_in_the_trash_is_in_no_file(as_user):
    browser = as_user("coordinator_here")
    row = rows_of(browser.get("/download/stakeholder.csv"))[0]
    with bare_session(write=True) as session:
        trash_rows(session, TABLES["stakeholder"], [int(row["id"])])
        session.commit()
    assert row["id"] not in [other["id"] for other in rows_of(browser.get("/download/stakeholder.csv"))]


@pytest.fixture
def small_counts(canaries):  # noqa: F811
    """Counts of persons below five in the coordinator's LEN."""
    with bare_session(write=True) as session:
        rows = canaries[HERE]
        with acting(session, "test") as recorder:
            recorder.update(session.get(Need, rows["need"]), participants=3, votes=0)
            recorder.update(session.get(Event, rows["event"]), participants=4)
            recorder.update(session.get(MicroProject, rows["micro_project"]), jobs=5)
        session.commit()
    return canaries[HERE]


def test_leaders_get_small_counts_of_persons_as_under_five(as_user, small_counts):
    def told(point_of_view, table):
        (row,) = [row for row in rows_of(as_user(point_of_view).get(f"/download/{table}.csv")) if row["id"] == str(small_counts[table])]
        return row

    assert (told("leader_here", "need")["participants"], told("leader_here", "need")["votes"]) == ("<5", "<5")
    assert told("leader_here", "event")["participants"] == "<5"
    assert told("leader_here", "micro_project")["jobs"] == "5"
    assert (told("coordinator_here", "need")["participants"], told("coordinator_here", "event")["participants"]) == ("3", "4")


def test_leaders_get_readings_without_numbers_of_people(as_user):
    leaders, coordinators = (rows_of(as_user(who).get("/download/assessment.csv")) for who in ("leader_here", "coordinator_here"))
    assert "judges" not in leaders[0]
    assert "judges" in coordinators[0]
    assert [row["level_from"] for row in leaders] == [row["level_from"] for row in coordinators]


def test_leaders_get_no_note_on_a_count_of_persons_and_no_history(as_user, small_counts):
    with bare_session(write=True) as session:
        with acting(session, "test") as recorder:
            recorder.insert(
                Note(
                    network_id=small_counts["network"],
                    table_name="event",
                    row_id=small_counts["event"],
                    field="participants",
                    kind="conflict",
                    other_value="2 persons",
                )
            )
        session.commit()
    everything = as_user("leader_here").get(f"/download/{EVERYTHING}").get_data()
    assert "2 persons" not in texts_in(everything, EVERYTHING)
    assert "2 persons" in texts_in(as_user("coordinator_here").get(f"/download/{EVERYTHING}").get_data(), EVERYTHING)
    assert "history.csv" not in zipfile.ZipFile(io.BytesIO(everything)).namelist()


@pytest.mark.parametrize(
    "query", ["network=abc", "network=0", "network=-1", "group=nobody", "year=20017", "year=x", "year=1066", "network=1%20or%201"]
)
def test_a_filter_that_cannot_be_is_refused(as_user, query):
    assert as_user("coordinator_here").get(f"/download/stakeholder.csv?{query}").status_code == 400


@pytest.mark.parametrize(
    "name", ["account.csv", "sign_in.xlsx", "stakeholder.pdf", "stakeholder", "..%2Fapp.py", "NETWORK.svg", "history.xlsx"]
)
def test_what_is_no_file_of_ours_is_not_there(as_user, name):
    assert as_user("coordinator_here").get(f"/download/{name}").status_code == 404


def test_filters_narrow_a_file(as_user):
    browser = as_user("leader_everywhere")
    with bare_session() as session:
        network_id = session.scalar(sa.select(Network.id).where(Network.name == HERE))
    everybody, here = (
        rows_of(browser.get("/download/stakeholder.csv")),
        rows_of(browser.get(f"/download/stakeholder.csv?network={network_id}")),
    )
    assert {row["network"] for row in here} == {HERE}
    assert 0 < len(here) < len(everybody)
    dated = rows_of(browser.get("/download/event.csv?year=2016"))
    assert dated
    assert all(row["day"] == "" or "2016" in row["day"] or row["day"] < "2016" for row in dated)


def test_a_file_is_kept_by_nobody_and_taken_for_what_it_is(as_user):
    response = as_user("coordinator_here").get("/download/network.svg")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="network-')
    assert response.headers["Content-Type"].startswith("image/svg+xml")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


def test_the_name_of_a_file_tells_the_network_in_plain_letters(as_user):
    browser = as_user("coordinator_here")
    with bare_session() as session:
        network_id = session.scalar(sa.select(Network.id).where(Network.name == HERE))
    name = browser.get(f"/download/tie.csv?network={network_id}").headers["Content-Disposition"]
    assert name.startswith('attachment; filename="tie-lulea-20')
    assert name.isascii()


def test_grants_have_what_the_standard_demands(as_user):
    grants = json.loads(as_user("leader_everywhere").get("/download/grants.json").get_data())["grants"]
    assert grants
    for grant in grants:
        assert {
            "id",
            "title",
            "description",
            "currency",
            "amountAwarded",
            "awardDate",
            "fundingOrganization",
            "recipientOrganization",
        } <= grant.keys()
        assert all({"id", "name"} <= part.keys() for key in ("fundingOrganization", "recipientOrganization") for part in grant[key])
    assert len({grant["id"] for grant in grants}) == len(grants)


def test_the_history_holds_what_was_chosen_on_its_page(as_user):
    browser, row = as_user("coordinator_here"), member()
    run(browser, save(row, "place", row.place, "Nowhere-on-Sea"))
    run(browser, save(row, "description", row.description, "By the sea"))
    whole, by_server = (
        {(line["row"], line["who"]) for line in rows_of(browser.get(f"/download/history.csv?table=stakeholder&row={row.id}&since=1{who}"))}
        for who in ("", "&person=0")
    )
    assert whole == {(str(row.id), ""), (str(row.id), "coordinator_here@example.org")}
    assert by_server == {(str(row.id), "")}


@pytest.mark.parametrize("query", ["since=2", "table=account", "row=x", "row=-1", "person=9e9", "person=٣"])
def test_a_choice_of_the_history_that_cannot_be_is_refused(as_user, query):
    assert as_user("coordinator_here").get(f"/download/history.csv?{query}").status_code == 400
