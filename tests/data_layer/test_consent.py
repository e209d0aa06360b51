"""For a leader there are no words without consent, in whatever shape the question comes."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import aliased

from data_layer.access import get_row, reading, writing
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.editing.edit import add_row, trash_rows
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Account, Coding, MicroProject, Network, Note, Story, Voice
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_coding,
    make_micro_project,
    make_network,
    make_note,
    make_pilot,
    make_story,
    make_voice,
    make_voice_theme,
)

AGREED = {"consent": "leaders", "consent_day": date(2020, 1, 1)}
LEADER = Actor(1, "leader@example.org", AccountRole.LEADER, all_networks=True)
COORDINATOR = Actor(2, "coordinator@example.org", AccountRole.COORDINATOR, all_networks=True)
OTHER = aliased(Voice)


@pytest.fixture
def words(session):
    """A shared, an unshared and a withdrawn voice and story of each; returns their ids by name."""
    with acting(session, "test") as action:
        for role in ("leader", "coordinator"):
            action.insert(Account(email=f"{role}@example.org", password_hash="x", role=role, all_networks=True, created_at=now()))
    network = make_network(session)
    project = make_micro_project(session, network)
    ids = {"network": network.id, "project": project.id}
    for name, fields in {"shared": AGREED, "silent": {}, "withdrawn": {**AGREED, "withdrawn_day": date(2020, 2, 1)}}.items():
        voice = make_voice(session, network, f"{name} voice", checked=True, micro_project_id=project.id, **fields)
        story = make_story(session, project, f"{name} story", **fields)
        make_coding(session, voice, None, own_theme_id=make_voice_theme(session, network, f"{name} theme").id)
        for row, field in ((voice, "words"), (story, "title")):
            make_note(session, row, field, text=f"{name} note")
        ids |= {f"{name} voice": voice.id, f"{name} story": story.id}
    session.commit()
    return ids


SHAPES = {
    "entity": lambda: sa.select(Voice.words),
    "alias": lambda: sa.select(OTHER.words),
    "story": lambda: sa.select(Story.title),
    "note": lambda: sa.select(Note.text),
    "counted": lambda: sa.select(sa.func.group_concat(Voice.words)),
    "joined": lambda: sa.select(MicroProject.name, Voice.words).join(Voice, Voice.micro_project_id == MicroProject.id),
    "subquery": lambda: sa.select(sa.select(Voice.words).subquery().c.words),
    "union": lambda: sa.union(sa.select(Voice.words), sa.select(Story.title)),
    "in subquery": lambda: sa.select(OTHER.words).where(OTHER.id.in_(sa.select(Voice.id))),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_question_shows_a_leader_words_without_consent(words, shape):
    with reading(LEADER) as session:
        answer = str(session.execute(SHAPES[shape]()).all())
    assert "shared" in answer
    assert "silent" not in answer
    assert "withdrawn" not in answer


@pytest.mark.parametrize("shape", SHAPES)
def test_a_coordinator_sees_all_of_them(words, shape):
    with reading(COORDINATOR) as session:
        answer = str(session.execute(SHAPES[shape]()).all())
    assert all(name in answer for name in ("shared", "silent", "withdrawn"))


def test_what_unshared_words_were_coded_to_is_not_there_either(words):
    with reading(LEADER) as session:
        assert list(session.scalars(sa.select(Coding.voice_id))) == [words["shared voice"]]


def test_words_that_nobody_has_checked_are_not_there(session, words):
    with reading(LEADER) as leaders, pytest.raises(NotFound):
        get_row(leaders, Voice, words["silent voice"])


def test_taking_consent_back_acts_at_once(words):
    with bare_session(write=True) as session, acting(session, "test") as action:
        action.update(get_row(session, Voice, words["shared voice"]), withdrawn_day=date(2020, 3, 1))
        session.commit()
    with reading(LEADER) as session:
        assert session.scalar(sa.select(sa.func.count(Voice.id))) == 0


def test_a_leader_keeps_no_story_that_they_would_not_see_again(words):
    with pytest.raises(Problem, match="needs_consent"), writing(LEADER) as session:
        add_row(
            session,
            TABLES["story"],
            words["network"],
            {"micro_project": words["project"], "title": "New", "story": "It went well."},
        )


def test_a_leader_records_that_consent_was_taken_back(words):
    with writing(LEADER) as session, acting(session, "test") as action:
        action.update(get_row(session, Story, words["shared story"]), withdrawn_day=date(2020, 3, 1))


def test_a_leader_trashes_no_pilot_on_which_unseen_words_hang(session, words):
    pilot = make_pilot(session, get_row(session, Network, words["network"]))
    make_story(session, pilot, "silent too")
    session.commit()
    with pytest.raises(Problem, match="hangs_unseen"), writing(LEADER) as leaders:
        trash_rows(leaders, TABLES["pilot"], [pilot.id])


def test_a_leader_trashes_a_pilot_whose_words_they_see(session, words):
    pilot = make_pilot(session, get_row(session, Network, words["network"]))
    make_story(session, pilot, "told to all", **AGREED)
    session.commit()
    with writing(LEADER) as leaders:
        _action, counts = trash_rows(leaders, TABLES["pilot"], [pilot.id])
    assert counts["story"] == 1
