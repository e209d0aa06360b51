"""The biographies and the words of a release as plain pieces that a template writes down."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from components.formats import country, money, vague_date
from components.vocabulary import label
from data_layer.releases.released import Moment, ToldProject
from data_layer.releases.word import SaidWord


@dataclass(frozen=True, slots=True)
class Said:
    """Words of somebody, and who they are of."""

    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Story:
    """The biography of a micro project: where, for whom, dated moments as (when, what, source), and what was said there."""

    name: str
    about: str
    description: str | None
    moments: tuple[tuple[str, str, str | None], ...]
    said: tuple[Said, ...]


def stories(told: Sequence[ToldProject], words: Sequence[SaidWord]) -> list[Story]:
    """The biographies, each with the words that belong to it."""
    return [_story(project, [word for word in words if word.micro_project_id == project.micro_project_id]) for project in told]


def alone(told: Sequence[ToldProject], words: Sequence[SaidWord]) -> list[Said]:
    """The words that belong to no biography of the release."""
    inside = {project.micro_project_id for project in told}
    return [_said(word) for word in words if word.micro_project_id not in inside]


def _story(project: ToldProject, words: Sequence[SaidWord]) -> Story:
    about = [project.place, country(project.country) if project.country else None, project.for_whom]
    moments = tuple((vague_date(*moment.day), _what(moment), moment.source) for moment in project.moments)
    return Story(project.name, " · ".join(filter(None, about)), project.description, moments, tuple(map(_said, words)))


def _what(moment: Moment) -> str:
    kinds = {"phase": "phase", "end": "end_state", "money": "case_state"}
    code = label(kinds[moment.kind], moment.code) if moment.kind in kinds and moment.code else None
    amount = money(moment.amount, moment.currency) if moment.amount is not None and moment.currency else None
    remark = f"° {label('note_kind', moment.remark)}" if moment.remark else None
    return " · ".join(filter(None, (moment.words, code, amount, moment.place, remark)))


def _said(word: SaidWord) -> Said:
    where = [word.place, country(word.country) if word.country else None]
    invented = [_("invented for demonstration")] if word.invented else []
    return Said(word.words, " · ".join(filter(None, [label("teller", word.teller), *where, *invented])))
