"""What a neighbour adds meanwhile."""

from tests.browser.mapping.picture import PLACES, VIEW, save_form, ties_drawn


def test_what_a_neighbour_adds_appears_by_itself_and_nothing_else_moves(open_network):
    watching, adding = open_network("mapper"), open_network("neighbour")
    page = watching.page
    page.locator("[data-zoom=in]").click()
    page.locator("[data-choose]", has_text="Bakery").first.click()
    page.wait_for_selector("#network-panel h3:text-is('Bakery')")
    watching.settle()
    view, places = page.evaluate(VIEW), page.evaluate(PLACES)
    adding.page.bring_to_front()
    adding.page.locator(".as-table summary").first.click()
    adding.page.locator("#network-people button", has_text="Add a tie: Bakery").click()
    adding.page.wait_for_selector("dialog[open] #form-to")
    adding.page.fill("#form-to", "Ferry")
    save_form(adding)
    page.bring_to_front()
    ties_drawn(page, 7)
    page.wait_for_function("() => document.getElementById('network-panel')?.innerText.includes('Ferry')")
    assert page.inner_text("#network-panel h3") == "Bakery"
    assert (page.evaluate(VIEW), page.evaluate(PLACES)) == (view, places)
    assert page.inner_text("#network-status") == "6 stakeholders, 7 ties"
