"""How micro projects ended up."""

from components.projects.end import MOST_DOTS, end_counts, end_says, end_source, end_table
from tests.components.projects.rows import standing
from tests.components.tree import find_all, of_type, text


def test_every_end_has_a_row_and_none_is_said_in_words():
    rows = [text(row) for row in of_type(end_counts([standing()]), "Li")]
    assert rows[:2] == ["Self-sustaining0none recorded", "Taken up by a provider0none recorded"]
    assert rows[-1] == "Unknown1"


def test_few_are_named_with_a_link_to_their_page():
    (link,) = of_type(end_counts([standing("Guest at School", end_state="open", number=3)]), "Link")
    assert (text(link), link.href) == ("Guest at School", "/micro-projects/3")


def test_unknown_ends_are_not_named():
    assert of_type(end_counts([standing()]), "Link") == []


def test_many_are_drawn_as_bars():
    assert len(find_all(end_counts([standing()] * (MOST_DOTS + 1)), "bars")) == 1


def test_the_table_counts_the_same():
    rows = of_type(of_type(end_table([standing(end_state="ended"), standing()], caption="Ends"), "Tbody"), "Tr")
    assert [text(row) for row in rows][3:] == ["Ended 1", "Open 0", "unknown 1"]


def test_an_ended_one_is_not_called_a_failure():
    assert end_says([standing(), standing(end_state="ended")]) == (
        "For 1 of 2 micro projects no source states the end. "
        "An ended micro project can still have built ties and trust: its own page shows both."
    )


def test_the_sentence_for_a_single_one():
    assert end_says([standing()]).startswith("How it ended is unknown.")


def test_the_counting_rule_names_the_total():
    assert end_source([standing()] * 4).startswith("Each micro project counts once, 4 in all.")
