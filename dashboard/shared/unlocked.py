"""Who has given the password of a link: a short signed mark in the browser, for this one address and for a while."""

import hmac
import re

from flask import Response, current_app, request

from dashboard.respond.secret import signed
from data_layer.clock import now
from data_layer.releases.link import SharedLink

SECONDS = 2 * 60 * 60
MARK = re.compile(r"([1-9]\d{0,14})\.([\w-]{24})", re.ASCII)


def is_unlocked(link: SharedLink) -> bool:
    """Whether this browser gave the password of the link within the last two hours."""
    return _good(request.cookies.get(_name(), ""), link)


def unlock(response: Response, link: SharedLink) -> None:
    """Let the browser that gets this response read the release behind the link."""
    until = str(int(now().timestamp()) + SECONDS)
    _mark(response, f"{until}.{_proof(link, until)}", SECONDS)


def lock(response: Response) -> None:
    """Let the browser forget that it knew the password."""
    _mark(response, "", 0)


def form_key(link: SharedLink) -> str:
    """What a form of the unlocked page carries, so that no page of others can send it; good as long as the browser's mark is."""
    return signed("shared form", str(link.id), request.cookies.get(_name(), ""))


def is_own_form(link: SharedLink, key: str) -> bool:
    """Whether a form was sent by our page in this browser."""
    return hmac.compare_digest(form_key(link).encode(), key.encode())


def _good(mark: str, link: SharedLink) -> bool:
    found = MARK.fullmatch(mark)
    if found is None or not hmac.compare_digest(_proof(link, found[1]), found[2]):
        return False
    return int(found[1]) > now().timestamp()


def _proof(link: SharedLink, until: str) -> str:
    return signed("shared", str(link.id), link.password_hash, until)


def _name() -> str:
    return "__Secure-shared" if current_app.config["SESSION_COOKIE_SECURE"] else "shared"


def _mark(response: Response, value: str, seconds: int) -> None:
    """One address only, never read by a script, never sent with what a page of others sends."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.set_cookie(_name(), value, max_age=seconds, path=request.path, secure=secure, httponly=True, samesite="Lax")
