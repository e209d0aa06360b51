"""What makes the shapes of the picture larger."""

from dataclasses import dataclass

from components.network.drawing import measures
from tests.data_layer.analysis.drawn import member


@dataclass
class Seen:
    influence: int | None


MEMBERS = [member(1, "Choir"), member(2, "Town"), member(3, "Ferry")]


def test_influence_is_drawn_as_the_mapping_says_it():
    assert measures(MEMBERS, [], {1: Seen(8), 2: Seen(0)})["influence"] == "40-"


def test_where_nobody_said_how_influential_anybody_is_nothing_is_sent():
    assert "influence" not in measures(MEMBERS, [], {1: Seen(None)})
