"""What people said: when, where, by whom, and to which themes each of the two who code put it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Coding, Event, MicroProject, Network, Voice, VoiceTheme
from data_layer.scope import Scope
from data_layer.vocabulary import CodingRound

# A theme is the code of one of the six, or the name of one of a LEN's own behind this sign: LENs that name theirs alike share it.
OWN = "="


@dataclass(frozen=True, slots=True)
class Choice:
    """What one person, or both together, saw in a voice; `coder_id` is None where nobody knows who it was."""

    themes: frozenset[str]
    coder_id: int | None


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """One statement without its words; `first` and `last` hold its day, `choices` who saw which themes by round."""

    id: int
    network_id: int
    network: str
    kind: str
    teller: str
    first: date | None
    last: date | None
    checked: bool
    consent: str
    withdrawn: bool
    micro_project_id: int | None
    micro_project: str | None
    event_id: int | None
    event: str | None
    choices: Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme of a LEN's own."""

    id: int
    network_id: int
    name: str


def voices(session: Session, scope: Scope, own: Collection[OwnTheme]) -> list[VoiceLine]:
    """The statements of the scope that the session sees, the latest first, those without a date at the end. Two statements."""
    query = (
        sa.select(
            Voice.id,
            Voice.network_id,
            Network.name,
            Voice.kind,
            Voice.teller,
            Voice.day_first,
            Voice.day_last,
            Voice.checked,
            Voice.consent,
            Voice.withdrawn_day,
            Voice.micro_project_id,
            MicroProject.name,
            Voice.event_id,
            Event.title,
        )
        .join(Network, Network.id == Voice.network_id)
        .outerjoin(MicroProject, MicroProject.id == Voice.micro_project_id)
        .outerjoin(Event, Event.id == Voice.event_id)
        .where(scope.networks(Voice), scope.groups(Voice), scope.dated(Voice))
        .order_by(Voice.day_last.desc().nulls_last(), Voice.id.desc())
    )
    choices = _choices(session, scope, own)
    return [
        VoiceLine(*row[:9], row[9] is not None, *row[10:], choices=choices.get(row[0], {}))  # type: ignore[call-arg]
        for row in session.execute(query)
    ]


def _choices(session: Session, scope: Scope, own: Collection[OwnTheme]) -> dict[int, dict[str, Choice]]:
    """Voice -> round -> what was seen in it."""
    names = {theme.id: OWN + theme.name for theme in own}
    query = sa.select(Coding.voice_id, Coding.round, Coding.theme, Coding.own_theme_id, Coding.coder_id).where(scope.networks(Coding))
    found: dict[int, dict[str, tuple[set[str], int | None]]] = {}
    for voice_id, coded, theme, own_id, coder_id in session.execute(query.order_by(Coding.id)):
        themes, _coder = found.setdefault(voice_id, {}).setdefault(coded, (set(), coder_id))
        seen = theme or names.get(own_id or 0)
        if seen is not None:
            themes.add(seen)
    return {
        voice_id: {coded: Choice(frozenset(themes), coder_id) for coded, (themes, coder_id) in rounds.items()}
        for voice_id, rounds in found.items()
    }


def own_themes(session: Session, scope: Scope) -> list[OwnTheme]:
    """The themes of their own that LENs of the scope have, by name. One statement."""
    query = sa.select(VoiceTheme.id, VoiceTheme.network_id, VoiceTheme.name).where(scope.networks(VoiceTheme))
    return [OwnTheme(*row) for row in session.execute(query.order_by(VoiceTheme.name, VoiceTheme.id))]


def words_of(session: Session, voice_ids: Collection[int]) -> dict[int, str]:
    """The words of these statements. One statement."""
    return {row.id: row.words for row in session.execute(sa.select(Voice.id, Voice.words).where(Voice.id.in_(voice_ids)))}


def first_of(line: VoiceLine) -> Choice | None:
    """What the first person saw; None where nobody has coded it."""
    return line.choices.get(CodingRound.FIRST)


def second_of(line: VoiceLine) -> Choice | None:
    """What the second person saw; None where only one has coded it, or nobody."""
    return line.choices.get(CodingRound.SECOND)


def settled_of(line: VoiceLine) -> Choice | None:
    """What both settled on; None where they have not, or need not."""
    return line.choices.get(CodingRound.SETTLED)
