"""What planning one import knows: the LEN, the choices, the rows that are there and those of the file so far."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.closed_period import KeptPeriods
from data_layer.editing.note_table import NOTES, TABLES_AND_NOTES
from data_layer.editing.tables import Field, named_by
from data_layer.files.words import plain
from data_layer.imports.choice import Choices
from data_layer.imports.known import Known
from data_layer.imports.reading import Reader
from data_layer.imports.row import Draft
from data_layer.models import FundingSource, Network
from data_layer.problem import NotFound, Problem


def wanted_tables(readers: Iterable[Reader]) -> set[str]:
    """The tables whose rows must be known: those of the file, those to which they point, those by which they are called."""
    wanted: set[str] = set()
    for reader in readers:
        wanted |= {reader.table.name, *(reader.table.fields[name].target for name in reader.fields if name in reader.table.fields)}
        if reader.table is NOTES:
            wanted |= reader.told("table")
    # To say what rows are called, the rows must be there to which they point.
    return {other for name in wanted & TABLES_AND_NOTES.keys() for other in (name, *named_by(name))} & TABLES_AND_NOTES.keys()


@dataclass(slots=True)
class Context:
    """`network`: id and name of the LEN; `wanted`: tables; `phases`: the phase that each micro project is in so far; `named`: the file
    names this LEN, so that other names are others; `unseen`: LENs that are guests here and that the session does not see; `periods`:
    those that are closed.
    """

    choices: Choices
    own: bool
    wanted: Collection[str]
    network: Any = None
    known: dict[str, Known] = field(default_factory=dict)
    phases: dict[int, str] = field(default_factory=dict)
    named: bool = False
    unseen: frozenset[int] = frozenset()
    periods: Any = None

    def load(self, session: Session, network_id: int) -> None:
        """Read the rows that are there, one statement a table and two more. NotFound for a LEN that the session does not see."""
        self.network = session.execute(sa.select(Network.id, Network.name).where(Network.id == network_id)).one_or_none()
        if self.network is None:
            raise NotFound(Network.__name__)
        self.periods = KeptPeriods(session, "import")
        self.periods.load()
        for name in TABLES_AND_NOTES:
            if name in self.wanted:
                self.known[name] = Known(TABLES_AND_NOTES[name])
                self.known[name].load(session, network_id)

    def take(self, readers: Iterable[Reader]) -> None:
        """Let the rows that were read be found."""
        self.named = any(self.network.name in reader.texts("network") for reader in readers)
        for known in self.known.values():
            known.take(self.known)
        if "phase_change" in self.known:
            self.phases = {row.micro_project_id: row.to_phase for row in self.known["phase_change"].rows.values()}
        if "event_guest" in self.known:
            self._let_guests_stay()

    def _let_guests_stay(self) -> None:
        """LENs that are guests here and that the session does not see stand in our exports as numbers; such a row can stay as it is."""
        networks = self.known["network"]
        guests = {row.guest_id for row in self.known["event_guest"].rows.values()} - networks.titles.keys()
        self.unseen = frozenset(guests)
        networks.let_point_to((guest, str(guest)) for guest in guests)

    def refuse_unseen(self, columns: Mapping[str, Any]) -> None:
        """Problem where a row would begin to point to a LEN that the session does not see."""
        if columns.get("guest_id") in self.unseen:
            raise Problem("no_such_row", "guest", value=str(columns["guest_id"]))

    def refuse_others(self, draft: Draft) -> None:
        """In an export of several LENs, of which the chosen one is one, the rows of the others are not meant."""
        told = draft.cells.get("network")
        shared = draft.reader.table.model in (Network, FundingSource)
        if self.named and told and told[0].text not in ("", self.network.name) and not shared:
            raise Problem("import_other_network", "network", value=told[0].text)

    def resolve(self, field: Field, names: Sequence[str]) -> int:
        """The row that a link means by the first of these names. Raises Problem for nobody, and for one whose own row is refused."""
        (text, *_others) = names
        if not text:
            raise Problem("required", field.name)
        known = self.known[field.target]
        # Our exports write the id where a name would not do.
        found = known.row_of(text) if self.own and text not in known.by_number else None
        found = found or next(filter(None, map(known.find, names)), None)
        if found is None:
            raise Problem("import_of_refused" if plain(text) in known.refused else "unknown_name", field.name, value=text)
        return found
