"""Chosen indicators of a release, as they are stored."""

from dataclasses import replace
from datetime import date

from data_layer.releases.released import ReleasedIndicator

MAY = (date(2017, 5, 1), date(2017, 5, 31))
CHAIRS = ReleasedIndicator(
    name="Meetings chaired by service users",
    code="chairs",
    network="Plön",
    about="WIRkstatt",
    level="organisational",
    kind="counted",
    of_persons=False,
    unit="meetings",
    baseline=2,
    target=10,
    value=8,
    day=MAY,
    source="minutes",
    observed=2,
)
WORK = replace(
    CHAIRS, name="People employed", code=None, of_persons=True, level="individual", unit="people", baseline=None, hidden=("baseline",), value=65, target=60
)  # fmt: skip
SPEAKS = replace(
    CHAIRS, name="They speak for themselves", code=None, kind="descriptive", unit=None, baseline=None, target=None, value=None, day=(None, None), source=None
)  # fmt: skip
ALL = (CHAIRS, WORK, SPEAKS)
