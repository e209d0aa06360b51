"""Which columns fill a dataclass."""

from dataclasses import dataclass

import pytest

from data_layer.models import Event, Network
from data_layer.projects.line import columns_for


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    network: str
    later: tuple[int, ...] = ()


def test_fields_are_filled_from_columns_of_the_same_name_in_their_order():
    assert [column.key for column in columns_for(Line, Event, network=Network.name)] == ["title", "name"]


def test_a_field_without_a_column_is_an_error():
    with pytest.raises(AttributeError):
        columns_for(Line, Event)
