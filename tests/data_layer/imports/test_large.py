"""A workbook of 5,000 rows: looked at in 5 seconds, brought in within 5 more, taken back as fast."""

import resource
import time
from io import BytesIO

import pytest
import xlsxwriter

from data_layer.action import acting
from data_layer.clock import now
from data_layer.files.reading import read_file
from data_layer.imports.apply import apply
from data_layer.imports.choice import first_choices
from data_layer.imports.draft import find_draft, keep_draft
from data_layer.imports.plan import plan
from data_layer.imports.row import State
from data_layer.models import Account
from data_layer.undo import undo
from tests.factories import make_network

ROWS = 5_000
SECONDS = 5
HEADER = ("Name", "Branche", "Ort", "Land", "Website", "E-Mail", "Notizen", "Externe ID", "Seit")
FIRST, LAST, KIND = (
    ["Blue", "Green", "Open", "Bright", "Quiet"],
    ["Kitchen", "Garden", "Forum", "Workshop", "School", "Harbour"],
    ["Verein", "Verwaltung", "Bildung"],
)


def workbook(rows):
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Stakeholders")
    sheet.write_row(0, 0, HEADER)
    for n in range(rows):
        name = f"{FIRST[n % 5]} {LAST[n % 6]} of the valley {n}"
        told = (KIND[n % 3], "Heide", "Germany", f"example.org/{n}", f"office{n}@example.org", "some words " * 8, f"X-{n}", "2016-07")
        sheet.write_row(n + 1, 0, (name, *told))
    book.close()
    return buffer.getvalue()


@pytest.fixture
def account_id(session):
    with acting(session, "test") as recorder:
        return recorder.insert(Account(email="a@example.org", password_hash="-", role="coordinator", created_at=now())).id


def test_it_is_looked_at_brought_in_and_taken_back_in_time(session, account_id):
    network, data = make_network(session), workbook(ROWS)
    before = spent()
    keep_draft(session, account_id, "list.xlsx", read_file(data, "list.xlsx"), network_id=network.id)
    draft = find_draft(session, account_id)
    found = plan(session, draft.read, draft.choices)
    assert found.counts() == {State.NEW: ROWS}
    assert spent() - before < SECONDS
    before = spent()
    action_id = apply(session, plan(session, draft.read, first_choices(draft.read, network.id)))
    assert spent() - before < SECONDS
    before = spent()
    undo(session, action_id)
    assert spent() - before < SECONDS


def spent():
    """Seconds of work by this process and those that it started; what others do on the machine meanwhile does not count."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
