"""A network that holds all that is known to be spoilt on the way out and in again."""

from datetime import date

from data_layer.editing.tables import TABLES
from data_layer.vocabulary import NoteKind
from tests.data_layer.exports.awkward import TEXTS
from tests.data_layer.exports.awkward_work import AwkwardWork, span, texts
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_note,
    make_phase_change,
    make_position,
    make_receipt,
    make_stakeholder,
    make_tie,
)

NAME = "=Größe, Süd"
# Tables whose rows a note is made on as well, beside the older ones.
WORK = ("pilot", "pilot_step", "review", "story", "voice", "indicator", "observation", "handover", "event_guest", "decision")


def make_awkward_network(session):
    """A LEN with every awkward text in every text column, all kinds of dates and spans of levels, and notes of every kind on all tables."""
    network = make_network(
        session, **{**texts("network", 40), "name": NAME}, country="DE", target_groups=("migrants", "youth"), **span(4, "founded")
    )
    people = []
    for place, name in enumerate(TEXTS):
        told = {**texts("stakeholder", place, leave=("name",)), "website": "https://example.org/?a=1" if place % 2 else None}
        people.append(
            make_stakeholder(
                session, network, name, **told, **span(place, "start"), several=place % 3 == 0, x=0.1 + place / 3, y=-place / 7
            )
        )
    source = make_funding_source(
        session,
        "=Fund / with a stroke",
        name="1.234",
        currency="EUR",
        amount_min_minor=1,
        amount_max_minor=12_345_678_901,
        deadline=date(2026, 1, 5),
        entered_by_id=network.id,
    )
    projects, events = [], []
    for place in range(len(TEXTS)):
        one, two = people[place], people[(place + 7) % len(people)]
        tie = make_tie(
            session,
            one,
            two,
            **texts("tie", place),
            **span(place, "start"),
            directed=place % 2 == 0,
            strength=place % 4 + 1,
            confirmed=place % 5 == 0,
        )
        position = make_position(session, one, **texts("position", place), **span(place), power=place % 4 + 1, influence=place)
        project = make_micro_project(
            session,
            network,
            TEXTS[place],
            **texts("micro_project", place, leave=("name",)),
            target_groups=("older",) * (place % 2),
            group_id=one.id,
        )
        step = make_phase_change(session, project, "needs", **{**texts("phase_change", place), "reason": TEXTS[place]}, **span(place))
        need = make_need(session, network, **texts("need", place), **span(place), participants=place, status="open")
        event = make_event(session, network, **texts("event", place), **span(place + 1), participants=place * 1000)
        projects.append(project)
        events.append(event)
        case = make_funding_case(
            session,
            project,
            source,
            **{**texts("funding_case", place, leave=("in_kind_unit",)), "in_kind_unit": "hours"},
            in_kind_quantity=place,
            currency="EUR",
            awarded_minor=place * 1_234_567 + 5,
            **span(place, "decided"),
        )
        receipt = make_receipt(session, case, place * 100 + 1, **texts("receipt", place), **span(place))
        top = place % 5 + 1
        reading = make_assessment(session, project, "users", top, level_to=top + place % 3, **texts("assessment", place), **span(place))
        noted = (one, tie, position, project, step, need, event, case, receipt, reading)[place % 10]
        make_awkward_note(session, noted, place)
        make_awkward_note(session, (network, source)[place % 2], place)
    work = AwkwardWork(session, network, people, projects, events).make()
    for place, name in enumerate(WORK):
        make_awkward_note(session, work[name][place], place)
    make_note(session, people[0], "body_id", other_value=TEXTS[1])
    make_note(session, source, "amount_min_minor", "stated", network_id=network.id)
    session.flush()
    return network


def make_awkward_note(session, row, place):
    """A note with an awkward text in each of its texts, on another field than the last one."""
    table = TABLES[row.__tablename__]
    field = list(table.fields.values())[place % len(table.fields)]
    other, text, source = (TEXTS[(place + turn) % len(TEXTS)] for turn in (3, 5, 8))
    owner = row.id if table.name == "network" else row.entered_by_id if table.name == "funding_source" else row.network_id
    kind = list(NoteKind)[place % len(NoteKind)]
    make_note(session, row, field.columns[0], kind, network_id=owner, other_value=other, text=text, source=source)
