"""Leaders choose words and stories for a release; funders read them as long as the tellers agree."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Release, Voice
from tests.opening import build_page, open_page, page_text
from tests.pages.test_new_release import PATH, address, asked, release_it, seal_on

LEADER = "leader_everywhere"
WORDS = "They gave us the key. That was trust."


@pytest.fixture
def voice(sample_database):
    """The id of a statement of the sample whose teller agreed that funders read it."""
    return agree(WORDS, consent="funders", checked=True, consent_day=date(2026, 2, 1))


def agree(words, **fields):
    with bare_session(write=True) as session:
        row = session.scalars(sa.select(Voice).where(Voice.words == words)).one()
        with acting(session, "edit") as action:
            action.update(row, **fields)
        number = row.id
        session.commit()
    return number


def project_of(voice_id):
    with bare_session() as session:
        return session.scalars(
            sa.select(MicroProject.id).join(Voice, Voice.micro_project_id == MicroProject.id).where(Voice.id == voice_id)
        ).one()


def made(browser, **choice):
    """The id of a release with this choice, made as the page does it."""
    texts = asked(**choice)
    response = release_it(browser, texts, seal_on(open_page(browser, address(**choice))))
    assert response.status_code == 200
    with bare_session() as session:
        return session.scalars(sa.select(sa.func.max(Release.id))).one()


def test_the_form_offers_words_that_were_agreed_to_and_no_others(as_user, voice):
    shown = page_text(as_user(LEADER), PATH)
    assert WORDS in shown
    assert f"voice-{voice}" in shown
    assert "The form was so long that I stopped." not in shown


def test_a_leader_of_another_network_is_not_offered_them(as_user, voice):
    assert WORDS not in page_text(as_user("leader_here"), PATH)


def test_the_preview_shows_words_and_story_as_readers_get_them(as_user, voice):
    shown = page_text(as_user(LEADER), address(word=f"voice-{voice}", told=str(project_of(voice))))
    assert shown.count(WORDS) == 1
    assert "WIRkstatt" in shown
    assert "1 statement or story is chosen." in shown


@pytest.mark.parametrize("key", ["word", "told"])
@pytest.mark.parametrize("value", ["voice-999999", "999999", "x"])
def test_what_may_not_be_released_is_refused_with_a_sentence_and_a_way_out(as_user, voice, key, value):
    shown = page_text(as_user(LEADER), address(**{key: value}))
    assert "Look at the list again and choose." in shown
    assert "Choose none of them" in shown
    assert "new-release-seal" not in shown


def test_a_foreign_word_is_refused_as_one_that_is_not_there(as_user, voice):
    foreign = page_text(as_user("leader_here"), address(word=f"voice-{voice}"))
    assert "Look at the list again and choose." in foreign
    assert WORDS not in foreign


def test_a_preview_with_words_and_stories_takes_few_statements(as_user, voice, queries):
    browser, asks = as_user(LEADER), address(word=f"voice-{voice}", told=str(project_of(voice)))
    open_page(browser, "/help")
    queries.clear()
    assert build_page(browser, asks).status_code == 200
    assert len(queries) <= 12


@pytest.mark.parametrize("told", [False, True])
def test_funders_read_the_words_until_their_teller_takes_that_back(as_user, voice, told):
    number = made(as_user(LEADER), word=f"voice-{voice}", **({"told": str(project_of(voice))} if told else {}))
    funder = as_user("funder")
    assert WORDS in page_text(funder, f"/outcomes/{number}")
    agree(WORDS, withdrawn_day=date(2026, 3, 1))
    assert WORDS not in page_text(funder, f"/outcomes/{number}")
    agree(WORDS, withdrawn_day=None)
    assert WORDS in page_text(funder, f"/outcomes/{number}")


def test_no_number_of_a_statement_reaches_the_reader(as_user, voice):
    number = made(as_user(LEADER), word=f"voice-{voice}")
    shown = page_text(as_user("funder"), f"/outcomes/{number}")
    assert f"voice-{voice}" not in shown
    assert "voice_id" not in shown
