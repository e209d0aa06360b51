"""What Dash does by itself: a picture of a network whose filter sends all stakeholders and ties again. Our picture is held to it."""

import os

import dash_bootstrap_components as dbc
import dash_cytoscape
import sqlalchemy as sa
from dash import Dash, Input, Output, html

from data_layer.engine import bare_session, bind, make_engine
from data_layer.models import Stakeholder, Tie
from data_layer.vocabulary import Sector

NETWORK = int(os.environ["BENCH_NETWORK"])
EVERY = "every"


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
    nodes = [
        {
            "data": {"id": str(member.id), "label": member.name},
            "position": {"x": member.x, "y": member.y},
            "classes": "" if member.id in near else "far",
        }
        for member in MEMBERS
    ]
    edges = [
        {
            "data": {"id": f"t{tie.id}", "source": str(tie.from_id), "target": str(tie.to_id)},
            "classes": "" if tie.from_id in near and tie.to_id in near else "far",
        }
        for tie in TIES
    ]
    return nodes + edges


app = Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        dbc.Select([EVERY, *Sector], EVERY, id="sector"),
        dash_cytoscape.Cytoscape(
            id="graph",
            elements=_elements(EVERY),
            layout={"name": "preset"},
            stylesheet=[
                {"selector": "node", "style": {"label": "data(label)", "width": 14, "height": 14, "font-size": 8}},
                {"selector": "edge", "style": {"width": 1}},
                {"selector": ".far", "style": {"display": "none"}},
            ],
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
