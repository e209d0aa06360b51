"""The form for service users on a phone with a slow line: how long until a sentence can be chosen, and what comes over the wire."""

from time import perf_counter
from types import SimpleNamespace
from typing import Any

from flask import Flask
from playwright.sync_api import Browser

from dashboard.respond.secret import address_of
from tests.bench.database import Database
from tests.bench.loading import Load
from tests.bench.servers import SECRET_KEY, Server

PHONE: Any = {"width": 390, "height": 844}
# 400 kbit/s, and 400 ms until an answer begins to come.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def answering(browser: Browser, server: Server, database: Database, rounds: int) -> list[Load]:
    """One load of the form in each round, always with an empty cache."""
    address = _address(server, database)
    return [_load(browser, address) for _round in range(rounds)]


def _address(server: Server, database: Database) -> str:
    """The address is signed, and so need not be kept."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY=SECRET_KEY, SETTINGS=SimpleNamespace(public_url=None))
    with app.test_request_context(base_url=server.address):
        return address_of(database.survey, database.survey_made_at)


def _load(browser: Browser, address: str) -> Load:
    context = browser.new_context(viewport=PHONE, locale="en")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    wire: dict[str, int] = {}
    line.on("Network.loadingFinished", lambda event: wire.update({event["requestId"]: round(event["encodedDataLength"])}))
    begin = perf_counter()
    page.goto(address)
    page.get_by_role("radio").nth(3).check()
    took = (perf_counter() - begin) * 1000
    context.close()
    return Load(took, {}, wire)
