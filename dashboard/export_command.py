"""The command that carries data out: `flask --app app export FILE`."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from dashboard.command_line import plain_errors, settings
from dashboard.download_words import DownloadWords
from dashboard.serve import require_current
from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.exports.download import EVERYTHING, EVERYTHING_AS_SHEETS, Wanted, is_file, prepared
from data_layer.network.network import network_choices
from data_layer.problem import Problem
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole, TargetGroup

# Whoever may run commands on the server may read all that is in the database.
EVERYBODY = Actor(0, "", AccountRole.COORDINATOR, all_networks=True)
BY_ENDING = {".zip": EVERYTHING, ".xlsx": EVERYTHING_AS_SHEETS}


@click.command("export", help="Write into FILE what its name says, such as stakeholder.csv or network.gexf; other .zip and .xlsx hold all.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--network", "network_name", help="Only this network, by its name.")
@click.option("--group", type=click.Choice([group.value for group in TargetGroup]), help="Only what concerns this target group.")
@click.option("--year", type=click.IntRange(1900, 2099), help="Only what touches this year, or has no date.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@with_appcontext
@plain_errors
def export_command(file: Path, network_name: str | None, group: str | None, year: int | None, force: bool) -> None:
    name = file.name if is_file(file.name) else BY_ENDING.get(file.suffix)
    if name is None:
        raise Problem("export_name", value=file.name)
    if not file.parent.is_dir():
        raise Problem("no_such_folder", path=str(file.parent))
    if file.exists() and not force:
        raise Problem("file_exists", path=str(file))
    require_current(settings())
    with reading(EVERYBODY) as session, current_app.test_request_context():
        chosen = {network.name: network.id for network in network_choices(session)}
        if network_name is not None and network_name not in chosen:
            raise Problem("network_unknown", "network", name=network_name)
        scope = Scope(chosen[network_name] if network_name else None, group, year)
        content = prepared(session, name, Wanted(scope, masked=False, with_history=True, words=DownloadWords()))()
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_bytes(content)
    click.echo(f"Wrote {file} ({len(content):,} bytes).")
