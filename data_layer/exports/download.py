"""Each file that can be carried out, by its name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


class Spoken(Protocol):
    """The texts in a reader's language."""

    def picture(self, network: NetworkMap) -> Words: ...
    def grants_title(self) -> str: ...
    def publisher(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """For whom: which rows, whether small counts of persons are masked, whether history belongs to it, and the words."""

    scope: Scope
    masked: bool
    with_history: bool
    words: Spoken


def file_bytes(session: Session, name: str, wanted: Wanted) -> bytes:
    """The file of this name; KeyError for a name that is none. Rows are those that the session sees, without its trash."""
    making = _Making(session, wanted)
    if found := SHEET_FILE.fullmatch(name):
        sheet = making.sheet(found[1])
        return csv_bytes(sheet) if found[2] == "csv" else workbook_bytes([sheet])
    return FILES[name](making)


class _Making:
    """What several files of one download share."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        self.session, self.wanted = session, wanted
        self.keys = LinkKeys(session)
        self._graph: Graph | None = None

    def sheet(self, name: str) -> Sheet:
        if name == NOTES:
            return note_sheet(self.session, self.wanted.scope, self.keys, masked=self.wanted.masked)
        return table_sheet(self.session, TABLES[name], self.wanted.scope, self.keys, masked=self.wanted.masked)

    def sheets(self) -> Iterator[Sheet]:
        return (self.sheet(name) for name in SHEETS)

    def history(self) -> bytes:
        return csv_bytes(history_sheet(self.session, self.wanted.scope, self.keys))

    def graph(self) -> Graph:
        if self._graph is None:
            self._graph = network_graph(self.session, self.wanted.scope, self.keys)
        return self._graph

    def picture(self) -> bytes:
        ids = self.session.scalars(sa.select(Network.id).where(self.wanted.scope.networks(Network)).order_by(Network.name)).all()
        networks = [network_map(self.session, network_id) for network_id in ids]
        return picture_bytes([(network, self.wanted.words.picture(network)) for network in networks])

    def grants(self) -> bytes:
        words = self.wanted.words
        return grants_bytes(self.session, self.wanted.scope, title=words.grants_title(), publisher=words.publisher())

    def everything(self) -> bytes:
        return zipped(self._members())

    def _members(self) -> Iterator[tuple[str, bytes]]:
        yield EVERYTHING_AS_SHEETS, workbook_bytes(self.sheets())
        for name in SHEETS:
            yield f"csv/{name}.csv", csv_bytes(self.sheet(name))
        yield from ((name, make(self)) for name, make in FILES.items() if name not in (EVERYTHING, EVERYTHING_AS_SHEETS, HISTORY_FILE))
        if self.wanted.with_history:
            yield HISTORY_FILE, self.history()


FILES: dict[str, Callable[[_Making], bytes]] = {
    "network.gexf": lambda making: gexf_bytes(making.graph()),
    "network.graphml": lambda making: graphml_bytes(making.graph()),
    "network.json": lambda making: kumu_blueprint(making.graph()),
    "network.svg": lambda making: making.picture(),
    "network.csv.zip": lambda making: gephi_bytes(making.graph()),
    "kumu.xlsx": lambda making: kumu_workbook(making.graph()),
    "grants.json": lambda making: making.grants(),
    HISTORY_FILE: lambda making: making.history(),
    EVERYTHING_AS_SHEETS: lambda making: workbook_bytes(making.sheets()),
    EVERYTHING: lambda making: making.everything(),
}


def is_file(name: str) -> bool:
    """Whether there is a file of this name."""
    return name in FILES or SHEET_FILE.fullmatch(name) is not None


def media_type(name: str) -> str:
    """What a browser must be told."""
    return TYPES[name.rpartition(".")[2]]
