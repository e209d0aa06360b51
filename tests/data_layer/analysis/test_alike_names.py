"""Names that may mean the same, and names that only look alike."""

import pytest

from data_layer.analysis.alike_names import COMMON, Named, alike_names


def pairs(*names, local=()):
    rows = [Named(number, name) for number, name in enumerate(names)]
    return [(first.name, second.name) for first, second in alike_names(rows, local=local)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repair café", "Repair Cafe"),
        ("Parish diaconia Sandora", "Sandora, parish diaconia"),
        ("Coompanion Norrbotten", "Coompanion Norrboten"),
        ("Coompanion", "Coompanon"),
        ("Tenants’ association e. V.", "Tenants’ association"),
        ("Church of the Harbour", "Harbour Church"),
        ("Estonian Evangelical Lutheran Church (EELC)", "EELC"),
        ("Estonian Evangelical Lutheran Church", "EELC"),
        ("Kirchlicher Dienst in der Arbeitswelt", "KDA"),
        ("Seniorpunkten (Korsholm)", "Seniorpunkten"),
    ],
)
def test_these_may_be_the_same(one, other):
    assert len(pairs(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Diaconie of Schleswig-Holstein", "Diaconie of Dithmarschen"),
        ("Support group Varavīksne", "Support group Cerību stariņš"),
        ("Youth club north", "Youth club south"),
        ("Village school 12", "Village school 13"),
        ("Village school", "Village school 2"),
        ("Local companies", "Local societies"),
        ("Coop", "Coompanion"),
        ("EELC Diaconia", "Estonian Evangelical Lutheran Church (EELC)"),
        ("Varde municipality", "Harku municipality"),
    ],
)
def test_these_only_look_alike(one, other):
    assert pairs(one, other) == []


def test_names_of_the_region_add_nothing():
    assert pairs("Job centre", "Job centre Plön", local=["Plön district"]) == [("Job centre", "Job centre Plön")]


def test_a_name_made_of_the_region_alone_keeps_its_words():
    assert pairs("Plön", "Plön district", local=["Plön district"]) == []


def test_names_of_signs_only_are_not_compared():
    assert pairs("–", "…") == []


@pytest.mark.parametrize(("body", "same"), [(1, True), (2, False)])
def test_where_both_bodies_are_known_they_decide(body, same):
    rows = [Named(1, "Parish", 1), Named(2, "Something else" if same else "Parish", body)]
    assert bool(alike_names(rows)) == same


def test_one_known_body_leaves_the_question_open():
    assert len(alike_names([Named(1, "Parish", 1), Named(2, "Parish")])) == 1


def test_each_pair_is_told_once_by_name():
    assert pairs("Harbour church", "Church of the Harbour", "Café") == [("Church of the Harbour", "Harbour church")]


def test_a_word_that_many_share_tells_nothing():
    many = [f"Group of {letter * 6}x" for letter in "abcdefghijklmnopq"]
    assert len(many) > COMMON
    assert pairs(*many, "Group of aaaaaay") == []


def test_three_hundred_names_take_few_comparisons():
    names = [f"Office {number} of the {word} quarter" for number in range(100) for word in ("northern", "middle", "southern")]
    assert pairs(*names) == []


def test_who_looks_thoroughly_finds_a_typing_mistake_among_names_that_share_their_words():
    many = [Named(place, f"Group of {letter * 6}x") for place, letter in enumerate("abcdefghijklmnopq")]
    found = alike_names([*many, Named(99, "Group of aaaaaay")], thorough=True)
    assert [(one.name, other.name) for one, other in found] == [("Group of aaaaaax", "Group of aaaaaay")]
