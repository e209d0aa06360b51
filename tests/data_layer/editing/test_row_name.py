"""A row is called by the known fields of its title, and by the names of the rows to which it points."""

from data_layer.editing.row_name import joined, name_parts, title_values
from data_layer.editing.tables import TABLES


def name_of(table, row_id):
    return f"the {table} {row_id}"


def test_links_are_told_by_name_and_codes_as_they_are_kept():
    parts = name_parts(TABLES["tie"], {"from": 3, "to": 4, "relation": "support"}, name_of)
    assert parts == (("from", "the stakeholder 3"), ("to", "the stakeholder 4"), ("relation", "support"))
    assert joined(parts) == "the stakeholder 3 / the stakeholder 4 / support"


def test_what_is_unknown_is_left_out():
    assert joined(name_parts(TABLES["assessment"], {"micro_project": None, "event": 2, "side": "users", "stage": ""}, name_of)) == (
        "the event 2 / users"
    )


def test_the_values_of_a_title_are_in_its_order_as_people_see_them():
    kept = {"funding_case_id": 7, "amount_minor": 250_000, "day_first": None, "day_last": None}
    assert title_values(TABLES["receipt"], kept.get) == {"funding_case": 7, "day": None, "amount": "2500.00"}
