"""Still content: what no callback touches goes to the browser as plain elements, the rest stays as it is."""

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html, no_update

from components.ids import scoped
from components.still import Still, still

ids = scoped("page")


def test_content_without_behaviour_becomes_plain_elements():
    drawn = still(html.P(["It is ", html.B("so", className="strong")], **{"aria-label": "truth"}))
    assert isinstance(drawn, Still)
    assert drawn.tree == [["p", {"aria-label": "truth"}, "It is ", ["b", {"className": "strong"}, "so"]]]


def test_it_goes_to_the_browser_as_a_component_of_our_own():
    sent = still(html.P("It is so")).to_plotly_json()
    assert sent == {"namespace": "len_still", "type": "Still", "props": {"tree": [["p", {}, "It is so"]]}}


def test_elements_side_by_side_share_one_component():
    only = still([html.P("one"), html.P("two")])
    assert [element[2] for element in only.tree] == ["one", "two"]


@pytest.mark.parametrize(
    "wired",
    [
        html.Div("figures", id=ids("figures")),
        html.Div("figures", id=ids("figures", 3)),
        dbc.Select(["a"], "a", id=ids("choice")),
        dcc.Store(id=ids("kept")),
    ],
    ids=["id of a page", "id of one of many", "control", "store"],
)
def test_what_a_callback_can_reach_stays_a_component_with_all_that_surrounds_it(wired):
    around = still(html.Section([html.H2("Which?"), html.Div(wired), html.P("Source")]))
    assert [type(part).__name__ for part in around.children] == ["Still", "Div", "Still"]
    assert around.children[1].children is wired


def test_an_id_that_only_names_a_place_in_the_document_is_plain():
    assert still(html.H2("Density", id="density")).tree == [["h2", {"id": "density"}, "Density"]]


def test_a_link_inside_the_dashboard_is_told_apart():
    assert still(html.P(dcc.Link("Help", href="/help"))).tree == [["p", {}, ["Link", {"href": "/help"}, "Help"]]]


def test_a_hidden_field_of_a_plain_form_is_plain():
    form = still(html.Form(dcc.Input(type="hidden", name="csrf_token", value="x"), method="post"))
    assert form.tree == [["form", {"method": "post"}, ["input", {"type": "hidden", "name": "csrf_token", "value": "x"}]]]


def test_content_inside_a_control_becomes_plain_too():
    alert = still(dbc.Alert([html.P("Careful")], id=ids("message")))
    assert isinstance(alert.children, Still)


DATA = {
    "nothing": None,
    "a text": "text",
    "a number": 3,
    "lists": [[1, 2], [3]],
    "a map": {"a": [1]},
    "an empty list": [],
    "no update": no_update,
}


@pytest.mark.parametrize("data", DATA.values(), ids=DATA.keys())
def test_data_comes_back_untouched(data):
    assert still(data) is data
