"""The micro projects by phase, and what board and table say."""

from components.projects.board import MOST_CARDS, board_says, board_source, board_table, phase_board, project_table
from components.table import ROWS_PER_PAGE
from tests.components.projects.rows import level, standing
from tests.components.tree import find, find_all, of_type, text


def many(n, phase="design"):
    return [standing(f"Project {number:03}", phase, number=number) for number in range(1, n + 1)]


def board(projects, **options):
    return phase_board(projects, more=lambda phase: f"/micro-projects?phase={phase}", **options)


def test_there_are_five_lanes_and_the_unknown_one_is_the_last():
    headings = [text(heading) for heading in of_type(board([standing()]), "H3")]
    assert headings == ["Needs assessment", "Service design", "Entrepreneurial support", "Social start-up", "Phase unknown"]


def test_one_phase_is_shown_alone_when_it_is_chosen():
    assert [text(heading) for heading in of_type(board(many(2), phase="design"), "H3")] == ["Service design"]


def test_a_card_says_where_for_whom_and_what_became_of_it():
    card = find(board([standing("Bakery", "design", place="Korsholm", country="FI", for_whom="older adults", became="a shop")]), "mp")
    assert text(card) == "Bakery Korsholm, Finland older adults a shop say unknown"


def test_a_long_lane_shows_some_cards_and_leads_to_the_rest():
    shown = board(many(MOST_CARDS + 5))
    assert len(find_all(shown, "mp")) == MOST_CARDS
    (link,) = of_type(find(shown, "lane-more"), "Link")
    assert (text(link), link.href) == ("and 5 more: Service design", "/micro-projects?phase=design")


def test_a_long_lane_counts_all_its_micro_projects():
    assert [text(count) for count in find_all(board(many(MOST_CARDS + 5)), "n")][1] == f"{MOST_CARDS + 5} micro projects"


def test_a_lane_that_fits_leads_nowhere():
    assert find_all(board(many(MOST_CARDS)), "lane-more") == []


def test_the_list_has_one_row_per_micro_project_and_no_empty_cell():
    rows = of_type(of_type(project_table([standing()], page=1, href=str), "Tbody"), "Tr")
    cells = ["Sewing roomValley", "place unknown", "target group unknown", "unknown", "unknownend unknown", "unknown", "unknown"]
    assert [text(cell) for cell in rows[0].children] == cells


def test_the_list_marks_a_phase_that_is_our_reading():
    assert "our reading" in text(project_table([standing(phase="design", is_reading=True)], page=1, href=str))


def test_professionals_have_no_role_where_users_stand_on_step_7():
    assert "no role 7" in text(project_table([standing(users=level(7))], page=1, href=str))


def test_a_long_list_comes_in_pages_and_a_page_that_does_not_exist_is_the_last():
    found = project_table(many(ROWS_PER_PAGE + 1), page=9, href=str)
    assert len(of_type(of_type(found, "Tbody"), "Tr")) == 1


def test_the_board_of_hundreds_counts_per_phase_and_leads_to_the_list():
    found = board_table(many(ROWS_PER_PAGE + 1), href=lambda page: f"/list?page={page}")
    assert "Service design 51" in text(found)
    assert [link.href for link in of_type(found, "Link")] == ["/list?page=1"]


def test_the_sentence_says_how_many_have_come_far():
    projects = [standing(phase="support"), standing(phase="start_up"), standing(phase="design"), standing()]
    assert board_says(projects) == (
        "2 of 4 micro projects have reached entrepreneurial support or a social start-up. For one the phase is unknown."
    )


def test_the_sentence_of_one_phase_names_it():
    assert board_says(many(3)) == "3 micro projects stand here: service design."


def test_the_sentence_of_one_micro_project_names_its_phase():
    assert board_says(many(1)) == "One micro project stands here: service design."


def test_the_source_says_how_many_phases_are_our_reading():
    found = text(board_source([standing(is_reading=True), standing()], undated=0, year=""))
    assert found.startswith("our reading One phase is our reading")


def test_the_source_says_what_a_year_means_and_how_many_have_no_date():
    found = text(board_source([standing()], undated=3, year="2017"))
    assert "whose first dated fact is not after 2017" in found
    assert "3 without any date stay in every year." in found
