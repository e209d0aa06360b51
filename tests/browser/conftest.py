"""What the browser tests share: the running dashboard, one browser, and a signed-in window per role and language."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, expect
from sqlalchemy.orm import Session

from data_layer.accounts.account import add_account, get_account
from data_layer.accounts.sign_in import end_other_sign_ins
from data_layer.models import MicroProject, Network
from data_layer.releases.outcome import make_release, make_sample_release
from data_layer.releases.period import add_period
from data_layer.surveys.answering import take_answer
from data_layer.surveys.counting import Answer
from tests.browser.chromium import system_browser
from tests.browser.german import texts_recorded, texts_translated
from tests.browser.server import Server, copy_of, running
from tests.browser.visitor import PATIENCE_MS, Visitor
from tests.browser.workshop import Workshop
from tests.factories import make_survey

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
HERE = Path(__file__).parent
PASSWORD = "three words together"
LENS = ("Luleå", "Plön", "Dithmarschen", "Jurbarkas")
# Who visits: role, LENs, all LENs. The last three have things happen to them, so nobody else may be them.
PEOPLE: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "coordinator": ("coordinator", LENS, False),
    "leader": ("leader", (), True),
    "funder": ("funder", (), False),
    "administrator": ("administrator", (), False),
    "chooser": ("coordinator", LENS, False),
    "changer": ("coordinator", LENS, False),
    "leaver": ("coordinator", LENS, False),
}

Visit = Callable[..., Visitor]


def email_of(person: str) -> str:
    """The address with which a person logs in."""
    return f"{person}@browser.example"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever here needs the browser carries the mark; elsewhere a fixture may have the same name."""
    for item in items:
        if HERE in item.path.parents and {"browser", "workshop"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[Any]:
    """A failed test shows what the server had to say meanwhile."""
    report = yield
    listened = getattr(item, "funcargs", {}).get("server_log")
    if report.failed and listened:
        report.sections.append(("log of the server", listened() or "(nothing)"))
    return report


@pytest.fixture(autouse=True)
def server_log(request: pytest.FixtureRequest) -> Callable[[], str] | None:
    """What the server wrote since the test began; None for tests without a server."""
    if "server" not in request.fixturenames:
        return None
    log = request.getfixturevalue("server").log
    before = log.stat().st_size
    return lambda: log.read_bytes()[before:].decode().strip()


@pytest.fixture(scope="session", autouse=True)
def _patience() -> None:
    """What is expected of a page has as much time as everything else that is waited for."""
    expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own browser where there is one, and nothing that talks to the outside by itself."""
    path = system_browser()
    return {**browser_type_launch_args, "args": FLAGS, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def server(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard with the sample data and the people above."""
    folder = tmp_path_factory.mktemp("server")
    with running(copy_of(sample_template, folder), folder) as started:
        with started.rows() as session:
            for person, (role, networks, everywhere) in PEOPLE.items():
                add_account(session, email=email_of(person), password=PASSWORD, role=role, networks=networks, all_networks=everywhere)
            add_period(session, name="The year 2017", first=date(2017, 1, 1), last=date(2017, 12, 31))
            make_sample_release(session, readers=(email_of("funder"), email_of("leader")))
            ids = session.scalars(sa.select(Network.id).where(Network.name.in_(LENS))).all()
            make_release(session, title="Four networks", as_of=date(2020, 6, 30), network_ids=ids, readers=[email_of("leader")])
            _ask(session, ids)
        yield started


def _ask(session: Session, network_ids: Sequence[int]) -> None:
    """A link for service users in each network, with five answers: some pages are there only for what was asked."""
    for network_id in network_ids:
        project = session.scalars(sa.select(MicroProject).where(MicroProject.network_id == network_id)).first()
        if project is not None:
            survey = make_survey(session, project)
            for number, say in enumerate(("3", "4", "4", "5", "unknown")):
                take_answer(session, survey.id, f"form {number}", Answer(say, ("time",)), default_zone="UTC")


@pytest.fixture(scope="session")
def new_window(browser: Browser, server: Server) -> Callable[..., Visitor]:
    """`new_window(locale="de")` opens a window for a stranger."""

    def open_window(*, language: str = "en", theme: str = "light", width: int = 1440, **options: Any) -> Visitor:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(locale=language, color_scheme=theme, viewport=viewport, accept_downloads=True, **options)
        return Visitor(context, server.address)

    return open_window


@pytest.fixture(scope="session")
def signed_in(new_window: Callable[..., Visitor]) -> Callable[[str], Any]:
    """`signed_in("leader")` gives what the browser keeps of a log-in through the form; each role logs in once."""
    kept: dict[str, Any] = {}

    def log_in(person: str) -> Any:
        if person not in kept:
            window = new_window()
            fill_log_in(window, email_of(person), PASSWORD)
            window.settle()
            kept[person] = window.page.context.storage_state()
            window.page.context.close()
        return kept[person]

    return log_in


@pytest.fixture(scope="session")
def shared_windows() -> dict[tuple[str, str], Visitor]:
    """The windows that stay open from test to test."""
    return {}


@pytest.fixture
def visit(new_window: Callable[..., Visitor], signed_in: Callable[[str], Any], shared_windows: dict[tuple[str, str], Visitor]) -> Visit:
    """`visit("coordinator", language="de", width=390)` is a signed-in window, at that size and with nothing noted yet."""

    def window_of(person: str, *, language: str = "en", theme: str = "light", width: int = 1440) -> Visitor:
        if (person, language) not in shared_windows:
            shared_windows[person, language] = new_window(language=language, storage_state=signed_in(person))
        window = shared_windows[person, language]
        window.refusals_meant = False
        window.page.emulate_media(media="screen", color_scheme=theme)
        window.page.set_viewport_size({"width": width, "height": 900})
        window.take_faults()
        window.take_requests()
        return window

    return window_of


@pytest.fixture(scope="module")
def recorded(server: Server) -> list[str]:
    """All texts of the database, the longest first."""
    with server.rows() as session:
        return texts_recorded(session)


@pytest.fixture(scope="session")
def untranslated() -> set[str]:
    """English texts of the program that have another German one."""
    return texts_translated()


@pytest.fixture(scope="module")
def workshop(browser: Browser, sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A dashboard of its own for a module whose tests change data."""
    opened = Workshop(sample_template, tmp_path_factory.mktemp("workshop"), browser.new_context)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def lasting_workshop(browser: Browser, sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """The same for all modules whose tests change nothing but a network that is made for them."""
    opened = Workshop(sample_template, tmp_path_factory.mktemp("workshop"), browser.new_context)
    yield opened
    opened.close()


def fill_log_in(window: Visitor, email: str, password: str, *, path: str = "/login") -> None:
    """Fill the log-in form and send it."""
    page = window.page
    page.goto(f"{window.address}{path}")
    page.fill("#email", email)
    page.fill("#password", password)
    page.click("main button[type=submit]")


def end_sign_ins(server: Server, person: str) -> None:
    """End all sign-ins of a person behind their back."""
    with server.rows() as session:
        end_other_sign_ins(session, account_id=get_account(session, email_of(person)).id, keep=None)
