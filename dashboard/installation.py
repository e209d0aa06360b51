"""What can be wrong with an installation, looked at one by one."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from dashboard.serve import DEMO_ACCOUNTS, STATES
from dashboard.settings import LOOPBACK, Settings
from data_layer.accounts.account import find_account, has_administrator
from data_layer.backup.examine import examine
from data_layer.backup.record import last_backup
from data_layer.clock import now
from data_layer.engine import bare_session, wal_is_safe
from data_layer.network.network import has_sample
from data_layer.problem import Problem
from data_layer.schema import SchemaState, database_file, schema_state

BACKUP_DUE = timedelta(days=7)
# A back-up and the work on a restored one each take as much room as the database.
COPIES = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, whether it is fine, and in words what is the matter or what to do."""

    fine: bool
    words: str


def findings(settings: Settings) -> list[Finding]:
    """Everything that was looked at; where the database cannot be used, what is in it is not."""
    state = schema_state(settings.database_url)
    found = [_state(settings, state)]
    file = database_file(settings.database_url)
    if state == SchemaState.CURRENT:
        if file is not None:
            found += _file(file)
        with bare_session() as session:
            found += _content(session, settings)
    return [*found, *_surroundings(settings)]


def _state(settings: Settings, state: SchemaState) -> Finding:
    if state == SchemaState.CURRENT:
        return Finding(True, "The database answers and has this program's schema.")
    return Finding(False, STATES[state].format(url=settings.database_url, create=" --create" if settings.production else ""))


def _file(file: Path) -> Iterator[Finding]:
    try:
        examine(file)
        yield Finding(True, "The file of the database is sound: all pages, indexes and links were checked.")
    except Problem as problem:
        yield Finding(False, f"The file of the database is damaged ({problem.values.get('fault')}). Restore a back-up.")
    if file.stat().st_mode & 0o077:
        yield Finding(False, f"Others on this machine can read {file}. Close it: chmod 600 {file}")
    else:
        yield Finding(True, "Only its owner can read the file of the database.")
    free, needed = shutil.disk_usage(file.parent).free, COPIES * file.stat().st_size
    room = f"{free / 1e9:.1f} GB are free beside the database of {file.stat().st_size / 1e6:.1f} MB."
    yield Finding(free > needed, room if free > needed else f"{room} Make room: changes and back-ups will fail.")
    journal = "keeps changes in a write-ahead log" if wal_is_safe(sqlite3.sqlite_version_info) else "uses the rollback journal"
    yield Finding(True, f"SQLite {sqlite3.sqlite_version} {journal}.")


def _content(session: Session, settings: Settings) -> Iterator[Finding]:
    yield Finding(
        has_administrator(session),
        "Somebody can administer: flask --app app user list"
        if has_administrator(session)
        else "There is no administrator. Make one: flask --app app user add EMAIL --role administrator",
    )
    yield _backup(session, settings)
    if settings.production:
        sample = has_sample(session)
        remove = "The sample data is among real data. Remove it: flask --app app sample remove"
        yield Finding(not sample, remove if sample else "No sample data is among the real data.")
        demo = [email for email in DEMO_ACCOUNTS if (account := find_account(session, email)) and account.disabled_at is None]
        close = f"Demo accounts are in here: {', '.join(demo)}. Shut each: flask --app app user disable EMAIL"
        yield Finding(not demo, close if demo else "There is no demo account.")


def _backup(session: Session, settings: Settings) -> Finding:
    made = last_backup(session)
    remedy = "Make one: flask --app app backup FILE"
    if made is None:
        return Finding(not settings.production, f"No back-up was ever made. {remedy}")
    age = now() - made
    words = f"The last back-up is {age.days} days and {age.seconds // 3600} hours old."
    return Finding(age <= BACKUP_DUE or not settings.production, words if age <= BACKUP_DUE else f"{words} {remedy}")


def _surroundings(settings: Settings) -> Iterator[Finding]:
    if not settings.production:
        yield Finding(True, "This is the demo: keep no real people's data here. For those set LEN_ENV=production.")
        return
    yield Finding(True, f"The secret key is long and random; people come by {settings.public_url}.")
    hosts, named = settings.trusted_hosts, (settings.public_url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    trusted = any(named == host or (host.startswith(".") and named.endswith(host)) for host in hosts)
    mend = f"LEN_TRUSTED_HOSTS does not name {named}, so nobody can come in by LEN_PUBLIC_URL. Add it."
    yield Finding(trusted, f"It answers to {', '.join(hosts)} only." if trusted else mend)
    proxied = settings.proxies > 0
    blind = "LEN_PROXIES is 0: behind the proxy that does TLS all visitors seem to be one, and are slowed down as one. Set it to 1."
    yield Finding(proxied, f"{settings.proxies} proxy in front is believed." if proxied else blind)
    local = settings.host in LOOPBACK
    open_door = (
        f"LEN_HOST is {settings.host}: other machines can go round the proxy. Leave it at 127.0.0.1 unless a firewall is in between."
    )
    yield Finding(local, "Only this machine reaches the server behind the proxy." if local else open_door)
