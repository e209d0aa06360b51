"""Each file that can be carried out, by its name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.tables import TABLES
from data_layer.exports.archive import zipped
from data_layer.exports.comma_separated import csv_bytes
from data_layer.exports.gephi import gephi_bytes
from data_layer.exports.gexf import gexf_bytes
from data_layer.exports.grants import grants_bytes
from data_layer.exports.graph import Graph, network_graph
from data_layer.exports.graphml import graphml_bytes
from data_layer.exports.history_sheet import NAME as HISTORY
from data_layer.exports.history_sheet import history_sheet
from data_layer.exports.kumu import kumu_blueprint, kumu_workbook
from data_layer.exports.link_key import LinkKeys
from data_layer.exports.note_sheet import NAME as NOTES
from data_layer.exports.note_sheet import note_sheet
from data_layer.exports.picture import Words, picture_bytes
from data_layer.exports.sheet import Sheet
from data_layer.exports.table_sheet import table_sheet
from data_layer.exports.workbook import workbook_bytes
from data_layer.history_filter import Wanted as WantedHistory
from data_layer.models import Network
from data_layer.network.network_map import NetworkMap, network_map
from data_layer.scope import Scope

EVERYTHING = "everything.zip"
EVERYTHING_AS_SHEETS = "everything.xlsx"
HISTORY_FILE = f"{HISTORY}.csv"
SHEETS = (*TABLES, NOTES)
SHEET_FILE = re.compile(rf"({'|'.join(SHEETS)})\.(csv|xlsx)")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "json": "application/json",
    "svg": "image/svg+xml",
    "zip": "application/zip",
}


Make = Callable[[], bytes]


class Spoken(Protocol):
    """The texts in a reader's language."""

    def picture(self, network: NetworkMap) -> Words: ...
    def grants_title(self) -> str: ...
    def publisher(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """For whom: which rows, whether small counts of persons are masked, whether history belongs to it, and the words.

    `history` narrows the file of the history alone; without it, it is that of the scope's LEN.
    """

    scope: Scope
    masked: bool
    with_history: bool
    words: Spoken
    history: WantedHistory | None = None


def prepared(session: Session, name: str, wanted: Wanted) -> Make:
    """Read what belongs into the file of this name; KeyError for a name that is none. What is returned makes it, without the database.

    Rows are those that the session sees, without its trash. While a session reads, nobody can save: so the file is made afterwards.
    """
    making = _Making(session, wanted)
    if found := SHEET_FILE.fullmatch(name):
        sheet = making.sheet(found[1])
        return lambda: csv_bytes(sheet) if found[2] == "csv" else workbook_bytes([sheet])
    return FILES[name](making)


def file_bytes(session: Session, name: str, wanted: Wanted) -> bytes:
    """The file of this name, read and made at once."""
    return prepared(session, name, wanted)()


class _Making:
    """What several files of one download share. Each method reads; what it returns makes the file."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        self.session, self.wanted = session, wanted
        self.keys = LinkKeys(session)
        self._graph: Graph | None = None
        self._sheets: dict[str, Sheet] = {}

    def sheet(self, name: str) -> Sheet:
        if name not in self._sheets:
            session, scope, masked = self.session, self.wanted.scope, self.wanted.masked
            made = note_sheet(session, scope, self.keys, masked=masked) if name == NOTES else None
            self._sheets[name] = made or table_sheet(session, TABLES[name], scope, self.keys, masked=masked)
        return self._sheets[name]

    def workbook(self) -> Make:
        return partial(workbook_bytes, [self.sheet(name) for name in SHEETS])

    def history(self) -> Make:
        wanted = self.wanted.history or WantedHistory(network_id=self.wanted.scope.network_id)
        return partial(csv_bytes, history_sheet(self.session, wanted, self.keys))

    def graph(self, form: Callable[[Graph], bytes]) -> Make:
        if self._graph is None:
            self._graph = network_graph(self.session, self.wanted.scope, self.keys)
        return partial(form, self._graph)

    def picture(self) -> Make:
        ids = self.session.scalars(sa.select(Network.id).where(self.wanted.scope.networks(Network)).order_by(Network.name)).all()
        networks = [network_map(self.session, network_id) for network_id in ids]
        return lambda: picture_bytes([(network, self.wanted.words.picture(network)) for network in networks])

    def grants(self) -> Make:
        words = self.wanted.words
        found = grants_bytes(self.session, self.wanted.scope, title=words.grants_title(), publisher=words.publisher())
        return lambda: found

    def everything(self) -> Make:
        members = {EVERYTHING_AS_SHEETS: self.workbook()}
        members |= {f"csv/{name}.csv": partial(csv_bytes, self.sheet(name)) for name in SHEETS}
        members |= {name: read(self) for name, read in FILES.items() if name not in (EVERYTHING, EVERYTHING_AS_SHEETS, HISTORY_FILE)}
        if self.wanted.with_history:
            members[HISTORY_FILE] = self.history()
        return lambda: zipped((name, make()) for name, make in members.items())


FILES: dict[str, Callable[[_Making], Make]] = {
    "network.gexf": lambda making: making.graph(gexf_bytes),
    "network.graphml": lambda making: making.graph(graphml_bytes),
    "network.json": lambda making: making.graph(kumu_blueprint),
    "network.svg": _Making.picture,
    "network.csv.zip": lambda making: making.graph(gephi_bytes),
    "kumu.xlsx": lambda making: making.graph(kumu_workbook),
    "grants.json": _Making.grants,
    HISTORY_FILE: _Making.history,
    EVERYTHING_AS_SHEETS: _Making.workbook,
    EVERYTHING: _Making.everything,
}


def is_file(name: str) -> bool:
    """Whether there is a file of this name."""
    return name in FILES or SHEET_FILE.fullmatch(name) is not None


def media_type(name: str) -> str:
    """What a browser must be told."""
    return TYPES[name.rpartition(".")[2]]
