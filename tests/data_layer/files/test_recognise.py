"""Files are recognised by what is in them; small files of our own for each form and each fault of real ones."""

import json
from pathlib import Path

import networkx as nx
import pytest

from data_layer.codes import CODES
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import TABLES
from data_layer.files.own import EXTRAS
from data_layer.files.recognise import recognise
from data_layer.files.words import CODE_OF, FIELD_OF
from data_layer.problem import Problem
from tests.data_layer.files.hostile import LIST, cell, packed, parts

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}


def read(data, name="list"):
    return recognise(data.encode() if isinstance(data, str) else data, name, FIELDS)


def only(data):
    (table,) = read(data).tables
    return table


def mapped(table):
    """Field -> texts of the rows, for the columns that go somewhere."""
    places = {field: place for place, field in enumerate(table.fields) if field}
    return {field: [row[place] for row in table.rows] for field, place in places.items()}


def sheet(*rows):
    """A workbook with one sheet of texts."""
    letters = "ABCDEFGHIJKLMNOP"
    lines = [
        f'<row r="{n}">' + "".join(cell(f"{letters[c]}{n}", text) for c, text in enumerate(row) if text) + "</row>"
        for n, row in enumerate(rows, 1)
        if row
    ]
    return packed(parts("".join(lines)))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_is_read_with_each_separator_and_encoding(separator, encoding):
    data = "Organisation,Branche,Ort\nNähstube,Verein,Luleå\n".replace(",", separator).encode(encoding)
    assert mapped(only(data)) == {"name": ["Nähstube"], "sector": ["Verein"], "place": ["Luleå"]}


def test_a_mark_before_the_first_header_belongs_to_no_name():
    assert only("\ufeffOrganisation;Website\nA;b\n").columns == ("Organisation", "Website")


def test_blanks_at_the_ends_of_names_go():
    assert only("Name;Ort \n Nähstube  ; Heide\n").rows == (("Nähstube", "Heide"),)


def test_letters_that_were_spoilt_before_are_noticed():
    assert [remark.code for remark in read("Name;Ort\nGrÃ¼ne Stube;Heide\n").remarks] == ["file_twice_encoded"]


def test_a_row_with_more_or_fewer_cells_is_marked():
    assert only("Name,Ort\nA,b\nC,d,e\nF\n").faults == ("", "cell_count", "cell_count")


def test_lines_are_those_of_the_file_even_after_a_cell_of_several_lines():
    assert only('Name,Notes\nA,"one\ntwo"\n\nB,x\n').lines == (2, 5)


def test_a_title_above_the_columns_is_no_row():
    table = only("Stakeholders of the valley;;\nas of 2026;;\n;;\nName;Ort;Land\nA;b;SE\n")
    assert (table.columns, table.rows, table.lines) == (("Name", "Ort", "Land"), (("A", "b", "SE"),), (5,))


@pytest.mark.parametrize("n", [1, 3, 9])
def test_a_list_of_one_column_keeps_all_its_rows(n):
    assert len(only("Organisation\n" + "".join(f"House number {n}\n" for n in range(n))).rows) == n


def test_empty_rows_are_no_rows():
    assert len(only("Name,Ort\n,\nA,b\n,,\n").rows) == 1


def test_a_words_column_that_is_not_ours_is_kept_as_text():
    table = only("Name,Category\nA,Blue\nB,Green\n")
    assert mapped(table)["description"] == ["Blue", "Green"]


def test_power_and_interest_in_our_steps_become_positions():
    read_file = read("Name,Influence,Interest\nA,4,2\nB,1,3\n")
    assert [table.target for table in read_file.tables] == ["stakeholder", "position"]
    assert mapped(read_file.tables[1]) == {"stakeholder": ["A", "B"], "power": ["4", "1"], "interest": ["2", "3"]}


def test_power_in_words_is_kept_as_text():
    assert mapped(only("Name,Influence\nA,high\n"))["description"] == ["high"]


def test_a_table_of_unknown_columns_waits_for_a_person():
    table = only("Aaa,Bbb\n1,2\n")
    assert (read("Aaa,Bbb\n1,2\n").format, table.target, table.fields) == ("plain_table", "", ("", ""))


def test_our_own_csv_is_the_table_whose_fields_it_has():
    table = only("id,network,what,target_groups,status\n7,Luleå,A room,migrants|youth,open\n")
    assert (read("id,network,what,status\n7,a,b,open\n").format, table.target) == ("own", "need")
    assert table.fields == ("id", "network", "what", "target_groups", "status")


@pytest.mark.parametrize("name", list(TABLES))
def test_our_own_sheet_of_each_table_is_recognised(name):
    header = ["id", "network", *FIELDS[name]]
    data = ",".join(header) + "\n" + ",".join("1" for _ in header) + "\n"
    assert read(data).format == "own"
    assert only(data).target == name


def test_numbers_and_dates_of_a_workbook_are_read_in_one_way_only():
    row = f'<row r="3">{cell("A3", "B")}<c r="B3"><v>1.234</v></c></row><row r="4">{cell("A4", "C")}<c r="B4"><v>48100</v></c></row>'
    assert [line[1] for line in only(packed(parts(LIST + row))).rows] == ["Luleå", "1.2340", "48100"]


def test_a_kumu_workbook_gives_stakeholders_and_ties():
    elements = sheet(("Label", "Type", "Description"), ("Sewing group", "Organization", "Sews"), ("Job centre", "Organization", ""))
    table = only(elements.replace(b"Sheet1", b"Sheet1"))
    assert mapped(table)["name"] == ["Sewing group", "Job centre"]
    ties = read(sheet(("From", "To", "Direction", "Type", "Strength"), ("Sewing group", "Job centre|Church", "mutual", "Support", "3")))
    assert (ties.format, [row[:2] for row in ties.tables[0].rows]) == (
        "kumu_workbook",
        [("Sewing group", "Job centre"), ("Sewing group", "Church")],
    )
    assert set(ties.tables[0].fields) == {"from", "to", "directed", "relation", "strength"}


def test_two_empty_rows_begin_another_table_on_the_same_sheet():
    tables = read(sheet(("Label", "Type"), ("A", "ngo"), (), (), ("From", "To"), ("A", "B"))).tables
    assert [(table.target, table.lines) for table in tables] == [("stakeholder", (2,)), ("tie", (6,))]


def test_a_kumu_blueprint_names_or_numbers_its_ends():
    told = {
        "elements": [{"id": "1", "label": "A", "tags": ["x", "y"]}, {"id": "2", "label": "B"}],
        "connections": [{"from": "1", "to": "2", "type": "Support", "direction": "directed"}],
    }
    form = read(json.dumps(told))
    assert form.format == "kumu_blueprint"
    assert mapped(form.tables[0]) == {"external_ids": ["1", "2"], "name": ["A", "B"], "description": ["x|y", ""]}
    assert mapped(form.tables[1]) == {"from": ["1"], "to": ["2"], "relation": ["Support"], "directed": ["directed"]}


def test_a_kumu_project_keeps_places_and_leaves_its_trash():
    told = {
        "defaultMap": "map-2",
        "elements": [
            {"_id": "elem-1", "attributes": {"label": "A", "element type": "ngo"}},
            {"_id": "elem-2", "attributes": {"label": "B"}},
            {"_id": "elem-3", "attributes": {"label": "C"}, "trashed": True},
        ],
        "connections": [
            {"_id": "conn-1", "direction": "undirected", "attributes": {"connection type": "Support"}, "from": "elem-1", "to": "elem-2"}
        ],
        "maps": [
            {"_id": "map-1", "elements": [{"element": "elem-1", "position": {"x": 9, "y": 9}}]},
            {"_id": "map-2", "elements": [{"element": "elem-1", "position": {"x": 1.5, "y": -2}}]},
        ],
    }
    form = read(json.dumps(told))
    assert form.format == "kumu_project"
    assert mapped(form.tables[0]) == {
        "external_ids": ["elem-1", "elem-2"],
        "name": ["A", "B"],
        "sector": ["ngo", ""],
        "x": ["1.5", ""],
        "y": ["-2", ""],
    }
    assert mapped(form.tables[1])["relation"] == ["Support"]


def test_gephis_tables_are_nodes_or_edges():
    nodes = read("Id,Label,Interval\n1,A,\n2,B,\n")
    assert (nodes.format, mapped(nodes.tables[0])) == ("gephi_nodes", {"external_ids": ["1", "2"], "name": ["A", "B"]})
    edges = read("Source;Target;Type;Id;Label;Weight\n1;2;Directed;0;helps;1.0\n")
    assert (edges.format, mapped(edges.tables[0])) == (
        "gephi_edges",
        {"from": ["1"], "to": ["2"], "directed": ["Directed"], "what": ["helps"]},
    )


def test_where_a_tie_is_known_from_is_not_its_first_end():
    assert mapped(only("Source,Target,Type,Id,relation,source\nlen-1,len-2,Directed,tie-1,support,A report\n")) == {
        "from": ["len-1"],
        "to": ["len-2"],
        "directed": ["Directed"],
        "relation": ["support"],
        "source": ["A report"],
    }


def test_tables_that_are_packed_together_are_one_file():
    form = read(packed({"nodes.csv": "Id,Label\n1,A\n2,B\n", "edges.csv": "Source,Target\n1,2\n"}))
    assert [(table.target, len(table.rows)) for table in form.tables] == [("stakeholder", 2), ("tie", 1)]


def test_weights_beyond_our_steps_are_kept_as_text():
    assert mapped(only("Source,Target,Weight\n1,2,7.5\n2,3,1\n"))["what"] == ["7.5", "1"]


def test_weights_in_our_steps_are_strengths():
    assert mapped(only("Source,Target,Weight\n1,2,4\n2,3,1\n"))["strength"] == ["4", "1"]


GEXF = """<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="{space}" xmlns:viz="{space}/viz" version="{version}">
<graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="sector" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="type" type="string"/></attributes>
<nodes><node id="a" label="A"><attvalues><attvalue for="0" value="church"/></attvalues><viz:position x="1.0" y="2.5" z="0"/></node>
<node id="b" label="B"/></nodes>
<edges><edge id="0" source="a" target="b" weight="3.0" label="helps"><attvalues><attvalue for="0" value="support"/></attvalues></edge>
<edge id="1" source="b" target="a" type="undirected"/></edges></graph></gexf>"""


@pytest.mark.parametrize(
    ("version", "space"), [("1.1", "http://www.gexf.net/1.1draft"), ("1.2", "http://www.gexf.net/1.2draft"), ("1.3", "http://gexf.net/1.3")]
)
def test_gexf_keeps_places_direction_and_an_attribute_called_type(version, space):
    form = read(GEXF.format(version=version, space=space))
    nodes, edges = map(mapped, form.tables)
    assert form.format == "gexf"
    assert nodes == {"external_ids": ["a", "b"], "name": ["A", "B"], "x": ["1.0", ""], "y": ["2.5", ""], "sector": ["church", ""]}
    assert (edges["from"], edges["directed"], edges["relation"]) == (["a", "b"], ["yes", "no"], ["support", ""])


GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{outside}<graph edgedefault="undirected">{inside}
<node id="0"><data key="n">Network A</data><data key="type">ngo</data></node><node id="1"><data key="n">Network B</data></node>
<edge source="0" target="1" directed="true"><data key="type">Collaborates with</data></edge></graph></graphml>"""
KEYS = (
    '<key id="n" for="node" attr.name="name" attr.type="string"/><key id="type" for="node" attr.name="type" attr.type="string"/>'
    '<key id="type" for="edge" attr.name="type" attr.type="integer"/>'
)


@pytest.mark.parametrize("place", ["outside", "inside"])
def test_graphml_is_read_wherever_its_keys_stand(place):
    nodes, edges = map(mapped, read(GRAPHML.format(**{"outside": "", "inside": "", place: KEYS})).tables)
    assert nodes == {"external_ids": ["0", "1"], "name": ["Network A", "Network B"], "sector": ["ngo", ""]}
    assert edges == {"from": ["0"], "to": ["1"], "directed": ["yes"], "relation": ["Collaborates with"]}


@pytest.mark.parametrize("text", ["<graphml><graph/></graphml>", "<gexf><graph/></gexf>", "<gexf><graph><nodes/><edges/></graph></gexf>"])
def test_an_empty_graph_has_no_rows(text):
    with pytest.raises(Problem, match="file_no_rows"):
        read(text)


@pytest.mark.parametrize("write", [nx.generate_gexf, nx.generate_graphml])
@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiDiGraph])
def test_what_networkx_writes_is_read(write, kind):
    graph = kind()
    graph.add_node("a", label="Sewing group", sector="church")
    graph.add_node("b", label="Job centre", sector="job_centre")
    graph.add_edge("a", "b", weight=2, relation="support")
    nodes, edges = map(mapped, read("\n".join(write(graph))).tables)
    assert (nodes["name"], nodes["sector"]) == (["Sewing group", "Job centre"], ["church", "job_centre"])
    assert (edges["from"], edges["to"], edges["relation"], edges["directed"]) == (
        ["a"],
        ["b"],
        ["support"],
        ["yes" if graph.is_directed() else "no"],
    )


GRANT = {
    "id": "360G-test-1",
    "title": "Sewing room",
    "description": "A room",
    "currency": "EUR",
    "amountAwarded": 2500.5,
    "awardDate": "2016-07-19",
    "fundingOrganization": [{"id": "GB-CHC-1", "name": "County fund"}],
    "recipientOrganization": [{"id": "GB-CHC-2", "name": "Sewing group"}],
    "grantProgramme": [{"title": "Small grants"}],
}


def test_grants_in_json_give_recipients_projects_sources_and_cases():
    person = {
        **GRANT,
        "id": "360G-test-2",
        "recipientOrganization": [],
        "recipientIndividual": {"id": "1", "name": "Somebody"},
        "title": "Course",
    }
    form = read(json.dumps({"version": "1.1", "grants": [GRANT, person]}))
    tables = {table.target: mapped(table) for table in form.tables}
    assert form.format == "grants_json"
    assert [remark.code for remark in form.remarks] == ["file_persons"]
    assert tables["stakeholder"]["name"] == ["Sewing group"]
    assert tables["micro_project"]["group"] == ["Sewing group", ""]
    assert tables["funding_source"]["funder"] == ["County fund"]
    assert tables["funding_case"]["awarded_amount"] == ["2500.5", "2500.5"]
    assert tables["funding_case"]["funding_source"] == ["County fund Small grants"] * 2


def test_grants_in_a_spreadsheet_are_recognised_by_their_titles():
    header = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name,For Regrant Type"
    form = read(header + "\n1,Sewing room,,GBP,1200,05/06/2014,Sewing group,County fund,FRG010\n")
    tables = {table.target: mapped(table) for table in form.tables}
    assert form.format == "grants_sheet"
    assert (tables["funding_case"]["decided"], tables["funding_case"]["regrant"]) == (["05/06/2014"], ["yes"])


PARTNERS = "Programme;Acronym;Project Partner;Lead Partner;Town;Country;Legal Status\n"


def test_partners_of_interreg_give_projects_organisations_and_who_takes_part():
    form = read(
        PARTNERS
        + "BSR;BaltSe@nior;University of Tartu;Yes;Tartu;Estonia;public\nBSR;BaltSe@nior;UNIVERSITY OF TARTU;No;TARTU;Estonia;n/a\n"
    )
    projects, bodies, parts_taken = map(mapped, form.tables)
    assert form.format == "interreg"
    assert projects == {"name": ["BaltSe@nior"], "kind": ["group"]}
    assert bodies["name"] == ["University of Tartu", "UNIVERSITY OF TARTU"]
    assert parts_taken["to"] == ["BaltSe@nior", "BaltSe@nior"]
    assert parts_taken["what"] == ["Lead partner", "Partner"]


def test_projects_of_interreg_give_money_too():
    header = "Programme;Acronym;Project Name;Lead Partner;Town;Country;Budget;EU Funding;ERDF budget;Project start\n"
    form = read(header + "BSR;SEMPRE;Social empowerment;Diakonie;Rendsburg;Germany;4,860,664.11;3827755.48;;2016/03/01\n")
    tables = [(table.target, mapped(table)) for table in form.tables]
    assert [target for target, _told in tables] == ["stakeholder", "micro_project", "funding_source", "funding_case", "stakeholder", "tie"]
    assert tables[3][1]["awarded_amount"] == ["3827755.48"]
    assert tables[0][1]["start"] == ["2016/03/01"]


def test_every_field_that_a_reader_names_is_a_field_of_ours():
    known = {table: set(fields) | EXTRAS for table, fields in FIELDS.items()}
    assert {table: set(words.values()) - known[table] for table, words in FIELD_OF.items()} == {"stakeholder": set(), "tie": set()}
    assert {field: set(words.values()) - set(CODES[field]) for field, words in CODE_OF.items()} == {field: set() for field in CODE_OF}


def test_grants_and_interreg_name_fields_of_ours():
    files = (json.dumps({"grants": [GRANT]}), PARTNERS + "BSR;A;B;Yes;C;D;public\n")
    for table in (table for file in files for table in read(file).tables):
        assert set(table.fields) - {""} <= set(FIELDS[table.target])


REAL = Path(__file__).parents[4] / "shared" / "data"
ROWS = {
    "berlin_postcovid_stakeholders_orgs.csv": ("stakeholder_list", [26]),
    "etcgroups_ngo_networks.graphml": ("graphml", [24, 47]),
    "gexf_simple.gexf": ("gexf", [2, 1]),
    "keep_eu_interreg_slice.xlsx": ("interreg", [202, 202, 3, 202, 605, 834]),
    "keep_eu_partners_slice.csv": ("interreg", [202, 605, 834]),
    "360giving_codelist_regrantType.csv": ("plain_table", [7]),
}


@pytest.mark.skipif(not REAL.exists(), reason="real files lie beside the project only where it is developed")
@pytest.mark.parametrize("name", ROWS)
def test_real_files_give_all_their_rows(name):
    form = read((REAL / name).read_bytes(), name)
    assert (form.format, [len(table.rows) for table in form.tables]) == ROWS[name]


@pytest.mark.skipif(not REAL.exists(), reason="real files lie beside the project only where it is developed")
def test_the_empty_template_of_360giving_says_that_it_is_empty():
    with pytest.raises(Problem, match="file_no_rows"):
        read((REAL / "360giving_template_titles.xlsx").read_bytes())
