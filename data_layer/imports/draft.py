"""The file that an account is bringing in, between reading and applying; and where its columns went before."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.cache import latest
from data_layer.clock import now
from data_layer.files import source
from data_layer.files.source import ReadFile, SourceTable
from data_layer.imports import choice
from data_layer.imports.choice import Choices, first_choices
from data_layer.models import ImportDraft, ImportMapping
from data_layer.problem import Problem

KEPT = timedelta(days=1)
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """One file on its way in. `version` rises with each choice."""

    id: int
    name: str
    version: int
    read: ReadFile
    choices: Choices


def keep_draft(session: Session, account_id: int, name: str, read: ReadFile, *, network_id: int | None) -> None:
    """Keep what was read in place of what the account was bringing in before; columns go where they went the last time."""
    drop_draft(session, account_id)
    _drop_old(session)
    tables = zlib.compress(json.dumps(source.as_json(read), ensure_ascii=False).encode())
    choices = choice.as_json(remembered(session, account_id, read, first_choices(read, network_id)))
    session.add(ImportDraft(account_id=account_id, name=name[:LONGEST_NAME], made_at=now(), tables=tables, choices=choices))
    session.flush()


def find_draft(session: Session, account_id: int) -> Draft | None:
    """What the account is bringing in; None where there is nothing, or nothing from the last day."""
    row = _row(session, account_id)
    if row is None:
        return None
    read = source.from_json(json.loads(zlib.decompress(row.tables)))
    return Draft(row.id, row.name, row.version, read, choice.from_json(row.choices))


def get_draft(session: Session, account_id: int) -> Draft:
    """The same; Problem("import_gone") where there is nothing."""
    found = find_draft(session, account_id)
    if found is None:
        raise Problem("import_gone")
    return found


def version_of(session: Session, account_id: int) -> tuple[int, int] | None:
    """Id and version of what the account is bringing in; None where there is nothing. Nothing of the file is read."""
    query = sa.select(ImportDraft.id, ImportDraft.version).where(ImportDraft.account_id == account_id, ImportDraft.made_at > now() - KEPT)
    found = session.execute(query).one_or_none()
    return None if found is None else (found.id, found.version)


def choose(session: Session, account_id: int, draft: Draft, choices: Choices) -> None:
    """Keep choices; where columns go is remembered for the next file of this form."""
    row = _row(session, account_id)
    if row is None or row.id != draft.id:
        raise Problem("import_gone")
    row.choices, row.version = choice.as_json(choices), row.version + 1
    if (choices.targets, choices.fields) != (draft.choices.targets, draft.choices.fields):
        _remember(session, account_id, draft.read, choices)
    session.flush()


def drop_draft(session: Session, account_id: int) -> None:
    """Forget what the account is bringing in, and the preview that this process has kept."""
    latest.clear()
    row = session.scalars(sa.select(ImportDraft).where(ImportDraft.account_id == account_id)).one_or_none()
    if row is not None:
        session.delete(row)
        session.flush()


def remembered(session: Session, account_id: int, read: ReadFile, choices: Choices) -> Choices:
    """The choices with columns where the account sent them the last time."""
    known = {row.columns_hash: row for row in session.scalars(_mappings(account_id, [_hash(read.format, table) for table in read.tables]))}
    targets, fields = list(choices.targets), list(choices.fields)
    for place, table in enumerate(read.tables):
        row = known.get(_hash(read.format, table))
        if row is not None and len(row.fields) == len(table.columns):
            targets[place], fields[place] = row.target, tuple(row.fields)
    return replace(choices, targets=tuple(targets), fields=tuple(fields))


def _remember(session: Session, account_id: int, read: ReadFile, choices: Choices) -> None:
    hashes = [_hash(read.format, table) for table in read.tables]
    known = {row.columns_hash: row for row in session.scalars(_mappings(account_id, hashes))}
    for columns_hash, target, fields in zip(hashes, choices.targets, choices.fields, strict=True):
        row = known.get(columns_hash)
        if row is None:
            row = known[columns_hash] = ImportMapping(account_id=account_id, columns_hash=columns_hash)
            session.add(row)
        row.target, row.fields = target, list(fields)


def _mappings(account_id: int, hashes: Sequence[str]) -> sa.Select[ImportMapping]:
    query = sa.select(ImportMapping).where(ImportMapping.account_id == account_id, ImportMapping.columns_hash.in_(hashes))
    return query.order_by(ImportMapping.id)


def _hash(form: str, table: SourceTable) -> str:
    """The name of a sheet tells tables with the same columns apart; the name of a CSV file changes from month to month."""
    named = table.name if "." not in table.name else ""
    return hashlib.sha256(json.dumps([form, named, table.target, table.columns]).encode()).hexdigest()


def _row(session: Session, account_id: int) -> ImportDraft | None:
    query = sa.select(ImportDraft).where(ImportDraft.account_id == account_id, ImportDraft.made_at > now() - KEPT)
    return session.scalars(query).one_or_none()


def _drop_old(session: Session) -> None:
    for row in session.scalars(sa.select(ImportDraft).where(ImportDraft.made_at <= now() - KEPT).order_by(ImportDraft.id)):
        session.delete(row)
