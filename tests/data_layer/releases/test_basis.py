"""The basis of a release comes back as it was, so that later releases are checked against what was true."""

import json

import pytest

from data_layer.disclosure.protection import protect
from data_layer.disclosure.table import Contribution, Dimension, Table, Unit
from data_layer.releases.basis import from_json, to_json

WHERE = (("network", ("1", "2")), ("period", ("2017-01", "undated")))


def persons():
    groups = Dimension("target_group", ("migrants", "youth+older"), {"youth+older": ("older", "youth")})
    return Table("reached", Unit.PERSONS, "reached", groups, where=WHERE, values={("migrants", ""): 31, ("youth+older", ""): 4})


def money():
    parts = (Contribution("1", 500), Contribution("2", 700, "county.example"))
    rows, columns = Dimension("instrument", ("grant",)), Dimension("state", ("received", "awarded"))
    return Table("money_EUR", Unit.MONEY, "money_EUR", rows, columns, WHERE, contributions={("grant", "received"): parts})


def answers():
    rows, columns = Dimension("side", ("professionals", "users")), Dimension("level", ("6", "7"))
    return Table(
        "say_by_side", Unit.ANSWERS, "readings", rows, columns, WHERE, {("users", "7"): 12}, empty=frozenset({("professionals", "7")})
    )


def test_a_basis_comes_back_as_it_was():
    basis = protect([persons(), money(), answers()]).basis
    assert from_json(json.loads(json.dumps(to_json(basis)))) == basis


def test_lists_that_come_again_are_written_once():
    stored = to_json(protect([persons(), money(), answers()]).basis)
    assert len(stored["lists"]) == len({tuple(codes) for codes in stored["lists"]})


def test_a_basis_of_another_version_is_refused():
    stored = to_json(protect([persons()]).basis)
    with pytest.raises(ValueError, match="version 2"):
        from_json({**stored, "version": 2})
