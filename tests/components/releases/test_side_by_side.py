"""Two releases side by side: what changed first, the rest folded up."""

from dataclasses import dataclass

from components.releases.side_by_side import MOST_ABSENT, change_blocks, changes_say
from tests.components.tree import find, of_type, text


@dataclass(frozen=True)
class Figure:
    row: str | None
    before: int | None
    after: int | None
    told: str = "change"
    column: str | None = None

    @property
    def change(self):
        return self.after - self.before if self.told == "change" else None


@dataclass(frozen=True)
class Changed:
    figures: tuple
    code: str = "reached_by_group"
    unit: str = "persons"
    of_rows: str = "target_group"
    of_columns: str | None = None


SAME, NONE = Figure("youth", 20, 20), Figure("older", 0, 0)
MORE, SMALL = Figure("migrants", 20, 40), Figure("families", 20, 25, "small")
CAME, SHOWN, HIDDEN = (
    Figure("addiction", None, 20, "absent"),
    Figure("disabilities", None, 20, "hidden"),
    Figure("residents", None, None, "hidden"),
)
WENT = Figure("ex_offenders", None, None, "absent")
STILL = Changed((SAME, HIDDEN), code="jobs")


def rows(content):
    """The headings of the rows of the first table."""
    return [text(head) for head in of_type(of_type(content, "Tbody")[0], "Th")]


def block(*figures):
    (made,) = change_blocks([Changed(figures)])
    return made


def test_what_differs_stands_in_sight():
    assert rows(block(SAME, NONE, MORE, SMALL, CAME, SHOWN, HIDDEN, WENT)) == [
        "migrants and refugees",
        "families at risk",
        "people with addiction",
        "people with disabilities",
        "ex-offenders",
    ]


def test_what_is_the_same_is_counted_and_folded_up():
    fold = find(block(SAME, NONE, MORE, HIDDEN), "same-figures")
    assert text(of_type(fold, "Summary")) == "1 figure is the same in both. 1 figure is hidden in both."
    assert rows(fold) == ["disadvantaged young people", "residents"]


def test_where_everything_differs_there_is_no_fold():
    assert of_type(block(MORE), "Details") == []


def test_of_many_figures_that_only_one_has_it_is_told_how_many_they_are():
    many = [Figure("youth", None, 20, "absent", str(n)) for n in range(MOST_ABSENT + 1)]
    made = block(MORE, *many)
    assert rows(made) == ["migrants and refugees"]
    assert text(of_type(made, "Summary")) == f"{len(many)} figures are only in one of the two."
    assert len(rows(block(MORE, *many[1:]))) == len(many)


def test_tables_in_which_nothing_changed_come_last_and_together():
    blocks = change_blocks([STILL, Changed((MORE,)), Changed((SAME,), code="reached")])
    assert [text(of_type(each, "H2")) for each in blocks] == ["How many people were reached in which year?", "Where did nothing change?"]
    assert [text(fold) for fold in of_type(blocks[-1], "Summary")] == [
        "How many jobs came of it?1 figure is the same in both. 1 figure is hidden in both.",
        "How many people were reached?1 figure is the same in both.",
    ]


def test_a_table_of_nothing_but_none_says_so():
    assert "Both releases count none here." in text(change_blocks([Changed((NONE,))]))


def test_in_short_it_says_in_how_many_tables_something_changed():
    assert changes_say([STILL, Changed((MORE,))]) == "Tables in which something changed: 1 of 2."
    assert changes_say([]) == "The two releases have no table in common."


def test_without_a_common_table_it_says_so():
    assert "The two releases have no table in common." in text(change_blocks([]))
