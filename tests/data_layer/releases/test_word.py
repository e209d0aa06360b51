"""Words go to funders as far as their tellers agreed, and only as long."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.clock import now, today
from data_layer.models import Note, Release, ReleaseReader, Story
from data_layer.problem import Problem
from data_layer.releases.beside import chosen_beside
from data_layer.releases.word import offered_words, release_words, said_before, words_of
from data_layer.vocabulary import AccountRole
from tests import factories

AGREED = {"checked": True, "consent": "funders", "consent_day": date(2026, 2, 1)}


def chosen_words(session, keys, network_ids):
    return list(chosen_beside(session, words=keys, told=(), network_ids=network_ids).words)


@pytest.fixture
def network(session):
    return factories.make_network(session, "Valley", region="Northern Valley", country="SE")


@pytest.fixture
def project(session, network):
    return factories.make_micro_project(session, network)


def voice(session, network, words="They gave us the key.", **fields):
    return factories.make_voice(session, network, words, **{"teller": "service_user", **AGREED, **fields})


def story(session, project, **fields):
    values = {"title": "The key", "story": "I opened.", "teller": "service_user", "consent": "public", "consent_day": date(2026, 2, 2)}
    with acting(session, "test") as action:
        return action.insert(Story(network_id=project.network_id, micro_project_id=project.id, **{**values, **fields}))


def keys(session, network):
    return [word.key for word in offered_words(session, [network.id])]


def released(session, keys, network, *, told=()):
    account = add_account(session, email="funder@example.org", password="correct horse battery", role="funder")
    words = chosen_words(session, keys, [network.id])
    with acting(session, "release.make") as action:
        release = action.insert(Release(title="Spring", as_of=today(), made_at=now(), parameters={}, tables={}))
        action.insert(ReleaseReader(release_id=release.id, account_id=account.id))
        action.insert_all(release_words(release.id, words, told=told))
    session.commit()
    return release.id, Actor(account.id, account.email, AccountRole.FUNDER)


def read(release_id, funder):
    with reading(funder) as session:
        return words_of(session, release_id)


def test_what_may_go_to_funders_is_offered_with_all_that_helps_to_choose(session, network, project):
    one, other = voice(session, network, micro_project_id=project.id), story(session, project)
    words = offered_words(session, [network.id])
    assert [word.key for word in words] == [f"story-{other.id}", f"voice-{one.id}"]
    last = words[-1]
    assert (last.words, last.teller, last.consent_day, last.micro_project) == (one.words, "service_user", date(2026, 2, 1), project.name)
    assert (last.network, last.place, last.country, last.invented) == ("Valley", "Northern Valley", "SE", False)


@pytest.mark.parametrize(
    "fields", [{"consent": "leaders"}, {"consent": "none"}, {"withdrawn_day": date(2026, 3, 1)}, {"consent": "none", "checked": False}]
)
def test_what_its_teller_did_not_agree_to_is_not_offered(session, network, fields):
    voice(session, network, **fields)
    assert keys(session, network) == []


def test_a_statement_in_the_trash_is_not_offered(session, network):
    row = voice(session, network)
    with acting(session, "trash") as action:
        action.trash(row)
    assert keys(session, network) == []


def test_made_up_words_say_so(session, network):
    row = voice(session, network)
    with acting(session, "note") as action:
        action.insert(Note(network_id=network.id, table_name="voice", row_id=row.id, field="words", kind="invented"))
    assert offered_words(session, [network.id])[0].invented


@pytest.mark.parametrize("key", ["voice-999", "story-1", "voice-x", "voice-1 or 1=1", "tie-1", "", "voice-99999999999999999999"])
def test_a_key_of_nothing_that_is_offered_is_refused(session, network, key):
    with pytest.raises(Problem, match="word_not_offered"):
        chosen_words(session, [key], [network.id])


def test_words_of_another_network_and_without_consent_are_refused_alike(session, network):
    foreign = voice(session, factories.make_network(session, "Elsewhere"))
    kept_back = voice(session, network, consent="leaders")
    for row in (foreign, kept_back):
        with pytest.raises(Problem, match="word_not_offered") as found:
            chosen_words(session, [f"voice-{row.id}"], [network.id])
        assert found.value.values == {}


def test_a_leader_is_offered_nothing_of_networks_that_are_not_theirs(session, network):
    row = voice(session, network)
    other = factories.make_network(session, "Elsewhere")
    session.commit()
    leader = Actor(1, "leader@example.org", AccountRole.LEADER, frozenset({other.id}))
    with reading(leader) as theirs:
        assert offered_words(theirs, [network.id, other.id]) == []
        with pytest.raises(Problem, match="word_not_offered"):
            chosen_words(theirs, [f"voice-{row.id}"], [network.id])


def test_a_reader_gets_the_words_as_they_were_when_the_release_was_made(session, network):
    row = voice(session, network)
    release_id, funder = released(session, [f"voice-{row.id}"], network)
    with acting(session, "edit") as action:
        action.update(row, words="Other words")
    session.commit()
    (word,) = read(release_id, funder)
    assert (word.words, word.teller, word.place, word.country) == ("They gave us the key.", "service_user", "Northern Valley", "SE")


@pytest.mark.parametrize("fields", [{"withdrawn_day": date(2026, 3, 1)}, {"consent": "leaders"}, {"consent": "none", "checked": False}])
def test_words_are_gone_from_the_next_response_on_when_consent_ends(session, network, fields):
    row = voice(session, network)
    release_id, funder = released(session, [f"voice-{row.id}"], network)
    assert len(read(release_id, funder)) == 1
    with acting(session, "edit") as action:
        action.update(row, **fields)
    session.commit()
    assert read(release_id, funder) == []


def test_words_whose_row_is_in_the_trash_are_gone_and_come_back_with_it(session, network, project):
    row = story(session, project)
    release_id, funder = released(session, [f"story-{row.id}"], network)
    with acting(session, "trash") as action:
        action.trash(row)
    session.commit()
    assert read(release_id, funder) == []
    with acting(session, "restore") as action:
        action.restore_all([row])
    session.commit()
    assert [word.is_story for word in read(release_id, funder)] == [True]


def test_words_stand_in_the_biography_that_is_told_and_else_alone(session, network, project):
    row = voice(session, network, micro_project_id=project.id)
    words = chosen_words(session, [f"voice-{row.id}"], [network.id])
    assert [word.micro_project_id for word in said_before(words)] == [None]
    assert [word.micro_project_id for word in said_before(words, told=[project.id])] == [project.id]
    release_id, funder = released(session, [f"voice-{row.id}"], network, told=[project.id])
    assert [word.micro_project_id for word in read(release_id, funder)] == [project.id]


def test_nobody_reads_the_words_of_a_release_that_does_not_name_them(session, network):
    row = voice(session, network)
    release_id, _funder = released(session, [f"voice-{row.id}"], network)
    assert read(release_id, Actor(999, "other@example.org", AccountRole.FUNDER)) == []


def test_no_number_of_a_statement_or_story_reaches_the_reader(session, network, project):
    for _each in range(40):
        voice(session, factories.make_network(session, f"Filler {_each}"))
    row = voice(session, network)
    release_id, funder = released(session, [f"voice-{row.id}"], network)
    (word,) = read(release_id, funder)
    assert not hasattr(word, "id")
    assert str(row.id) not in repr(word)


@pytest.mark.parametrize("n", [1, 30])
def test_one_statement_offers_one_chooses_and_one_reads(session, network, project, queries, n):
    wanted = [f"voice-{voice(session, network, f'Words {each}', micro_project_id=project.id).id}" for each in range(n)]
    release_id, funder = released(session, wanted, network)
    network_id = network.id
    for run in (
        lambda: offered_words(session, [network_id]),
        lambda: chosen_words(session, wanted, [network_id]),
        lambda: read(release_id, funder),
    ):
        queries.clear()
        assert len(run()) == n
        assert len(queries) == 1
