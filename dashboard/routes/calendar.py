"""Dates of pilots for calendar programs: one address for each account, without a sign-in."""

from collections.abc import Iterable
from datetime import timedelta

from flask import Blueprint, Response, abort, request
from flask_babel import force_locale
from flask_babel import gettext as _
from icalendar import Calendar, Event

from dashboard.permissions import GRANTED, Permission
from data_layer.access import reading
from data_layer.accounts.calendar_feed import find_reader
from data_layer.clock import now
from data_layer.engine import bare_session
from data_layer.pilots.thing import Thing, dated_things
from data_layer.vocabulary import Language

blueprint = Blueprint("calendar", __name__)
LONGEST = 100
PROGRAM = "-//Local Empowerment Networks//Dashboard//EN"


@blueprint.get("/calendar/<token>.ics")
def calendar(token: str) -> Response:
    """What the account behind the token may see at this moment; the same 404 for every token that is not good."""
    with bare_session() as session:
        reader = find_reader(session, token) if len(token) <= LONGEST else None
    if reader is None or Permission.PILOT_READ not in GRANTED[reader.role]:
        abort(404)
    with reading(reader) as session:
        things = dated_things(session)
    with force_locale(reader.language or Language.ENGLISH.value):
        return Response(_written(things, request.host_url), mimetype="text/calendar")


def _written(things: Iterable[Thing], address: str) -> bytes:
    written = Calendar()
    written.add("prodid", PROGRAM)
    written.add("version", "2.0")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", _("Pilots"))
    for thing in things:
        written.add_component(_event(thing, address))
    return written.to_ical()


def _event(thing: Thing, address: str) -> Event:
    """A whole day without a time; nobody is busy because of it."""
    event = Event()
    event.add("uid", f"{thing.table}-{thing.id}@local-empowerment-networks")
    event.add("dtstamp", now())
    if thing.due is not None:
        event.add("dtstart", thing.due)
        event.add("dtend", thing.due + timedelta(days=1))
    event.add("summary", _("%(what)s (%(pilot)s)", what=thing.what, pilot=thing.pilot))
    who = [_("Who sees to it: %(who)s", who=thing.stakeholder)] if thing.stakeholder else []
    kind = _("Decision") if thing.table == "decision" else _("Task")
    event.add("description", "\n".join([f"{kind}, {thing.network}", *who]))
    event.add("url", f"{address}pilots/{thing.pilot_id}")
    event.add("transp", "TRANSPARENT")
    return event
