"""What both sides last said of one micro project."""

from data_layer.analysis.participation import Pair, pairs
from data_layer.participation import LatestReading
from data_layer.projects.biography import Biography, ReadingLine
from data_layer.vocabulary import Side


def last_said(life: Biography) -> Pair | None:
    """The readings that stand for the two sides, by the rule of the participation page; None without any reading."""
    found = [
        _latest_reading(life, reading)
        for side in Side
        for reading in _of_latest_date([reading for reading in life.readings if reading.side == side])
    ]
    return next(iter(pairs(found)), None)


def _of_latest_date(readings: list[ReadingLine]) -> list[ReadingLine]:
    """Readings come with the latest first."""
    return [reading for reading in readings if (reading.day_first, reading.day_last) == (readings[0].day_first, readings[0].day_last)]


def _latest_reading(life: Biography, reading: ReadingLine) -> LatestReading:
    own = life.profile
    place = (own.id, own.name, own.place, own.country, own.network)
    return LatestReading(
        reading.id, *place, reading.side, reading.stage, reading.low, reading.high, reading.day_first, reading.day_last, None
    )
