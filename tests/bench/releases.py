"""The releases that are measured: all tables of all LENs with some stories and words, made and shared as leaders do it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar
from urllib.parse import urlencode

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.account import get_account
from data_layer.clock import today
from data_layer.models import FundingCase, Network
from data_layer.releases.asked import FROM, READERS, TITLE, TO, TOLD, WORD, read
from data_layer.releases.beside import offered_beside
from data_layer.releases.choosing import offer
from data_layer.releases.composing import preview, release
from data_layer.releases.link import make_link
from data_layer.releases.period import add_period, close_period, open_period

STORIES, WORDS = 12, 20
COMPOSING = "/outcomes/new"
LINK_PASSWORD = "looked at with care"
LINK_DAYS = 90
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shared:
    """A release and the one before it, the token of a link to it, a reporting period, and what the address of a further release says."""

    release: int
    earlier: int
    token: str
    period: int
    asked: dict[str, str]


def address_of(asked: dict[str, str]) -> str:
    """Where a leader looks at this release before it is made."""
    return f"{COMPOSING}?{urlencode({**asked, 'show': '1'})}"


def release_twice(session: Session, leader: str, funder: str) -> Shared:
    """Two releases by the leader for the funder (e-mail addresses): of the last year, then of all years."""
    asked = _asked(session, get_account(session, funder).id)
    year = int(asked[TO][:4])
    earlier = _made(session, asked | {TITLE: f"Outcomes {year}", FROM: f"{year}-01"}, leader)
    made = _made(session, asked, leader)
    token, _links = make_link(session, made, ends=today() + timedelta(days=LINK_DAYS), password=LINK_PASSWORD, time_zone="Europe/Berlin")
    return Shared(made, earlier, token, _period(session), asked | {TITLE: "Outcomes until summer", TO: f"{year}-06"})


def _asked(session: Session, reader: int) -> dict[str, str]:
    """All that is recorded, as the address says it; networks and tables that are not named are all of them."""
    decided = sa.select(sa.func.min(FundingCase.decided_first), sa.func.max(FundingCase.decided_last))
    first, last = session.execute(decided).one()
    beside = offered_beside(session, session.scalars(sa.select(Network.id)).all())
    return {
        TITLE: "Outcomes",
        FROM: f"{first.year}-01",
        TO: f"{last.year}-12",
        READERS: str(reader),
        TOLD: ",".join(str(project.id) for project in _spread(beside.projects, STORIES)),
        WORD: ",".join(word.key for word in _spread(beside.words, WORDS)),
    }


def _spread(offered: Sequence[T], number: int) -> Sequence[T]:
    return offered[:: max(1, len(offered) // number)][:number]


def _made(session: Session, asked: dict[str, str], leader: str) -> int:
    offered = offer(session)
    composition = read(asked, offered)
    seal = preview(session, offered, composition).seal
    return release(session, offered, composition, seal=seal, maker=get_account(session, leader).id).id


def _period(session: Session) -> int:
    """A reporting period that was closed and is open again, so that editing can be measured."""
    end = today()
    period = add_period(session, name="A past year", first=end - timedelta(days=730), last=end - timedelta(days=365))
    close_period(session, period)
    open_period(session, period, reason="Invented: a figure came late.")
    return period.id
