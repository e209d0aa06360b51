"""The help page: contents, entries, the table of the pyramid."""

from components.help.glossary import glossary
from components.help.glossary_view import contents, explained
from components.help.terms.entry import Entry, Group, Source
from tests.components.tree import attribute, find, find_all, of_type, text

ONE = Entry(
    "gap",
    "Gap",
    ["How far apart.", "Talk about it."],
    counted="The latest ones.",
    parts=[("none", "both the same")],
    sources=[Source("A document"), Source("A page", "https://example.org/a"), Source("Old page", "http://example.org/b")],
    see=["hub"],
    original="Abstand",
)
GROUPS = [Group("help-say", "Say", [ONE, Entry("hub", "Hub", ["Many ties."])])]
PAGE = explained(GROUPS)


def test_the_contents_lead_to_every_entry():
    assert [link.href for link in of_type(contents(GROUPS), "A")] == ["#help-say", "#gap", "#hub"]


def test_an_entry_can_be_linked_to_and_take_the_focus():
    term = of_type(PAGE, "Dt")[0]
    assert (term.id, term.tabIndex, text(term)) == ("gap", -1, "Gap Abstand")


def test_an_entry_says_what_it_is_how_it_is_counted_and_where_it_comes_from():
    first = find_all(PAGE, "term")[0]
    assert text(of_type(first, "Dd")[0]) == "How far apart. Talk about it. none: both the same"
    assert text(find(first, "beside")) == (
        "How it is counted: The latest ones. Source: A document; A page; Old page (http://example.org/b) See also: Hub"
    )


def test_only_safe_addresses_become_links():
    assert [link.href for link in of_type(find(PAGE, "beside"), "A")] == ["https://example.org/a", "#hub"]


def test_an_entry_without_rule_and_source_has_nothing_beside_it():
    assert find_all(find_all(PAGE, "term")[1], "beside") == []


def test_a_reader_of_german_needs_no_original(reader_of_german):
    assert find_all(explained(GROUPS), "original") == []


def test_the_pyramid_comes_with_fourteen_places_for_titles_in_both_languages():
    pyramid = next(term for term in find_all(explained(glossary()), "term") if of_type(term, "Dt")[0].id == "pyramid")
    (table,) = of_type(pyramid, "Table")
    originals = [small for small in of_type(table, "Small") if attribute(small, "lang") == "de"]
    assert (len(of_type(of_type(table, "Tbody")[0], "Tr")), len(originals)) == (7, 13)


def test_the_counting_rules_lead_to_every_figure_that_has_one():
    page = explained(glossary())
    rules = next(term for term in find_all(page, "term") if of_type(term, "Dt")[0].id == "counting-rules")
    counted = [entry.anchor for group in glossary() for entry in group.entries if entry.counted]
    assert [link.href.removeprefix("#") for link in of_type(of_type(rules, "Dd")[0], "A")] == counted
