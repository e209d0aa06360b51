"""Asks the app of this process the same things again and again; see `tests.bench.serving`, which starts it.

What to ask comes by standard input, what was measured goes to standard output, both as JSON. The database is that of LEN_DATABASE_URL.
"""

import json
import runpy
import statistics
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from time import perf_counter
from typing import Any

from flask.testing import FlaskClient

from app import app, server
from data_layer.accounts.account import get_account
from data_layer.accounts.sign_in import start_sign_in
from data_layer.engine import bare_session
from tests.bench.leader import release_body
from tests.bench.releases import COMPOSING, LINK_PASSWORD, address_of
from tests.bench.servers import CONFIGURATION
from tests.bench.serving import DOCUMENT, LOOKED_AT, MADE, SHELL, Served
from tests.bench.statements import counted
from tests.opening import build_page, open_page, post_callback


def measure(wanted: dict[str, Any]) -> list[Served]:
    """`pages`: (name, address, e-mail or "" for a link to a release, calls); `callbacks`: (name, e-mail, values turn by turn);
    `releases`: an e-mail and what goes into each.
    """
    found = [_served(name, _page(address, email), calls) for name, address, email, calls in wanted["pages"]]
    for name, email, turns in wanted["callbacks"]:
        browser, outputs = _signed_in(email), _callback(turns[0])
        open_page(browser, wanted["pages"][0][1])
        found.append(_summary(name, [_one(name, partial(post_callback, browser, _body(outputs, values))) for values in turns]))
    _name, address, email, calls = wanted["pages"][0]
    browser = _signed_in(email)
    found.append(_served(DOCUMENT, lambda: browser.get(address), calls))
    found.append(_served(SHELL, lambda: browser.get("/_dash-layout"), calls))
    return [*found, *_releases(*wanted["releases"])]


def _releases(email: str, asked: list[dict[str, str]]) -> list[Served]:
    """Each is looked at, then made."""
    browser = _signed_in(email)
    browser.environ_base["HTTP_ACCEPT_ENCODING"] = "identity"
    open_page(browser, COMPOSING)
    looked_at, made = [], []
    for one in asked:
        looked_at.append(_one(LOOKED_AT, partial(build_page, browser, address_of(one))))
        page = open_page(browser, address_of(one)).get_json()
        made.append(_one(MADE, partial(post_callback, browser, release_body(page)), counting="SELECT"))
    return [_summary(LOOKED_AT, looked_at), _summary(MADE, made)]


def _page(address: str, email: str) -> Callable[[], Any]:
    return partial(build_page, _signed_in(email), address) if email else partial(_unlocked(address).get, address)


def _callback(values: dict[str, Any]) -> str:
    """The callback that takes exactly these inputs and states; Dash names a callback by what it writes."""
    for outputs, declared in app.callback_map.items():
        if [f"{item['id']}.{item['property']}" for item in (*declared["inputs"], *declared["state"])] == list(values):
            return outputs
    raise LookupError(f"no callback takes {', '.join(values)}")


def _body(outputs: str, values: dict[str, Any]) -> dict[str, Any]:
    declared = app.callback_map[outputs]
    sent = {
        name: [{**item, "value": values[f"{item['id']}.{item['property']}"]} for item in declared[name]] for name in ("inputs", "state")
    }
    names = [name.rpartition(".") for name in outputs.strip(".").split("...")]
    written = [{"id": component, "property": prop} for component, _dot, prop in names]
    changed = [next(iter(values))]
    return {"output": outputs, "outputs": written if outputs.startswith("..") else written[0], "changedPropIds": changed, **sent}


def _signed_in(email: str) -> FlaskClient:
    browser = server.test_client()
    browser.environ_base["HTTP_ACCEPT_ENCODING"] = "br"
    with bare_session(write=True) as session:
        token = start_sign_in(session, get_account(session, email), browser="bench")
        session.commit()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = token
        cookie["_fresh"] = True
    return browser


def _unlocked(address: str) -> FlaskClient:
    """Somebody without an account, who gave the password of the link."""
    browser = server.test_client()
    browser.environ_base["HTTP_ACCEPT_ENCODING"] = "br"
    browser.post(address, data={"do": "open", "password": LINK_PASSWORD})
    return browser


def _served(name: str, request: Callable[[], Any], calls: int) -> Served:
    for _turn in range(3):
        request()
    return _summary(name, [_one(name, request) for _turn in range(calls)])


def _one(name: str, request: Callable[[], Any], *, counting: str = "") -> tuple[float, int, int]:
    """Milliseconds, statements that begin so, bytes."""
    with counted() as statements:
        begin = perf_counter()
        answer = request()
        took = (perf_counter() - begin) * 1000
    if answer.status_code not in (200, 204):
        raise RuntimeError(f"{name} answered {answer.status_code}")
    return took, sum(statement.startswith(counting) for statement in statements), len(answer.data)


def _summary(name: str, found: list[tuple[float, int, int]]) -> Served:
    """The number of statements is the usual one: once a minute a request also notes that the person is still there."""
    times = sorted(took for took, _statements, _size in found)
    usual = Counter(number for _took, number, _size in found).most_common(1)[0][0]
    p95 = times[min(len(times) - 1, round(0.95 * len(times)))]
    return Served(name, statistics.median(times), p95, usual, max(size for _took, _statements, size in found))


if __name__ == "__main__":
    runpy.run_path(str(CONFIGURATION))["when_ready"](None)
    json.dump([asdict(served) for served in measure(json.load(sys.stdin))], sys.stdout)
