"""Log in and log out."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user

from dashboard.language import CHOICES
from dashboard.messages import sentence
from dashboard.permissions import LANDING
from dashboard.user import leave, sign_in
from data_layer.accounts.account import log_in
from data_layer.accounts.one_time import choose_password, proof_of
from data_layer.accounts.password import MIN_LENGTH
from data_layer.clock import now
from data_layer.engine import bare_session
from data_layer.models import Account
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import AccountRole

blueprint = Blueprint("login", __name__)
LONGEST = 1000
# In the signed cookie between the one-time password and the choice of a lasting one.
CHOOSING = "choosing"
CHOOSING_SECONDS = 15 * 60


@blueprint.get("/login")
def show() -> Any:
    """The form; `?language=de` picks a language before anybody is known."""
    if request.args.get("language") in CHOICES:
        session["language"] = request.args["language"]
    if current_user.is_authenticated:
        return redirect("/")
    return render_template("login.html", next=inside(request.args.get("next")), email="", problem=None)


@blueprint.post("/login")
def enter() -> Any:
    """Check e-mail and password; 200 with a sentence when they do not fit."""
    email, password = request.form.get("email", "")[:LONGEST], request.form.get("password", "")[:LONGEST]
    wanted = inside(request.form.get("next"))
    if "new_password" in request.form:
        return _choose(request.form["new_password"][:LONGEST], wanted)
    try:
        with bare_session(write=True) as database:
            account = log_in(database, email=email, password=password, address=request.remote_addr or "")
            database.commit()
    except Problem as problem:
        return render_template("login.html", next=wanted, email=email, problem=sentence(problem))
    if account is None:
        return render_template("login.html", next=wanted, email=email, problem=sentence(Problem("log_in_failed", "password")))
    if account.one_time_until is not None:
        session[CHOOSING] = {"account": account.id, "email": account.email, "proof": proof_of(account), "at": now().timestamp()}
        return _ask_to_choose(wanted)
    return _welcome(account, wanted)


def _welcome(account: Account, wanted: str) -> Any:
    sign_in(account, browser=_browser())
    return redirect(wanted if wanted != "/" else LANDING[AccountRole(account.role)])


def _ask_to_choose(wanted: str, problem: str | None = None) -> Any:
    return render_template("choose_password.html", next=wanted, email=session[CHOOSING]["email"], least=MIN_LENGTH, problem=problem)


def _choose(password: str, wanted: str) -> Any:
    """The second half of a first log-in: nobody is signed in before the password is their own."""
    came = session.get(CHOOSING)
    if came is None or now().timestamp() - came["at"] > CHOOSING_SECONDS:
        return redirect(url_for("login.show", next=wanted))
    try:
        with bare_session(write=True) as database:
            account = choose_password(database, came["account"], proof=came["proof"], password=password)
            database.commit()
    except NotFound:
        session.pop(CHOOSING)
        return redirect(url_for("login.show", next=wanted))
    except Problem as problem:
        return _ask_to_choose(wanted, sentence(problem))
    return _welcome(account, wanted)


@blueprint.post("/logout")
def go() -> Any:
    """End the sign-in here and on the server."""
    if current_user.is_authenticated:
        leave(current_user)
    response = redirect(url_for("login.show"))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@blueprint.get("/logout")
def ask() -> Any:
    """A link cannot log anybody out; this page has the button that can."""
    return render_template("logout.html")


def inside(target: str | None) -> str:
    """The address to go on to: `target` when it is a plain path of ours, else the start page."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/login", "/logout")):
        return "/"
    bad = (
        any(ord(sign) < 33 or sign in "\\\x7f" for sign in target)
        or not target.isascii()
        or "%2f" in target.lower()
        or "%5c" in target.lower()
    )
    return "/" if bad or len(target) > LONGEST else target


def _browser() -> str:
    """Two words that let a person tell their own sign-ins apart; not kept: the full identification of the device."""
    agent = request.user_agent.string
    browser = next((name for name in ("Firefox", "Edg", "OPR", "Chrome", "Safari") if name in agent), "")
    system = next((name for name in ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux") if name in agent), "")
    names = {"Edg": "Edge", "OPR": "Opera", "Mac OS": "macOS"}
    return " · ".join(names.get(name, name) for name in (browser, system) if name) or _("unknown browser")
