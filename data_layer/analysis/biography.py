"""What both sides last said of one micro project."""

from data_layer.analysis.pair import Pair, last_of, pairs, stage_pairs
from data_layer.participation import LatestReading, SubjectKind
from data_layer.projects.biography import Biography, ReadingLine
from data_layer.vocabulary import Side, Stage


def last_said(life: Biography) -> Pair | None:
    """The readings that stand for the two sides, by the rule of the participation page; None without any reading."""
    readings = [_latest_reading(life, reading) for reading in life.readings]
    latest = [last_of(each for each in readings if (each.side, each.stage) == (side, stage)) for side in Side for stage in Stage]
    return next(iter(pairs(stage_pairs(filter(None, latest)))), None)


def _latest_reading(life: Biography, reading: ReadingLine) -> LatestReading:
    own = life.profile
    subject = (SubjectKind.MICRO_PROJECT, own.id, own.name, own.id, (), own.place, own.country, own.network, own.network_id)
    return LatestReading(
        reading.id, *subject, reading.side, reading.stage, reading.low, reading.high, reading.day_first, reading.day_last, None
    )
