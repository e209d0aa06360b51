"""A small library of indicators to choose from; their words are in `components/indicators/library_words.py`.

The levels are those of empowerment theory (Zimmerman 1995, 2000) as SEMPRE uses them: individual, organisational, societal. Which ones fit
is for each project to choose (Nordregio policy brief PB2019:2).
"""

from dataclasses import dataclass

from data_layer.vocabulary import EvaluationLevel, IndicatorKind

INDIVIDUAL, ORGANISATIONAL, SOCIETAL = EvaluationLevel.INDIVIDUAL, EvaluationLevel.ORGANISATIONAL, EvaluationLevel.SOCIETAL
COUNTED, DESCRIPTIVE = IndicatorKind.COUNTED, IndicatorKind.DESCRIPTIVE


@dataclass(frozen=True, slots=True)
class Template:
    """One indicator of the library; `of_persons`: it counts persons, so that small numbers are hidden from leaders."""

    code: str
    level: EvaluationLevel
    kind: IndicatorKind
    of_persons: bool = False


LIBRARY = (
    Template("speaks", INDIVIDUAL, DESCRIPTIVE),
    Template("learned", INDIVIDUAL, DESCRIPTIVE),
    Template("work", INDIVIDUAL, COUNTED, of_persons=True),
    Template("leads", INDIVIDUAL, COUNTED, of_persons=True),
    Template("chairs", ORGANISATIONAL, COUNTED),
    Template("money", ORGANISATIONAL, COUNTED),
    Template("agreed", ORGANISATIONAL, DESCRIPTIVE),
    Template("runs", ORGANISATIONAL, DESCRIPTIVE),
    Template("authority", SOCIETAL, COUNTED),
    Template("rules", SOCIETAL, COUNTED),
    Template("regular", SOCIETAL, COUNTED),
    Template("seen", SOCIETAL, DESCRIPTIVE),
)
