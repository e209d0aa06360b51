"""The invented catalogue of funding sources, and the cases of micro projects with what arrived."""

from random import Random

from data_layer.action import Recorder
from data_layer.models import FundingCase, FundingSource, MicroProject, Receipt
from data_layer.vocabulary import CaseState, Effort, Instrument, Payment
from tests.bench.days import fields, some_day, vague
from tests.bench.generated_network import SOURCE

CURRENCIES = ["EUR", "EUR", "EUR", "SEK", "DKK", "PLN"]


def add_sources(recorder: Recorder, random: Random, number: int) -> list[FundingSource]:
    """Add the catalogue; returns it."""
    sources = [_source(random, place) for place in range(number)]
    recorder.insert_all(sources)
    return sources


def add_cases(recorder: Recorder, random: Random, projects: list[MicroProject], sources: list[FundingSource], number: int) -> None:
    """Add `number` cases spread over the micro projects, and receipts for those that were paid."""
    cases = [_case(random, projects[place % len(projects)], random.choice(sources)) for place in range(number)]
    recorder.insert_all(cases)
    paid = [case for case in cases if case.state in (CaseState.RECEIVED, CaseState.ENDED) and case.awarded_minor]
    recorder.insert_all([receipt for case in paid for receipt in _receipts(random, case)])


def _source(random: Random, place: int) -> FundingSource:
    low = random.choice([None, 50_000, 100_000, 500_000])
    return FundingSource(
        funder=f"Funder {place // 2 + 1:02}",
        name=f"Programme {place + 1:02}",
        instrument=random.choice(list(Instrument)),
        who_may_apply="Associations and groups without legal form",
        open_to_informal=random.choice([None, True, False]),
        country=random.choice([None, "DE", "SE", "FI"]),
        currency="EUR" if low else None,
        amount_min_minor=low,
        amount_max_minor=low * random.randint(2, 40) if low else None,
        effort=random.choice([None, *Effort]),
        plain_language=random.choice([None, True, False]),
        paid=random.choice([None, *Payment]),
        deadline=random.choice([None, some_day(random)]),
        source=SOURCE,
    )


def _case(random: Random, project: MicroProject, source: FundingSource) -> FundingCase:
    state = random.choice(list(CaseState))
    currency = random.choice([None, *CURRENCIES])
    applied = random.randint(500, 60_000) * 100
    awarded = state in (CaseState.AWARDED, CaseState.RECEIVED, CaseState.ENDED)
    first = some_day(random)
    return FundingCase(
        network_id=project.network_id,
        micro_project_id=project.id,
        funding_source_id=source.id,
        what_for="rent and tools",
        state=state,
        currency=currency,
        applied_minor=applied if currency else None,
        awarded_minor=round(applied * random.uniform(0.3, 1.0)) if currency and awarded else None,
        source=SOURCE,
        **fields("applied", vague(random, first, unknown=0.3)),
        **fields("decided", vague(random, some_day(random, after=first), unknown=0.4)),
    )


def _receipts(random: Random, case: FundingCase) -> list[Receipt]:
    parts = random.randint(1, 3)
    return [
        Receipt(
            network_id=case.network_id,
            funding_case_id=case.id,
            currency=case.currency,
            amount_minor=max(1, case.awarded_minor // parts),
            source=SOURCE,
            **fields("day", vague(random, some_day(random), unknown=0.2)),
        )
        for _part in range(parts)
    ]
