"""The board of micro projects."""

from components.charts.board import Card, Lane, board
from components.level import Level
from components.link import link
from tests.components.tree import attribute, find, find_all, of_type, text

CARD = Card("Guest at School", "/micro-projects/3", ["Korsholm, FI", "older adults"], None, Level(3), Level(3))
BOARD = board(
    [
        Lane("needs", "Needs assessment", "finding out", [], ("Nothing here now.", "No source names one.")),
        Lane("unknown", "Phase unknown", "no source tells", [CARD], ("", ""), unknown=True),
    ],
    name="board",
)


def test_a_lane_is_a_section_named_by_its_heading():
    assert [attribute(lane, "aria-labelledby") for lane in of_type(BOARD, "Section")] == ["board-lane-needs", "board-lane-unknown"]


def test_a_lane_counts_its_cards_with_a_spoken_unit():
    assert [text(count) for count in find_all(BOARD, "n")] == ["0 micro projects", "1 micro project"]


def test_an_empty_lane_says_so():
    assert text(find(BOARD, "empty")) == "Nothing here now.No source names one."


def test_the_unknown_phase_is_a_lane_of_its_own():
    assert len(find_all(BOARD, "lane-unknown")) == 1


def test_the_name_of_a_card_is_its_link():
    (heading,) = of_type(BOARD, "H4")
    assert (heading.children.href, text(heading.children)) == ("/micro-projects/3", "Guest at School")


def test_what_it_became_may_be_unknown():
    assert text(find(BOARD, "became")) == "unknown"


def test_a_card_shows_both_sides():
    assert text(find(BOARD, "mp-foot")) == "professionals 3service users 3"


def test_a_lane_that_shows_some_cards_counts_all_and_leads_to_the_rest():
    lane = Lane("design", "Design", "about", [CARD], ("", ""), total=30, more=link("and 29 more", "/list"))
    shown = board([lane], name="board")
    assert (text(find(shown, "n")), text(find(shown, "lane-more"))) == ("30 micro projects", "and 29 more")
