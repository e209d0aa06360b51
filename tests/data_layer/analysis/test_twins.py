"""Stakeholders that are perhaps one and the same body."""

from data_layer.analysis.twins import possible_twins
from data_layer.note import FieldNote
from tests.data_layer.analysis.drawn import member


def says_the_same(other):
    return (FieldNote("stakeholder", 1, "body_id", "reading", other, "perhaps the same", None),)


def pairs(*members):
    return [(found.one.name, found.other.name) for found in possible_twins(members)]


def test_a_note_on_the_body_names_a_twin():
    one = member(1, "Tailor cooperative", notes=says_the_same("Sewing corner"))
    (found,) = possible_twins([one, member(2, "Sewing corner")])
    assert (found.one.name, found.other.name, found.note.text) == ("Tailor cooperative", "Sewing corner", "perhaps the same")


def test_names_that_are_alike_may_be_twins():
    assert pairs(member(1, "Red Cross Kiel"), member(2, "Kiel Red Cross e.V.")) == [("Kiel Red Cross e.V.", "Red Cross Kiel")]


def test_each_pair_is_named_once():
    one = member(1, "Red Cross Kiel", notes=says_the_same("Kiel Red Cross"))
    assert len(pairs(one, member(2, "Kiel Red Cross"))) == 1


def test_a_note_that_names_nobody_here_is_no_twin():
    assert pairs(member(1, "Tailor cooperative", notes=says_the_same("Somebody elsewhere"))) == []


def test_other_notes_are_no_twins():
    notes = (FieldNote("stakeholder", 1, "role", "reading", "Town", None, None),)
    assert pairs(member(1, "Tailor cooperative", notes=notes), member(2, "Town")) == []
