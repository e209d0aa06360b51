"""What new ties came out of, and what holds after an end."""

from datetime import date

import pytest

from components.network.change.origins import after_says, after_table, origins_picture, origins_say
from data_layer.analysis.left_behind import legacies
from data_layer.analysis.network_change import network_change
from data_layer.cache import results
from data_layer.network.origin import Beginnings, Occasion, Project
from tests.components.tree import text
from tests.data_layer.analysis.drawn import UNKNOWN, network, tie, year

DAYS = date(2017, 12, 31), date(2020, 12, 31)
FOUND = Beginnings({7: Project(7, "Sewing room", 1, "ended", year(2019))}, {5: Occasion(5, "Kitchen talk", UNKNOWN, None)})


@pytest.fixture
def drawn():
    results.clear()
    ties = [
        tie(1, 1, 2, start=year(2019), event_id=5, micro_project_id=7),
        tie(2, 1, 3, start=year(2018), micro_project_id=7),
        tie(3, 2, 3, start=year(2018)),
        tie(4, 2, 3, start=year(2016), end=year(2018)),
    ]
    return network("", alone="a b c", ties=ties)


def test_each_new_tie_counts_at_its_event_else_at_its_micro_project(drawn):
    parts = (drawn.ties, network_change(drawn, *DAYS), FOUND)
    assert text(origins_picture(*parts)) == "Kitchen talk1 Sewing room1 not recorded1"
    assert origins_say(*parts).startswith("Of 3 new ties it is recorded for 2 what they came out of. Ask for the others")


def test_without_a_new_tie_nothing_is_asked(drawn):
    parts = ([], network_change(drawn, *DAYS), FOUND)
    assert text(origins_picture(*parts)).startswith("No tie is new")
    assert origins_say(*parts) is None


def test_who_still_cooperates_is_named_with_the_end(drawn):
    shown = text(after_table(legacies(drawn, FOUND, DAYS[1]), drawn.names, caption="Left"))
    assert "Sewing room ended, 2019 2 2 0 0 b and c" in shown


def test_before_its_end_nobody_can_tell_what_holds_after_it(drawn):
    shown = text(after_table(legacies(drawn, FOUND, date(2018, 12, 31)), drawn.names, caption="Left"))
    assert "it ends only later" in shown


def test_the_sentence_counts_from_the_end_of_the_programme_on(drawn):
    found = legacies(drawn, FOUND, DAYS[1])
    assert after_says(found, network_change(drawn, *DAYS), DAYS[0]) == (
        "Of one tie that was there on 31 December 2017 0 is still there on 31 December 2020. "
        "2 ties came out of micro projects; 2 hold on that day."
    )


def test_without_a_micro_project_it_says_what_to_record(drawn):
    assert text(after_table([], drawn.names, caption="Left")).startswith("No micro project is recorded here")
