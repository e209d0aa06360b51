"""Response headers: the content policy with a nonce for each page, and what else a browser must be told."""

import secrets
from typing import Any

from flask import Flask, Response, g, request
from flask.sessions import SecureCookieSessionInterface

FINGERPRINTED = ("/_dash-component-suites/", "/assets/")
# Dash's list of callbacks: the same for everybody until the program changes, but for nobody without a log-in.
CALLBACKS = "/_dash-dependencies"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
YEAR = 31_536_000


def nonce() -> str:
    """The nonce of this response, for the one inline script and the style elements it vouches for."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


class Sessions(SecureCookieSessionInterface):
    """Flask's own, which writes no cookie beside what is named by its content.

    Flask would also say that such an answer varies with the cookie, and a browser then fetches what it has kept again with every new one.
    """

    def save_session(self, app: Flask, session: Any, response: Response) -> None:
        """Write the session's cookie, except beside what browsers keep."""
        if "immutable" not in response.headers.get("Cache-Control", ""):
            super().save_session(app, session, response)


def add_headers(server: Flask, *, secure: bool) -> None:
    """Set the headers on every response, errors included; `secure`: the site is served over https."""
    server.session_interface = Sessions()

    @server.after_request
    def set_headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy())
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = PERMISSIONS
        if secure:
            response.headers["Strict-Transport-Security"] = f"max-age={2 * YEAR}; includeSubDomains"
        response.headers["Cache-Control"] = _cache_rule(response)
        if _is_asset():
            response.headers.pop("Set-Cookie", None)
            response.headers.pop("Vary", None)
        return response


def policy() -> str:
    """The content policy: only our own files; styles and the boot script by nonce, Dash's two inline scripts by hash."""
    hashes = " ".join(g.get("script_hashes", ()))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce()}' {hashes}".strip(),
            "style-src 'self'",
            f"style-src-elem 'self' 'nonce-{nonce()}'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
        )
    )


def _is_asset() -> bool:
    return request.path.startswith(FINGERPRINTED)


def _cache_rule(response: Response) -> str:
    named_by_content = response.status_code in (200, 304) and ("m" in request.args or ".v" in request.path)
    if named_by_content and _is_asset():
        return f"public, max-age={YEAR}, immutable"
    return f"private, max-age={YEAR}, immutable" if named_by_content and request.path == CALLBACKS else "no-store"
