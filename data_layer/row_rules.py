"""What rows of networks, projects, money, readings and accounts must be like, said as a `Problem`."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from data_layer import vocabulary as words
from data_layer.models import Account, Assessment, FundingCase, FundingSource, Need, Network, Note, PhaseChange, Stakeholder, Tie
from data_layer.problem import Problem

PHASES = list(words.Phase)
LINK_SCHEMES = {"http", "https"}
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
CURRENCY = re.compile(r"[A-Z]{3}")
COUNTRY = re.compile(r"[A-Z]{2}")


def country(row: Any) -> None:
    """A country is two capital letters."""
    if row.country is not None and not COUNTRY.fullmatch(row.country):
        raise Problem("country", "country", value=row.country)


def time_zone(row: Network) -> None:
    """A time zone is one that the computer knows."""
    if row.time_zone is None:
        return
    try:
        ZoneInfo(row.time_zone)
    except (LookupError, ValueError, OSError):
        raise Problem("time_zone", "time_zone", value=row.time_zone) from None


def website(row: Stakeholder) -> None:
    """A website is an address of the web."""
    if row.website is not None and _scheme(row.website.strip()) not in LINK_SCHEMES:
        raise Problem("website", "website", value=row.website)


def _scheme(address: str) -> str | None:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return None


def between(*fields: str, low: int, high: int | None = None) -> Callable[[Any], None]:
    """Each of these fields, where it is known, is not under `low` and not over `high`."""

    def rule(row: Any) -> None:
        for field in fields:
            value = getattr(row, field)
            if value is not None and (value < low or (high is not None and value > high)):
                raise Problem("out_of_range", field, value=value, low=low, high=high)

    return rule


def two_ends(row: Tie) -> None:
    """A tie has two different ends."""
    if row.from_id == row.to_id:
        raise Problem("tie_to_itself", "to_id")


def became(row: Need) -> None:
    """A micro project stands only with a need that became one."""
    if row.micro_project_id is not None and row.status != words.NeedStatus.MICRO_PROJECT:
        raise Problem("need_status", "status")


def forward_or_reason(row: PhaseChange) -> None:
    """A step that does not lead forward has a reason."""
    forward = PHASES.index(words.Phase(row.to_phase)) > PHASES.index(words.Phase(row.from_phase or words.Phase.UNKNOWN))
    if not forward and not (row.reason or "").strip():
        raise Problem("step_back_needs_reason", "reason")


def currency(*amounts: str) -> Callable[[Any], None]:
    """A currency is three capital letters, and is there where one of these amounts is."""

    def rule(row: Any) -> None:
        if row.currency is not None and not CURRENCY.fullmatch(row.currency):
            raise Problem("currency_code", "currency", value=row.currency)
        if row.currency is None and any(getattr(row, amount) is not None for amount in amounts):
            raise Problem("currency_missing", "currency")

    return rule


def amount_range(row: FundingSource) -> None:
    """The largest amount is not under the smallest."""
    if row.amount_min_minor is not None and row.amount_max_minor is not None and row.amount_max_minor < row.amount_min_minor:
        raise Problem("amount_range", "amount_max_minor")


def in_kind(row: FundingCase) -> None:
    """What is given in kind has a quantity and a unit."""
    if (row.in_kind_quantity is None) != (row.in_kind_unit is None):
        raise Problem("in_kind", "in_kind_unit")


def levels(row: Assessment) -> None:
    """Service users have seven steps, professionals six."""
    top = 7 if row.side == words.Side.USERS else 6
    if row.level_to == 7 and top == 6:
        raise Problem("level_seven", "level_to")
    if not 1 <= row.level_from <= row.level_to <= top:
        raise Problem("level_range", "level_from", top=top)


def conflict(row: Note) -> None:
    """A conflict names the other value."""
    if row.kind == words.NoteKind.CONFLICT and not row.other_value:
        raise Problem("conflict_value", "other_value")


def account(row: Account) -> None:
    """An address in small letters; only coordinators and leaders have all networks."""
    if not EMAIL.fullmatch(row.email) or row.email != row.email.lower():
        raise Problem("email", "email", value=row.email)
    if row.all_networks and row.role not in (words.AccountRole.COORDINATOR, words.AccountRole.LEADER):
        raise Problem("role_without_networks", "all_networks", role=row.role)
