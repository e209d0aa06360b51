"""How a page comes to the browser: asked for once and while Dash still loads, and in plain elements."""

import pytest

ASKED = (
    "performance.getEntriesByType('resource').filter(entry => entry.name.includes('/_dash-')).map(entry => new URL(entry.name).pathname)"
)
BEGINNINGS = (
    """Object.fromEntries(performance.getEntriesByType('resource').map(entry => [new URL(entry.name).pathname, entry.startTime]))"""
)
OURS = {"/_dash-layout", "/_dash-dependencies", "/_dash-update-component"}


@pytest.fixture
def window(visit):
    return visit("coordinator")


@pytest.mark.parametrize("place", ["/", "/participation?year=2017", "/help#density"])
def test_a_page_is_asked_for_once(window, place):
    window.page.goto("about:blank")
    window.open(place)
    asked = [path for path in window.page.evaluate(ASKED) if path in OURS]
    assert sorted(asked) == sorted(OURS)
    assert window.page.locator("#_pages_content h1").count() == 1
    assert window.take_faults() == []


def test_a_page_is_asked_for_before_dash_has_loaded(window):
    window.page.goto("about:blank")
    window.open("/participation")
    loaded = window.page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    begun = window.page.evaluate(BEGINNINGS)
    assert all(begun[path] < loaded for path in OURS)


def test_a_page_that_cannot_be_built_ahead_is_asked_for_again_and_its_fault_is_told(window):
    window.refusals_meant = True
    window.page.route("**/_dash-update-component*", lambda route: route.fulfill(status=503, json={"status": 503, "message": "Not now."}))
    window.page.goto(f"{window.address}/participation")
    window.page.get_by_text("Not now.").wait_for()
    window.page.unroute("**/_dash-update-component*")


def test_a_link_in_the_content_changes_the_page_and_keeps_the_document(window):
    window.open("/micro-projects")
    window.page.evaluate("window.same = true")
    window.follow(window.page.locator("#_pages_content a[href^='/micro-projects/']:visible").first)
    assert window.page.evaluate("window.same")


def test_back_brings_the_page_before(window):
    window.open("/participation")
    heading = window.page.inner_text("#_pages_content h1")
    window.follow(window.page.locator("header a[href='/funding']:visible").first)
    window.page.go_back()
    window.page.wait_for_function("heading => document.querySelector('#_pages_content h1')?.innerText === heading", arg=heading)


def test_content_is_drawn_in_plain_elements(window):
    """A component of Dash costs ten times what an element costs; only what callbacks reach may be one."""
    window.open("/participation")
    count = """() => {
      const walk = (part) => Array.isArray(part) ? part.reduce((sum, one) => sum + walk(one), 0) : part && part.props ? 1 + walk(part.props.children) : 0;
      return walk(dash_stores[0].getState().layout.components);
    }"""
    assert window.page.evaluate(count) < 80
    assert window.page.evaluate("document.querySelectorAll('*').length") > 500


def test_an_address_with_a_script_in_it_is_not_followed(window):
    window.open("/help")
    drawn = window.page.evaluate("""() => {
      const place = document.createElement('div');
      const tree = [['a', { href: 'javascript:alert(1)' }, 'x']];
      ReactDOM.flushSync(() => ReactDOM.createRoot(place).render(React.createElement(len_still.Still, { tree })));
      return place.firstChild.getAttribute('href');
    }""")
    assert "javascript" not in drawn
