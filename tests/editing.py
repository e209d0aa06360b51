"""Sends commands to /edit as a browser does."""

import itertools
import json

from flask.testing import FlaskClient

NAMES = (f"request-{number:06}" for number in itertools.count())


def send(browser: FlaskClient, command: dict, *, name: str | None = None, account: int | None = None):
    """The response to a command; each has a request name of its own unless `name` is given. `account`: whose page sends it."""
    browser.get("/login")
    token = browser.get_cookie("_csrf_token")
    body = {**command, "request": name or next(NAMES)}
    headers = {"X-CSRFToken": token.value if token else "", **({} if account is None else {"X-Account": str(account)})}
    return browser.post("/edit", data=json.dumps(body), content_type="application/json", headers=headers)


def run(browser: FlaskClient, command: dict, *, name: str | None = None) -> dict:
    """The answer to a command that the server understands."""
    response = send(browser, command, name=name)
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.get_json()


def save(row, field, old, new) -> dict:
    """The command that gives one field a new value."""
    return {"do": "save", "edits": [{"table": row.__tablename__, "id": row.id, "field": field, "old": old, "new": new}]}
