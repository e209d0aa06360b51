"""What a LEN sees of an event to which it was invited: title, date, place and the host's name, and nothing else."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.access import reading, writing
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.engine import bare_session
from data_layer.models import Event, EventGuest, GuestEvent, Network
from data_layer.needs.event import Invitation, guests, invitations
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import make_attendance, make_event, make_event_guest, make_micro_project, make_network, make_stakeholder

CANARY = "canary"
SHOWN = Invitation("Study day", date(2017, 4, 1), date(2017, 4, 30), "Heide", "Host")


@pytest.fixture
def rows(database):
    """The ids of a host, its guest and a LEN that was not invited, and of the event and the invitation."""
    with bare_session(write=True) as session:
        host, guest, stranger = (make_network(session, name) for name in ("Host", "Guest", "Stranger"))
        event = make_event(
            session,
            host,
            "Study day",
            day_first=date(2017, 4, 1),
            day_last=date(2017, 4, 30),
            place="Heide",
            kind="training",
            target_groups=("ex_offenders",),
            participants=9731,
            participants_unit=CANARY,
            outcome=CANARY,
            source=CANARY,
            micro_project_id=make_micro_project(session, host, CANARY).id,
        )
        make_attendance(session, event, make_stakeholder(session, host, CANARY))
        make_event(session, host, CANARY, place=CANARY)
        invitation = make_event_guest(session, event, guest)
        ids = {"host": host.id, "guest": guest.id, "stranger": stranger.id, "event": event.id, "invitation": invitation.id}
        session.commit()
    return ids


def person(*networks, role=AccountRole.COORDINATOR, everywhere=False):
    return Actor(1, "person@example.org", role, frozenset(networks), all_networks=everywhere)


def seen_by(actor, scope=None, seen=()):
    with reading(actor) as session:
        return invitations(session, scope or Scope(), seen=seen)


def test_the_guest_sees_title_date_place_and_host(rows):
    assert seen_by(person(rows["guest"])) == [SHOWN]


def test_no_column_but_these_is_behind_it(rows):
    columns = {column.key for column in sa.inspect(GuestEvent).columns}
    assert columns == {"id", "guest_id", "host_id", "host", "title", "day_first", "day_last", "place"}
    with reading(person(rows["guest"])) as session:
        assert not [row for row in session.execute(sa.select(*sa.inspect(GuestEvent).columns)) if CANARY in str(row) or "9731" in str(row)]


def test_the_event_itself_and_the_invitation_stay_the_hosts(rows):
    with reading(person(rows["guest"])) as session:
        assert session.scalars(sa.select(Event)).all() == []
        assert session.scalars(sa.select(EventGuest)).all() == []
        assert guests(session, [rows["event"]]) == {}


@pytest.mark.parametrize("networks", [("stranger",), ("host",), ()])
def test_who_was_not_invited_sees_nothing_of_it(rows, networks):
    assert seen_by(person(*(rows[name] for name in networks))) == []


@pytest.mark.parametrize("role", [AccountRole.ADMINISTRATOR, AccountRole.FUNDER])
def test_administrators_and_funders_see_no_event(rows, role):
    assert seen_by(person(role=role)) == []


def test_the_chosen_network_has_its_own_invitations(rows):
    both = person(rows["guest"], rows["stranger"])
    assert seen_by(both, Scope(network_id=rows["guest"])) == [SHOWN]
    assert seen_by(both, Scope(network_id=rows["stranger"])) == []


def test_a_year_leaves_out_events_of_other_years(rows):
    assert seen_by(person(rows["guest"]), Scope(year=2017)) == [SHOWN]
    assert seen_by(person(rows["guest"]), Scope(year=2018)) == []


def test_an_event_that_is_listed_anyway_is_left_out(rows):
    everybody = person(everywhere=True)
    assert seen_by(everybody) == [SHOWN]
    assert seen_by(everybody, seen=[rows["host"]]) == []


def test_an_event_to_which_several_own_networks_are_invited_is_named_once(rows):
    with bare_session(write=True) as session:
        make_event_guest(session, session.get(Event, rows["event"]), session.get(Network, rows["stranger"]))
        session.commit()
    assert seen_by(person(rows["guest"], rows["stranger"])) == [SHOWN]


@pytest.mark.parametrize(("model", "name"), [(Event, "event"), (EventGuest, "invitation"), (Network, "host")])
def test_what_is_in_the_trash_is_gone_for_guests_too(rows, model, name):
    with bare_session(write=True) as session:
        with acting(session, "test") as recorder:
            recorder.trash(session.get(model, rows[name]))
        session.commit()
    assert seen_by(person(rows["guest"])) == []


def test_the_name_of_a_guest_that_the_host_does_not_see_stays_hidden(rows):
    with reading(person(rows["host"])) as session:
        assert guests(session, [rows["event"]]) == {rows["event"]: [(rows["invitation"], None)]}


def test_an_invitation_cannot_be_changed_through_it(rows):
    with pytest.raises(sa.exc.SQLAlchemyError), writing(person(rows["guest"])) as session:
        session.execute(sa.update(GuestEvent).values(title="taken over"))
    assert seen_by(person(rows["guest"])) == [SHOWN]
