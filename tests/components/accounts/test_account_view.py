"""Who a person is here, their password form, their sign-ins, the way out."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from components.accounts.account_view import access_facts, password_form, role_in_words
from components.accounts.log_out import log_out
from components.accounts.sign_ins import sign_in_table
from components.ids import scoped
from tests.components.tree import attribute, find_all, of_type, text

IDS = scoped("account")
MOMENT = datetime(2026, 6, 15, 12, 30, tzinfo=UTC)
PRESENCES = [
    SimpleNamespace(id=number, browser=browser, created_at=MOMENT, seen_at=MOMENT) for number, browser in ((1, "Firefox"), (2, None))
]


@pytest.mark.parametrize("role", ["coordinator", "leader", "funder", "administrator"])
def test_every_role_has_its_words(role):
    assert role_in_words(role).startswith("You ")


@pytest.mark.parametrize(
    ("networks", "everywhere", "words"),
    [([(1, "Luleå"), (2, "Plön")], False, "Luleå Plön"), ([], False, "none"), ([(1, "Luleå")], True, "all networks")],
)
def test_the_networks_of_an_account_are_named(networks, everywhere, words):
    assert text(access_facts("leader", networks, all_networks=everywhere)) == f"Role leader Networks {words}"


def test_both_password_fields_have_labels_and_a_place_for_what_is_wrong():
    form = password_form(IDS, least=10)
    fields = {field.id: field for field in of_type(form, "Input")}
    assert [label.htmlFor for label in of_type(form, "Label")] == list(fields) == ["account-old", "account-new"]
    assert [(place.id, attribute(place, "role")) for place in find_all(form, "field-error")] == [
        ("account-old-problem", "alert"),
        ("account-new-problem", "alert"),
    ]


def test_passwords_are_hidden_and_known_to_password_managers():
    kinds = [(field.type, field.autocomplete) for field in of_type(password_form(IDS, least=10), "Input")]
    assert kinds == [("password", "current-password"), ("password", "new-password")]


def test_the_form_cannot_be_sent_by_the_browser_itself():
    assert of_type(password_form(IDS, least=10), "Form") == []


@pytest.mark.usefixtures("reader_of_german")
class TestSignIns:
    def test_each_has_its_moments_in_the_form_of_the_language(self):
        assert "15. Juni 2026, 12:30" in text(sign_in_table(PRESENCES, this_one=1, ids=IDS))

    def test_all_but_this_one_can_be_ended(self):
        table = sign_in_table(PRESENCES, this_one=1, ids=IDS)
        assert [button.id for button in of_type(table, "Button")] == [{"type": "account-end", "index": 2}]
        assert "Firefox this one" in text(table)

    def test_an_unknown_browser_is_said_so(self):
        assert "unknown browser" in text(sign_in_table(PRESENCES, this_one=1, ids=IDS))


def test_the_way_out_is_a_form_with_its_proof():
    form = log_out("proof")
    assert (form.method, form.action) == ("post", "/logout")
    assert [(field.name, field.value) for field in of_type(form, "Input")] == [("csrf_token", "proof")]
