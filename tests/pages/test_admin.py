"""Administration: who may come in, what each may see, and how nobody shuts themself out."""

import re

import pytest
import sqlalchemy as sa

from app import app as dash_app
from data_layer.accounts.account import find_account
from data_layer.accounts.line import account_line
from data_layer.accounts.sign_in import start_sign_in
from data_layer.engine import bare_session
from data_layer.models import Account, Network, SignIn
from tests.opening import build_page, open_page, page_text, post_callback
from tests.points_of_view import HERE, PASSWORD, email_of

ADMIN = "administrator"
MOST_STATEMENTS = 12


def number_of(name):
    with bare_session() as session:
        return find_account(session, email_of(name)).id


def line_of(number):
    with bare_session() as session:
        return account_line(session, number)


def network_id(name=HERE):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def call(browser, outputs, inputs, state, changed=()):
    """Post a callback; `outputs` as "a.b", inputs and state as (id, property, value), `changed` the names of what was pressed."""
    named = [dict(zip(("id", "property"), one.rsplit(".", 1), strict=True)) for one in outputs]
    body = {
        "output": f"..{'...'.join(outputs)}.." if len(outputs) > 1 else outputs[0],
        "outputs": named if len(outputs) > 1 else named[0],
        "inputs": [{"id": one, "property": name, "value": value} for one, name, value in inputs],
        "state": [{"id": one, "property": name, "value": value} for one, name, value in state],
        "changedPropIds": list(changed),
    }
    return post_callback(browser, body)


def invite(browser, email="ann@example.org", role="coordinator", *, everywhere=False, networks=()):
    state = [
        ("admin-email", "value", email),
        ("admin-role", "value", role),
        ("admin-everywhere", "value", everywhere),
        ("admin-networks", "value", list(networks)),
    ]
    outputs = ["admin-made.children", "admin-accounts.children", "admin-email.value"]
    outputs += [f"admin-{field}-problem.children" for field in ("email", "role", "networks")]
    return call(browser, outputs, [("admin-invite", "n_clicks", 1)], state)


def made_password(answer):
    return re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", answer.text).group()


class TestInviting:
    def test_the_account_is_there_and_waits_for_its_own_password(self, as_user):
        answer = invite(as_user(ADMIN), networks=[network_id()])
        with bare_session() as session:
            account = find_account(session, "ann@example.org")
        line = line_of(account.id)
        assert ([name for _number, name in line.networks], line.one_time_until is not None) == ([HERE], True)
        assert made_password(answer)

    def test_the_one_time_password_is_shown_once_and_kept_nowhere(self, as_user):
        browser = as_user(ADMIN)
        password = made_password(invite(browser))
        assert password not in page_text(browser, "/admin")

    def test_a_first_log_in_asks_for_a_password_of_ones_own(self, as_user, client):
        password = made_password(invite(as_user(ADMIN)))
        asked = log_in(client, "ann@example.org", password)
        assert "Choose a password of your own" in asked.text
        assert client.get("/help").status_code == 302
        assert "This is the one-time password" in choose(client, password).text
        assert choose(client, "five green umbrellas").location == "/"
        assert client.get("/help").status_code == 200

    def test_afterwards_the_one_time_password_is_worth_nothing(self, as_user, client):
        password = made_password(invite(as_user(ADMIN)))
        log_in(client, "ann@example.org", password)
        choose(client, "five green umbrellas")
        client.delete_cookie("sid")
        assert "do not belong together" in log_in(client, "ann@example.org", password).text

    def test_without_the_one_time_password_nothing_can_be_chosen(self, as_user, client):
        invite(as_user(ADMIN))
        assert "/login" in choose(client, "five green umbrellas").location

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"email": email_of("funder")}, "There is already an account"),
            ({"email": "nonsense"}, "is not an e-mail address"),
            ({"email": ""}, "missing"),
            ({"role": "emperor"}, "is not one of the choices"),
            ({"role": "funder", "everywhere": True}, "Only coordinators and leaders work in networks"),
            ({"networks": [2**60]}, "not there any more"),
            ({"networks": [2**70]}, "not there any more"),
        ],
    )
    def test_a_mistake_is_told_and_makes_no_account(self, as_user, fields, words):
        answer = invite(as_user(ADMIN), **fields)
        with bare_session() as session:
            count = session.scalar(sa.select(sa.func.count(Account.id)).where(Account.email == "ann@example.org"))
        assert (words in answer.text, count) == (True, 0)


def log_in(browser, email, password):
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/login").text).group(1)
    return browser.post("/login", data={"csrf_token": token, "email": email, "password": password, "next": "/"})


def choose(browser, password):
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/login").text).group(1)
    return browser.post("/login", data={"csrf_token": token, "new_password": password, "next": "/"})


def callback_of(button):
    """The output and the inputs of the callback that a button of the page of an account starts."""
    found = [
        (output, [one["id"] for one in entry["inputs"]])
        for output, entry in dash_app.callback_map.items()
        if f"admin-account-{button}" in [one["id"] for one in entry["inputs"]]
    ]
    assert len(found) == 1
    return found[0]


def press(browser, button, which, extra=()):
    """Press a button on the page of an account, after all the others were pressed and refused."""
    browser.get("/login")
    output, inputs = callback_of(button)
    parts = output.strip(".").split("...") if output.startswith("..") else [output]
    state = [("admin-account-which", "data", which), *extra]
    return call(browser, parts, [(one, "n_clicks", 1) for one in inputs], state, changed=[f"admin-account-{button}.n_clicks"])


def keep_access(browser, which, *, seen=None, role="coordinator", networks=()):
    """Keep what an account may see; `seen` is what it was when the page was opened."""
    fields = [("role", role), ("everywhere", False), ("networks", list(networks))]
    state = [("admin-account-which", "data", which), ("admin-account-seen", "data", seen or line_of(which).access)]
    state += [(f"admin-account-{field}", "value", value) for field, value in fields]
    outputs = ["admin-account-address.href", "admin-account-role-problem.children", "admin-account-networks-problem.children"]
    return call(browser, outputs, [("admin-account-keep", "n_clicks", 1)], state)


class TestOneAccount:
    def test_shutting_ends_its_sign_ins(self, as_user):
        other, which = as_user("coordinator_here"), number_of("coordinator_here")
        assert press(as_user(ADMIN), "shut", which).status_code == 200
        assert other.get("/help").status_code == 302

    def test_it_can_be_opened_again(self, as_user):
        which = number_of("disabled")
        press(as_user(ADMIN), "open", which)
        assert not line_of(which).disabled

    def test_all_its_sign_ins_end(self, as_user):
        other = as_user("coordinator_here")
        press(as_user(ADMIN), "end", number_of("coordinator_here"))
        assert other.get("/help").status_code == 302

    def test_ending_its_sign_ins_shuts_nothing_even_if_shutting_was_refused_before(self, as_user):
        which = number_of("coordinator_here")
        assert "done=ended" in press(as_user(ADMIN), "end", which).text
        assert not line_of(which).disabled

    def test_a_new_one_time_password_takes_the_old_one_away(self, as_user, client):
        assert made_password(press(as_user(ADMIN), "one-time", number_of("coordinator_here")))
        assert "do not belong together" in log_in(client, email_of("coordinator_here"), PASSWORD).text

    @pytest.mark.parametrize("button", ["shut", "one-time"])
    def test_nobody_shuts_themself_out(self, as_user, button):
        browser = as_user(ADMIN)
        assert "This is your own account" in press(browser, button, number_of(ADMIN)).text
        assert browser.get("/admin").status_code == 200

    @pytest.mark.parametrize("which", [0, -1, 10**6, 2**70])
    def test_an_account_that_is_not_there_is_not_found(self, as_user, which):
        assert press(as_user(ADMIN), "shut", which).status_code == 404

    @pytest.mark.parametrize("which", [None, "1", [], {}, 1.5, True])
    def test_what_is_no_number_is_refused(self, as_user, which):
        assert press(as_user(ADMIN), "shut", which).status_code == 400

    def test_networks_are_handed_over_in_one_step(self, as_user):
        leaving, heir = number_of("coordinator_here"), number_of("coordinator_elsewhere")
        press(as_user(ADMIN), "hand-over", leaving, [("admin-account-to", "value", str(heir))])
        assert [name for _number, name in line_of(heir).networks] == [HERE, "Varde"]
        assert (line_of(leaving).networks, line_of(leaving).disabled) == ((), True)

    def test_but_not_to_another_role(self, as_user):
        leaving, heir = number_of("coordinator_here"), number_of("leader_here")
        said = press(as_user(ADMIN), "hand-over", leaving, [("admin-account-to", "value", str(heir))])
        assert "has another role" in said.text
        assert not line_of(leaving).disabled

    def test_what_it_may_see_is_set_as_a_whole(self, as_user):
        which = number_of("coordinator_here")
        answer = keep_access(as_user(ADMIN), which, role="leader", networks=[network_id("Varde")])
        line = line_of(which)
        assert (answer.status_code, line.role, [name for _number, name in line.networks]) == (200, "leader", ["Varde"])

    def test_the_last_administrator_stays_one(self, as_user):
        which = number_of(ADMIN)
        keep_access(as_user(ADMIN), which, role="funder")
        assert line_of(which).role == "administrator"

    def test_what_another_administrator_set_meanwhile_is_not_lost(self, as_user):
        which, browser = number_of("coordinator_here"), as_user(ADMIN)
        seen = line_of(which).access
        keep_access(browser, which, networks=[network_id(HERE), network_id("Varde")])
        answer = keep_access(browser, which, seen=seen, networks=[])
        assert "changed this meanwhile" in answer.text
        assert [name for _number, name in line_of(which).networks] == [HERE, "Varde"]


class TestNetworks:
    def make(self, browser, name="Norrland", country="se", zone="Europe/Stockholm"):
        fields = [("name", name), ("region", ""), ("country", country), ("zone", zone)]
        outputs = ["admin-address.href", *(f"admin-new-network-{field}-problem.children" for field, _value in fields)]
        state = [(f"admin-new-network-{field}", "value", value) for field, value in fields]
        return call(browser, outputs, [("admin-new-network-keep", "n_clicks", 1)], state)

    def test_a_network_is_made(self, as_user):
        browser = as_user(ADMIN)
        assert self.make(browser).get_json()["response"]["admin-address"]["href"] == "/admin?done=network"
        assert "Norrland" in page_text(browser, "/admin?done=network")

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"name": HERE}, "There is already a network called"),
            ({"name": " "}, "missing"),
            ({"country": "S1"}, "is not a country code"),
            ({"zone": "Mars/Olympus"}, "is not a time zone"),
        ],
    )
    def test_a_mistake_is_told(self, as_user, fields, words):
        assert words in self.make(as_user(ADMIN), **fields).text

    def keep(self, browser, which, seen, **typed):
        """Keep what was typed into the form of a network that showed `seen` when it was opened."""
        fields = ("name", "region", "country", "zone")
        outputs = ["admin-network-address.href", *(f"admin-network-{field}-problem.children" for field in fields)]
        state = [("admin-network-which", "data", which), ("admin-network-seen", "data", [seen[field] for field in fields])]
        state += [(f"admin-network-{field}", "value", typed.get(field, seen[field])) for field in fields]
        return call(browser, outputs, [("admin-network-keep", "n_clicks", 1)], state)

    def seen(self, which):
        with bare_session() as session:
            row = session.get(Network, which)
            return {"name": row.name, "region": row.region or "", "country": row.country or "", "zone": row.time_zone or ""}

    def test_a_network_is_renamed(self, as_user):
        which, browser = network_id(), as_user(ADMIN)
        self.keep(browser, which, self.seen(which), name="Luleå and Boden")
        assert "Luleå and Boden" in page_text(browser, f"/admin/networks/{which}")

    def test_what_somebody_else_changed_meanwhile_is_not_lost(self, as_user):
        which, browser = network_id(), as_user(ADMIN)
        seen = self.seen(which)
        self.keep(browser, which, seen, region="Lapland")
        self.keep(browser, which, seen, zone="Europe/Helsinki")
        answer = self.keep(browser, which, seen, region="Norrbotten and more")
        assert "changed this meanwhile" in answer.text
        assert self.seen(which) == {**seen, "region": "Lapland", "zone": "Europe/Helsinki"}

    @pytest.mark.parametrize("seen", [[], ["x"] * 9])
    def test_a_form_that_says_nothing_of_what_was_seen_changes_nothing(self, as_user, seen):
        which = network_id()
        before = self.seen(which)
        fields = [("name", "Other"), ("region", ""), ("country", ""), ("zone", "")]
        outputs = ["admin-network-address.href", *(f"admin-network-{field}-problem.children" for field, _value in fields)]
        state = [("admin-network-which", "data", which), ("admin-network-seen", "data", seen)]
        state += [(f"admin-network-{field}", "value", value) for field, value in fields]
        assert call(as_user(ADMIN), outputs, [("admin-network-keep", "n_clicks", 1)], state).status_code == 200
        assert self.seen(which) == before


def test_who_is_signed_in_is_counted_and_ended(as_user):
    other, which = as_user("coordinator_here"), number_of("coordinator_here")
    one = {"index": which, "type": "admin-end"}
    body = {
        "output": "admin-present.children",
        "outputs": {"id": "admin-present", "property": "children"},
        "inputs": [[{"id": one, "property": "n_clicks", "value": 1}]],
        "state": [[{"id": one, "property": "id", "value": one}]],
        "changedPropIds": [],
    }
    assert "One sign-in of one account" in post_callback(as_user(ADMIN), body).text
    assert other.get("/help").status_code == 302


@pytest.mark.parametrize("path", ["/admin", "/admin/accounts/{account}", "/admin/networks/{network}"])
@pytest.mark.parametrize("name", ["coordinator_here", "leader_everywhere", "funder"])
def test_nobody_else_may_look(as_user, path, name):
    browser, address = as_user(name), path.format(account=number_of(ADMIN), network=network_id())
    assert browser.get(address).status_code == 403
    assert email_of(ADMIN) not in str(open_page(browser, address).get_json())


@pytest.mark.parametrize("path", ["/admin/accounts/99999", "/admin/networks/99999", "/admin/accounts/x"])
def test_what_is_not_there_is_not_found(as_user, path):
    assert as_user(ADMIN).get(path).status_code == 404


def test_ones_own_page_offers_nothing_that_could_shut_one_out(as_user):
    shown = page_text(as_user(ADMIN), f"/admin/accounts/{number_of(ADMIN)}")
    assert ("This is your own account" in shown, "admin-account-shut" in shown) == (True, False)


@pytest.mark.parametrize("path", ["/admin", "/admin/accounts/{account}"])
def test_the_pages_take_few_statements(as_user, queries, path):
    browser, address = as_user(ADMIN), path.format(account=number_of("coordinator_here"))
    open_page(browser, address)
    queries.clear()
    build_page(browser, address)
    assert len(queries) <= MOST_STATEMENTS


def test_sign_ins_of_ended_days_are_not_counted(as_user):
    browser = as_user(ADMIN)
    with bare_session(write=True) as session:
        start_sign_in(session, find_account(session, email_of("funder")), browser=None)
        session.execute(
            sa.update(SignIn).where(SignIn.account_id == find_account(session, email_of("funder")).id).values(ended_at=SignIn.seen_at)
        )
        session.commit()
    assert "One sign-in of one account, yours included." in page_text(browser, "/admin").replace("’", "'")
