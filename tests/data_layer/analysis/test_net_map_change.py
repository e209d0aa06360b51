"""Two mappings compared."""

from datetime import date

import pytest

from data_layer.analysis.net_map_change import Move, Pair, Wish, compared, dated
from data_layer.network.position import NetMap, Standing
from tests.data_layer.analysis.drawn import network, year


def standing(who=1, **answers):
    blank = dict.fromkeys(("influence", "power", "interest", "wished_power", "wished_interest"))
    return Standing(who, who, year(2018), None, None, **{**blank, **answers}, source=None)


@pytest.mark.parametrize(
    ("then", "now", "expected"), [(1, 3, Move.UP), (3, 1, Move.DOWN), (2, 2, Move.SAME), (None, 2, Move.UNKNOWN), (0, 1, Move.UP)]
)
def test_an_answer_moves_up_or_down(then, now, expected):
    assert Pair(1, standing(influence=then), standing(influence=now)).move("influence") is expected


@pytest.mark.parametrize(
    ("then", "wished", "now", "expected"),
    [
        (1, 3, 3, Wish.REACHED),
        (1, 3, 4, Wish.REACHED),
        (4, 2, 1, Wish.REACHED),
        (1, 4, 3, Wish.CLOSER),
        (2, 4, 2, Wish.NOT_CLOSER),
        (2, 4, 1, Wish.NOT_CLOSER),
        (None, 3, 3, Wish.REACHED),
        (None, 3, 2, Wish.UNKNOWN),
        (2, 3, None, Wish.UNKNOWN),
        (2, None, 3, Wish.NONE),
    ],
)
def test_what_was_wished_for_is_held_against_what_is(then, wished, now, expected):
    assert Pair(1, standing(power=then, wished_power=wished), standing(power=now)).wish("power") is expected


def test_those_whom_only_one_mapping_names_are_new_or_gone():
    early = NetMap(1, (date(2018, 1, 1),) * 2, None, None, {1: standing(1), 2: standing(2)})
    late = NetMap(2, (date(2020, 1, 1),) * 2, None, None, {2: standing(2), 3: standing(3)})
    found = compared(network("", alone="a b c"), early, late)
    assert [(pair.stakeholder_id, pair.new, pair.gone) for pair in found] == [(1, False, True), (2, False, False), (3, True, False)]


def test_a_mapping_without_a_date_is_not_compared():
    assert dated(network("a-b")) == []
