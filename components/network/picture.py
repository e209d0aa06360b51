"""The picture of a network with its tools, its legend and its panel; assets/network draws it and acts on it."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
import dash_cytoscape
from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.filters import Choice, pick
from components.formats import number
from components.ids import Ids
from components.marks import CATEGORY_OF_SECTOR, category_mark, key
from components.network.drawing import CATEGORY_OF_ROLE, GROUPS, community_names
from components.network.editing import map_switch, map_tools
from components.network.terms import Bond, Counts, Mapped, Measure
from components.vocabulary import label, labels

LOOK = "network-look"


def picture(
    ids: Ids,
    *,
    drawing: Mapping[str, Any],
    measures: Mapping[str, str],
    status: str,
    legend: Component,
    panel: Content,
    focus: int | None,
    network_id: int | None = None,
) -> html.Div:
    """The card: tools above, canvas, legend below, panel beside; `status` says how much is shown.

    With `network_id` for those who may change the network.
    """
    switch, tools = ([map_switch(ids)], [map_tools(ids, network_id)]) if network_id is not None else ([], [])
    canvas = html.Div(
        [
            html.Div(
                [_search(ids), html.P(status, id=ids("status"), className="small", role="status"), _zoom_buttons(), *switch],
                className="net-tools",
            ),
            *tools,
            html.Div(_canvas(ids, drawing["network"]), className="net-stage"),
            legend,
        ],
        className="net-canvas",
    )
    stores = [
        dcc.Store(id=ids("drawing"), data=drawing),
        dcc.Store(id=ids("measures"), data=measures),
        dcc.Store(id=ids("focus"), **({} if focus is None else {"data": focus})),
    ]
    aside = html.Aside(
        listed(panel), id=ids("panel"), className="panel", **{"aria-label": _("The chosen stakeholder"), "aria-live": "polite"}
    )
    return html.Div([canvas, aside, *stores], className="net")


def _search(ids: Ids) -> Component:
    find = str(ids("find"))
    return html.Div(
        [
            html.Label(_("Find a stakeholder"), htmlFor=find, className="sr"),
            dbc.Input(id=find, type="search", placeholder=_("Find a stakeholder"), autocomplete="off", class_name="field"),
            html.Ul(id=ids("found"), className="found", role="listbox", hidden=True, **{"aria-label": _("Stakeholders of this name")}),
        ],
        className="find",
    )


def _canvas(ids: Ids, network: str) -> list[Component]:
    """The stage: a group that the arrow keys move, and in it the picture, which Cytoscape draws."""
    described = _("Picture of the network %(network)s. What it shows stands in the sentence and the tables below it.", network=network)
    graph = dash_cytoscape.Cytoscape(id=ids("graph"), elements=[], layout={"name": "preset"}, autoungrabify=True, style={})
    return [
        html.Div(
            html.Div(graph, id=ids("canvas"), className="net-picture", role="img", **{"aria-label": described}),
            className="net-keys",
            role="group",
            tabIndex=0,
            **{"aria-label": _("Picture of the network; arrow keys move it, plus and minus zoom, 0 shows all, Escape ends a choice")},
        )
    ]


def _zoom_buttons() -> Component:
    words = {"in": _("Closer"), "out": _("Farther"), "all": _("Whole network")}
    buttons = [html.Button(text, type="button", className="btn-plain", **{"data-zoom": way}) for way, text in words.items()]
    return html.Div(buttons, className="net-zoom")


def save_buttons() -> list[Component]:
    """The two downloads of the picture, which the browser makes itself."""
    words = {"png": _("Save as PNG"), "svg": _("Save as SVG")}
    return [html.Button(text, type="button", className="btn-plain", **{"data-save": form}) for form, text in words.items()]


def status(counts: Counts, *, members: int, ties: int, undated: int | None) -> str:
    """How much of the network is shown; `undated` is how many ties stay because they have no date, None where no year is chosen."""
    if (counts.stakeholders, counts.ties) == (members, ties):
        people = ngettext("One stakeholder", "%(num)s stakeholders", members)
        bonds = ngettext("one tie", "%(num)s ties", ties) if ties else _("no tie")
    else:
        people = _("%(n)s of %(all)s stakeholders", n=number(counts.stakeholders), all=number(members))
        bonds = _("%(n)s of %(all)s ties", n=number(counts.ties), all=number(ties))
    dated = ngettext("; one tie without a date stays", "; %(num)s ties without a date stay", undated) if undated else ""
    return _("%(people)s, %(ties)s%(undated)s", people=people, ties=bonds, undated=dated)


def legend(
    ids: Ids, *, drawing: Mapping[str, Any], groups: Component, sizes: Component, colour: str, size: str, ties: Sequence[Bond], mapped: bool
) -> Component:
    """What shape, colour, size and lines stand for; `colour` and `size` are what is chosen now; `mapped`: somebody's influence is known."""
    codes = drawing["codes"]
    roles = {code: CATEGORY_OF_ROLE[code] for code in codes["role"]}
    blank = {"sector": any(row[2] < 0 for row in drawing["members"]), "role": any(row[4] < 0 for row in drawing["members"])}
    keys = [
        html.Div(
            _category_key("sector", {code: CATEGORY_OF_SECTOR.get(code, 0) for code in codes["sector"]}, blank["sector"]),
            className="by-sector",
        ),
        html.Div(_category_key("stakeholder_role", roles, blank["role"]), className="by-role"),
        html.Div(groups, id=ids("groups"), className="by-group"),
    ]
    return html.Div(
        [
            html.Div(
                _look_line(colour, size, mapped=mapped),
                className="look-line",
                role="group",
                **{"aria-label": _("What shape, colour and size show")},
            ),
            *keys,
            html.Div(sizes, id=ids("sizes")),
            _line_key(codes["relation"], ties, twins=bool(drawing["twins"])),
        ],
        id=ids("legend"),
        className="net-legend",
        **{"data-colour": colour, "data-size": size},
    )


def _look_line(colour: str, size: str, *, mapped: bool) -> list[Component]:
    colours = [("sector", _("the sector")), ("role", _("the role in the network")), ("group", _("who is closely tied (communities)"))]
    sizes = [
        ("hub", _("direct ties")),
        ("bridge", _("standing between others")),
        ("connector", _("ties to other sectors")),
        *([("influence", _("influence as mapped"))] if mapped else []),
        ("same", _("nothing")),
    ]
    return [
        html.Span(_("Shape and colour show")),
        pick(Choice("colour", _("Shape and colour"), colours, colour, "sector", LOOK)),
        html.Span(_("size shows")),
        pick(Choice("size", _("Size"), sizes, size, "hub", LOOK)),
    ]


def _category_key(vocabulary: str, marks: Mapping[str, int], blank: bool) -> Component:
    entries: list[tuple[Content | None, Content]] = [(category_mark(mark), label(vocabulary, code)) for code, mark in marks.items()]
    if blank:
        entries.append((category_mark(0), label(vocabulary, None)))
    return key(entries, name=_("Shapes and colours"))


def group_key(measured: Sequence[Measure]) -> Component:
    """The communities: how many are in each and around whom, the largest first."""
    names = community_names(measured)
    entries: list[tuple[Content | None, Content]] = [(category_mark(place + 1), name) for place, name in enumerate(names[:GROUPS])]
    if len(names) > GROUPS:
        entries.append((category_mark(0), ngettext("one smaller group", "%(num)s smaller groups", len(names) - GROUPS)))
    elif any(one.community is None for one in measured):
        entries.append((category_mark(0), _("no tie")))
    return key(entries, name=_("Communities"))


def size_key(measured: Sequence[Measure], positions: Mapping[int, Mapped]) -> Component:
    """What the smallest and the largest shape stand for, once for each measure; the style sheet shows the one that is chosen."""
    most = {
        "hub": ngettext("one direct tie", "%(num)s direct ties", max((one.hub for one in measured), default=0)),
        "bridge": ngettext("between one pair", "between %(num)s pairs", round(max((one.bridge for one in measured), default=0))),
        "connector": ngettext("one other sector", "%(num)s other sectors", max((one.connector for one in measured), default=0)),
    }
    influence = [seen.influence for seen in positions.values() if seen.influence is not None]
    if influence:
        most["influence"] = _("influence of %(n)s; not mapped: small too", n=number(max(influence)))
    entries = [_sizes(measure, words) for measure, words in most.items()]
    return html.Div(entries, className="size-key")


def _sizes(measure: str, words: str) -> Component:
    marks = html.Span([html.I(), html.I(), html.I()], className="growing", **{"aria-hidden": "true"})
    return html.P([marks, html.Span(_("small: none or few; large: %(most)s", most=words))], className=f"size-{measure}")


def _line_key(relations: Sequence[str], ties: Sequence[Bond], *, twins: bool) -> Component:
    words = labels("relation")
    entries: list[tuple[Content | None, Content]] = [(_line(f"line-{code}"), words[code]) for code in relations]
    if any(tie.directed for tie in ties):
        entries.append((_line("line-arrow"), _("from one to the other")))
    if any(tie.confirmed for tie in ties):
        entries += [(_line("line-confirmed"), _("confirmed by both sides")), (_line("line-one-side"), _("by one side or a document"))]
    if twins:
        entries.append((_line("line-twin"), _("perhaps the same")))
    return key(entries, name=_("Lines"))


def _line(class_name: str) -> Component:
    return html.Span(className=f"line-mark {class_name}", **{"aria-hidden": "true"})
