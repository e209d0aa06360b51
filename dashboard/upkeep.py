"""The commands that keep an installation well: `backup`, `restore`, `check`."""

import sys
from pathlib import Path

import click
from flask import Flask
from flask.cli import with_appcontext

from dashboard.command_line import changing, plain_errors, settings
from dashboard.installation import findings
from dashboard.serve import require_current
from data_layer.backup.copy import back_up
from data_layer.backup.record import note_backup
from data_layer.backup.restore import restore
from data_layer.engine import bound
from data_layer.problem import Problem
from data_layer.schema import database_file

backup_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


def add_upkeep(server: Flask) -> None:
    """Register the commands."""
    for command in (backup_command, restore_command, check_command):
        server.cli.add_command(command)


@click.command("backup", help="Write the database to FILE while people go on working, and check what was written.")
@backup_file
@click.option("--force", is_flag=True, help="Write over FILE if it is there.")
@with_appcontext
@plain_errors
def backup_command(file: Path, force: bool) -> None:
    database = _file_of_database("backup_of_server")
    require_current(settings())
    back_up(database, file, force=force)
    with changing() as session:
        note_backup(session)
    click.echo(f"The database is in {file} ({file.stat().st_size / 1e6:.1f} MB, checked), its checksum in {file}.sha256.")
    click.echo("Keep both on another machine: passwords are in there only as hashes, everything else can be read.")


@click.command("restore", help="Put the back-up FILE in the place of the database, and keep the present one beside it.")
@backup_file
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
@plain_errors
def restore_command(file: Path, yes: bool) -> None:
    database = _file_of_database("restore_of_server")
    if not yes and not (sys.stdin.isatty() and click.confirm(f"Put {file} in the place of {database}? Stop the dashboard before.")):
        raise click.ClickException("Nothing was changed. To restore without being asked add --yes.")
    bound().dispose()
    done = restore(file, database)
    click.echo(
        f"The database is the one of {file}; its last change is of {done.last_action:%Y-%m-%d %H:%M} UTC." if done.last_action else ""
    )
    if done.kept is not None:
        click.echo(f"What was there before is kept in {done.kept}.")
    click.echo("All sign-ins have ended: everybody logs in again, with the passwords of the day of the back-up.")


@click.command("check", help="Look for what is wrong with this installation.")
@with_appcontext
@plain_errors
def check_command() -> None:
    found = findings(settings())
    for finding in found:
        click.echo(f"{'ok   ' if finding.fine else 'WRONG'}  {finding.words}")
    wrong = sum(not finding.fine for finding in found)
    if wrong:
        raise click.ClickException(f"{wrong} of {len(found)} things need somebody.")


def _file_of_database(code: str) -> Path:
    """The file of the database; a database server has its own programs for this, which the Problem `code` names."""
    file = database_file(settings().database_url)
    if file is None:
        raise Problem(code)
    return file
