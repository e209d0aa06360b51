"""Boxes that a script reads."""

from components.releases.tick_boxes import tick_boxes
from components.still import Still, still


def drawn(ticked):
    (list_,) = still(tick_boxes("told", [("7", "Tailors"), ("8", "Bakery")], ticked)).tree
    return [(box[2][1], box[3]) for box in list_[2:]]


def test_all_of_them_are_plain_elements():
    assert isinstance(still(tick_boxes("told", [("7", "Tailors")], [])), Still)
    assert [tick["type"] for tick, _label in drawn([])] == ["checkbox", "checkbox"]


def test_each_has_its_label_and_tells_its_value_and_its_list():
    tick, label = drawn(["8"])[1]
    assert (tick["name"], tick["id"], tick["defaultChecked"]) == ("told", "composing-told_input_8", True)
    assert label == ["label", {"htmlFor": tick["id"], "className": "form-check-label"}, "Bakery"]


def test_a_box_that_changed_is_another_box_so_that_the_browser_draws_it_anew():
    before, after = drawn(["7"]), drawn([])
    assert before[0][0]["key"] != after[0][0]["key"]
    assert before[1][0]["key"] == after[1][0]["key"]
