"""Who stands around a micro project."""

from components.projects.supporters import MOST_AROUND, direction, other_end, supporters_picture, supporters_say, supporters_table
from components.table import ROWS_PER_PAGE
from tests.components.projects.rows import GROUP, end, note, profile, tie
from tests.components.tree import classes, find, find_all, of_type, text

TOWN = end(2, "Town", "authority")
CHURCH = end(3, "Church", "church")


def rows(content):
    return of_type(of_type(content, "Tbody"), "Tr")


def test_without_a_group_nothing_can_be_drawn():
    assert text(supporters_picture(profile(group=None, group_id=None), [])).startswith("No group is recorded")


def test_no_tie_does_not_mean_nobody_there():
    assert text(supporters_picture(profile(), [])).endswith("Nobody recorded does not mean nobody there.")


def test_the_other_end_is_never_the_group():
    assert (other_end(tie(TOWN), 7).name, other_end(tie(GROUP, CHURCH), 7).name) == ("Town", "Church")


def test_a_directed_tie_leads_towards_the_group_or_away_from_it():
    assert [direction(each, 7) for each in (tie(TOWN), tie(GROUP, TOWN), tie(TOWN, directed=False))] == ["towards", "away", "both"]


def test_several_ties_to_one_stakeholder_are_one_line():
    picture = supporters_picture(profile(), [tie(TOWN, relation="money"), tie(TOWN, relation="cooperation")])
    assert len(find_all(picture, "spoke")) == 1
    assert "money, cooperation" in text(picture)


def test_a_line_is_thick_only_where_all_ties_are_confirmed():
    picture = supporters_picture(profile(), [tie(TOWN, confirmed=True), tie(TOWN, relation="money")])
    assert "confirmed" not in classes(find(picture, "spoke"))


def test_a_tie_of_no_stated_kind_is_dotted():
    assert "spoke-vague" in classes(find(supporters_picture(profile(), [tie(TOWN, relation="not_stated")]), "spoke"))


def test_the_key_names_only_the_lines_that_are_there():
    assert text(find(supporters_picture(profile(), [tie(TOWN)]), "key")) == "goes this way"


def test_many_are_drawn_in_part_and_the_rest_is_told():
    ties = [tie(end(number, f"Stakeholder {number}")) for number in range(20, 23 + MOST_AROUND)]
    picture = supporters_picture(profile(), ties)
    assert len(find_all(picture, "spoke")) == MOST_AROUND
    assert "3 more are in the table." in text(picture)


def test_the_table_has_a_row_for_each_tie():
    found = supporters_table(profile(), [tie(TOWN, what="rooms"), tie(GROUP, CHURCH, relation="information")], {}, caption="Ties")
    assert [text(row) for row in rows(found)] == [
        "Townmunicipality or public authority Support and coaching, for it rooms date unknown not yet unknown a document",
        "Churchchurch or diaconal body Information, from it not stated date unknown not yet unknown a document",
    ]


def test_a_tie_between_others_names_both():
    found = supporters_table(profile(), [tie(TOWN, CHURCH, directed=False, relation="cooperation")], {}, caption="Ties")
    assert "Cooperation, with Church" in text(found)


def test_our_reading_of_an_end_is_marked():
    found = supporters_table(profile(), [tie(TOWN)], {("tie", 1): [note("to_id")]}, caption="Ties")
    assert "Town° (our reading: Read from a page.)" in text(found)


def test_no_ties_no_table():
    assert supporters_table(profile(), [], {}, caption="Ties") is None


def test_a_long_table_leads_to_the_page_of_the_group():
    found = supporters_table(profile(), [tie(TOWN)] * (ROWS_PER_PAGE + 2), {}, caption="Ties")
    assert (len(rows(found)), of_type(found, "Link")[-1].href) == (ROWS_PER_PAGE, "/stakeholders/7")


def test_the_sentence_counts_stakeholders_names_relations_and_says_what_is_confirmed():
    ties = [tie(TOWN), tie(TOWN, relation="not_stated"), tie(CHURCH, relation="money", confirmed=True)]
    assert supporters_say(profile(), ties) == (
        "2 stakeholders are tied to it: money and support and coaching. Confirmed by both sides: 1 of 3 ties."
    )


def test_the_sentence_for_a_single_tie():
    assert supporters_say(profile(), [tie(TOWN)]) == (
        "One stakeholder is tied to it: support and coaching. Confirmed by both sides: not the one tie."
    )


def test_no_ties_no_sentence():
    assert supporters_say(profile(), []) is None
