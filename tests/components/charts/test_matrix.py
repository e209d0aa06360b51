"""The matrix of ties between kinds."""

from components.charts.matrix import Member, matrix
from tests.components.tree import attribute, classes, of_type, text

MEMBERS = [Member("users", "Groups", 1, 2), Member("church", "Churches", 5, 1), Member("funder", "Funders", 8, 2)]
TIES = {("church", "users"): 4, ("users", "users"): 1}


def _cells():
    return [row.children[1:] for row in of_type(matrix(MEMBERS, TIES, caption="Ties"), "Tr")[1:]]


def test_a_pair_counts_the_same_from_both_sides():
    cells = _cells()
    assert text(cells[0][1]) == text(cells[1][0]) == "4"


def test_a_pair_without_a_tie_says_none_recorded():
    assert text(_cells()[0][2]) == "none recorded"


def test_a_kind_of_one_cannot_be_tied_to_itself():
    cell = _cells()[1][1]
    assert (text(cell), classes(cell)) == ("only one", ["not-possible"])


def test_a_kind_of_several_may_be_tied_within():
    assert (text(_cells()[0][0]), text(_cells()[2][2])) == ("1", "none recorded")


def test_the_darkest_cell_is_the_largest_number():
    assert [attribute(_cells()[0][i], "--v") for i in (0, 1)] == [0.25, 1.0]


def test_rows_and_columns_have_headings():
    heads = of_type(matrix(MEMBERS, TIES, caption="Ties"), "Th")
    assert [head.scope for head in heads] == ["col"] * 3 + ["row"] * 3
