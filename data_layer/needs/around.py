"""What belongs to the needs and events on a page: who was there, what was found out there, who was invited, and notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_layer.analysis.attendance import Gathering, gatherings
from data_layer.needs.event import HeldEvent, attendances, guests
from data_layer.needs.need import found_at
from data_layer.note import FieldNote, field_notes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """By the id of an event: who was there, needs found there as (id, what is needed), guests as (id of the invitation, name or None).

    `notes` on fields are by (table, id of the row).
    """

    gatherings: Mapping[int, Gathering]
    needs: Mapping[int, Sequence[tuple[int, str]]]
    guests: Mapping[int, Sequence[tuple[int, str | None]]]
    notes: Mapping[tuple[str, int], Sequence[FieldNote]]


def surroundings(session: Session, events: Sequence[HeldEvent], need_ids: Iterable[int]) -> Surroundings:
    """All of it for these events, and the notes on them and on these needs. Four statements."""
    event_ids = [event.id for event in events]
    found = gatherings(events, attendances(session, {event.network_id for event in events}))
    invited = guests(session, event_ids)
    needs: dict[int, list[tuple[int, str]]] = {}
    for event_id, need_id, what in found_at(session, event_ids):
        needs.setdefault(event_id, []).append((need_id, what))
    notes: dict[tuple[str, int], list[FieldNote]] = {}
    present = [each.row for gathering in found.values() for each in gathering.came]
    absent = [each.row for gathering in found.values() for each in gathering.stayed_away if each.row is not None]
    invitations = [guest_id for each in invited.values() for guest_id, _name in each]
    for note in field_notes(session, need=need_ids, event=event_ids, attendance=[*present, *absent], event_guest=invitations):
        notes.setdefault((note.table_name, note.row_id), []).append(note)
    return Surroundings(found, needs, invited, notes)
