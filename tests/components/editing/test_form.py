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


def steps_of(shown, name="level_from"):
    return [(option.value, option.words, option.group) for option in control(shown, name).options]


def test_each_side_has_its_own_steps_in_its_own_words():
    steps = steps_of(built("assessment"))
    assert [value for value, _words, group in steps if group == "professionals’ side"] == ["1", "2", "3", "4", "5", "6"]
    assert [value for value, _words, group in steps if group == "service users’ side"] == ["1", "2", "3", "4", "5", "6", "7"]
    assert {words for value, words, _group in steps if value == "4"} == {"4 – Allow co-determination", "4 – Take part in decisions"}


def test_the_kept_step_is_chosen_on_its_side_only():
    level = control(built("assessment", side="users", level_from=4), "level_from")
    assert [(option.words, option.when) for option in level.options if option.chosen] == [("4 – Take part in decisions", '"users"')]


def test_without_a_side_no_step_is_chosen():
    level = control(built("assessment", level_from=4), "level_from")
    assert [option.words for option in level.options if option.chosen] == ["Please choose"]


def test_the_german_original_goes_along():
    level = control(built("assessment"), "level_from")
    assert {"Mitbestimmung zulassen", "An Entscheidungen mitwirken"} <= {option.original for option in level.options}


def test_a_reader_of_german_sees_no_second_title(reader_of_german):
    level = control(built("assessment"), "level_from")
    assert {option.original for option in level.options} == {""}
    assert any(option.words.startswith("4 – ") for option in level.options)


def test_what_was_agreed_is_asked_for_from_step_four_and_never_needed():
    agreed = control(built("assessment"), "agreed")
    assert (agreed.nudge.field, agreed.nudge.least, agreed.needed) == ("level_from", 4, False)


def test_how_many_judged_the_evidence_and_the_agreement_stand_among_the_first():
    assert {"judges", "evidence", "agreed", "pilot"} <= {each.name for each in built("assessment").first}


def test_the_definition_stands_beside_the_form_of_a_reading_alone():
    beside = built("assessment").guide
    assert [len(steps) for _side, steps in beside.sides] == [6, 7]
    assert "2014, page 230" in beside.source
    assert built("tie").guide is None
