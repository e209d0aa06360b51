"""The help page's list of contents and its entries."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.help.terms.entry import Entry, Group, Source
from components.link import link
from components.participation_steps import Step, shows_originals, steps
from components.table import Column, Row, table


def contents(groups: Sequence[Group]) -> html.Nav:
    """Links to all entries, by group."""
    lists = [
        html.Div([html.P(link(group.title, f"#{group.anchor}")), html.Ul([_content_line(entry) for entry in group.entries])])
        for group in groups
    ]
    return html.Nav(lists, className="contents", **{"aria-label": _("All words")})


def explained(groups: Sequence[Group]) -> list[Component]:
    """The groups with their entries; each entry has its anchor as id and can take the focus."""
    terms = {entry.anchor: entry.term for group in groups for entry in group.entries}
    rules = [(entry.anchor, entry.term) for group in groups for entry in group.entries if entry.counted]
    extras: Mapping[str, Sequence[Component]] = {"pyramid": [_steps_table()], "counting-rules": [_rules(rules)]}
    return [_group(group, terms, extras) for group in groups]


def _content_line(entry: Entry) -> Component:
    return html.Li(link(entry.term, f"#{entry.anchor}"))


def _group(group: Group, terms: Mapping[str, str], extras: Mapping[str, Sequence[Component]]) -> Component:
    heading = html.H2(group.title, id=group.anchor, tabIndex=-1)
    entries = [_entry(entry, terms, extras.get(entry.anchor, ())) for entry in group.entries]
    back = html.P(link(_("All words"), "#help-contents"), className="to-contents")
    return html.Section([heading, html.Dl(entries, className="terms"), back], className="ask", **{"aria-labelledby": group.anchor})


def _entry(entry: Entry, terms: Mapping[str, str], extra: Sequence[Component]) -> Component:
    original = [" ", html.Span(entry.original, lang="de", className="original")] if entry.original and shows_originals() else []
    meaning = [*(html.P(paragraph) for paragraph in entry.what), *([_parts(entry.parts)] if entry.parts else []), *extra]
    beside = [
        *([html.P([html.B(_("How it is counted:")), " ", entry.counted])] if entry.counted else []),
        *([html.P(_joined(_("Source:"), [_source(source) for source in entry.sources]))] if entry.sources else []),
        *([html.P(_joined(_("See also:"), [_see(anchor, terms) for anchor in entry.see]))] if entry.see else []),
    ]
    term = html.Dt([entry.term, *original], id=entry.anchor, tabIndex=-1)
    return html.Div([term, html.Dd(meaning), *([html.Dd(beside, className="beside")] if beside else [])], className="term")


def _parts(parts: Sequence[tuple[str, str]]) -> Component:
    return html.Ul([html.Li([html.B(name), ": ", meaning]) for name, meaning in parts])


def _joined(head: str, items: Sequence[Content]) -> list[Content]:
    joined: list[Content] = [head, " "]
    for place, item in enumerate(items):
        joined += ["; ", item] if place else [item]
    return joined


def _source(source: Source) -> Content:
    return _titled(source) if source.language is None else html.Span(_titled(source), lang=source.language)


def _titled(source: Source) -> Content:
    if source.address is None:
        return source.title
    if source.address.startswith("https://"):
        return link(source.title, source.address)
    return f"{source.title} ({source.address})"


def _see(anchor: str, terms: Mapping[str, str]) -> Component:
    return link(terms[anchor], f"#{anchor}")


def _rules(rules: Sequence[tuple[str, str]]) -> Component:
    links: list[Content] = [link(term, f"#{anchor}") for anchor, term in rules]
    return html.P(_joined(_("Each of these figures has its own rule:"), links))


def _steps_table() -> Component:
    columns = [Column(_("Step"), header=True), Column(_("Professionals’ side")), Column(_("Service users’ side"))]
    rows: list[Row] = [_step_row(step) for _number, step in sorted(steps().items(), reverse=True)]
    return table(columns, rows, caption=_("The titles of the seven steps"))


def _step_row(step: Step) -> Row:
    users = _title(step.users + ("*" if step.source_incomplete else ""), step.users_german)
    staff = _("no step") if step.staff is None or step.staff_german is None else _title(step.staff, step.staff_german)
    return [str(step.number), staff, users]


def _title(title: str, german: str) -> Component:
    original = [html.Br(), html.Small(german, lang="de")] if shows_originals() else []
    return html.Span([title, *original])
