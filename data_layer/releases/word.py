"""Words in a release: which may be chosen, what is kept of them, and what its readers get as long as the tellers agree."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.consent import may_be_released
from data_layer.models import AgreedWord, MicroProject, Network, Note, Release, ReleaseWord, Story, Voice
from data_layer.problem import Problem
from data_layer.vocabulary import NoteKind

KEY = re.compile(r"(voice|story)-([1-9][0-9]{0,17})", re.ASCII)
# As many can be read before they are released; of more, fewer LENs are chosen.
MOST_OFFERED = 200


@dataclass(frozen=True, slots=True)
class OfferedWord:
    """A statement or story that funders may read; `key` names it in an address ("voice-12"), `consent_day`: since when they may.

    `place` is the region of its LEN: no village is told with words. `invented`: made up for demonstration.
    """

    kind: str
    id: int
    network_id: int
    network: str
    words: str
    teller: str
    consent: str
    consent_day: date | None
    micro_project_id: int | None
    micro_project: str | None
    place: str | None
    country: str | None
    invented: bool

    @property
    def key(self) -> str:
        """How it is called in an address."""
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True, slots=True)
class SaidWord:
    """Words as readers of a release get them: who said them as a kind of person, and in which region and country.

    `micro_project_id` is that of the `ToldProject` in whose biography they stand, None where they stand alone.
    """

    words: str
    teller: str
    place: str | None
    country: str | None
    is_story: bool
    invented: bool
    micro_project_id: int | None


def offered_words(session: Session, network_ids: Collection[int]) -> list[OfferedWord]:
    """What may be chosen in these LENs, by LEN, the latest consent first; at most one more than MOST_OFFERED. One statement."""
    return _found(session, network_ids, {Voice: sa.true(), Story: sa.true()}, limit=MOST_OFFERED + 1)


def chosen_words(session: Session, keys: Sequence[str], network_ids: Collection[int]) -> list[OfferedWord]:
    """Those with these keys, in the order of `offered_words`. At most one statement.

    Problem("word_not_offered", "word") where one of them may not be released: foreign, not agreed to, taken back, or in the trash.
    """
    wanted: dict[Any, set[int]] = {Voice: set(), Story: set()}
    for key in keys:
        match = KEY.fullmatch(key)
        if match is None:
            raise Problem("word_not_offered", "word")
        wanted[Voice if match[1] == "voice" else Story].add(int(match[2]))
    if not keys:
        return []
    found = _found(session, network_ids, {model: model.id.in_(ids) for model, ids in wanted.items()})
    if len(found) != sum(map(len, wanted.values())):
        raise Problem("word_not_offered", "word")
    return found


def release_words(release_id: int, words: Sequence[OfferedWord], *, told: Collection[int] = ()) -> list[ReleaseWord]:
    """The rows to insert with a release; words about one of the micro projects `told` (ids) stand in its biography."""
    return [
        ReleaseWord(
            release_id=release_id,
            voice_id=word.id if word.kind == "voice" else None,
            story_id=word.id if word.kind == "story" else None,
            micro_project_id=word.micro_project_id if word.micro_project_id in told else None,
            words=word.words,
            teller=word.teller,
            place=word.place,
            country=word.country,
            invented=word.invented,
        )
        for word in words
    ]


def said_before(words: Sequence[OfferedWord], *, told: Collection[int] = ()) -> list[SaidWord]:
    """The words of a release that is not made yet as its readers would get them: for a preview."""
    return [
        SaidWord(
            word.words,
            word.teller,
            word.place,
            word.country,
            word.kind == "story",
            word.invented,
            word.micro_project_id if word.micro_project_id in told else None,
        )
        for word in words
    ]


def words_of(session: Session, release_id: int) -> list[SaidWord]:
    """The words of a release whose tellers agree at this moment; none of a release that the session does not see. One statement."""
    word: Any = AgreedWord
    columns = (word.words, word.teller, word.place, word.country, word.is_story, word.invented, word.micro_project_id)
    query = (
        sa.select(*columns)
        .join(Release, Release.id == word.release_id)
        .where(Release.id == release_id, Release.trashed_by.is_(None))
        .order_by(word.id)
    )
    return [SaidWord(row[0], row[1], row[2], row[3], bool(row[4]), bool(row[5]), row[6]) for row in session.execute(query)]


def _found(session: Session, network_ids: Collection[int], wanted: dict[Any, Any], limit: int | None = None) -> list[OfferedWord]:
    both = sa.union_all(*(_offer(model, network_ids, wanted[model]) for model in (Voice, Story)))
    query = both.order_by("network", sa.desc("consent_day"), "kind", "id").limit(limit)
    return [OfferedWord(*[*row[:-1], bool(row[-1])]) for row in session.execute(query)]


def _offer(model: Any, network_ids: Collection[int], wanted: Any) -> sa.Select[Any]:
    table = model.__tablename__
    made_up = sa.exists().where(
        Note.table_name == table, Note.row_id == model.id, Note.kind == NoteKind.INVENTED, Note.trashed_by.is_(None)
    )
    return (
        sa.select(
            sa.literal(table).label("kind"),
            model.id.label("id"),
            model.network_id,
            Network.name.label("network"),
            (model.words if model is Voice else model.story).label("words"),
            model.teller,
            model.consent,
            model.consent_day.label("consent_day"),
            model.micro_project_id,
            MicroProject.name.label("micro_project"),
            Network.region,
            Network.country,
            sa.case((made_up, 1), else_=0).label("invented"),
        )
        .join(Network, Network.id == model.network_id)
        .outerjoin(MicroProject, MicroProject.id == model.micro_project_id)
        .where(model.network_id.in_(network_ids), model.trashed_by.is_(None), may_be_released(model), wanted)
    )
