"""Net-Maps are entered by keyboard and by dragging, by one person and by two."""

from datetime import date

import sqlalchemy as sa

from data_layer.models import Position, Stakeholder
from tests.browser.mapping.picture import drag, rows, save_form
from tests.factories import make_position


def test_a_net_map_is_entered_by_keyboard_and_shown_as_seen_then(open_network, workshop, valley):
    with workshop.server.rows() as session:
        choir = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == valley, Stakeholder.name == "Choir")).one()
        make_position(session, choir, power=4, interest=1, day_first=date(2020, 1, 1), day_last=date(2020, 12, 31))
    window = open_network("mapper")
    page = window.page
    page.get_by_role("button", name="New Net-Map").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #net-map-day")
    page.keyboard.type("2024-05")
    page.keyboard.press("Tab")
    page.keyboard.type("Who decides on rooms?")
    page.get_by_label("Power: Allotments").focus()
    for answer in ("1", "2", "4"):
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    page.get_by_label("Interest: Allotments", exact=True).focus()
    page.keyboard.type("4")
    page.get_by_label("Influence: Choir").focus()
    page.keyboard.type("7")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("dialog", state="detached")
    kept = [(row.question, row.day_first, row.influence, row.power, row.interest) for row in rows(workshop, Position, valley)[1:]]
    question, day = "Who decides on rooms?", date(2024, 5, 1)
    assert kept == [(question, day, None, 1, 4), (question, day, None, 2, None), (question, day, 7, 4, None)]
    page.wait_for_selector("select[id*=mapping]")
    assert "Allotments" in page.inner_text(".corner-build")
    page.get_by_label("Mapping", exact=True).select_option(label="2020")
    page.wait_for_function("() => document.querySelector('.corner-satisfied')?.innerText.includes('Choir')")
    assert "Allotments" not in page.inner_text(".corner-build")
    window.settle()
    page.keyboard.press("Control+z")
    page.wait_for_selector("select[id*=mapping]", state="detached")


def test_two_people_with_different_answers_both_see_them_and_the_second_chooses(open_network, workshop, valley):
    with workshop.server.rows() as session:
        choir = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == valley, Stakeholder.name == "Choir")).one()
        make_position(session, choir, power=4, question="Who pays?")
    windows = [open_network(person) for person in ("mapper", "neighbour")]
    for window, answer in zip(windows, ("1", "2"), strict=True):
        window.page.bring_to_front()
        window.page.get_by_role("button", name="Change this mapping").click()
        window.page.get_by_label("Power: Choir", exact=True).fill(answer)
    windows[0].page.bring_to_front()
    save_form(windows[0])
    page = windows[1].page
    page.bring_to_front()
    page.click("dialog[open] [type=submit]")
    page.wait_for_selector("dialog[open] .field-error:has-text('Now: 1')")
    page.get_by_role("button", name="Keep mine").click()
    save_form(windows[1])
    assert [row.power for row in rows(workshop, Position, valley)] == [2]


def test_dragging_a_mark_in_the_grid_fills_in_power_and_interest(open_network):
    window = open_network("mapper")
    page = window.page
    page.get_by_role("button", name="New Net-Map").last.click()
    page.wait_for_selector("dialog[open] .net-map-mark")
    mark = page.locator(".net-map-mark", has_text="Ferry")
    mark.scroll_into_view_if_needed()
    cell = page.locator(".net-map-cell[data-power='2'][data-interest='3']")
    (start, end) = (mark.bounding_box(), cell.bounding_box())
    drag(page, (start["x"] + 8, start["y"] + 8), (end["x"] + 20, end["y"] + 10))
    assert [page.get_by_label(f"{name}: Ferry", exact=True).input_value() for name in ("Power", "Interest")] == ["2", "3"]
    assert "Ferry" in cell.inner_text()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Close without saving", exact=True).click()
    page.wait_for_selector("dialog", state="detached")


def test_two_people_who_correct_the_question_see_both_and_the_second_chooses(open_network, workshop, valley):
    with workshop.server.rows() as session:
        choir = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == valley, Stakeholder.name == "Choir")).one()
        make_position(session, choir, power=4, question="Who pays?")
    windows = [open_network(person) for person in ("mapper", "neighbour")]
    for window, question in zip(windows, ("Who pays the rent?", "Who pays for rooms?"), strict=True):
        window.page.bring_to_front()
        window.page.get_by_role("button", name="Change this mapping").click()
        window.page.fill("#net-map-question", question)
    windows[0].page.bring_to_front()
    save_form(windows[0])
    page = windows[1].page
    page.bring_to_front()
    page.click("dialog[open] [type=submit]")
    page.wait_for_selector("#net-map-question-error:has-text('Now: Who pays the rent?')")
    page.get_by_role("button", name="Keep theirs").press("Enter")
    assert page.input_value("#net-map-question") == "Who pays the rent?"
    page.click("dialog[open] [type=submit]")
    page.wait_for_selector("dialog", state="detached")
    assert [row.question for row in rows(workshop, Position, valley)] == ["Who pays the rent?"]
