from types import SimpleNamespace

import pytest

from data_layer.editing.tables import TABLES, FieldKind
from data_layer.editing.values import parsed, shown, value_of
from data_layer.problem import Problem
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network

STAKEHOLDER = TABLES["stakeholder"].fields
ASSESSMENT = TABLES["assessment"].fields


def refusal(field, value):
    with pytest.raises(Problem) as refused:
        parsed(field, value)
    return refused.value.code, refused.value.field


def test_a_row_is_shown_with_one_plain_value_a_field(session):
    project = make_micro_project(session, make_network(session), target_groups=("older", "migrants"), accelerated=None, jobs=2)
    values = shown(TABLES["micro_project"], project)
    assert (values["name"], values["target_groups"], values["accelerated"], values["jobs"]) == (
        "Sewing room",
        ["migrants", "older"],
        None,
        2,
    )


def test_money_is_shown_with_two_decimals(session):
    project = make_micro_project(session, make_network(session))
    case = make_funding_case(session, project, make_funding_source(session), currency="EUR", applied_minor=250050)
    assert shown(TABLES["funding_case"], case)["applied_amount"] == "2500.50"


@pytest.mark.parametrize("text", ["2016", "2016-08", "2016-07-19", "2016-08/2016-10", "2016/2018", "2016-01-02/2016-01-05", "0001"])
def test_a_vague_day_that_was_typed_is_shown_as_it_was_typed(text):
    field = STAKEHOLDER["start"]
    assert value_of(field, *parsed(field, text).values()) == text


def test_a_day_as_written_in_germany_is_read():
    field = STAKEHOLDER["start"]
    assert value_of(field, *parsed(field, "19.7.2016").values()) == "2016-07-19"


@pytest.mark.parametrize("empty", [None, "", "  ", []])
def test_empty_is_unknown(empty):
    assert parsed(STAKEHOLDER["website"], empty) == {"website": None}


@pytest.mark.parametrize("empty", [None, "", " "])
def test_what_must_be_there_cannot_be_empty(empty):
    assert refusal(STAKEHOLDER["name"], empty) == ("required", "name")


@pytest.mark.parametrize(("value", "kept"), [(True, True), ("yes", True), ("No", False), (False, False)])
def test_yes_and_no_are_read(value, kept):
    assert parsed(STAKEHOLDER["several"], value) == {"several": kept}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (STAKEHOLDER["several"], "perhaps"),
        (STAKEHOLDER["several"], ["yes"]),
        (ASSESSMENT["judges"], "three"),
        (ASSESSMENT["judges"], True),
        (ASSESSMENT["judges"], 2.5),
        (ASSESSMENT["judges"], "9" * 400),
        (ASSESSMENT["judges"], "٣"),
    ],
)
def test_what_cannot_be_read_is_refused(field, value):
    assert refusal(field, value)[0] == "unreadable"


@pytest.mark.parametrize("value", ["pope", 7, ["church"], {"a": 1}])
def test_a_choice_is_one_of_its_codes(value):
    assert refusal(STAKEHOLDER["sector"], value) == ("unknown_code", "sector")


def test_codes_may_come_as_text():
    assert parsed(TABLES["micro_project"].fields["target_groups"], "older; migrants|older") == {"target_groups": ("migrants", "older")}


def test_a_deadline_is_one_exact_day():
    assert refusal(TABLES["funding_source"].fields["deadline"], "2026-11") == ("day_exact", "deadline")


def test_each_kind_of_field_can_be_shown_and_read():
    for table in TABLES.values():
        empty = SimpleNamespace(**{column: None for field in table.fields.values() for column in field.columns})
        for name, field in table.fields.items():
            if field.kind is not FieldKind.CODES:
                assert shown(SimpleTable(table, name), empty) == {name: None}


class SimpleTable:
    """One field of a table."""

    def __init__(self, table, name):
        self.fields = {name: table.fields[name]}
