"""A page loads only what it shows: no library of charts, tables or networks elsewhere, nothing twice."""

from urllib.parse import urlsplit

import pytest

from tests.browser.inspection import none
from tests.browser.places import about_one_row, open_to

HEAVY = ("plotly", "ag_grid", "ag-grid", "cytoscape", "mathjax", "/assets/network", "/assets/grid")
PLACES = [place for place in open_to("coordinator") if not about_one_row(place)]

STORED = "local_storage,indexeddb,cache_storage,service_workers,shader_cache,websql,file_systems"
WITH_LIBRARY = ("/network", "/data/stakeholder", "/data/tie")


def scripts(window):
    """The paths that were requested, without the fingerprints."""
    return [urlsplit(address).path for address in window.take_requests()]


def heavy(paths):
    return sorted(path for path in paths if any(word in path for word in HEAVY))


@pytest.fixture(scope="module")
def signed_in_only(new_window, signed_in):
    window = new_window(storage_state=signed_in("coordinator"))
    yield window
    window.page.context.close()


@pytest.fixture
def newcomer(signed_in_only):
    """A browser that is signed in and has nothing else of the dashboard yet."""
    window = signed_in_only
    window.page.goto("about:blank")
    browser = window.page.context.new_cdp_session(window.page)
    browser.send("Network.clearBrowserCache")
    browser.send("Storage.clearDataForOrigin", {"origin": window.address, "storageTypes": STORED})
    browser.detach()
    window.resize(1440)
    window.take_faults()
    window.take_requests()
    return window


@pytest.mark.parametrize("place", [place for place in PLACES if place not in WITH_LIBRARY])
def test_a_page_loads_no_library_that_it_does_not_use(place, newcomer):
    newcomer.open(place)
    newcomer.open_details()
    asked = scripts(newcomer)
    assert heavy(asked) == []
    assert "/assets/style.css" in asked
    assert sorted({path for path in asked if asked.count(path) > 1} - {"/_dash-update-component"}) == []
    none(newcomer.take_faults())


def test_the_network_page_loads_cytoscape_alone(newcomer):
    newcomer.open("/network")
    libraries = [path for path in heavy(scripts(newcomer)) if not path.startswith("/assets/")]
    assert len(libraries) == 1
    assert libraries[0].startswith("/_dash-component-suites/dash_cytoscape/dash_cytoscape.")
    assert newcomer.page.evaluate("() => document.getElementById('network-graph')._cyreg.cy.nodes().length") > 0
    none(newcomer.take_faults())


def test_a_table_to_edit_loads_the_free_edition_of_the_grid_alone(newcomer):
    newcomer.open("/data/stakeholder")
    newcomer.page.wait_for_selector(".ag-row")
    names = {path.rpartition("/")[2].partition(".")[0] for path in heavy(scripts(newcomer)) if not path.startswith("/assets/")}
    assert names == {"dash_ag_grid", "async-community"}
    none(newcomer.take_faults())


@pytest.mark.parametrize("width", [1440, 390])
def test_a_link_into_the_network_page_brings_cytoscape(width, newcomer):
    newcomer.resize(width)
    newcomer.open("/participation")
    assert heavy(scripts(newcomer)) == []
    if width < 860:
        newcomer.page.click(".menu > summary")
    newcomer.follow(newcomer.page.locator("header a[href='/network']:visible"))
    assert heavy(scripts(newcomer))
    assert newcomer.page.evaluate("() => document.getElementById('network-graph')._cyreg.cy.nodes().length") > 0
    newcomer.page.go_back()
    newcomer.page.wait_for_function("() => location.pathname === '/participation'")
    newcomer.settle()
    newcomer.page.wait_for_selector(".pyramid")
    newcomer.page.go_forward()
    newcomer.page.wait_for_function("() => location.pathname === '/network'")
    newcomer.page.wait_for_selector("#network-canvas[data-drawn]")
    newcomer.settle()
    none(newcomer.take_faults())


def fetched(window, path):
    """The scripts and styles that came over the line while the page was opened."""
    sent = []

    def note(request):
        if request.response().from_service_worker is False:
            sent.append(request)

    window.page.on("requestfinished", note)
    window.open(path)
    window.page.remove_listener("requestfinished", note)
    paths = [urlsplit(request.url).path for request in sent if request.sizes()["responseBodySize"] > 0]
    return [path for path in paths if path.startswith(("/_dash-component-suites/", "/assets/"))]


def test_the_second_look_at_a_page_fetches_no_script_again(newcomer):
    assert "/assets/style.css" in fetched(newcomer, "/participation")
    assert fetched(newcomer, "/participation") == []
