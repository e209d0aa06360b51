"""Words and biographies are chosen for a release, looked at in its preview, and kept with it."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.problem import Problem
from data_layer.releases.asked import read
from data_layer.releases.beside import chosen_beside, offered_beside
from data_layer.releases.choosing import offer
from data_layer.releases.composing import preview, release
from data_layer.releases.outcome import get_outcomes
from data_layer.releases.word import words_of
from data_layer.vocabulary import AccountRole
from tests import factories

AGREED = {"checked": True, "consent": "funders", "consent_day": date(2026, 2, 1), "teller": "service_user"}


@pytest.fixture
def network(session):
    return factories.make_network(session, "Valley", region="Northern Valley", country="SE")


@pytest.fixture
def project(session, network):
    made = factories.make_micro_project(session, network, "Bicycle workshop")
    factories.make_phase_change(session, made, "needs")
    return made


@pytest.fixture
def voice(session, network, project):
    return factories.make_voice(session, network, "They gave us the key.", micro_project_id=project.id, **AGREED)


@pytest.fixture
def funder(session):
    return add_account(session, email="funder@example.org", password="correct horse battery", role="funder")


def composition(session, funder, **more):
    texts = {"title": "Spring", "from": "2026-01", "to": "2026-12", "readers": str(funder.id), "tables": "projects_by_phase", **more}
    return read(texts, offer(session))


def test_words_and_biographies_are_offered_with_indicators_in_three_statements_and_read_in_one(session, network, project, voice, queries):
    ids = {"words": [f"voice-{voice.id}"], "told": [project.id], "network_ids": [network.id]}
    queries.clear()
    offered = offered_beside(session, ids["network_ids"])
    assert (len(offered.words), len(offered.projects), len(queries)) == (1, 1, 3)
    queries.clear()
    chosen = chosen_beside(session, **ids)
    assert ([word.words for word in chosen.words], [told.name for told in chosen.told]) == ([voice.words], ["Bicycle workshop"])
    assert len(queries) == 1


def test_nothing_chosen_costs_nothing(session, network, queries):
    queries.clear()
    assert chosen_beside(session, words=[], told=[], network_ids=[network.id]).told == ()
    assert queries == []


def test_a_release_keeps_what_was_chosen_and_its_reader_gets_it(session, network, project, voice, funder):
    wanted = composition(session, funder, word=f"voice-{voice.id}", told=str(project.id))
    shown = preview(session, offer(session), wanted)
    assert [told.name for told in shown.tables.told] == ["Bicycle workshop"]
    made = release(session, offer(session), wanted, seal=shown.seal, maker=funder.id)
    session.commit()
    with reading(Actor(funder.id, funder.email, AccountRole.FUNDER)) as theirs:
        (told,) = get_outcomes(theirs, made.id).tables.told
        (word,) = words_of(theirs, made.id)
    assert (told.name, [moment.code for moment in told.moments]) == ("Bicycle workshop", ["needs"])
    assert (word.words, word.micro_project_id) == ("They gave us the key.", project.id)


def test_what_is_taken_back_between_the_preview_and_the_release_is_refused(session, network, project, voice, funder):
    wanted = composition(session, funder, word=f"voice-{voice.id}")
    shown = preview(session, offer(session), wanted)
    with acting(session, "edit") as action:
        action.update(voice, withdrawn_day=date(2026, 3, 1))
    with pytest.raises(Problem, match="word_not_offered"):
        release(session, offer(session), wanted, seal=shown.seal, maker=funder.id)


def test_words_and_biographies_are_part_of_what_the_leader_saw(session, network, project, voice, funder):
    plain = preview(session, offer(session), composition(session, funder))
    with_word = preview(session, offer(session), composition(session, funder, word=f"voice-{voice.id}"))
    with_both = preview(session, offer(session), composition(session, funder, word=f"voice-{voice.id}", told=str(project.id)))
    assert len({plain.seal, with_word.seal, with_both.seal}) == 3
    assert plain.tables.figures == with_both.tables.figures


def test_the_words_of_a_network_that_is_not_in_the_release_are_refused(session, network, project, voice, funder):
    other = factories.make_network(session, "Elsewhere")
    for key, value in (("word", f"voice-{voice.id}"), ("told", str(project.id))):
        with pytest.raises(Problem, match="not_offered"):
            preview(session, offer(session), composition(session, funder, lens=str(other.id), **{key: value}))


@pytest.mark.parametrize("key", ["word", "told"])
@pytest.mark.parametrize("value", ["x", "voice-0", "-1", "999999", "voice-1;drop", "٣", "1" * 40])
def test_what_is_nothing_that_can_be_chosen_has_its_sentence(session, network, project, voice, funder, key, value):
    with pytest.raises(Problem, match="not_offered") as found:
        preview(session, offer(session), composition(session, funder, **{key: value}))
    assert found.value.field == key
