"""What the columns of a grid know."""

from components.editing.grid import _column
from data_layer.editing.tables import TABLES


def meta(table, field):
    return _column(table, TABLES[table].fields[field], editable=True)["cellEditorParams"]


def test_a_step_is_chosen_from_the_words_of_its_side():
    column = meta("assessment", "level_to")
    assert (column["kind"], column["follows"]) == ("choice", "side")
    assert [6, "6 – Transfer decision-making power", "professionals"] in column["options"]
    assert [7, "7 – Self-organised civil-society activity", "users"] in column["options"]


def test_a_scale_without_sides_follows_nothing():
    column = meta("readiness", "step")
    assert (column["follows"], column["options"][0]) == (None, [1, "1 – not begun"])


def test_a_number_stays_a_number():
    assert meta("assessment", "judges")["kind"] == "number"
