"""A release to carry away, over HTTP: for whom it names, and for nobody else."""

import io
import zipfile

import pypdf
import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Release
from tests.opening import page_text
from tests.points_of_view import email_of
from tests.releasing import store_release
from tests.whole_release import WHOLE

FILES = ("report.pdf", "data.xlsx", "data.csv")
CANARY = 987_651


@pytest.fixture
def whole_id(sample_database):
    """A release of every kind for the funder, whose basis is full of figures that nobody may get."""
    with bare_session(write=True) as session:
        number = store_release(session, WHOLE, readers=[email_of("funder")])
        with acting(session, "test") as action:
            action.update(session.get_one(Release, number), basis={"canary": CANARY, "more": [str(CANARY), {"x": CANARY}]})
        session.commit()
        return number


def unpacked(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages) + content.decode("latin-1")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(name).decode() for name in packed.namelist())
    return content.decode("utf-8-sig")


@pytest.mark.parametrize("name", FILES)
def test_a_reader_gets_each_file_and_nothing_of_the_basis(as_user, whole_id, name):
    answer = as_user("funder").get(f"/outcomes/{whole_id}/{name}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert str(CANARY) not in unpacked(answer.data)


def test_the_page_shows_each_table_and_nothing_of_the_basis(as_user, whole_id):
    shown = page_text(as_user("funder"), f"/outcomes/{whole_id}")
    assert all(f"outcomes-{table.code.lower().replace('_', '-')}" in shown for table in WHOLE.figures)
    assert f"/outcomes/{whole_id}/report.pdf?template=summary" in shown
    assert str(CANARY) not in shown


@pytest.mark.parametrize("template", ["summary", "full", "indicators"])
def test_one_address_gives_all_templates(as_user, whole_id, template):
    answer = as_user("funder").get(f"/outcomes/{whole_id}/report.pdf?template={template}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert f"-{template}.pdf" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("query", ["template=", "template=../full", "template=look", "template=full.typ", "template=full&x=1", "x=1"])
def test_a_template_that_is_not_there_is_refused(as_user, whole_id, query):
    assert as_user("funder").get(f"/outcomes/{whole_id}/report.pdf?{query}").status_code == 400


@pytest.mark.parametrize("name", FILES)
def test_a_foreign_release_answers_with_the_bytes_of_a_missing_one(as_user, whole_id, name):
    browser = as_user("leader_everywhere")
    answers = [browser.get(f"/outcomes/{number}/{name}") for number in (whole_id, 99999, "0", "-1", "x", "9" * 40)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.data for answer in answers}) == 1


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("point_of_view", ["coordinator_here", "administrator"])
def test_who_reads_no_release_gets_no_file(as_user, whole_id, point_of_view, name):
    assert as_user(point_of_view).get(f"/outcomes/{whole_id}/{name}").status_code == 403


@pytest.mark.parametrize("name", FILES)
def test_nobody_gets_a_file_without_log_in(as_user, whole_id, name):
    assert as_user("anonymous").get(f"/outcomes/{whole_id}/{name}").status_code == 401


@pytest.mark.parametrize("name", FILES)
def test_a_file_takes_few_statements(as_user, whole_id, queries, name):
    browser = as_user("funder")
    queries.clear()
    browser.get(f"/outcomes/{whole_id}/{name}")
    assert len(queries) <= 3


@pytest.mark.parametrize("name", FILES)
def test_a_release_in_the_trash_has_no_files(as_user, whole_id, name):
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.trash(session.get_one(Release, whole_id))
        session.commit()
    assert as_user("funder").get(f"/outcomes/{whole_id}/{name}").status_code == 404


def test_the_report_speaks_the_readers_language(as_user, whole_id):
    answer = as_user("funder").get(f"/outcomes/{whole_id}/report.pdf?template=summary", headers={"Accept-Language": "de"})
    assert "Was kam bei den Mikroprojekten heraus?" in unpacked(answer.data)


def test_the_sample_release_can_be_printed(as_user):
    with bare_session() as session:
        number = session.scalars(sa.select(Release.id)).one()
    browser = as_user("funder")
    for name in (*FILES, "report.pdf?template=summary", "report.pdf?template=indicators"):
        assert browser.get(f"/outcomes/{number}/{name}").status_code == 200
