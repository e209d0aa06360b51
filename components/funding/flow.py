"""Who gave to whom, and how much of what a micro project got hangs on one source."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.flow import Node, Stage, Stream, flow
from components.charts.shares import Share, shares
from components.empty import empty
from components.formats import money, number, percent
from components.link import link
from components.table import Column, Row, table
from components.unknown import unknown


class Gift(Protocol):
    """What one funder gave one micro project; a giver or micro project of None stands for all that are not named."""

    @property
    def giver(self) -> str | None: ...
    @property
    def funder(self) -> str | None: ...
    @property
    def micro_project_id(self) -> int | None: ...
    @property
    def micro_project(self) -> str | None: ...
    @property
    def n(self) -> int: ...
    @property
    def cases(self) -> int: ...
    @property
    def unknown(self) -> bool: ...


class MoneyFlow(Protocol):
    """What was given in one currency in minor units, or (currency None) the number of cases that have no sum."""

    @property
    def currency(self) -> str | None: ...
    @property
    def given(self) -> Sequence[Gift]: ...
    @property
    def cases(self) -> int: ...
    @property
    def funders(self) -> int: ...
    @property
    def micro_projects(self) -> int: ...


class Dependence(Protocol):
    """How much of what a micro project got comes from its largest source; a share of None is unknown."""

    @property
    def micro_project_id(self) -> int: ...
    @property
    def micro_project(self) -> str: ...
    @property
    def network(self) -> str: ...
    @property
    def sources(self) -> int: ...
    @property
    def cases(self) -> int: ...
    @property
    def stated(self) -> int: ...
    @property
    def currencies(self) -> int: ...
    @property
    def largest(self) -> str | None: ...
    @property
    def share(self) -> float | None: ...
    @property
    def single(self) -> bool: ...


def money_flows(flows: Sequence[MoneyFlow]) -> Component:
    """One picture per currency, its ribbons as thick as the sums; last the cases without a sum, one thickness each."""
    if not flows:
        return empty(_("No money and no help in kind is recorded."))
    return html.Div([part for each in flows for part in (html.H3(_heading(each), className="flow-h"), _picture(each))])


def flows_now(flows: Sequence[MoneyFlow]) -> str:
    """Where what is stated in the main currency went, and how many cases state no sum."""
    stated = [each for each in flows if each.currency is not None]
    sentences = [_went(stated[0])] if stated else [_("No sum is stated, so nobody can tell who gave most.")]
    unstated = sum(each.cases for each in flows if each.currency is None)
    if stated and unstated:
        sentences.append(ngettext("One more case states no sum.", "%(num)s more cases state no sum.", unstated))
    return " ".join(sentences)


def gifts_table(flows: Sequence[MoneyFlow], *, caption: str) -> Component:
    """The ribbons as rows: from whom, to whom, how much."""
    rows: list[Row] = [
        [_funder(each, gift), _micro_project(each, gift), _sum(each, gift), number(gift.cases)] for each in flows for gift in each.given
    ]
    columns = [
        Column(_("From"), header=True),
        Column(_("To")),
        Column(_("Sum"), numeric=True),
        Column(_("Cases"), numeric=True),
    ]
    return table(columns, rows, caption=caption)


def shares_of_largest(lines: Sequence[Dependence], *, name: str) -> Component:
    """One bar per micro project; those that hang on one source are marked."""
    return shares([_share(line) for line in lines], name=name)


def dependence_table(lines: Sequence[Dependence], *, caption: str) -> Component:
    """The same as a table."""
    columns = [
        Column(_("Micro project"), header=True),
        Column(_("Network")),
        Column(_("Sources"), numeric=True),
        Column(_("Largest source")),
        Column(_("Its share"), numeric=True),
    ]
    return table(columns, [_dependence_row(line) for line in lines], caption=caption)


def dependence_now(lines: Sequence[Dependence], *, projects: int) -> str:
    """How many micro projects hang on one source, for how many the share is unknown, and how many have no case at all."""
    single, open_ = sum(line.single for line in lines), sum(line.share is None and not line.single for line in lines)
    sentences = [
        ngettext("One micro project hangs on one source.", "%(num)s micro projects hang on one source.", single)
        if single
        else _("No micro project is known to hang on one source.")
    ]
    if open_:
        sentences.append(ngettext("For one the shares are unknown.", "For %(num)s the shares are unknown.", open_))
    if projects > len(lines):
        without = projects - len(lines)
        sentences.append(
            ngettext("For one no money and no help in kind is recorded.", "For %(num)s no money and no help in kind is recorded.", without)
        )
    return " ".join(sentences)


def _went(each: MoneyFlow) -> str:
    projects = {gift.micro_project for gift in each.given}
    only = next(iter(projects))
    if len(projects) == 1 and only is not None:
        return _("All sums in %(currency)s went to one micro project: “%(project)s”.", currency=each.currency, project=only)
    return _(
        "The sums in %(currency)s went to %(projects)s, from %(funders)s.",
        currency=each.currency,
        projects=ngettext("one micro project", "%(num)s micro projects", each.micro_projects),
        funders=ngettext("one funder", "%(num)s funders", each.funders),
    )


def _heading(each: MoneyFlow) -> str:
    if each.currency is None:
        return ngettext("One case without a stated sum", "%(num)s cases without a stated sum", each.cases)
    return ngettext("One case with a sum in %(currency)s", "%(num)s cases with a sum in %(currency)s", each.cases, currency=each.currency)


def _picture(each: MoneyFlow) -> Component:
    funders = {f"from {gift.giver}": Node(f"from {gift.giver}", _funder(each, gift)) for gift in each.given}
    projects = {f"to {gift.micro_project_id}": Node(f"to {gift.micro_project_id}", _name(each, gift)) for gift in each.given}
    streams = [_stream(each, gift) for gift in each.given]
    stages = [Stage(_("Source"), _largest_first(funders, streams)), Stage(_("Micro project"), _largest_first(projects, streams))]
    words = _words(each.currency)
    return flow(stages, streams, unit=words, amount=words)


def _stream(each: MoneyFlow, gift: Gift) -> Stream:
    words = None
    if each.currency is None:
        cases = _words(None)(gift.cases)
        words = _("%(cases)s, sum unknown", cases=cases) if gift.unknown else _("%(cases)s, in kind", cases=cases)
    return Stream(f"from {gift.giver}", f"to {gift.micro_project_id}", gift.n, unknown=gift.unknown, words=words)


def _largest_first(nodes: dict[str, Node], streams: Sequence[Stream]) -> list[Node]:
    sizes = {key: sum(stream.n for stream in streams if key in (stream.source, stream.target)) for key in nodes}
    return sorted(nodes.values(), key=lambda node: (node.key.endswith(" None"), -sizes[node.key], node.label))


def _words(currency: str | None) -> Callable[[int], str]:
    if currency is None:
        return lambda n: ngettext("one case", "%(num)s cases", n)
    return lambda n: money(n, currency)


def _funder(each: MoneyFlow, gift: Gift) -> str:
    if gift.funder is not None:
        return gift.funder
    named = len({other.giver for other in each.given if other.giver is not None})
    return _("%(n)s other funders", n=number(each.funders - named))


def _name(each: MoneyFlow, gift: Gift) -> str:
    if gift.micro_project is not None:
        return gift.micro_project
    named = len({other.micro_project_id for other in each.given if other.micro_project_id is not None})
    return _("%(n)s other micro projects", n=number(each.micro_projects - named))


def _micro_project(each: MoneyFlow, gift: Gift) -> str | Component:
    name = _name(each, gift)
    return name if gift.micro_project_id is None else link(name, f"/micro-projects/{gift.micro_project_id}")


def _sum(each: MoneyFlow, gift: Gift) -> str | Component | None:
    if each.currency is not None:
        return money(gift.n, each.currency)
    return None if gift.unknown else _("in kind")


def _share(line: Dependence) -> Share:
    return Share(
        name=line.micro_project,
        href=f"/micro-projects/{line.micro_project_id}",
        place=line.network,
        value=1.0 if line.single else line.share,
        says=_says(line),
        rests_on=_rests_on(line),
        alone=line.single,
    )


def _says(line: Dependence) -> str:
    if line.single:
        return _("Hangs on one source")
    if line.share is not None:
        return _("%(part)s from the largest source", part=percent(line.share))
    return _("Share unknown")


def _rests_on(line: Dependence) -> str:
    if line.single:
        return _("%(source)s; the sum is unknown", source=line.largest) if line.stated < line.cases else line.largest or ""
    if line.share is not None:
        return _("%(source)s; %(n)s sources in all", source=line.largest, n=number(line.sources))
    if line.currencies > 1:
        return _("%(n)s sources, in several currencies", n=number(line.sources))
    return _(
        "%(n)s sources; a sum is stated in %(stated)s of %(cases)s cases",
        n=number(line.sources),
        stated=number(line.stated),
        cases=number(line.cases),
    )


def _dependence_row(line: Dependence) -> Row:
    return [
        link(line.micro_project, f"/micro-projects/{line.micro_project_id}"),
        line.network,
        number(line.sources),
        line.largest or unknown(),
        percent(1) if line.single else None if line.share is None else percent(line.share),
    ]
