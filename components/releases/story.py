"""The biography of a micro project in a release, as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from components.formats import country, money, vague_date
from components.releases.tables import Moment, ToldProject, Word
from components.vocabulary import label


@dataclass(frozen=True, slots=True)
class ToldMoment:
    """When, what happened, and where that is stated (empty: not said)."""

    when: str
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words, and who said them as a kind of person."""

    words: str
    teller: str


@dataclass(frozen=True, slots=True)
class Story:
    """A biography; `about` says where and for whom it is."""

    name: str
    about: str
    description: str
    moments: tuple[ToldMoment, ...]
    quotes: tuple[Quote, ...]


def stories(told: Sequence[ToldProject], words: Sequence[Word] = ()) -> list[Story]:
    """The biographies of a release with the words that stand in them."""
    return [_story(project, [word for word in words if word.micro_project_id == project.micro_project_id]) for project in told]


def quotes_alone(told: Sequence[ToldProject], words: Sequence[Word]) -> list[Quote]:
    """The words that stand in no biography of the release."""
    placed = {project.micro_project_id for project in told}
    return [_quote(word) for word in words if word.micro_project_id not in placed]


def _story(project: ToldProject, words: Sequence[Word]) -> Story:
    where = ", ".join([*([project.place] if project.place else []), *([country(project.country)] if project.country else [])])
    about = ". ".join([*([where] if where else []), *([_("For: %(whom)s", whom=project.for_whom)] if project.for_whom else [])])
    moments = tuple(_moment(moment) for moment in project.moments)
    return Story(project.name, about, project.description or "", moments, tuple(map(_quote, words)))


def _moment(moment: Moment) -> ToldMoment:
    when = _("date unknown") if moment.day == (None, None) else vague_date(*moment.day)
    remark = f" ({label('note_kind', moment.remark)})" if moment.remark else ""
    return ToldMoment(when, _what(moment) + remark, moment.source or "")


def _what(moment: Moment) -> str:
    kind = _kinds().get(moment.kind, moment.kind)
    parts = [moment.words, _code(moment), moment.place, _amount(moment)]
    said = ", ".join(part for part in parts if part)
    return f"{kind}: {said}" if said else kind


def _kinds() -> dict[str, str]:
    return {"phase": _("Phase"), "event": _("Event"), "money": _("Money"), "end": _("End")}


def _code(moment: Moment) -> str:
    vocabulary = {"phase": "phase", "event": "event_kind", "money": "case_state", "end": "end_state"}.get(moment.kind)
    return label(vocabulary, moment.code) if vocabulary and moment.code else ""


def _amount(moment: Moment) -> str:
    return money(moment.amount, moment.currency) if moment.amount is not None and moment.currency else ""


def _quote(word: Word) -> Quote:
    teller = label("teller", word.teller)
    where = [*([word.place] if word.place else []), *([country(word.country)] if word.country else [])]
    said = ", ".join([teller, *where])
    return Quote(word.words, f"{said} ({label('note_kind', 'invented')})" if word.invented else said)
