"""Which LEN a row is of."""

import pytest

from data_layer.models import FundingSource, Network, Release, Stakeholder
from data_layer.models.columns import home_column, home_name, home_of


@pytest.mark.parametrize(
    ("row", "home"),
    [
        (Stakeholder(id=1, network_id=7), 7),
        (Network(id=7), 7),
        (FundingSource(id=1, entered_by_id=7), 7),
        (FundingSource(id=1), None),
        (Release(id=1), None),
    ],
)
def test_a_row_is_of_the_network_that_its_kind_says(row, home):
    assert home_of(row) == home


@pytest.mark.parametrize(("model", "name"), [(Stakeholder, "network_id"), (Network, "id"), (FundingSource, "entered_by_id")])
def test_the_column_that_says_so_can_be_asked_for(model, name):
    assert (home_name(model), home_column(model).key) == (name, name)


def test_a_kind_of_no_network_has_no_such_column():
    with pytest.raises(TypeError):
        home_name(Release)
