"""Amounts of money as people write them."""

import re
from decimal import Decimal

from data_layer.problem import Problem
from data_layer.whole_number import LARGEST

# Money is kept in the hundredth part of its currency.
MINOR = 100
SPACES = re.compile("[\\s'\u2019\u00a0\u202f]")
PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", re.ASCII)
COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", re.ASCII)
TWO_WAYS = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)


def parse_amount(text: str) -> int:
    """Hundredths of "2500", "2500.5", "2 500,00", "2.500,00" or "2,500.00".

    Raises Problem: "amount_two_ways" for "2.500", which could be either; "amount_unreadable" for anything else, also for an amount that
    nothing costs.
    """
    plain = SPACES.sub("", text)
    if TWO_WAYS.fullmatch(plain):
        raise Problem("amount_two_ways", value=text, point=plain[:-4] + plain[-3:])
    if POINTS.fullmatch(plain):
        plain = plain.replace(".", "")
    elif COMMAS.fullmatch(plain):
        plain = plain.replace(",", "")
    if not PLAIN.fullmatch(plain):
        raise Problem("amount_unreadable", value=text)
    minor = Decimal(plain.replace(",", ".")) * MINOR
    if minor >= LARGEST:
        raise Problem("amount_unreadable", value=text)
    return int(minor)


def amount_text(minor: int | None) -> str | None:
    """The amount as `parse_amount` reads it, always with two decimals; None for an unknown one."""
    return None if minor is None else f"{minor // MINOR}.{minor % MINOR:02}"
