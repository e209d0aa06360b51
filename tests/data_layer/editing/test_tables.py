"""The tables that people edit, as they see them."""

import sqlalchemy as sa

from data_layer.editing.tables import DERIVED, NOT_FIELDS, TABLES, FieldKind


def test_each_column_is_kept_by_one_field_or_is_nobodys_to_type():
    for table in TABLES.values():
        kept = [column for field in table.fields.values() for column in field.columns]
        others = {column.removeprefix(f"{table.name}.") for column in DERIVED if column.startswith(f"{table.name}.")} | NOT_FIELDS
        assert sorted(kept) == sorted(column.key for column in sa.inspect(table.model).local_table.columns if column.key not in others)


def test_a_vague_day_is_one_field_in_two_columns():
    field = TABLES["stakeholder"].fields["start"]
    assert (field.kind, field.columns) == (FieldKind.VAGUE_DAY, ("start_first", "start_last"))


def test_money_and_dates_of_a_funding_case_have_names_of_their_own():
    fields = TABLES["funding_case"].fields
    assert (fields["applied"].kind, fields["applied_amount"].kind) == (FieldKind.VAGUE_DAY, FieldKind.MONEY)


def test_a_link_names_the_table_it_points_to():
    assert {name: field.target for name, field in TABLES["tie"].fields.items() if field.kind is FieldKind.LINK} == {
        "from": "stakeholder",
        "to": "stakeholder",
        "micro_project": "micro_project",
        "event": "event",
    }


def test_a_choice_names_its_vocabulary():
    field = TABLES["stakeholder"].fields["sector"]
    assert (field.kind, field.vocabulary, field.required, "church" in field.codes) == (FieldKind.CHOICE, "sector", False, True)


def test_what_must_be_there_is_required():
    required = {table.name: {field.name: field.default for field in table.fields.values() if field.required} for table in TABLES.values()}
    assert required["tie"] == {"from": None, "to": None, "relation": "not_stated", "directed": False, "confirmed": False}
    assert required["receipt"] == {"funding_case": None, "amount": None}


def test_no_field_lets_a_person_name_another_network_or_author():
    names = {field for table in TABLES.values() for field in table.fields}
    assert names.isdisjoint({"network_id", "network", "id", "trashed_by", "body_id", "revision", "entered_by"})


def test_a_title_is_made_of_fields():
    assert all(set(table.title) <= set(table.fields) for table in TABLES.values())
