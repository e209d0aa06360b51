"""The controls of a form."""

import json

import pytest

from components.editing.field_words import field_label
from components.editing.form import FIRST, form, move_form
from data_layer.editing.tables import TABLES
from data_layer.vocabulary import Phase


def built(table, kept=None, **values):
    return form(table, TABLES[table].fields, kept=kept or {}, values=kept or values, targets={}, origins={})


def control(shown, name):
    return next(each for each in (*shown.first, *shown.more) if each.name == name)


@pytest.mark.parametrize("table", TABLES)
def test_every_field_has_one_control_with_a_name(table):
    shown = built(table)
    assert sorted(each.name for each in (*shown.first, *shown.more)) == sorted(TABLES[table].fields)
    assert all(each.label == field_label(table, each.name) for each in shown.first)


def test_every_table_says_what_comes_first():
    assert set(FIRST) == set(TABLES)


def test_unknown_is_the_first_choice_where_a_field_may_be_empty():
    sector = control(built("stakeholder"), "sector")
    assert (sector.options[0].value, sector.options[0].words, sector.options[0].chosen) == ("null", "unknown", True)


def test_where_it_may_not_be_empty_one_is_asked_to_choose():
    assert control(built("assessment"), "side").options[0].words == "Please choose"
    assert control(built("assessment", side="users"), "side").options[0].words == "professionals’ side"


def test_several_codes_are_boxes_that_are_ticked():
    groups = control(built("need", target_groups=["youth"]), "target_groups")
    assert (groups.kind, [option.value for option in groups.options if option.chosen]) == ("codes", ['"youth"'])


def test_an_answer_of_one_to_four_is_a_choice():
    assert [option.value for option in control(built("tie", trust=2), "trust").options] == ["null", "1", "2", "3", "4"]


def test_what_is_kept_goes_along_so_that_it_can_be_compared():
    assert json.loads(control(built("stakeholder", {"place": "Boden"}), "place").old) == "Boden"


def test_a_date_says_how_it_is_written():
    assert "2016-08/2016-10" in control(built("event"), "day").hint


def test_in_a_move_back_is_said_and_staying_is_possible():
    shown = move_form(built("phase_change"), now="support", end_state="open", chosen_end="ended", phases=list(Phase))
    phases = {option.value: option.words for option in control(shown, "to_phase").options}
    assert phases["null"] == "stays in: entrepreneurial support"
    assert "step back" in phases['"design"']
    assert "step back" not in phases['"start_up"']
    assert [option.value for option in control(shown, "end_state").options if option.chosen] == ['"ended"']
