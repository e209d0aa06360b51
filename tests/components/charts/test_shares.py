"""The largest part of something as bars."""

from components.charts.shares import Share, shares
from tests.components.tree import attribute, find_all, of_type, text

KNOWN = Share("Sewing room", "/micro-projects/1", "Northern Valley", 0.78123456, "78 % from the largest source", "County council")
UNKNOWN = Share("Café", "/micro-projects/2", "Northern Valley", None, "Share unknown", "2 sources")
ALONE = Share("Choir", "/micro-projects/3", "Northern Valley", 1.0, "Hangs on one source", "STEA", alone=True)


def made(*items):
    return shares(items, name="Largest source")


def test_a_bar_is_as_long_as_the_share():
    (bar,) = find_all(made(KNOWN), "share")
    assert attribute(bar.children, "--v") == 0.7812


def test_an_unknown_share_is_hatched_over_its_whole_length():
    (bar,) = find_all(made(UNKNOWN), "share")
    assert "is-unknown" in bar.className
    assert attribute(bar.children, "--v") == 1


def test_what_hangs_on_one_is_marked():
    assert "is-alone" in find_all(made(ALONE), "share")[0].className


def test_the_finding_stands_in_words_beside_the_bar():
    assert text(find_all(made(KNOWN), "share-says")) == "78 % from the largest sourceCounty council"


def test_bars_are_hidden_from_screen_readers():
    assert attribute(find_all(made(KNOWN), "share")[0], "aria-hidden") == "true"


def test_the_name_leads_to_the_thing():
    assert [part.href for part in of_type(made(KNOWN), "Link")] == ["/micro-projects/1"]
