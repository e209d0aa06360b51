"""Which mapping is shown, and the way to a new one."""

from dataclasses import dataclass
from datetime import date

import pytest

from components.network.net_maps import OFFERED, as_seen, net_map_buttons, net_map_words
from tests.components.tree import text

MAY = (date(2024, 5, 1), date(2024, 5, 31))


@dataclass
class Session:
    id: int
    day: tuple = (None, None)
    question: str | None = None
    mapped_by: str | None = None


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        (Session(1, MAY, "Who decides?", "six tenants"), "May 2024 · Who decides? · six tenants"),
        (Session(1, question="Who decides?"), "date unknown · Who decides?"),
    ],
)
def test_a_mapping_is_called_by_its_date_question_and_people(mapping, words):
    assert net_map_words(mapping) == words


def test_every_mapping_can_be_chosen_and_the_latest_answers_come_first():
    select = as_seen([Session(7, MAY), Session(3)], 3)[-1].children[-1]
    assert [option["value"] for option in select.options] == ["", "7", "3"]
    assert select.value == "3"


def test_of_many_mappings_the_latest_are_offered_and_the_one_that_is_shown():
    select = as_seen([Session(number) for number in range(100, 0, -1)], 2)[-1].children[-1]
    assert [option["value"] for option in select.options] == ["", *(str(number) for number in range(100, 100 - OFFERED, -1)), "2"]


@pytest.mark.parametrize(
    ("net_maps", "chosen", "offered"),
    [
        ([], None, ["New Net-Map"]),
        ([Session(7)], None, ["New Net-Map", "Change this mapping: date unknown"]),
        ([Session(7, MAY), Session(3)], None, ["New Net-Map", "Change the latest mapping: May 2024"]),
        ([Session(7, MAY), Session(3)], 3, ["New Net-Map", "Change this mapping: date unknown"]),
    ],
)
def test_the_mapping_that_is_shown_can_be_changed(net_maps, chosen, offered):
    assert [text(button) for button in net_map_buttons(1, net_maps, chosen)] == offered


def test_a_button_says_which_mapping_of_which_network():
    buttons = net_map_buttons(4, [Session(7)], None)
    assert [getattr(button, "data-net-map") for button in buttons] == ["4", "4?mapping=7"]
