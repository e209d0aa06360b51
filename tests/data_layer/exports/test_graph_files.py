"""Pictures of networks for other programs: what they hold, and that nothing in them can do harm."""

import json
from io import BytesIO, StringIO
from xml.etree import ElementTree

import networkx
import pytest

from data_layer.exports.download import file_bytes
from data_layer.exports.markup import clean
from tests.data_layer.exports.awkward import TEXTS
from tests.data_layer.exports.speaking import wanted
from tests.factories import make_micro_project, make_network, make_stakeholder, make_tie

SCRIPT = '<script>alert(1)</script>" onload="alert(1)'
GEXF = "{http://gexf.net/1.3}"


@pytest.fixture
def network(session):
    """Three stakeholders, two of them tied twice in one direction, and one tie that goes both ways."""
    made = make_network(session, f"Vale {SCRIPT}")
    one, two, three = (
        make_stakeholder(session, made, name, **more) for name, more in ((SCRIPT, {"x": 1.0, "y": 2.0}), ("Two\nlines", {}), ("Three", {}))
    )
    project = make_micro_project(session, made)
    make_tie(session, one, two, relation="support", directed=True, what=SCRIPT, micro_project_id=project.id)
    make_tie(session, one, two, relation="support", directed=True)
    make_tie(session, two, three)
    return made


def made(session, network, name):
    return file_bytes(session, name, wanted(network=network.id))


@pytest.fixture
def both_ways(session):
    """A network whose ties all go both ways: some readers take no other."""
    made = make_network(session)
    one, two = make_stakeholder(session, made, "One", x=1.0, y=2.0), make_stakeholder(session, made, "Two\nlines")
    make_tie(session, one, two, what="first")
    make_tie(session, one, two, what="second")
    return made


def test_gexf_keeps_directions_parallel_ties_and_places(session, network):
    root = ElementTree.fromstring(made(session, network, "network.gexf"))
    assert [edge.get("type") for edge in root.iter(f"{GEXF}edge")] == ["directed", "directed", "undirected"]
    assert [(place.get("x"), place.get("y")) for place in root.iter("{http://gexf.net/1.3/viz}position")] == [("1.0", "2.0")]


def test_gexf_is_read_by_others(session, both_ways):
    graph = networkx.read_gexf(BytesIO(made(session, both_ways, "network.gexf")), version="1.3")
    assert {node["label"] for _id, node in graph.nodes(data=True)} == {"One", "Two\nlines"}
    assert sorted(tie["label"] for _one, _two, tie in graph.edges(data=True)) == ["first", "second"]


def test_no_attribute_of_gexf_has_a_name_that_means_something_else_there(session, network):
    root = ElementTree.fromstring(made(session, network, "network.gexf"))
    edges = [group for group in root.iter(f"{GEXF}attributes") if group.get("class") == "edge"]
    assert not {attribute.get("title") for group in edges for attribute in group} & {
        "type",
        "id",
        "label",
        "weight",
        "source",
        "target",
    } - {"source"}


def test_graphml_is_read_by_others(session, both_ways):
    graph = networkx.parse_graphml(made(session, both_ways, "network.graphml").decode())
    assert {node["label"] for _id, node in graph.nodes(data=True)} == {"One", "Two\nlines"}
    assert sorted(tie["what"] for _one, _two, tie in graph.edges(data=True)) == ["first", "second"]


def test_graphml_keeps_directions(session, network):
    root = ElementTree.fromstring(made(session, network, "network.graphml"))
    assert [edge.get("directed") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")] == ["true", "true", "false"]


def test_kumu_gets_ids_and_both_ends_by_them(session, network):
    told = json.loads(made(session, network, "network.json"))
    ids = {element["id"] for element in told["elements"]}
    assert {connection[end] for connection in told["connections"] for end in ("from", "to")} <= ids
    assert [connection["direction"] for connection in told["connections"]] == ["directed", "directed", "undirected"]
    assert not any(sign in number for number in ids for sign in "_.")


def test_the_picture_has_a_title_and_a_description_and_nothing_that_acts(session, network):
    root = ElementTree.fromstring(made(session, network, "network.svg"))
    names = {part.tag.partition("}")[2] for part in root.iter()}
    assert names <= {"svg", "title", "desc", "defs", "marker", "path", "g", "rect", "line", "circle", "text"}
    assert not [name for part in root.iter() for name in part.attrib if name.startswith("on") or "href" in name or name == "style"]
    assert root.find("{http://www.w3.org/2000/svg}title").text == network.name
    assert {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")} >= {"Three"}


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml", "network.svg"])
def test_any_text_makes_a_document_that_can_be_read(session, name):
    network = make_network(session)
    for place, text in enumerate(TEXTS):
        make_stakeholder(session, network, text, description=f"{text}\ufffe{place}")
    ElementTree.parse(StringIO(made(session, network, name).decode()))


def test_signs_that_xml_does_not_know_are_replaced():
    assert clean("a\x00b\ufffec") == "a\ufffdb\ufffdc"
    assert clean("ä\n\t🙂") == "ä\n\t🙂"


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml", "network.json", "network.svg", "kumu.xlsx", "network.csv.zip"])
def test_a_network_without_anybody_makes_a_file_too(session, name):
    assert made(session, make_network(session), name)
