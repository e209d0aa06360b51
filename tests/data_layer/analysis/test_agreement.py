"""How far two people agree: hand-made tables, and nothing told of too few."""

import pytest

from data_layer.analysis.agreement import agreement, kappa
from tests.data_layer.analysis.test_theme import said


def pairs(both, first, second, neither):
    return [(True, True)] * both + [(True, False)] * first + [(False, True)] * second + [(False, False)] * neither


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((20, 5, 10, 15), 0.4),  # agreement 0.7, by chance 0.5
        ((5, 0, 0, 5), 1.0),
        ((0, 5, 5, 0), -1.0),
        ((25, 25, 25, 25), 0.0),
        ((10, 0, 0, 0), None),  # both always: chance explains everything
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_is_agreement_beyond_chance(table, expected):
    found = kappa(pairs(*table))
    assert found is None if expected is None else found == pytest.approx(expected)


def test_the_same_set_from_both_is_agreement():
    lines = [said(one=["time"], two=["time"])] * 9 + [said(one=["time", "choice"], two=["time"])]
    found = agreement(lines, ["time", "choice"], {})
    assert (found.coded, found.same, found.enough) == (10, 9, True)
    assert [(each.both, each.one, each.simple) for each in found.themes] == [(10, 0, 1.0), (0, 1, 0.9)]


def test_of_nine_statements_no_share_is_told():
    found = agreement([said(one=["time"], two=["time"])] * 9, ["time"], {})
    assert (found.enough, found.themes[0].simple, found.themes[0].kappa) == (False, None, None)


def test_what_was_settled_later_does_not_count_as_agreement():
    assert agreement([said(one=["time"], two=["choice"], settled=["time"])], ["time"], {}).same == 0


def test_a_theme_of_one_network_is_not_asked_of_others():
    lines = [said(one=["time"], two=["time"], place=(2, None, None))] * 10
    assert agreement(lines, ["=Transport"], {"=Transport": {1}}).themes[0].coded == 0


def test_statements_coded_by_one_are_left_out():
    assert agreement([said(one=["time"]), said()], ["time"], {}).coded == 0
