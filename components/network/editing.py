"""What those who may edit find beside the picture: the switch for mapping, and the buttons of rows; assets/network-edit listens."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.ids import Ids
from components.network.terms import Bond, Who
from components.network.tie_words import direction_from, tie_words


def map_switch(ids: Ids) -> Component:
    """The switch, and what it uncovers: off at first, so that nobody moves anything by accident."""
    return html.Button(_("Map"), id=str(ids("map")), type="button", className="btn map-switch", **{"aria-pressed": "false"})


def map_tools(ids: Ids, network_id: int) -> Component:
    """What can be done while mapping, and a line that says what the next click does."""
    hints = {
        "data-idle": _(
            "Drag stakeholders to their places, several at once with Shift and a click. With the keyboard, choose one by its name and"
            " press arrow keys in the picture; Shift makes bigger steps. Click a tie to change it, or"
            " choose it in the panel of a stakeholder."
        ),
        "data-first": _("Choose the first stakeholder of the tie: click it, or find it by its name. Escape ends drawing."),
        "data-second": _("Choose the second one for the tie from %(name)s, or drag from one to the other.", name="{name}"),
    }
    buttons = [
        html.Button(_("Add a stakeholder"), type="button", className="btn", **{"data-form": f"stakeholder?network={network_id}"}),
        html.Button(_("Draw a tie"), id=str(ids("draw")), type="button", className="btn", **{"aria-pressed": "false"}),
        html.Button(_("New Net-Map"), type="button", className="btn", **net_map_of(network_id)),
        html.Button(_("Arrange anew"), id=str(ids("arrange")), type="button", className="btn"),
    ]
    return html.Div(
        [html.Div(buttons, className="btn-row"), html.P(id=str(ids("hint")), className="small", role="status", **hints)],
        id=str(ids("mapping")),
        className="map-tools",
        hidden=True,
        **{"data-network": str(network_id)},
    )


def net_map_of(network_id: int, net_map_id: int | None = None) -> dict[str, str]:
    """The attributes of a button that opens a mapping of a network, a new one without an id."""
    return {"data-net-map": f"{network_id}" if net_map_id is None else f"{network_id}?mapping={net_map_id}"}


def stakeholder_buttons(who: Who, network_id: int) -> Component:
    """Change a stakeholder, give it a tie, place it in the picture."""
    return html.Div(
        [
            _button(_("Edit"), who.name, **{"data-form": f"stakeholder/{who.id}"}),
            _button(_("Add a tie"), who.name, **{"data-form": f"tie?network={network_id}&from={who.id}"}),
            _button(_("Place it"), who.name, **{"data-arrange": str(who.id)}),
        ],
        className="row-buttons",
    )


def tie_choice(stakeholder_id: int, ties: Sequence[Bond], names: Mapping[int, str]) -> Component:
    """All ties of a stakeholder as buttons that choose one, in the order of the other ends' names."""
    lines = sorted(((names[_other(tie, stakeholder_id)], tie) for tie in ties), key=lambda line: (line[0], line[1].id))
    buttons = [
        html.Button(
            f"{tie_words(tie.relation, direction_from(tie, stakeholder_id))} {other}",
            type="button",
            className="btn-plain",
            **{"data-tie": str(tie.id)},
        )
        for other, tie in lines
    ]
    summary = html.Summary(_("Choose a tie to change it"))
    return html.Details([summary, html.Ul([html.Li(button) for button in buttons], className="choose-tie")], className="more")


def _other(tie: Bond, stakeholder_id: int) -> int:
    return tie.to_id if tie.from_id == stakeholder_id else tie.from_id


def tie_buttons(tie: Bond, names: Mapping[int, str], *, listed: bool = False) -> Component:
    """Change a tie, say when it ended, put it into the trash; `listed`: away from the picture, where it can be shown."""
    spoken = f"{names[tie.from_id]} – {names[tie.to_id]}"
    return html.Div(
        [
            *([_button(_("Show it"), spoken, **{"data-tie": str(tie.id)})] if listed else []),
            _button(_("Edit"), spoken, **{"data-form": f"tie/{tie.id}"}),
            _button(_("End it"), spoken, **{"data-end": str(tie.id)}),
            _button(_("Move to the trash"), spoken, **{"data-trash": f"tie/{tie.id}"}),
        ],
        className="row-buttons",
    )


def answer_buttons(position_id: int, name: str) -> Component:
    """Change what one mapping says of one stakeholder."""
    return html.Div([_button(_("Edit"), name, **{"data-form": f"position/{position_id}"})], className="row-buttons")


def _button(words: str, spoken: str, **data: str) -> Component:
    return html.Button([words, html.Span(f": {spoken}", className="sr")], type="button", className="btn-plain", **data)
