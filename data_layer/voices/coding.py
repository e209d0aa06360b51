"""Coding: two people, one after the other, say which themes they see in a voice; where they differ they settle it."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Coding, Voice, VoiceTheme
from data_layer.problem import Problem
from data_layer.vocabulary import CodingRound, FeedbackTheme

CODING = "coding"


def code_voice(
    session: Session, voice_id: int, *, coded: str, themes: Collection[str], own_themes: Collection[int], checked: bool = False
) -> int:
    """Keep which themes the actor sees in a voice, in one action; returns the action's id.

    `coded`: the round ("first", "second", "settled"); `checked`: the actor has looked that nobody can be recognised in the words.
    Raises NotFound for a voice that the session does not see, and Problem: "voice_unchecked", "coding_without_theme", "unknown_code",
    "no_such_row" (an own theme of another LEN, or none), "coded_by_another" (somebody else was first), "coded_by_one" (the second coder
    is the first), "not_coded_first", "coded_by_both" (what both chose stays as it was), "not_coded_by_both" (nothing to settle yet).
    """
    voice = get_row(session, Voice, voice_id)
    if not (voice.checked or checked):
        raise Problem("voice_unchecked", "checked")
    _check_themes(session, voice, themes, own_themes)
    actor: Actor | None = session.info.get("actor")
    coder_id = actor.account_id if actor else None
    codings = list(session.scalars(sa.select(Coding).where(Coding.voice_id == voice_id, Coding.trashed_by.is_(None)).order_by(Coding.id)))
    _check_turn(codings, coded, coder_id)
    chosen = {(theme, None) for theme in themes} | {(None, own) for own in own_themes}
    kept = {(row.theme, row.own_theme_id): row for row in codings if row.round == coded}
    new = sorted(chosen - set(kept), key=str)
    with acting(session, CODING) as recorder:
        if not voice.checked:
            recorder.update(voice, checked=True)
        recorder.trash_all(row for theme, row in kept.items() if theme not in chosen)
        recorder.insert_all(
            [
                Coding(network_id=voice.network_id, voice_id=voice_id, round=coded, theme=theme, own_theme_id=own, coder_id=coder_id)
                for theme, own in new
            ]
        )
        return recorder.action.id


def _check_themes(session: Session, voice: Voice, themes: Collection[str], own_themes: Collection[int]) -> None:
    if not themes and not own_themes:
        raise Problem("coding_without_theme", "theme")
    for theme in themes:
        if theme not in list(FeedbackTheme):
            raise Problem("unknown_code", "theme", value=theme, allowed=", ".join(FeedbackTheme))
    if not own_themes:
        return
    query = sa.select(VoiceTheme.id).where(VoiceTheme.id.in_(own_themes), VoiceTheme.network_id == voice.network_id)
    missing = set(own_themes) - set(session.scalars(query))
    if missing:
        raise Problem("no_such_row", "own_theme_id", value=str(min(missing)))


def _check_turn(codings: Collection[Coding], coded: str, coder_id: int | None) -> None:
    """Whether it is the actor's turn: who coded first is not known of what was imported."""
    coders = {row.round: row.coder_id for row in codings}
    first, second = CodingRound.FIRST in coders, CodingRound.SECOND in coders
    if coded == CodingRound.SETTLED:
        if not (first and second):
            raise Problem("not_coded_by_both", "round")
        return
    if first and second:
        raise Problem("coded_by_both", "round")
    if coded == CodingRound.FIRST and first and coders[CodingRound.FIRST] != coder_id:
        raise Problem("coded_by_another", "round")
    if coded == CodingRound.SECOND and not first:
        raise Problem("not_coded_first", "round")
    if coded == CodingRound.SECOND and coder_id is not None and coders[CodingRound.FIRST] == coder_id:
        raise Problem("coded_by_one", "round")
