"""Day one: a production installation from nothing to the first stakeholder, as the people concerned go through it."""

import os
import pty
import re
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.visitor import Visitor

ROOT = Path(__file__).parents[2]
ADMINISTRATOR, COORDINATOR = "root@day-one.example", "anna@day-one.example"
PASSWORD, OWN_PASSWORD = "five green umbrellas", "seven old bicycles"
PATIENCE_SECONDS = 90
# Below the ports that the system hands out by itself: nobody takes one of these between the look and the start.
PORTS = range(18_050, 18_150)


class Terminal:
    """A program in a terminal: `answer(question, words)` waits for the question and types the words."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.seen = ""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(ROOT)
            os.execve(sys.executable, [sys.executable, "-m", "flask", "--app", "app", "serve"], environment)

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while words not in self.seen:
            assert time.monotonic() < end, f"{words!r} was not asked:\n{self.seen}"
            if select.select([self.terminal], [], [], 0.2)[0]:
                self.seen += os.read(self.terminal, 4096).decode(errors="replace")

    def answer(self, question: str, words: str) -> None:
        self.wait_for(question)
        self.seen = ""
        os.write(self.terminal, f"{words}\n".encode())

    def close(self) -> None:
        os.kill(self.process, signal.SIGTERM)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


@pytest.fixture(scope="module")
def day_one(tmp_path_factory) -> Iterator[str]:
    """The address of an installation that was started for the first time, with a yes and an administrator typed on the terminal."""
    port = next(port for port in PORTS if not _answers(port))
    settings = {
        "LEN_ENV": "production",
        "LEN_DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('one') / 'new' / 'len.db'}",
        "LEN_SECRET_KEY": "day-one-0123456789-abcdefghij-ABCDEFGHIJ",
        "LEN_PUBLIC_URL": "https://len.example.org",
        "LEN_TRUSTED_HOSTS": "len.example.org,localhost",
        "LEN_PORT": str(port),
    }
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LEN_")}
    terminal = Terminal({**plain, **settings})
    terminal.answer("Make a new database", "y")
    terminal.answer("E-mail address of the first administrator", ADMINISTRATOR)
    terminal.answer("Password:", "password12")
    terminal.answer("confirmation:", "password12")
    terminal.wait_for("easy to guess")
    terminal.answer("E-mail address of the first administrator", ADMINISTRATOR)
    terminal.answer("Password:", PASSWORD)
    terminal.answer("confirmation:", PASSWORD)
    terminal.wait_for("Ctrl+C ends it")
    end = time.monotonic() + PATIENCE_SECONDS
    while not _answers(port):
        assert time.monotonic() < end, terminal.seen
        time.sleep(0.1)
    yield f"http://localhost:{port}"
    terminal.close()


def _answers(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def window_for(browser, address: str) -> Visitor:
    return Visitor(browser.new_context(locale="en", viewport={"width": 1440, "height": 900}), address)


def log_in(window: Visitor, email: str, password: str) -> None:
    window.page.goto(f"{window.address}/login")
    window.page.fill("#email", email)
    window.page.fill("#password", password)
    window.page.keyboard.press("Enter")


def test_from_nothing_to_the_first_stakeholder(day_one, browser):
    administrator = window_for(browser, day_one)
    page = administrator.page
    log_in(administrator, ADMINISTRATOR, PASSWORD)
    administrator.settle()
    assert page.url == f"{day_one}/admin"
    page.get_by_label("Name of the network").fill("Norrland")
    page.get_by_label("Country").fill("SE")
    page.get_by_role("button", name="Make the network").press("Enter")
    page.get_by_text("The network is there.").wait_for()
    administrator.settle()
    page.get_by_label("E-mail address").fill(COORDINATOR)
    page.get_by_label("Norrland").press("Space")
    page.get_by_role("button", name="Make the account").press("Enter")
    password = page.locator(".one-time").inner_text()
    assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", password)

    coordinator = window_for(browser, day_one)
    page = coordinator.page
    log_in(coordinator, COORDINATOR, password)
    page.fill("#new-password", OWN_PASSWORD)
    page.keyboard.press("Enter")
    coordinator.settle()
    assert page.url == f"{day_one}/"
    assert "0 of 5 steps are taken." in page.inner_text(".start-head")
    assert page.get_by_role("link", name="Add stakeholders").get_attribute("href").startswith("/data/stakeholder?network=")
    page.get_by_role("link", name="Add stakeholders").press("Enter")
    page.get_by_role("button", name="Add a row").press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("Sewing group")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog", state="detached")
    page.wait_for_selector('.ag-cell[col-id="name"]:has-text("Sewing group")')
    coordinator.open("/")
    assert "1 of 5 steps are taken." in page.inner_text(".start-head")
    assert administrator.take_faults() + coordinator.take_faults() == []
