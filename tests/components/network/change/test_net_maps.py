"""Two mappings side by side."""

from components.network.change.net_maps import compared_says, compared_table
from data_layer.analysis.net_map_change import Pair
from data_layer.network.position import NetMap, Standing
from tests.components.tree import text
from tests.data_layer.analysis.drawn import year


def standing(**answers):
    blank = dict.fromkeys(("influence", "power", "interest", "wished_power", "wished_interest"))
    return Standing(1, 1, year(2018), None, None, **{**blank, **answers}, source=None)


def asked(question):
    return NetMap(1, year(2018), question, None, {})


def shown(*pairs):
    return text(compared_table(pairs, {1: "Club"}, caption="Compared", page=1, href=str))


def test_each_answer_stands_then_and_now():
    said = shown(Pair(1, standing(power=1, influence=4), standing(power=3)))
    assert "1, then 3 ↑" in said
    assert "4, then unknown" in said


def test_a_wish_is_held_against_what_is():
    assert "power 3: reached" in shown(Pair(1, standing(power=1, wished_power=3), standing(power=3)))
    assert "interest 4: closer, not reached" in shown(Pair(1, standing(interest=1, wished_interest=4), standing(interest=2)))


def test_new_ones_and_those_not_mapped_again_say_so():
    assert "Club new" in shown(Pair(1, None, standing()))
    assert "Club not mapped again" in shown(Pair(1, standing(), None))


def test_different_questions_are_compared_with_care():
    assert compared_says([], asked("Who decides?"), asked("Who pays?")).endswith("compare them with care.")
    assert "care" not in compared_says([], asked("Who decides?"), asked("Who decides?"))
