"""The commands: `flask --app app ...` for the database, the sample, networks and accounts."""

import sys

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext

from dashboard.command_line import changing, plain_errors, settings
from dashboard.serve import require_current, serve
from data_layer.accounts.account import add_account, get_account, grant_network, revoke_network, set_password
from data_layer.accounts.line import accounts
from data_layer.accounts.looking_after import disable_account
from data_layer.network.network import add_network, network_lines
from data_layer.sample.loader import load_sample
from data_layer.sample.removal import remove_sample, sample_rows_by_people
from data_layer.schema import SchemaState, schema_state, upgrade
from data_layer.vocabulary import AccountRole

db = AppGroup("db", help="The database's schema.")
sample = AppGroup("sample", help="The sample data.")
network = AppGroup("network", help="Networks.")
user = AppGroup("user", help="Accounts and what they may see.")


def add_commands(server: Flask) -> None:
    """Register all commands."""
    for group in (db, sample, network, user):
        server.cli.add_command(group)
    server.cli.add_command(serve_command)


@click.command("serve", help="Set up what is missing and serve the dashboard.")
@with_appcontext
@plain_errors
def serve_command() -> None:
    serve(current_app._get_current_object())  # type: ignore[attr-defined]


@db.command("upgrade", help="Bring the database to this program's schema; in production --create makes a missing one.")
@click.option("--create", is_flag=True, help="Make the database if there is none.")
def upgrade_database(create: bool) -> None:
    url = settings().database_url
    state = schema_state(url)
    if state == SchemaState.MISSING and settings().production and not create:
        raise click.ClickException(f"There is no database at {url}. To make one add --create.")
    if state in (SchemaState.MISSING, SchemaState.OLDER):
        upgrade(url)
    require_current(settings())
    click.echo("The database is up to date.")


@sample.command("load", help="Load the sample data; what is already there stays as it is.")
@plain_errors
def load() -> None:
    with changing() as session:
        loaded = load_sample(session)
    click.echo(f"Loaded {loaded.networks} networks with {loaded.rows} rows." if loaded.networks else "The sample data is already there.")


@sample.command("remove", help="Remove the sample's networks with all in them.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@plain_errors
def remove(yes: bool) -> None:
    with changing() as session:
        mine = sample_rows_by_people(session)
        added = f"Rows that people added inside the sample's networks, which will go too: {mine}."
        click.echo(added if mine else "Nobody added anything to the sample.")
        if not yes and not (sys.stdin.isatty() and click.confirm("Remove the sample's networks with all in them?")):
            raise click.ClickException("Nothing was removed. To remove without being asked add --yes.")
        remove_sample(session)
    click.echo("The sample data is removed. Networks that people made are still there.")


@network.command("add", help="Make a network.")
@click.argument("name")
@click.option("--region")
@click.option("--country", help="Two letters, for example SE.")
@plain_errors
def add_one_network(name: str, region: str | None, country: str | None) -> None:
    with changing() as session:
        add_network(session, name=name, region=region, country=country)
    click.echo(f"Made the network {name}.")


@network.command("list", help="List the networks.")
def list_networks() -> None:
    with changing() as session:
        for line in network_lines(session):
            click.echo(line)


@user.command("add", help="Make an account.")
@click.argument("email")
@click.option("--role", required=True, type=click.Choice([role.value for role in AccountRole]))
@click.option("--network", "networks", multiple=True, help="A network the account may work in; can be repeated.")
@click.option("--all-networks", is_flag=True)
@click.password_option(envvar="LEN_NEW_PASSWORD")
@plain_errors
def add_user(email: str, role: str, networks: tuple[str, ...], all_networks: bool, password: str) -> None:
    with changing() as session:
        add_account(session, email=email, password=password, role=role, networks=networks, all_networks=all_networks)
    click.echo(f"Made the account {email}.")


@user.command("grant", help="Let an account work in a network.")
@click.argument("email")
@click.argument("name")
@plain_errors
def grant(email: str, name: str) -> None:
    with changing() as session:
        grant_network(session, get_account(session, email), name)
    click.echo(f"{email} may work in {name}.")


@user.command("revoke", help="Take a network from an account.")
@click.argument("email")
@click.argument("name")
@plain_errors
def revoke(email: str, name: str) -> None:
    with changing() as session:
        revoke_network(session, get_account(session, email), name)
    click.echo(f"{email} may no longer work in {name}.")


@user.command("password", help="Give an account a new password and end its sign-ins.")
@click.argument("email")
@click.password_option(envvar="LEN_NEW_PASSWORD")
@plain_errors
def password(email: str, password: str) -> None:
    with changing() as session:
        set_password(session, get_account(session, email), password)
    click.echo(f"{email} has a new password.")


@user.command("disable", help="Shut an account and end its sign-ins.")
@click.argument("email")
@plain_errors
def disable(email: str) -> None:
    with changing() as session:
        disable_account(session, get_account(session, email))
    click.echo(f"{email} can no longer sign in.")


@user.command("list", help="List the accounts.")
def list_users() -> None:
    with changing() as session:
        for line in accounts(session):
            networks = "all networks" if line.all_networks else ", ".join(name for _number, name in line.networks) or "no network"
            click.echo(f"{line.email}  {line.role}  {networks}{'  disabled' if line.disabled else ''}")
