"""What funding cases say together: how far they came, totals per currency, who gave to whom, and what hangs on one source."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data_layer.funding import Case
from data_layer.vocabulary import CaseState


@dataclass(frozen=True, slots=True)
class Total:
    """Sums of one currency in minor units, each with the number of cases it is made of.

    Money that was handed on stands beside the sums, not in them: its first giver may be recorded too.
    """

    currency: str
    awarded: int
    awards: int
    received: int
    receipts: int
    handed_on: int
    regrants: int


@dataclass(frozen=True, slots=True)
class Given:
    """What one funder gave one micro project: an amount in minor units, or a number of cases where no sum is stated.

    A `giver` or `micro_project_id` of None stands for all that are not named. `unknown`: how much it was, nobody states.
    """

    giver: str | None
    funder: str | None
    micro_project_id: int | None
    micro_project: str | None
    n: int
    cases: int
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """What was given in one currency, or without a sum (currency None); `cases` is how many cases it is made of."""

    currency: str | None
    given: tuple[Given, ...]
    cases: int
    funders: int
    micro_projects: int


@dataclass(frozen=True, slots=True)
class Dependency:
    """How much of the money of one micro project comes from its largest source.

    All that one funder gives is one source. `share` is between 0 and 1; None where amounts are unknown or in several
    currencies, so that sources are counted instead. `largest` names the source with that share, or the only one.
    """

    micro_project_id: int
    micro_project: str
    network: str
    sources: int
    cases: int
    stated: int
    currencies: int
    largest: str | None
    share: float | None

    @property
    def single(self) -> bool:
        """Whether everything hangs on one source."""
        return self.sources == 1


def by_state(cases: Iterable[Case]) -> list[tuple[str, int]]:
    """How many cases stand in each state, in the order of the way from the idea to the end; unknown comes last."""
    counts = Counter(case.state for case in cases)
    return [(state.value, counts[state]) for state in CaseState]


def totals(cases: Iterable[Case]) -> list[Total]:
    """Sums per currency over what was given, the currency with most cases first. Help in kind is in none of them."""
    by_currency: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case.given and not case.in_kind and case.currency is not None:
            by_currency[case.currency].append(case)
    ordered = sorted(by_currency.items(), key=lambda item: (-len(item[1]), item[0]))
    found = [_total(currency, group) for currency, group in ordered]
    return [total for total in found if total.awards or total.receipts or total.regrants]


def _total(currency: str, cases: Sequence[Case]) -> Total:
    own = [case for case in cases if not case.regrant]
    awarded = [case.awarded for case in own if case.award_counts and case.awarded is not None]
    received = [case.received for case in own if case.received is not None]
    regrants = [case for case in cases if case.regrant and (case.award_counts or case.received is not None)]
    handed_on = [case.amount for case in regrants if case.amount is not None]
    return Total(currency, sum(awarded), len(awarded), sum(received), len(received), sum(handed_on), len(handed_on))


def without_amount(cases: Iterable[Case]) -> list[Case]:
    """The cases in which money was given and no source states how much."""
    return [case for case in cases if case.given and not case.in_kind and case.amount is None]


def largest(cases: Iterable[Case], currency: str) -> Case | None:
    """The case with the largest sum of a currency among several that state one; None where there are not several."""
    stated = [case for case in cases if case.given and case.currency == currency and case.amount and not case.regrant]
    return max(stated, key=lambda case: (case.amount or 0, -case.id)) if len(stated) > 1 else None


def flows(cases: Iterable[Case]) -> list[Flow]:
    """Who gave to whom: one flow per currency, the one with most cases first, and last what has no sum.

    Each side names its eight largest (five where there are many currencies); the others stand together under None.
    """
    groups: dict[str | None, list[Case]] = defaultdict(list)
    for case in cases:
        if case.given:
            groups[None if case.in_kind or case.amount is None else case.currency].append(case)
    ordered = sorted(groups.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
    most = 8 if len(ordered) <= 2 else 5
    return [_flow(currency, group, most) for currency, group in ordered]


def _flow(currency: str | None, cases: Sequence[Case], most: int) -> Flow:
    given: dict[tuple[str, int], Given] = {}
    for case in cases:
        n = 1 if currency is None else case.amount or 0
        key = case.giver, case.micro_project_id
        before = given.get(key, Given(case.giver, case.funder, case.micro_project_id, case.micro_project, 0, 0))
        unknown = before.unknown or (currency is None and not case.in_kind)
        given[key] = replace(before, n=before.n + n, cases=before.cases + 1, unknown=unknown)
    funders, projects = {funder for funder, _ in given}, {project for _, project in given}
    return Flow(currency, _gathered(list(given.values()), most), len(cases), len(funders), len(projects))


def _gathered(given: Sequence[Given], most: int) -> tuple[Given, ...]:
    funders, projects = _largest(given, lambda each: each.giver, most), _largest(given, lambda each: each.micro_project_id, most)
    merged: dict[tuple[str | None, int | None], Given] = {}
    for each in given:
        giver = each.giver if each.giver in funders else None
        project = each.micro_project_id if each.micro_project_id in projects else None
        shown = replace(
            each,
            giver=giver,
            funder=each.funder if giver else None,
            micro_project_id=project,
            micro_project=each.micro_project if project else None,
        )
        before = merged.get((giver, project))
        if before is not None:
            shown = replace(shown, n=before.n + each.n, cases=before.cases + each.cases, unknown=before.unknown or each.unknown)
        merged[giver, project] = shown
    return tuple(merged.values())


def _largest(given: Sequence[Given], key: Callable[[Given], str | int | None], most: int) -> set[str | int | None]:
    sizes: Counter[str | int | None] = Counter()
    for each in given:
        sizes[key(each)] += each.n
    if len(sizes) <= most + 1:
        return set(sizes)
    return {name for name, _n in sorted(sizes.items(), key=lambda item: (-item[1], str(item[0])))[:most]}


def dependencies(cases: Iterable[Case]) -> list[Dependency]:
    """One line per micro project that was given something: those that hang on one source first, then the largest shares."""
    groups: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        if case.given:
            groups[case.micro_project_id].append(case)
    found = [_dependency(group) for group in groups.values()]
    return sorted(found, key=lambda line: (not line.single, -(line.share or 0), line.micro_project, line.micro_project_id))


def _dependency(cases: Sequence[Case]) -> Dependency:
    money = [case for case in cases if not case.in_kind]
    names = {case.giver: case.funder for case in cases}
    currencies = {case.currency for case in money if case.amount is not None}
    known = bool(money) and len(currencies) == 1 and all(case.amount is not None for case in money)
    sums = _by_giver(money) if known else {}
    most = max(sums, key=lambda giver: sums[giver], default=None)
    total = sum(sums.values())
    only = next(iter(names)) if len(names) == 1 else most
    return Dependency(
        micro_project_id=cases[0].micro_project_id,
        micro_project=cases[0].micro_project,
        network=cases[0].network,
        sources=len(names),
        cases=len(cases),
        stated=sum(case.amount is not None for case in money),
        currencies=len(currencies),
        largest=None if only is None else names[only],
        share=sums[most] / total if most is not None and total else None,
    )


def _by_giver(cases: Sequence[Case]) -> Mapping[str, int]:
    sums: Counter[str] = Counter()
    for case in cases:
        sums[case.giver] += case.amount or 0
    return sums
