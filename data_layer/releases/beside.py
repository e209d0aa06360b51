"""What a leader puts beside the figures of a release: words that were agreed to, and biographies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_layer.releases.released import ToldProject
from data_layer.releases.told import OfferedProject, as_one, offered_projects, told_of, told_parts
from data_layer.releases.watched import OfferedIndicator, offered_indicators
from data_layer.releases.word import ChosenWord, OfferedWord, offered_words, word_parts, words_chosen


@dataclass(frozen=True, slots=True)
class OfferedBeside:
    """What can be chosen."""

    words: list[OfferedWord]
    projects: list[OfferedProject]
    indicators: list[OfferedIndicator]


@dataclass(frozen=True, slots=True)
class Beside:
    """What was chosen."""

    words: tuple[ChosenWord, ...] = ()
    told: tuple[ToldProject, ...] = ()


def offered_beside(session: Session, network_ids: Collection[int]) -> OfferedBeside:
    """What can be chosen in these LENs. Three statements."""
    return OfferedBeside(
        offered_words(session, network_ids), offered_projects(session, network_ids), offered_indicators(session, network_ids)
    )


def chosen_beside(session: Session, *, words: Sequence[str], told: Collection[int], network_ids: Collection[int]) -> Beside:
    """What has these keys ("voice-12") and ids of micro projects in these LENs. At most one statement.

    Problem with the field "word" or "told" where one of them may not be released, or is not for this session to see.
    """
    parts = [*word_parts(words, network_ids), *(told_parts(told, network_ids) if told else [])]
    rows = session.execute(as_one(parts)).all() if parts else []
    return Beside(tuple(words_chosen(rows, words)), told_of(rows, told))
