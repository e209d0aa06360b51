"""The command that brings a file in: `flask --app app import FILE --network NAME`."""

from dataclasses import replace
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from dashboard.command_line import changing, looking, plain_errors
from dashboard.messages import sentence
from data_layer.files.reading import read_file
from data_layer.files.source import ReadFile, joined
from data_layer.imports.apply import apply
from data_layer.imports.choice import Choices, first_choices
from data_layer.imports.form import Form
from data_layer.imports.plan import Plan, plan, prepared
from data_layer.imports.preview import state
from data_layer.imports.row import PlannedRow, State
from data_layer.network.network import network_choices
from data_layer.problem import Problem

SHOWN = 20
DATES = click.Choice([Form.DMY.value, Form.MDY.value])
DECIMALS = click.Choice([Form.COMMA.value, Form.POINT.value])


@click.command("import", help="Bring files into a network; several that belong together, such as nodes and edges, at once.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--network", "network_name", required=True, help="The network, by its name.")
@click.option("--date", type=DATES, help="How dates such as 05/06/2014 are meant: the day or the month first.")
@click.option("--decimal", type=DECIMALS, help="Which sign stands before decimals in numbers such as 1.234.")
@click.option("--new", "new_by_default", is_flag=True, help="Take names that look like others for new ones.")
@click.option("--leave-out", is_flag=True, help="Bring in the rest even if rows are refused.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@with_appcontext
@plain_errors
def import_command(
    files: tuple[Path, ...], network_name: str, date: str | None, decimal: str | None, new_by_default: bool, leave_out: bool, dry_run: bool
) -> None:
    read = joined([read_file(path.read_bytes(), path.name) for path in files])
    with looking() as session:
        choices = replace(first_choices(read, _network_id(session, network_name)), new_by_default=new_by_default)
    planned, seen = _planned(read, choices)
    if planned.questions and (date or decimal):
        choices = _answered(choices, planned, date, decimal)
        planned, seen = _planned(read, choices)
    _say(planned)
    if dry_run:
        return
    _refuse(planned, leave_out=leave_out)
    with changing() as session:
        if state(session, choices) != seen and plan(session, read, choices).seal() != planned.seal():
            raise Problem("import_changed")
        action_id = apply(session, planned)
    click.echo(f"Brought in as action {action_id}; it can be taken back in the history." if action_id else "Nothing was to be done.")


def _network_id(session: Session, name: str) -> int:
    found = next((network.id for network in network_choices(session) if network.name == name), None)
    if found is None:
        raise Problem("network_unknown", "network", name=name)
    return found


def _planned(read: ReadFile, choices: Choices) -> tuple[Plan, tuple[int, int]]:
    """The plan and the state of the rows with which the file was compared, while others could go on writing."""
    with looking() as session:
        seen, compare = state(session, choices), prepared(session, read, choices)
    total = sum(len(table.rows) for table, target in zip(read.tables, choices.targets, strict=True) if target)
    with click.progressbar(length=total, label="Comparing") as bar:
        return compare(tick=bar.update), seen


def _answered(choices: Choices, planned: Plan, date: str | None, decimal: str | None) -> Choices:
    given = {form for form in (date, decimal) if form}
    forms = {question.key: str(form) for question in planned.questions for form in question.choices if form in given}
    return replace(choices, forms=forms)


def _say(planned: Plan) -> None:
    for table, counts in planned.counts_by_table().items():
        click.echo(f"{table}: " + ", ".join(f"{counts[state]} {state}" for state in State))
    if planned.left_out:
        click.echo(f"Rows of tables that go nowhere: {planned.left_out}")
    refused = [row for row in planned.rows if row.state is State.REFUSED]
    for row in refused[:SHOWN]:
        click.echo(f"  line {row.line}, {row.target}: {_reason(row)}")
    if len(refused) > SHOWN:
        click.echo(f"  and {len(refused) - SHOWN} more")


def _reason(row: PlannedRow) -> str:
    assert row.problem is not None
    with current_app.test_request_context():
        return sentence(row.problem)


def _refuse(planned: Plan, *, leave_out: bool) -> None:
    asked = [question for question in planned.questions if question.open]
    for question in asked:
        option = "--date dmy or --date mdy" if Form.DMY in question.choices else "--decimal comma or --decimal point"
        click.echo(f"The column {question.column} can be read in two ways (for example {question.examples[0]}): say {option}.")
    if asked:
        raise click.ClickException("Nothing was brought in.")
    if planned.counts()[State.REFUSED] and not leave_out:
        raise click.ClickException("Rows are refused, so nothing was brought in. Mend them in the file, or add --leave-out.")
