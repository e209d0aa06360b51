"""One browser without a window, signed in, that asks the server over one kept connection."""

import http.client
import json
from http.cookies import SimpleCookie
from time import monotonic
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.opening import page_body

# The server lets go of a connection on which nothing was said for five seconds.
KEPT_SECONDS = 3


class Person:
    """Somebody at a browser."""

    def __init__(self, address: str, email: str, password: str) -> None:
        self.place = urlsplit(address).netloc
        self.connection = http.client.HTTPConnection(self.place, timeout=60)
        self.cookies = SimpleCookie()
        self._asked_at = monotonic()
        self.ask("GET", "/login")
        form = {"email": email, "password": password, "csrf_token": self._token()}
        status, _answer = self.ask("POST", "/login", urlencode(form), "application/x-www-form-urlencoded")
        if status != 302:
            raise RuntimeError(f"cannot sign in: {status}")
        self.ask("GET", "/help")

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()

    def open(self, address: str) -> Any:
        """The content of a page, as Dash asks for it."""
        return self.call(page_body(address))

    def call(self, body: dict[str, Any]) -> Any:
        """What a callback answers; RuntimeError where it does not."""
        status, answer = self.ask("POST", "/_dash-update-component", json.dumps(body), "application/json")
        if status != 200:
            raise RuntimeError(f"a callback answered {status}")
        return json.loads(answer)["response"]

    def fetch(self, address: str) -> bytes:
        """A document or a file; RuntimeError where it does not come."""
        status, answer = self.ask("GET", address)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        return answer

    def ask(self, method: str, path: str, body: str | None = None, kind: str = "") -> tuple[int, bytes]:
        """Status and bytes of one answer."""
        cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items())
        headers = {"Cookie": cookies, "X-CSRFToken": self._token(), **({"Content-Type": kind} if kind else {})}
        if monotonic() - self._asked_at > KEPT_SECONDS:
            self.close()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        answer = response.read()
        self._asked_at = monotonic()
        for header in response.headers.get_all("Set-Cookie") or ():
            self.cookies.load(header)
        return response.status, answer

    def _token(self) -> str:
        return self.cookies["_csrf_token"].value if "_csrf_token" in self.cookies else ""
