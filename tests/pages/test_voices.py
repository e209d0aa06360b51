"""What people say, as each role sees it; and who may code."""

from datetime import date

import dash
import pytest
import sqlalchemy as sa

from app import server
from data_layer.accounts.account import add_account, grant_network
from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Coding, MicroProject, Network, Story, Voice
from tests.editing import run, send
from tests.factories import make_coding, make_note, make_story, make_voice, make_voice_theme
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import HERE, PASSWORD, email_of, enter

MOST_STATEMENTS = 12
AGREED = {"consent": "leaders", "consent_day": date(2020, 1, 1)}
SILENT = "canary without consent"
WITHDRAWN = "canary taken back"
SHARED = "canary shared"
HIDDEN = 4


@pytest.fixture
def network(sample_database):
    """The id of the LEN, in which a second coordinator works."""
    with bare_session(write=True) as session:
        account = add_account(session, email=email_of("second"), password=PASSWORD, role="coordinator")
        grant_network(session, account, HERE)
        session.commit()
        return session.scalars(sa.select(Network.id).where(Network.name == HERE)).one()


@pytest.fixture
def second(network):
    return enter(server.test_client(), "second")


@pytest.fixture
def spoken(network):
    """Statements and stories with and without consent, each a canary; coded by two."""
    with bare_session(write=True) as session:
        home = session.get(Network, network)
        project = session.scalars(sa.select(MicroProject).where(MicroProject.network_id == network)).first()
        for words, fields in ((SILENT, {}), (WITHDRAWN, {**AGREED, "withdrawn_day": date(2020, 2, 1)}), (SHARED, AGREED)):
            for place in range(HIDDEN):
                voice = make_voice(session, home, f"{words} {place}", checked=True, kind="helped", teller="service_user", **fields)
                for coded in ("first", "second"):
                    make_coding(session, voice, "time", round=coded)
                make_note(session, voice, "words", text=f"{words} noted")
            make_story(session, project, f"{words} story", **fields)
        session.commit()


@pytest.fixture
def many(network):
    """Three hundred more statements, half of them coded by two."""
    with bare_session(write=True) as session, acting(session, "test") as action:
        voices = [
            Voice(network_id=network, words=f"Statement {n}", kind="helped", teller="service_user", checked=True, **AGREED)
            for n in range(300)
        ]
        action.insert_all(voices)
        codings = [
            Coding(network_id=network, voice_id=voice.id, round=coded, theme="time")
            for voice in voices[:150]
            for coded in ("first", "second")
        ]
        action.insert_all(codings)
        session.commit()


def voice(network, words="Somebody had time for me", **fields):
    with bare_session(write=True) as session:
        made = make_voice(session, session.get(Network, network), words, **{"teller": "service_user", "kind": "helped", **fields})
        session.commit()
        return made.id


def code(voice_id, coded, *themes, checked=False, own=()):
    return {"do": "code", "voice": voice_id, "coded": coded, "themes": list(themes), "own_themes": list(own), "checked": checked}


def test_a_coordinator_sees_statements_whatever_their_consent(as_user, spoken):
    page = page_text(as_user("coordinator_here"), "/voices")
    assert all(words in page for words in (SILENT, WITHDRAWN, SHARED))
    assert "May be read by the programme’s leaders" in page


def test_a_coordinator_elsewhere_sees_none_of_them(as_user, spoken):
    assert "canary" not in page_text(as_user("coordinator_elsewhere"), "/voices")


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_who_may_see_no_figure_on_service_users_is_refused(as_user, spoken, point_of_view):
    page = page_text(as_user(point_of_view), "/voices")
    assert "This page is not for your role" in page
    assert "canary" not in page


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere"])
def test_a_leader_reads_only_what_people_agreed_to(as_user, spoken, point_of_view):
    page = page_text(as_user(point_of_view), "/voices?who=anybody")
    assert SHARED in page
    assert SILENT not in page
    assert WITHDRAWN not in page


DOWNLOADS = ("voice.csv", "story.csv", "coding.csv", "note.csv", "voice.xlsx", "everything.zip")


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere"])
def test_no_page_or_download_gives_a_leader_words_without_consent(as_user, spoken, point_of_view):
    browser = as_user(point_of_view)
    pages = [page["path"] for page in dash.page_registry.values() if page["path_template"] is None and "404" not in page["path"]]
    shown = {path: str(open_page(browser, path).get_json()) for path in [*pages, "/micro-projects/1", "/voices?theme=time"]}
    shown |= {name: browser.get(f"/download/{name}").get_data().decode("latin-1") for name in DOWNLOADS}
    shown |= {
        f"{table}{more}": browser.get(f"{more}/{table}").get_data(as_text=True)
        for table in ("story", "voice")
        for more in ("/data/rows", "/form")
    }
    assert [place for place, text in shown.items() if SILENT in text or WITHDRAWN in text] == []
    assert any(SHARED in text for text in shown.values())


@pytest.mark.parametrize("table", ["voice", "story"])
def test_a_form_about_words_without_consent_is_not_there_for_a_leader(as_user, spoken, table):
    model = {"voice": Voice, "story": Story}[table]
    with bare_session() as session:
        unseen = session.scalars(sa.select(model.id).where(model.consent == "none")).first()
    status = as_user("leader_here").get(f"/form/{table}/{unseen}").status_code
    assert status == (404 if table == "story" else 403)


def test_consent_taken_back_acts_with_the_next_page(as_user, spoken):
    browser = as_user("leader_here")
    assert f"{SHARED} 0" in page_text(browser, "/voices")
    with bare_session(write=True) as session, acting(session, "test") as action:
        for row in session.scalars(sa.select(Voice).where(Voice.words.like(f"{SHARED}%"))):
            action.update(row, withdrawn_day=date(2020, 3, 1))
        session.commit()
    assert SHARED not in page_text(browser, "/voices")


def test_a_leader_sees_no_small_count_of_statements(as_user, spoken):
    page = page_text(as_user("leader_here"), "/voices")
    assert "<5" in page
    assert f"Statements counted: {HIDDEN}." not in page
    assert "Statements counted: <5." in page


def test_a_leader_neither_codes_nor_edits(as_user, spoken):
    page = page_text(as_user("leader_here"), "/voices")
    assert "data-code" not in page
    assert "data-form" not in page


def test_statements_count_in_the_theme_on_which_two_agree(as_user, spoken):
    assert f"What helped most often: time ({3 * HIDDEN})." in page_text(as_user("coordinator_here"), "/voices")


def test_what_others_say_is_counted_apart(as_user, network):
    voice(network, "A mayor said this", teller="authority")
    browser = as_user("coordinator_here")
    assert "A mayor said this" in page_text(browser, "/voices?who=authority")
    assert "is left out." in page_text(browser, "/voices?wait=differ")


def test_two_people_code_a_statement_and_the_second_does_not_see_what_the_first_chose(as_user, second, network):
    number = voice(network, checked=True)
    run(as_user("coordinator_here"), code(number, "first", "mutuality"))
    form = str(open_page(second, "/voices?wait=one").get_json()).split(f"'data-code': '{number}'")[0].split("'voices voices-waiting'")[1]
    assert "You are the second person" in form
    assert "'aria-checked': 'true'" not in form
    run(second, code(number, "second", "choice"))
    assert "First person: mutuality. Second person: choice." in page_text(second, "/voices?wait=differ")
    run(second, code(number, "settled", "choice"))
    assert "choice (1)" in page_text(second, "/voices")


def test_whoever_coded_first_is_told_that_it_waits(as_user, network):
    browser = as_user("coordinator_here")
    run(browser, code(voice(network, checked=True), "first", "time"))
    page = page_text(browser, "/voices?wait=one")
    assert "You coded this first. It waits for a second person." in page


REFUSED = {
    "without a theme": (lambda number: code(number, "first"), True, "Choose at least one theme"),
    "unknown theme": (lambda number: code(number, "first", "magic"), True, "is not one of the choices"),
    "not looked through": (lambda number: code(number, "first", "time"), False, "Look first that no name"),
    "second before first": (lambda number: code(number, "second", "time"), True, "Nobody has coded this first"),
    "own theme that is not there": (lambda number: code(number, "first", own=[999]), True, "nothing called"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_coded_has_its_sentence(as_user, network, case):
    command, checked, sentence = REFUSED[case]
    answer = run(as_user("coordinator_here"), command(voice(network, checked=checked)))
    assert sentence in answer["refused"][0]["said"]


def test_the_same_person_is_not_the_second(as_user, network):
    number, browser = voice(network, checked=True), as_user("coordinator_here")
    run(browser, code(number, "first", "time"))
    assert "has to be somebody else" in run(browser, code(number, "second", "time"))["refused"][0]["said"]


@pytest.mark.parametrize(
    ("point_of_view", "status"),
    [("leader_here", 403), ("coordinator_elsewhere", 404), ("funder", 403), ("administrator", 403)],
)
def test_others_code_nothing(as_user, network, point_of_view, status):
    assert send(as_user(point_of_view), code(voice(network, checked=True), "first", "time")).status_code == status


@pytest.mark.parametrize(
    "broken",
    [{"coded": "third"}, {"themes": "time"}, {"own_themes": ["1"]}, {"checked": 1}, {"voice": "1"}, {"themes": ["time"] * 300}],
)
def test_what_no_page_of_ours_sends_is_refused(as_user, network, broken):
    command = {**code(voice(network), "first", "time"), **broken}
    assert send(as_user("coordinator_here"), command).status_code == 400


def test_words_that_look_like_a_name_are_marked_for_those_who_can_mend_it(as_user, network):
    voice(network, "I met Anna Berg there", checked=True, **AGREED)
    assert "Look whether this is a name: Anna Berg" in page_text(as_user("coordinator_here"), "/voices")
    assert "Look whether this is a name" not in page_text(as_user("leader_here"), "/voices")


@pytest.mark.parametrize("words", ["Call me: 0151 2345678", "write to anna@example.org", "see https://example.org/anna"])
def test_numbers_and_addresses_are_refused_with_a_sentence(as_user, network, words):
    command = {"do": "add", "table": "voice", "network": network, "values": {"words": words}}
    answer = run(as_user("coordinator_here"), command)
    assert answer["refused"][0]["field"] == "words"
    assert "Leave it out" in answer["refused"][0]["said"]


def test_own_themes_stand_beside_the_six(as_user, network):
    with bare_session(write=True) as session:
        make_voice_theme(session, session.get(Network, network), "Warm rooms")
        session.commit()
    voice(network, checked=True)
    assert page_text(as_user("coordinator_here"), "/voices").count("Warm rooms") > 1


@pytest.mark.parametrize("query", ["page=0", "who=nobody", "theme=magic", "wait=done", "waiting-page=x", "network=999999"])
def test_what_is_not_understood_is_left_out_and_said(as_user, query):
    assert f"left out: {query.split('=')[0]}." in page_text(as_user("coordinator_here"), f"/voices?{query}")


@pytest.mark.parametrize("query", ["", "?year=2017", "?who=anybody", "?theme=time", "?wait=uncoded", "?page=2"])
@pytest.mark.parametrize("point_of_view", ["coordinator_here", "leader_here"])
def test_the_page_takes_few_statements(as_user, many, queries, query, point_of_view):
    browser = as_user(point_of_view)
    queries.clear()
    build_page(browser, f"/voices{query}")
    assert len(queries) <= MOST_STATEMENTS


def test_more_statements_take_no_more_questions_to_the_database(as_user, queries, request):
    counts = []
    for fill in (False, True):
        if fill:
            request.getfixturevalue("many")
        browser = as_user("coordinator_here")
        queries.clear()
        build_page(browser, "/voices")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_long_lists_come_in_pages(as_user, many):
    page = page_text(as_user("leader_here"), "/voices")
    assert "1 to 25 of 300" in page
