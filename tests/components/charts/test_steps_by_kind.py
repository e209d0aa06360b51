"""Small bars for each kind, professionals and service users side by side."""

from components.charts.steps_by_kind import Kind, steps_by_kind
from tests.components.participation.facts import FIVE_OF_SEVEN, NONE, SIX_OF_EIGHT
from tests.components.tree import attribute, find, find_all, text

PICTURE = steps_by_kind(
    [Kind("youth", FIVE_OF_SEVEN, SIX_OF_EIGHT), Kind("stage unknown", NONE, SIX_OF_EIGHT, unknown=True)], head="Kind", name="By kind"
)


def sides(of):
    return find_all(find_all(PICTURE, "kind")[of], "kind-side")


def test_each_kind_has_its_finding_in_words():
    assert [text(find(side, "kind-says")) for side in sides(0)] == [
        "5 of 7 at step 4 or above, middle step 5",
        "6 of 8 at step 4 or above, middle step 4",
    ]


def test_each_side_is_named_for_screen_readers():
    assert [text(find(side, "kind-side-name")) for side in sides(0)] == ["professionals", "service users"]


def test_the_bars_are_hidden_from_screen_readers():
    assert attribute(find(sides(0)[0], "kind-bars"), "aria-hidden") == "true"


def test_bars_share_one_scale():
    assert [attribute(bar, "--v") for bar in find_all(PICTURE, "exact")][:2] == [0.4, 1.0]


def test_a_reading_between_two_steps_is_a_hollow_part():
    assert [attribute(bar, "--v") for bar in find_all(sides(0)[1], "spans")] == [0.2]


def test_professionals_have_no_step_7():
    ends = [find_all(side, "kind-step")[-1] for side in sides(0)]
    assert [attribute(step, "data-k") for step in ends] == ["–", "7"]


def test_participation_begins_at_step_4():
    assert [attribute(step, "data-k") for step in find_all(sides(0)[1], "enters")] == ["4"]


def test_a_side_without_readings_is_said_so():
    assert text(find(sides(1)[0], "kind-none")) == "no reading"


def test_an_unknown_kind_is_drawn_as_unknown():
    assert [text(name) for name in find_all(PICTURE, "kind-unknown")] == ["stage unknown"]
