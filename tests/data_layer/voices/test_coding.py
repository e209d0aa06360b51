"""Two different people code a voice, one after the other."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.access import reading, writing
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.clock import now
from data_layer.editing.edit import add_row
from data_layer.editing.tables import TABLES
from data_layer.models import Account, Action, Coding, Voice
from data_layer.problem import NotFound, Problem
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from data_layer.voices.coding import code_voice
from tests.factories import make_coding, make_network, make_voice, make_voice_theme


@pytest.fixture
def desk(session):
    """A checked voice, two coordinators of its LEN, a theme of its own, and one of another LEN."""
    network, other = make_network(session), make_network(session, "Elsewhere")
    with acting(session, "test") as action:
        accounts = [
            action.insert(Account(email=f"{name}@example.org", password_hash="x", role="coordinator", created_at=now())) for name in "ab"
        ]
    voice = make_voice(session, network, checked=True)
    found = {
        "voice": voice.id,
        "unchecked": make_voice(session, network, "Nobody has looked").id,
        "foreign": make_voice(session, other, "Elsewhere", checked=True).id,
        "own": make_voice_theme(session, network).id,
        "not own": make_voice_theme(session, other).id,
        "network": network.id,
    }
    session.commit()
    one, two = (Actor(row.id, row.email, AccountRole.COORDINATOR, frozenset({network.id})) for row in accounts)
    return found, one, two


def code(actor, voice, coded, *themes, own=(), **more):
    with writing(actor) as session:
        return code_voice(session, voice, coded=coded, themes=themes, own_themes=own, **more)


def themes_of(actor, voice):
    with reading(actor) as session:
        rows = session.execute(sa.select(Coding.round, Coding.theme, Coding.own_theme_id).where(Coding.voice_id == voice))
        return {tuple(row) for row in rows}


def test_two_people_code_one_after_the_other(desk):
    ids, one, two = desk
    code(one, ids["voice"], "first", "time", own=[ids["own"]])
    code(two, ids["voice"], "second", "relation")
    expected = {("first", "time", None), ("first", None, ids["own"]), ("second", "relation", None)}
    assert themes_of(one, ids["voice"]) == expected


def test_the_second_person_is_not_the_first(desk):
    ids, one, _two = desk
    code(one, ids["voice"], "first", "time")
    with pytest.raises(Problem, match="coded_by_one"):
        code(one, ids["voice"], "second", "time")


def test_the_rule_holds_in_forms_and_grids_as_well(desk):
    ids, one, _two = desk
    code(one, ids["voice"], "first", "time")
    values = {"voice": ids["voice"], "round": "second", "theme": "time"}
    with pytest.raises(Problem, match="coded_by_one"), writing(one) as session:
        add_row(session, TABLES["coding"], ids["network"], values)


def test_after_an_import_anybody_is_the_second(session, desk):
    ids, one, _two = desk
    make_coding(session, session.get(Voice, ids["voice"]))
    session.commit()
    code(one, ids["voice"], "second", "time")
    assert ("second", "time", None) in themes_of(one, ids["voice"])


def test_who_is_too_late_to_be_first_is_told(desk):
    ids, one, two = desk
    code(one, ids["voice"], "first", "time")
    with pytest.raises(Problem, match="coded_by_another"):
        code(two, ids["voice"], "first", "relation")


def test_the_first_person_may_think_again_until_the_second_has_coded(desk):
    ids, one, two = desk
    code(one, ids["voice"], "first", "time", "choice")
    code(one, ids["voice"], "first", "choice", "relation")
    assert themes_of(one, ids["voice"]) == {("first", "choice", None), ("first", "relation", None)}
    code(two, ids["voice"], "second", "choice")
    with pytest.raises(Problem, match="coded_by_both"):
        code(one, ids["voice"], "first", "choice")


def test_what_both_agree_on_later_leaves_what_each_chose(desk):
    ids, one, two = desk
    code(one, ids["voice"], "first", "time")
    code(two, ids["voice"], "second", "choice")
    code(one, ids["voice"], "settled", "choice")
    code(two, ids["voice"], "settled", "time")
    assert themes_of(one, ids["voice"]) == {("first", "time", None), ("second", "choice", None), ("settled", "time", None)}


@pytest.mark.parametrize(
    ("voice", "coded", "themes", "own", "refused"),
    [
        ("voice", "first", [], None, "coding_without_theme"),
        ("voice", "first", ["magic"], None, "unknown_code"),
        ("voice", "first", [], "not own", "no_such_row"),
        ("voice", "second", ["time"], None, "not_coded_first"),
        ("voice", "settled", ["time"], None, "not_coded_by_both"),
        ("unchecked", "first", ["time"], None, "voice_unchecked"),
    ],
)
def test_what_cannot_be_coded_is_refused(desk, voice, coded, themes, own, refused):
    ids, one, _two = desk
    with pytest.raises(Problem, match=refused):
        code(one, ids[voice], coded, *themes, own=[ids[own]] if own else [])


def test_whoever_codes_may_say_that_nobody_can_be_recognised(desk):
    ids, one, _two = desk
    code(one, ids["unchecked"], "first", "time", checked=True)
    with reading(one) as session:
        assert session.scalar(sa.select(Voice.checked).where(Voice.id == ids["unchecked"])) is True


def test_a_voice_of_another_network_is_not_there(desk):
    ids, one, _two = desk
    with pytest.raises(NotFound):
        code(one, ids["foreign"], "first", "time")


def test_coding_is_one_action_that_can_be_taken_back(session, desk):
    ids, one, _two = desk
    before = session.scalar(sa.select(sa.func.count(Action.id)))
    session.commit()
    action = code(one, ids["unchecked"], "first", "time", "choice", checked=True)
    assert session.scalar(sa.select(sa.func.count(Action.id))) == before + 1
    session.commit()
    with writing(one) as own:
        undo(own, action)
    assert themes_of(one, ids["unchecked"]) == set()


def test_words_with_a_phone_number_are_refused(session):
    with pytest.raises(Problem, match="personal_details"):
        make_voice(session, make_network(session), "Call 0151 2345678", day_first=date(2020, 1, 1), day_last=date(2020, 1, 1))
