"""What waits: the most urgent at once, the rest on demand."""

from types import SimpleNamespace

from components.overview.waiting import HELP, MOST_PER_KIND, SHOWN, counts_by_kind, waiting_list
from tests.components.tree import find_all, of_type, text


def stalled(number):
    return SimpleNamespace(
        kind="stalled", network="Luleå", micro_project_id=number, micro_project=f"Project {number}", last_fact=(None, None)
    )


def empty(number):
    return SimpleNamespace(kind="empty", network=f"LEN {number}", network_id=number)


def found(stalls, empties):
    return {"stalled": [stalled(n) for n in range(stalls)], "empty": [empty(n) for n in range(empties)]}


def shown(stalls, empties):
    first, *_rest = waiting_list(found(stalls, empties))
    return [text(line) for line in find_all(first, "what")]


def test_a_few_are_all_shown():
    assert len(shown(2, 1)) == 3
    assert of_type(waiting_list(found(2, 1)), "Details") == []


def test_nothing_says_so():
    assert text(waiting_list(found(0, 0))) == "Nothing waits for you."


def test_of_many_the_most_urgent_kind_takes_the_places_and_each_kind_has_one():
    lines = shown(20, 20)
    assert len(lines) == SHOWN
    assert [line.startswith("Project") for line in lines] == [True] * (SHOWN - 1) + [False]


def test_the_rest_opens_on_demand_grouped_by_kind_with_counts():
    (details,) = of_type(waiting_list(found(12, 3)), "Details")
    assert text(details).startswith("Show the other 7 things that wait")
    assert [text(heading) for heading in of_type(details, "H3")] == ["Micro projects that stall 5", "Networks with nothing recorded 2"]


def test_nothing_is_shown_twice():
    lines = [text(line) for line in find_all(waiting_list(found(12, 3)), "what")]
    assert len(lines) == len(set(lines)) == 15


def test_very_many_of_a_kind_are_cut_with_a_word_on_how_to_see_them():
    (details,) = of_type(waiting_list(found(100, 0)), "Details")
    assert len(find_all(details, "what")) == MOST_PER_KIND
    assert f"{100 - SHOWN - MOST_PER_KIND} more are not listed here. Choose a single network above" in text(details)


def test_all_kinds_are_counted_those_without_any_included():
    assert text(counts_by_kind(found(3, 0))) == "Micro projects that stall 3 Networks with nothing recorded none"


def test_each_kind_leads_to_its_explanation():
    hrefs = [link.href for link in of_type(counts_by_kind({kind: [] for kind in HELP}), "Link")]
    assert hrefs == [f"/help#{anchor}" for anchor in HELP.values()]
