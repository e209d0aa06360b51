"""The nine points of view from which the access matrix is looked at, and the rows that tell LENs apart."""

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from data_layer.accounts.account import add_account, get_account, grant_network
from data_layer.accounts.looking_after import disable_account
from data_layer.accounts.sign_in import start_sign_in
from data_layer.engine import bare_session
from data_layer.releases.outcome import make_sample_release
from data_layer.sample.loader import load_sample

PASSWORD = "correct horse battery"
HERE = "Luleå"
ELSEWHERE = "Varde"
# name of the point of view → role, networks, all networks
ACCOUNTS: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "coordinator_here": ("coordinator", (HERE,), False),
    "coordinator_elsewhere": ("coordinator", (ELSEWHERE,), False),
    "leader_here": ("leader", (HERE,), False),
    "leader_elsewhere": ("leader", (ELSEWHERE,), False),
    "leader_everywhere": ("leader", (), True),
    "funder": ("funder", (), False),
    "administrator": ("administrator", (), False),
    "disabled": ("coordinator", (HERE,), False),
}
# An anonymous visitor and a respondent (who has no account) come without a sign-in.
POINTS_OF_VIEW = ("anonymous", *ACCOUNTS)


def email_of(point_of_view: str) -> str:
    """The e-mail address of a point of view."""
    return f"{point_of_view}@example.org"


def make_points_of_view(session: Session) -> None:
    """Fill a database: the sample data, one account per point of view, the release for those who may read it."""
    load_sample(session)
    for name, (role, networks, everywhere) in ACCOUNTS.items():
        account = add_account(session, email=email_of(name), password=PASSWORD, role=role, all_networks=everywhere)
        for network in networks:
            grant_network(session, account, network)
    disable_account(session, get_account(session, email_of("disabled")))
    make_sample_release(session, readers=(email_of("funder"), email_of("leader_everywhere")))


def enter(browser: FlaskClient, point_of_view: str) -> FlaskClient:
    """Sign a browser in as this point of view, past the form; anonymous stays anonymous."""
    if point_of_view == "anonymous":
        return browser
    with bare_session(write=True) as session:
        token = start_sign_in(session, get_account(session, email_of(point_of_view)), browser="tests")
        session.commit()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = token
        cookie["_fresh"] = True
    return browser
