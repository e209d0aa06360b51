"""Bring the sample LENs into the database, through the same validation as any other data."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import Recorder, acting
from data_layer.chains import check_whole
from data_layer.models import FundingSource, Network, Stakeholder, Survey, SurveyResult
from data_layer.problem import Problem
from data_layer.rules import check_row
from data_layer.sample.answer import Link, read_answers
from data_layer.sample.tables import SHARED, TABLES, Line, SampleTable, read_lines
from data_layer.surveys.counting import Batch

# Table, LEN ("" for tables that all LENs share), key.
Name = tuple[str, str, str]

FOLDER = Path(__file__).parent
LOAD = "sample.load"


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many LENs came in, and how many rows in all (the LENs included)."""

    networks: int
    rows: int


def load_sample(session: Session, folder: Path = FOLDER) -> Loaded:
    """Load the CSV files of `folder` in one action; sample LENs that are there already are left alone.

    Raises Problem with `file` and `line` when a line breaks a rule, or takes the name of a LEN that people made.
    """
    lines = {table.name: read_lines(folder, table) for table in TABLES}
    answers = read_answers(folder)
    present = {network.name: network for network in session.scalars(sa.select(Network).where(Network.trashed_by.is_(None)))}
    names = {line.key for line in lines["network"]}
    _refuse_taken_names(lines["network"], present)
    if names <= set(present):
        return Loaded(0, 0)
    with acting(session, LOAD) as recorder:
        load = _Load(recorder, present)
        load.recall_bodies(lines["stakeholder"])
        for table in TABLES:
            load.insert(table, lines[table.name])
        load.insert_links(answers)
    return Loaded(len(names - set(present)), load.rows)


def _refuse_taken_names(lines: list[Line], present: dict[str, Network]) -> None:
    for line in lines:
        if line.key in present and not present[line.key].sample:
            with line.blamed():
                raise Problem("network_of_people", "name", value=line.key)


class _Load:
    """One run: which row each name stands for, and which number each body has."""

    def __init__(self, recorder: Recorder, present: dict[str, Network]) -> None:
        self.recorder = recorder
        self.session = recorder.session
        self.present = present
        self.names: set[Name] = set()
        # Networks that are left alone can be named by the others, as guests.
        self.ids: dict[Name, int] = {_scoped("network", "", name): network.id for name, network in present.items()}
        self.bodies: dict[str, int] = {}
        highest = (self.session.scalar(sa.select(sa.func.max(model.body_id))) or 0 for model in (Stakeholder, FundingSource))
        self.next_body = max(highest) + 1
        self.rows = 0

    def recall_bodies(self, lines: list[Line]) -> None:
        """Take over the numbers that bodies have in the LENs that are left alone."""
        query = sa.select(Network.name, Stakeholder.name, Stakeholder.body_id).join(Network, Network.id == Stakeholder.network_id)
        live = query.where(Network.sample, Network.trashed_by.is_(None), Stakeholder.trashed_by.is_(None), Stakeholder.body_id.is_not(None))
        known: dict[tuple[str, str], Any] = {(network, name): body_id for network, name, body_id in self.session.execute(live)}
        for line in lines:
            if line.cells["body"] and (line.network, line.key) in known:
                self.bodies[line.cells["body"]] = known[line.network, line.key]

    def insert(self, table: SampleTable, lines: list[Line]) -> None:
        """Add the rows of one file, except those of LENs that are left alone."""
        added: list[tuple[Line, Any]] = []
        for line in lines:
            if line.network not in self.present:
                with line.blamed():
                    self._claim_name(line)
                    row = self._row(line)
                    check_row(row)
                added.append((line, row))
        kept = self._kept() if table.model is FundingSource else {}
        new = [row for _, row in added if _likeness(row) not in kept]
        self.recorder.insert_all(new)
        self.rows += len(new)
        for line, row in added:
            with line.blamed():
                check_whole(self.session, [row])
            self.ids[_name(line)] = kept.get(_likeness(row)) or row.id

    def insert_links(self, answers: Mapping[Link, Batch]) -> None:
        """Add the links for service users with their answers, except those of LENs that are left alone."""
        for link, batch in answers.items():
            if link.network in self.present:
                continue
            about = {"network_id": self._id("network", "", link.network, "network")}
            project = self._id("micro_project", link.network, link.micro_project, "micro_project")
            survey = Survey(**about, micro_project_id=project, stage=link.stage, made_at=link.made_at, ends=link.ends)
            self.recorder.insert(survey)
            self.recorder.insert(SurveyResult(**about, survey_id=survey.id, answers=batch.answers, counts=dict(batch.counts)))
            self.rows += 2

    def _row(self, line: Line) -> Any:
        values = line.values()
        for column, (field, target) in line.table.links.items():
            if line.cells.get(column):
                values[field] = self._id(target, line.network, line.cells[column], column)
        if line.cells.get("body"):
            values["body_id"] = self._body(line.cells["body"])
        if line.table.model is Network:
            values["sample"] = True
        if "table" in line.cells:
            values |= self._place_of_note(line)
        return line.table.model(**values)

    def _place_of_note(self, line: Line) -> dict[str, Any]:
        name = line.cells["table"]
        row_id = self._id(name, line.network, line.cells["key"], "key")
        if not any(table.name == name and line.cells["field"] in table.columns for table in TABLES):
            raise Problem("unknown_column", "field", value=line.cells["field"])
        return {"table_name": name, "row_id": row_id}

    def _id(self, table: str, network: str, key: str, column: str) -> int:
        row_id = self.ids.get(_scoped(table, network, key))
        if row_id is None:
            raise Problem("unknown_name", column, value=key)
        return row_id

    def _claim_name(self, line: Line) -> None:
        name = _name(line)
        if name in self.names:
            raise Problem("named_twice", line.table.key[0], value=line.key)
        self.names.add(name)

    def _body(self, key: str) -> int:
        if key not in self.bodies:
            self.bodies[key] = self.next_body
            self.next_body += 1
        return self.bodies[key]

    def _kept(self) -> dict[Any, int]:
        """Sources of an earlier load that stayed because a LEN that people made uses them."""
        query = sa.select(FundingSource).where(FundingSource.trashed_by.is_(None), FundingSource.entered_by_id.is_(None))
        return {_likeness(source): source.id for source in self.session.scalars(query)}


def _name(line: Line) -> Name:
    return _scoped(line.table.name, line.network, line.key)


def _scoped(table: str, network: str, key: str) -> Name:
    return table, "" if table in SHARED else network, key


def _likeness(row: Any) -> Any:
    return (row.funder, row.name, row.source) if isinstance(row, FundingSource) else None
