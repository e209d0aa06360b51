"""A dashboard of its own for tests that change data: what they do disturbs nobody else's pages."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.accounts.account import add_account
from data_layer.models import Network, Stakeholder
from tests.browser.server import Server, copy_of, running
from tests.browser.visitor import Visitor

HOME = "Luleå"
PASSWORD = "three words together"
PEOPLE = ("anna", "bela")


class Workshop:
    """A running dashboard with the sample data and two coordinators of Luleå, each with a window."""

    def __init__(self, template: Path, folder: Path, open_context: Callable[..., Any]) -> None:
        self.folder = folder
        self.database = copy_of(template, folder)
        self.open_context = open_context
        self.windows: dict[str, Visitor] = {}
        self.stack = ExitStack()
        self.server = self._start()
        with self.server.rows() as session:
            for person in PEOPLE:
                add_account(session, email=f"{person}@workshop.example", password=PASSWORD, role="coordinator", networks=[HOME])

    def _start(self) -> Server:
        return self.stack.enter_context(running(self.database, self.folder))

    def restart(self) -> None:
        """Stop the server and start it again on the same database; the windows stay signed in and show an empty page."""
        for window in self.windows.values():
            window.saved()
            window.page.goto("about:blank")  # an open page would ask while nobody is there
        self.stack.close()
        self.server = self._start()
        for window in self.windows.values():
            window.address, window.host = self.server.address, urlsplit(self.server.address).netloc

    def close(self) -> None:
        """Close all windows and stop the server."""
        for window in self.windows.values():
            window.page.context.close()
        self.stack.close()

    def window(self, person: str = "anna", *, language: str = "en", width: int = 1440, **options: Any) -> Visitor:
        """The person's window, signed in; it stays the same from test to test."""
        name = f"{person} {language} {options}"
        if name not in self.windows:
            viewport = {"width": width, "height": 900}
            context = self.open_context(locale=language, viewport=viewport, accept_downloads=True, **options)
            window = self.windows[name] = Visitor(context, self.server.address)
            window.page.goto(f"{window.address}/login")
            window.page.fill("#email", f"{person}@workshop.example")
            window.page.fill("#password", PASSWORD)
            window.page.click("main button[type=submit]")
            window.settle()
        window = self.windows[name]
        window.refusals_meant = False
        window.page.set_viewport_size({"width": width, "height": 900})
        window.take_faults()
        return window

    def home(self, session: Session) -> int:
        """The id of Luleå."""
        return session.scalars(sa.select(Network.id).where(Network.name == HOME)).one()

    def member(self, place: int = 0) -> Stakeholder:
        """A stakeholder of Luleå, always the same for the same place."""
        with self.server.rows() as session:
            query = sa.select(Stakeholder).where(Stakeholder.network_id == self.home(session)).order_by(Stakeholder.id)
            return list(session.scalars(query))[place]

    def kept(self, row: Any) -> Any:
        """What the database holds of a row now."""
        with self.server.rows() as session:
            return session.get(type(row), row.id)
