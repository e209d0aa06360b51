"""Files with notes on fields, made of lines, and what becomes of them."""

from dataclasses import replace

import sqlalchemy as sa

from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.recognise import recognise
from data_layer.files.source import joined
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.models import Account, Note
from data_layer.vocabulary import AccountRole

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}
HEADER = "id,network,table,row,about,field,kind,other_value,text,source\n"


def read(*texts):
    return joined([recognise(text.encode(), f"{number}.csv", FIELDS) for number, text in enumerate(texts)])


def planned(session, network, *texts, **changes):
    form = read(*texts)
    return plan(session, form, replace(first_choices(form, network.id), **changes))


def line(network="Vale", table="stakeholder", row="", about="Church", field="place", kind="reading", other="", text="", number=""):
    return f"{number},{network},{table},{row},{about},{field},{kind},{other},{text},\n"


def notes(found):
    return [(row.state, row.problem and row.problem.code) for row in found.rows if row.target == "note"]


def kept(session):
    """What the live notes say: table, row, field, kind, the other value, text."""
    query = sa.select(Note.table_name, Note.row_id, Note.field, Note.kind, Note.other_value, Note.text).where(Note.trashed_by.is_(None))
    return [tuple(row) for row in session.execute(query.order_by(Note.id))]


def worker(session, *networks):
    """A coordinator of these networks; commits what was done so far."""
    with acting(session, "test") as recorder:
        account = recorder.insert(Account(email="a@example.org", password_hash="-", role="coordinator", created_at=now()))
    session.commit()
    return Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset(network.id for network in networks))
