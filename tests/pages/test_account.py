"""My account: my password, my sign-ins, nobody else's."""

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import find_account
from data_layer.accounts.password import matches
from data_layer.accounts.sign_in import start_sign_in
from data_layer.clock import now
from data_layer.engine import bare_session
from data_layer.models import LogInAttempt, SignIn
from tests.opening import build_page, open_page, page_text, post_callback
from tests.points_of_view import PASSWORD, email_of

ME = "coordinator_here"
NEW = "seven green umbrellas"
PROBLEMS = ("account-old-problem", "account-new-problem")


def account(session, name=ME):
    return find_account(session, email_of(name))


def another_sign_in(name=ME, browser="Firefox · Windows"):
    """A further sign-in of an account; gives its id."""
    with bare_session(write=True) as session:
        start_sign_in(session, account(session, name), browser=browser)
        newest = session.scalars(sa.select(sa.func.max(SignIn.id))).one()
        session.commit()
    return newest


def is_good(sign_in_id):
    with bare_session() as session:
        return session.get_one(SignIn, sign_in_id).ended_at is None


def opens(password, name=ME):
    with bare_session() as session:
        return matches(account(session, name).password_hash, password)


def change(browser, old, new):
    """Press the button of the password form; gives the answer's parts by component."""
    values = {"inputs": [("account-change", "n_clicks", 1), ("account-new", "n_submit", None)]}
    values["state"] = [("account-old", "value", old), ("account-new", "value", new)]
    outputs = [("account-address", "href"), *((problem, "children") for problem in PROBLEMS)]
    body = {
        "output": "..account-address.href...account-old-problem.children...account-new-problem.children..",
        "outputs": [{"id": component, "property": name} for component, name in outputs],
        "changedPropIds": ["account-change.n_clicks"],
        **{kind: [{"id": one, "property": name, "value": value} for one, name, value in items] for kind, items in values.items()},
    }
    answer = post_callback(browser, body)
    assert answer.status_code == 200, answer.text
    return answer.get_json()["response"]


def end(browser, ids, *, all_others=None):
    """Press the buttons of these sign-ins; gives the response."""
    named = [{"index": index, "type": "account-end"} for index in ids]
    body = {
        "output": "account-sign-ins.children",
        "outputs": {"id": "account-sign-ins", "property": "children"},
        "inputs": [
            [{"id": one, "property": "n_clicks", "value": 1} for one in named],
            {"id": "account-end-others", "property": "n_clicks", "value": all_others},
        ],
        "state": [[{"id": one, "property": "id", "value": one} for one in named]],
        "changedPropIds": [],
    }
    return post_callback(browser, body)


class TestPassword:
    def test_a_good_one_is_set_and_the_page_opens_anew_with_the_good_news(self, as_user):
        browser = as_user(ME)
        assert change(browser, PASSWORD, NEW)["account-address"]["href"] == "/account?done=password"
        assert opens(NEW)
        browser.get("/account?done=password")
        assert "Your password is changed." in page_text(browser, "/account?done=password")

    def test_all_other_sign_ins_end(self, as_user):
        other = another_sign_in()
        change(as_user(ME), PASSWORD, NEW)
        assert not is_good(other)

    def test_the_browser_goes_on_with_a_new_sign_in(self, as_user):
        browser = as_user(ME)
        with browser.session_transaction() as cookie:
            before = cookie["_user_id"]
        change(browser, PASSWORD, NEW)
        with browser.session_transaction() as cookie:
            assert cookie["_user_id"] != before
        assert browser.get("/account").status_code == 200

    def test_a_copy_of_the_old_cookie_is_worthless(self, as_user):
        browser, thief = as_user(ME), as_user("funder")
        with browser.session_transaction() as cookie:
            stolen = cookie["_user_id"]
        change(browser, PASSWORD, NEW)
        with thief.session_transaction() as cookie:
            cookie["_user_id"] = stolen
        assert thief.get("/account").status_code == 302

    def test_a_wrong_present_one_is_told_beside_its_field(self, as_user):
        said = change(as_user(ME), "not my password", NEW)
        assert said["account-old-problem"]["children"] == "This is not your present password. Type it again."
        assert said["account-new-problem"]["children"] == ""
        assert opens(PASSWORD)

    def test_a_weak_new_one_is_told_beside_its_field(self, as_user):
        said = change(as_user(ME), PASSWORD, "short")
        assert said["account-new-problem"]["children"] == "The password is too short. Use at least 10 characters."
        assert opens(PASSWORD)

    @pytest.mark.parametrize(("old", "new", "place"), [(None, NEW, PROBLEMS[0]), ("", NEW, PROBLEMS[0]), (PASSWORD, None, PROBLEMS[1])])
    def test_an_empty_field_is_told(self, as_user, old, new, place):
        assert change(as_user(ME), old, new)[place]["children"] == "Something is missing here. Please fill it in."

    def test_guesses_are_counted_and_slowed_down(self, as_user):
        browser = as_user(ME)
        for _guess in range(6):
            said = change(browser, "not my password", NEW)
        with bare_session() as session:
            assert session.scalar(sa.select(sa.func.count(LogInAttempt.id))) == 5
        assert "Too many attempts." in said["account-new-problem"]["children"]

    @pytest.mark.parametrize("value", [1, [], {}, True])
    def test_what_is_no_text_is_refused(self, as_user, value):
        browser = as_user(ME)
        with pytest.raises(AssertionError, match="could not read"):
            change(browser, value, NEW)

    def test_very_long_texts_are_no_burden(self, as_user):
        said = change(as_user(ME), "a" * 100_000, "b" * 100_000)
        assert said["account-old-problem"]["children"].startswith("This is not your present password")


class TestSignIns:
    def test_the_own_ones_are_listed_with_their_browser(self, as_user):
        another_sign_in()
        another_sign_in("funder", browser="Safari · iPhone")
        shown = page_text(as_user(ME), "/account")
        assert ("Firefox · Windows" in shown, "Safari · iPhone" in shown, "this one" in shown) == (True, False, True)

    def test_one_is_ended_and_the_list_follows(self, as_user):
        browser, other = as_user(ME), another_sign_in()
        answer = end(browser, [other])
        assert (answer.status_code, is_good(other)) == (200, False)
        assert "Firefox · Windows" not in answer.text

    def test_all_others_are_ended_at_once(self, as_user):
        browser, others = as_user(ME), [another_sign_in(), another_sign_in()]
        assert end(browser, [], all_others=1).status_code == 200
        assert [is_good(other) for other in others] == [False, False]
        assert browser.get("/account").status_code == 200

    def test_somebody_elses_cannot_be_ended(self, as_user):
        foreign = another_sign_in("funder")
        assert (end(as_user(ME), [foreign]).status_code, is_good(foreign)) == (404, True)

    @pytest.mark.parametrize("index", [0, -1, 99999, 2**70, 1.5, "1", None, [], {"a": 1}, "1 OR 1=1"])
    def test_what_is_no_sign_in_of_mine_is_not_there(self, as_user, index):
        foreign = another_sign_in("funder")
        assert end(as_user(ME), [index]).status_code in (400, 404)
        assert is_good(foreign)

    def test_after_ending_this_very_one_the_banner_shows(self, as_user):
        browser = as_user(ME)
        with bare_session() as session:
            own = session.scalars(sa.select(SignIn.id).where(SignIn.account_id == account(session).id)).one()
        answer = end(browser, [own])
        assert answer.get_json()["sideUpdate"] == {"session-ended": {"hidden": False}}
        assert browser.get("/account").status_code == 302

    def test_ended_and_idle_ones_are_not_listed(self, as_user):
        other = another_sign_in()
        with bare_session(write=True) as session:
            session.get_one(SignIn, other).ended_at = now()
            session.commit()
        assert "Firefox · Windows" not in page_text(as_user(ME), "/account")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (ME, "Luleå"),
        ("leader_everywhere", "all networks"),
        ("funder", "You fund: you see the releases"),
        ("administrator", "You administer: you look after accounts"),
    ],
)
def test_each_role_reads_what_it_may_see(as_user, name, words):
    assert words in page_text(as_user(name), "/account")


def test_a_funder_sees_no_network(as_user):
    assert "/network?network=" not in page_text(as_user("funder"), "/account")


def test_what_is_not_understood_is_said(as_user):
    shown = page_text(as_user(ME), "/account?done=everything")
    assert "was not understood" in shown
    assert "Your password is changed." not in shown


def test_the_page_and_the_ending_take_few_statements(as_user, queries):
    browser, other = as_user(ME), another_sign_in()
    open_page(browser, "/account")
    queries.clear()
    build_page(browser, "/account")
    assert len(queries) <= 12
    queries.clear()
    end(browser, [other])
    assert len(queries) <= 5
