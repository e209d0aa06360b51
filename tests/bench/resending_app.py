"""What Dash does by itself: a picture of a network whose filter sends all stakeholders and ties again. Our picture is held to it.

It shows what ours shows: names, a colour per sector, a line style per relation, arrows where a tie has a direction.
"""

import os

import dash_bootstrap_components as dbc
import dash_cytoscape
import sqlalchemy as sa
from dash import Dash, Input, Output, html

from data_layer.engine import bare_session, bind, make_engine
from data_layer.models import Stakeholder, Tie
from data_layer.vocabulary import Relation, Sector

NETWORK = int(os.environ["BENCH_NETWORK"])
EVERY = "every"
LINES = ("solid", "dashed", "dotted")


def _rows() -> tuple[list[Stakeholder], list[Tie]]:
    bind(make_engine(os.environ["BENCH_DATABASE"]))
    with bare_session() as session:
        members = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == NETWORK).order_by(Stakeholder.id)).all()
        ties = session.scalars(sa.select(Tie).where(Tie.network_id == NETWORK).order_by(Tie.id)).all()
        return list(members), list(ties)


MEMBERS, TIES = _rows()


def _elements(sector: str) -> list[dict[str, object]]:
    near = {member.id for member in MEMBERS if sector in (EVERY, member.sector)}
    near |= {end for tie in TIES for end in (tie.from_id, tie.to_id) if {tie.from_id, tie.to_id} & near}
    return [_node(member, member.id in near) for member in MEMBERS] + [
        _edge(tie, tie.from_id in near and tie.to_id in near) for tie in TIES
    ]


def _node(member: Stakeholder, near: bool) -> dict[str, object]:
    return {
        "data": {"id": str(member.id), "label": member.name, "kind": member.kind},
        "position": {"x": member.x, "y": member.y},
        "classes": f"{member.sector} {'' if near else 'far'}",
    }


def _edge(tie: Tie, near: bool) -> dict[str, object]:
    return {
        "data": {"id": f"t{tie.id}", "source": str(tie.from_id), "target": str(tie.to_id), "label": tie.relation},
        "classes": f"{tie.relation} {'directed' if tie.directed else ''} {'' if near else 'far'}",
    }


def _rule(selector: str, **style: object) -> dict[str, object]:
    return {"selector": selector, "style": {name.replace("_", "-"): value for name, value in style.items()}}


STYLE = [
    _rule("node", label="data(label)", width=14, height=14, font_size=8),
    _rule("edge", width=1, curve_style="bezier"),
    *(_rule(f".{sector}", background_color=f"hsl({27 * place}, 60%, 45%)") for place, sector in enumerate(Sector)),
    *(_rule(f".{relation}", line_style=LINES[place % len(LINES)]) for place, relation in enumerate(Relation)),
    _rule(".directed", target_arrow_shape="triangle"),
    _rule(".far", display="none"),
]

app = Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        dbc.Select([EVERY, *Sector], EVERY, id="sector"),
        dash_cytoscape.Cytoscape(
            id="graph",
            elements=_elements(EVERY),
            layout={"name": "preset"},
            stylesheet=STYLE,
            style={"width": "100%", "height": "700px"},
        ),
    ]
)
server = app.server


@app.callback(Output("graph", "elements"), Input("sector", "value"), prevent_initial_call=True)
def show_sector(sector: str) -> list[dict[str, object]]:
    """All of it again, hidden where it is not of this sector or tied to it."""
    return _elements(sector)


# Dash serves a script only after a document named it; of two workers the other one may be asked first.
with server.test_request_context("/"):
    app.index()
