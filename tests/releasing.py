"""Releases for tests, stored as they are given: no figure is computed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from data_layer.accounts.account import get_account
from data_layer.action import acting
from data_layer.clock import now
from data_layer.models import Release, ReleaseReader
from data_layer.releases.released import FigureTable, NetworkLine, ReleasedTables, Tally, to_json

NOTHING = ReleasedTables(
    networks=(NetworkLine("Luleå", "SE", "migrants", ("migrants",)),),
    unclear=(),
    micro_projects=2,
    became=(Tally("cooperative", 1, 0), Tally("unknown", 1, 0)),
    phases=(Tally("start_up", 2, 1),),
    ends=(Tally("open", 2, 0),),
    money=(),
    gaps=(),
)


def persons(**rows: int | None) -> FigureTable:
    """A protected table of people by target group, without totals: `persons(migrants=25, youth=None)`."""
    cells = tuple((cell,) for cell in rows.values())
    return FigureTable("reached_by_group", "persons", "target_group", tuple(rows), None, (), False, cells)


def tables(*figures: FigureTable, **changes: Any) -> ReleasedTables:
    """The tables of a small release with these figures."""
    return replace(NOTHING, figures=figures, **changes)


def store_release(
    session: Session, released: ReleasedTables = NOTHING, *, readers: Sequence[str], title: str = "Spring", as_of: date = date(2026, 5, 1)
) -> int:
    """The id of a release that names the accounts with these e-mail addresses."""
    parameters = {"network_ids": [], "networks": len(released.networks), "micro_projects": released.micro_projects}
    with acting(session, "test") as action:
        release = action.insert(Release(title=title, as_of=as_of, made_at=now(), parameters=parameters, tables=to_json(released)))
        accounts = [get_account(session, email).id for email in readers]
        action.insert_all([ReleaseReader(release_id=release.id, account_id=account_id) for account_id in accounts])
    return release.id
