"""Forged requests: a token in the page's cookie must come back in a header or a form field."""

from flask import Flask, Response, abort, request
from flask_wtf.csrf import CSRFProtect, generate_csrf

from dashboard.routes import respond, shared

COOKIE = "_csrf_token"
NO_COOKIE = ("/respond/", "/shared/")


def add_csrf(server: Flask, *, secure: bool) -> None:
    """Compare the token on every POST, and hand it out with every HTML page. After the log-in guard, so that 401 comes first."""
    server.config.setdefault("WTF_CSRF_TIME_LIMIT", None)
    server.config["WTF_CSRF_SSL_STRICT"] = False

    @server.before_request
    def refuse_nameless() -> None:
        """The protection looks for its field by name, and fails at a field that has none."""
        if request.method == "POST" and None in request.form:
            abort(400)

    # Who answers has no cookie that a foreign page could borrow; the form's own key counts once.
    protection = CSRFProtect(server)
    protection.exempt(respond.blueprint)
    # A release that is shared has a mark in the browser that goes with no request from elsewhere, and its forms carry a key of their own.
    protection.exempt(shared.blueprint)

    @server.after_request
    def hand_out(response: Response) -> Response:
        if response.mimetype == "text/html" and not request.path.startswith(NO_COOKIE):
            response.set_cookie(COOKIE, generate_csrf(), secure=secure, httponly=False, samesite="Lax")
        return response
