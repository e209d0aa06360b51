"""Which funding sources fit a micro project, criterion by criterion, with what speaks for it and what against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from data_layer.funding import Source
from data_layer.vocabulary import OrganisationalFormat, Phase

# Without a legal form, or not known yet to have one.
INFORMAL = (OrganisationalFormat.INFORMAL_GROUP, OrganisationalFormat.UNDECIDED)


class Aspect(StrEnum):
    """What a source may ask for."""

    FORMAT = "format"
    WHO = "who"
    PHASE = "phase"
    COUNTRY = "country"
    AMOUNT = "amount"
    DEADLINE = "deadline"


class Verdict(StrEnum):
    """Whether a criterion fits; `UNKNOWN`: the source or the micro project does not say."""

    FITS = "fits"
    MISFITS = "misfits"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """The reason of a verdict, for which the page has a sentence."""

    ACCEPTED = "accepted"  # what the micro project is, is among what the source asks for
    NOT_ACCEPTED = "not_accepted"
    SOURCE_SILENT = "source_silent"
    PROJECT_SILENT = "project_silent"
    UNDECIDED = "undecided"
    INFORMAL_WELCOME = "informal_welcome"
    LEGAL_FORM = "legal_form"
    LEGAL_FORM_NEEDED = "legal_form_needed"
    TOO_LITTLE = "too_little"
    TOO_MUCH = "too_much"
    OTHER_CURRENCY = "other_currency"
    OPEN = "open"
    PASSED = "passed"


class Seeker(Protocol):
    """A micro project that looks for money; `needed_minor` in minor units of its currency."""

    @property
    def format(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def needed_minor(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Criterion:
    """One aspect of a source, whether it fits, and why."""

    aspect: Aspect
    verdict: Verdict
    why: Why


@dataclass(frozen=True, slots=True)
class Fit:
    """A source and its criteria, in the order of `Aspect`."""

    source: Source
    criteria: tuple[Criterion, ...]

    def count(self, verdict: Verdict) -> int:
        """How many criteria have this verdict."""
        return sum(criterion.verdict is verdict for criterion in self.criteria)


def fits(seeker: Seeker, offers: Iterable[Source]) -> list[Fit]:
    """Each source judged for the micro project: the fewest misfits first, then the fewest unknowns, then by name.

    Nothing is weighed: an unknown is a question to ask, not half a misfit.
    """
    found = [Fit(offer, tuple(_criteria(seeker, offer))) for offer in offers]
    return sorted(found, key=lambda fit: (fit.count(Verdict.MISFITS), fit.count(Verdict.UNKNOWN), fit.source.funder.lower(), fit.source.id))


def _criteria(seeker: Seeker, offer: Source) -> Iterable[Criterion]:
    judged = {
        Aspect.FORMAT: _format(seeker, offer),
        Aspect.WHO: _who(seeker, offer),
        Aspect.PHASE: _phase(seeker, offer),
        Aspect.COUNTRY: _country(seeker, offer),
        Aspect.AMOUNT: _amount(seeker, offer),
        Aspect.DEADLINE: _deadline(offer),
    }
    return (Criterion(aspect, VERDICTS[why], why) for aspect, why in judged.items())


def _format(seeker: Seeker, offer: Source) -> Why:
    if not offer.formats:
        return Why.SOURCE_SILENT
    if seeker.format == OrganisationalFormat.UNKNOWN:
        return Why.PROJECT_SILENT
    if seeker.format in offer.formats:
        return Why.ACCEPTED
    return Why.UNDECIDED if seeker.format == OrganisationalFormat.UNDECIDED else Why.NOT_ACCEPTED


def _who(seeker: Seeker, offer: Source) -> Why:
    if offer.open_to_informal:
        return Why.INFORMAL_WELCOME
    if seeker.format == OrganisationalFormat.UNKNOWN:
        return Why.SOURCE_SILENT if offer.open_to_informal is None else Why.PROJECT_SILENT
    if seeker.format == OrganisationalFormat.ENDED:
        return Why.LEGAL_FORM_NEEDED
    if seeker.format not in INFORMAL:
        return Why.LEGAL_FORM
    return Why.SOURCE_SILENT if offer.open_to_informal is None else Why.LEGAL_FORM_NEEDED


def _phase(seeker: Seeker, offer: Source) -> Why:
    if not offer.phases:
        return Why.SOURCE_SILENT
    if seeker.phase == Phase.UNKNOWN:
        return Why.PROJECT_SILENT
    return Why.ACCEPTED if seeker.phase in offer.phases else Why.NOT_ACCEPTED


def _country(seeker: Seeker, offer: Source) -> Why:
    if offer.country is None:
        return Why.SOURCE_SILENT
    if seeker.country is None:
        return Why.PROJECT_SILENT
    return Why.ACCEPTED if seeker.country == offer.country else Why.NOT_ACCEPTED


def _amount(seeker: Seeker, offer: Source) -> Why:
    if offer.amount_min is None and offer.amount_max is None:
        return Why.SOURCE_SILENT
    if seeker.needed_minor is None:
        return Why.PROJECT_SILENT
    if seeker.currency != offer.currency:
        return Why.OTHER_CURRENCY
    if offer.amount_min is not None and seeker.needed_minor < offer.amount_min:
        return Why.TOO_MUCH
    if offer.amount_max is not None and seeker.needed_minor > offer.amount_max:
        return Why.TOO_LITTLE
    return Why.ACCEPTED


def _deadline(offer: Source) -> Why:
    if offer.deadline is None or offer.days is None:
        return Why.SOURCE_SILENT
    return Why.OPEN if offer.days >= 0 else Why.PASSED


VERDICTS = {
    **dict.fromkeys((Why.ACCEPTED, Why.INFORMAL_WELCOME, Why.LEGAL_FORM, Why.OPEN), Verdict.FITS),
    **dict.fromkeys((Why.NOT_ACCEPTED, Why.LEGAL_FORM_NEEDED, Why.TOO_LITTLE, Why.TOO_MUCH, Why.PASSED), Verdict.MISFITS),
    **dict.fromkeys((Why.SOURCE_SILENT, Why.PROJECT_SILENT, Why.UNDECIDED, Why.OTHER_CURRENCY), Verdict.UNKNOWN),
}
