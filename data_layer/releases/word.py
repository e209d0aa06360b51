"""Words in a release: which may be chosen, what is kept of them, and what its readers get as long as the tellers agree."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.consent import may_be_released
from data_layer.models import AgreedWord, MicroProject, Network, Note, Release, ReleaseWord, Story, Voice
from data_layer.problem import Problem
from data_layer.releases.told import part
from data_layer.vocabulary import NoteKind

KEY = re.compile(r"(voice|story)-([1-9][0-9]{0,17})", re.ASCII)
# As many can be read before they are released; of more, fewer LENs are chosen.
MOST_OFFERED = 400


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
    both = sa.union_all(*(_offer(model, network_ids) for model in (Voice, Story)))
    query = both.order_by("network", sa.desc("consent_day"), "kind", "id").limit(MOST_OFFERED + 1)
    return [OfferedWord(*[*row[:-1], bool(row[-1])]) for row in session.execute(query)]


@dataclass(frozen=True, slots=True)
class ChosenWord:
    """A statement or story that goes into a release; the fields are those of `OfferedWord`."""

    kind: str
    id: int
    words: str
    teller: str
    micro_project_id: int | None
    place: str | None
    country: str | None
    invented: bool


def word_parts(keys: Sequence[str], network_ids: Collection[int]) -> list[sa.Select[Any]]:
    """The words with these keys among those that may be released, to be read with `words_chosen`. Problem for what is no key."""
    matches = [KEY.fullmatch(key) for key in keys]
    if not all(matches):
        raise Problem("word_not_offered", "word")
    wanted = [(match[1], int(match[2])) for match in matches if match]
    return [
        part(model, kind, words=words, code=model.teller, place=Network.region, country=Network.country)
        .join(Network, Network.id == model.network_id)
        .where(model.network_id.in_(network_ids), may_be_released(model), model.id.in_([number for of, number in wanted if of == kind]))
        for kind, model, words in (("story", Story, Story.story), ("voice", Voice, Voice.words))
        if any(of == kind for of, _number in wanted)
    ]


def words_chosen(rows: Iterable[Any], keys: Sequence[str]) -> list[ChosenWord]:
    """The words from the rows of `word_parts`, stories first; rows of other kinds are left alone.

    Problem("word_not_offered", "word") where one of them may not be released: foreign, not agreed to, taken back, or in the trash.
    """
    found = [
        ChosenWord(row.kind, row.id, row.words, row.code, row.project_id, row.place, row.country, row.remark == NoteKind.INVENTED)
        for row in rows
        if row.kind in ("voice", "story")
    ]
    if len(found) != len(set(keys)):
        raise Problem("word_not_offered", "word")
    return found


def release_words(release_id: int, words: Sequence[ChosenWord], *, told: Collection[int] = ()) -> list[ReleaseWord]:
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


def said_before(words: Sequence[ChosenWord], *, told: Collection[int] = ()) -> list[SaidWord]:
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


def _offer(model: Any, network_ids: Collection[int]) -> sa.Select[Any]:
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
        .where(model.network_id.in_(network_ids), model.trashed_by.is_(None), may_be_released(model))
    )
