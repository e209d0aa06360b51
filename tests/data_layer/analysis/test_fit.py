"""Which funding sources fit a micro project."""

from dataclasses import dataclass, fields
from datetime import date

import pytest

from data_layer.analysis.fit import VERDICTS, Aspect, Verdict, Why, fits
from data_layer.funding import Source


@dataclass
class Seeker:
    format: str = "informal_group"
    phase: str = "support"
    country: str | None = "DE"
    currency: str | None = "EUR"
    needed_minor: int | None = 100_000


def offer(**known):
    blank = dict.fromkeys(field.name for field in fields(Source))
    return Source(**{**blank, "id": 1, "funder": "County", "instrument": "grant", "recipients": 0, "formats": (), "phases": (), **known})


def why(aspect, seeker=None, **known):
    (fit,) = fits(seeker or Seeker(), [offer(**known)])
    return next(criterion.why for criterion in fit.criteria if criterion.aspect is aspect)


@pytest.mark.parametrize(
    ("is_", "asked", "expected"),
    [
        ("association", ("association", "ngo"), Why.ACCEPTED),
        ("informal_group", ("association",), Why.NOT_ACCEPTED),
        ("undecided", ("association",), Why.UNDECIDED),
        ("unknown", ("association",), Why.PROJECT_SILENT),
        ("association", (), Why.SOURCE_SILENT),
    ],
)
def test_form(is_, asked, expected):
    assert why(Aspect.FORMAT, Seeker(format=is_), formats=asked) is expected


@pytest.mark.parametrize(
    ("is_", "informal", "expected"),
    [
        ("informal_group", True, Why.INFORMAL_WELCOME),
        ("informal_group", False, Why.LEGAL_FORM_NEEDED),
        ("informal_group", None, Why.SOURCE_SILENT),
        ("undecided", False, Why.LEGAL_FORM_NEEDED),
        ("association", False, Why.LEGAL_FORM),
        ("association", None, Why.LEGAL_FORM),
        ("unknown", True, Why.INFORMAL_WELCOME),
        ("unknown", False, Why.PROJECT_SILENT),
        ("unknown", None, Why.SOURCE_SILENT),
        ("ended", False, Why.LEGAL_FORM_NEEDED),
    ],
)
def test_who_may_apply(is_, informal, expected):
    assert why(Aspect.WHO, Seeker(format=is_), open_to_informal=informal) is expected


@pytest.mark.parametrize(
    ("is_", "asked", "expected"),
    [
        ("support", ("support",), Why.ACCEPTED),
        ("needs", ("support",), Why.NOT_ACCEPTED),
        ("unknown", ("support",), Why.PROJECT_SILENT),
        ("support", (), Why.SOURCE_SILENT),
    ],
)
def test_phase(is_, asked, expected):
    assert why(Aspect.PHASE, Seeker(phase=is_), phases=asked) is expected


@pytest.mark.parametrize(
    ("is_", "asked", "expected"),
    [("DE", "DE", Why.ACCEPTED), ("DE", "SE", Why.NOT_ACCEPTED), (None, "SE", Why.PROJECT_SILENT), ("DE", None, Why.SOURCE_SILENT)],
)
def test_country(is_, asked, expected):
    assert why(Aspect.COUNTRY, Seeker(country=is_), country=asked) is expected


@pytest.mark.parametrize(
    ("needed", "low", "high", "expected"),
    [
        (1000, 500, 2000, Why.ACCEPTED),
        (1000, None, 1000, Why.ACCEPTED),
        (1000, 1001, None, Why.TOO_MUCH),
        (1000, None, 999, Why.TOO_LITTLE),
        (None, 1, 2, Why.PROJECT_SILENT),
        (1000, None, None, Why.SOURCE_SILENT),
    ],
)
def test_amount(needed, low, high, expected):
    assert why(Aspect.AMOUNT, Seeker(needed_minor=needed), amount_min=low, amount_max=high, currency="EUR") is expected


def test_amounts_of_two_currencies_are_not_compared():
    assert why(Aspect.AMOUNT, Seeker(currency="SEK"), amount_max=5, currency="EUR") is Why.OTHER_CURRENCY


@pytest.mark.parametrize(("days", "expected"), [(0, Why.OPEN), (-1, Why.PASSED), (None, Why.SOURCE_SILENT)])
def test_deadline(days, expected):
    assert why(Aspect.DEADLINE, deadline=None if days is None else date(2026, 1, 1), days=days) is expected


def test_an_unknown_is_never_a_misfit():
    (fit,) = fits(Seeker(format="unknown", phase="unknown", country=None, needed_minor=None), [offer()])
    assert {criterion.verdict for criterion in fit.criteria} == {Verdict.UNKNOWN}


def test_fewest_misfits_come_first_then_fewest_unknowns_then_names():
    rows = [
        offer(id=1, funder="Zebra"),
        offer(id=2, funder="Other country", country="SE"),
        offer(id=3, funder="Known", country="DE"),
        offer(id=4, funder="apple"),
    ]
    assert [fit.source.id for fit in fits(Seeker(), rows)] == [3, 4, 1, 2]


def test_every_reason_has_a_verdict():
    assert set(VERDICTS) == set(Why)
