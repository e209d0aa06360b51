"""Starts the server: checks the database, fills the demo, tells the address, hands over to gunicorn or waitress."""

import importlib
import importlib.util
import secrets
import socket
import sys

import click
import waitress
from flask import Flask, current_app

from dashboard.messages import sentence
from dashboard.secret_addresses import guard_logs
from dashboard.settings import ROOT, Settings
from data_layer.accounts.account import add_account, find_account, get_account, grant_network, has_administrator, set_password
from data_layer.engine import bare_session
from data_layer.problem import Problem
from data_layer.releases.outcome import make_sample_release
from data_layer.sample.loader import load_sample
from data_layer.schema import SchemaState, database_file, schema_state, upgrade
from data_layer.serving import hold
from data_layer.vocabulary import AccountRole

GUNICORN = ROOT / "deploy" / "gunicorn.conf.py"
DEMO_LENS = ("Luleå", "Plön", "Dithmarschen", "Jurbarkas")
DEMO_ACCOUNTS = {
    "coordinator@demo.example": AccountRole.COORDINATOR,
    "leader@demo.example": AccountRole.LEADER,
    "funder@demo.example": AccountRole.FUNDER,
    "admin@demo.example": AccountRole.ADMINISTRATOR,
}
STATES = {
    SchemaState.MISSING: "There is no database at {url}. Make one: flask --app app db upgrade{create}",
    SchemaState.OLDER: "The database at {url} is older than this program. Bring it up to date: flask --app app db upgrade{create}",
    SchemaState.NEWER: "The database at {url} is newer than this program. Start the newer program, or restore an older back-up.",
    SchemaState.LOCKED: "Another program holds the database at {url}. End that program, then try again.",
    SchemaState.READ_ONLY: "The database at {url} cannot be written to. Give this user the right to write to the file and its folder.",
    SchemaState.UNREADABLE: "What lies at {url} is not a database that we can read. Restore a back-up.",
}


def serve(server: Flask, *, with_waitress: bool = False) -> None:
    """Bring the demo's database up to date, then serve until Ctrl+C. Ends with one line when the database is not usable."""
    settings: Settings = server.config["SETTINGS"]
    _require_free_port(settings)
    with server.app_context():
        prepare(settings)
    file = database_file(settings.database_url)
    if file is not None:
        hold(file)
    guard_logs()
    if with_waitress or importlib.util.find_spec("gunicorn") is None:
        waitress.serve(server, host=settings.host, port=settings.port, threads=8, ident=None)
        return
    # In this process, which has loaded the program already: loading it once more would double the time of a start.
    sys.argv = ["gunicorn", "--config", str(GUNICORN), "--bind", f"{settings.host}:{settings.port}", "app:server"]
    importlib.import_module("gunicorn.app.wsgiapp").run()


def _require_free_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise click.ClickException(
                f"Nothing can be served at {settings.address} ({error.strerror}). End the other program, or choose another LEN_PORT."
            ) from error


def prepare(settings: Settings) -> None:
    """What has to stand before the first request: the schema, in the demo its data and accounts, in production an administrator."""
    state = schema_state(settings.database_url)
    if settings.production:
        if state == SchemaState.MISSING and sys.stdin.isatty() and click.confirm(f"Make a new database at {settings.database_url}?"):
            upgrade(settings.database_url)
            state = SchemaState.CURRENT
        require_current(settings, state)
        _first_administrator()
    else:
        if state in (SchemaState.MISSING, SchemaState.OLDER):
            upgrade(settings.database_url)
        require_current(settings)
        _fill_demo(settings)
    click.echo(f"The dashboard is at {settings.public_url or settings.address}  (Ctrl+C ends it)")


def require_current(settings: Settings, state: SchemaState | None = None) -> None:
    """Stop with one line unless the database is there, writable, and of this program's schema."""
    state = state or schema_state(settings.database_url)
    if state != SchemaState.CURRENT:
        raise click.ClickException(STATES[state].format(url=settings.database_url, create=" --create" if settings.production else ""))


def _fill_demo(settings: Settings) -> None:
    password = settings.demo_password or secrets.token_urlsafe(9)
    with bare_session(write=True) as session:
        load_sample(session)
        for email, role in DEMO_ACCOUNTS.items():
            account = find_account(session, email)
            if account is None:
                add_account(session, email=email, password=password, role=role, all_networks=role == AccountRole.LEADER, demo=True)
            else:
                set_password(session, account, password)
        coordinator = get_account(session, "coordinator@demo.example")
        for name in DEMO_LENS:
            grant_network(session, coordinator, name)
        make_sample_release(session, readers=("leader@demo.example", "funder@demo.example"))
        session.commit()
    click.echo("Demo accounts, all with the password " + password)
    for email, role in DEMO_ACCOUNTS.items():
        click.echo(f"  {role:<14}{email}")


def _first_administrator() -> None:
    with bare_session() as session:
        if any(find_account(session, email) for email in DEMO_ACCOUNTS):
            raise click.ClickException("This database holds demo accounts. Use another LEN_DATABASE_URL for production.")
        if has_administrator(session):
            return
    if not sys.stdin.isatty():
        raise click.ClickException("There is no administrator yet. Make one: flask --app app user add EMAIL --role administrator")
    while not _made_administrator():
        click.echo("Nothing was made yet; please try again.")


def _made_administrator() -> bool:
    """Ask on the terminal; what cannot be is said there, and asked again."""
    email = click.prompt("E-mail address of the first administrator")
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        with bare_session(write=True) as session:
            add_account(session, email=email, password=password, role=AccountRole.ADMINISTRATOR)
            session.commit()
    except Problem as problem:
        with current_app.test_request_context():
            click.echo(sentence(problem))
        return False
    click.echo(f"{email} is the administrator: log in and make the first network.")
    return True
