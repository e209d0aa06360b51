"""On paper: no masthead to press, no buttons, nothing cut off at the side, light whatever the screen was."""

import pytest

from tests.browser.inspection import none
from tests.browser.places import about_one_row, open_to

PRESSED = ["header .places", "header .who", "header .menu", ".skip", ".foot", ".preferences", "main .btn", "main .ask-tools", ".net-tools"]
A4 = 718  # 190 mm at 96 dots per inch
GROUND = "() => getComputedStyle(document.body).backgroundColor"
CUT = """() => [...document.querySelectorAll('main *')].filter(element => element.checkVisibility()
  && element.getBoundingClientRect().right > window.innerWidth + 1 && !element.closest('svg, .sr'))
  .slice(0, 5).map(element => `cut off at the side: ${element.tagName} ${element.className}`)"""


@pytest.mark.parametrize("place", [place for place in open_to("coordinator") if not about_one_row(place)])
def test_a_page_prints_cleanly(place, visit):
    window = visit("coordinator", theme="dark")
    window.open(place)
    window.page.emulate_media(media="print", color_scheme="dark")
    window.resize(A4)
    shown = [f"stands on paper: {what}" for what in PRESSED if window.page.locator(what).locator("visible=true").count()]
    dark = [] if window.page.evaluate(GROUND) == "rgb(255, 255, 255)" else [f"the ground is {window.page.evaluate(GROUND)}"]
    none([*shown, *dark, *window.page.evaluate(CUT), *window.take_faults()])


def test_a_page_becomes_a_document(visit):
    window = visit("coordinator")
    window.open("/participation")
    assert window.page.pdf(format="A4").startswith(b"%PDF-")


def test_the_pyramid_stands_on_a_sheet_as_on_a_screen(visit):
    window = visit("coordinator")
    window.open("/participation")
    window.page.emulate_media(media="print")
    window.resize(A4)
    left, right = (window.page.locator(f".stair-side.{side}").last.bounding_box() for side in ("left", "right"))
    assert left["x"] + left["width"] < right["x"] + 1
    assert abs(left["y"] - right["y"]) < 1
