"""What a person sees when something fails, and what the log keeps: an id, never the data."""

import json
import logging
import secrets
from typing import Any

import dash
from dash.exceptions import DependencyException
from flask import Flask, Response, g, jsonify, render_template, request
from flask_babel import gettext as _
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from dashboard.messages import sentence
from data_layer.clock import now
from data_layer.problem import Problem

log = logging.getLogger("len")


class JsonLines(logging.Formatter):
    """One JSON object a line, so that no line break in a value can forge an entry."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        entry = {"at": now().isoformat(timespec="seconds"), "level": record.levelname, "message": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            entry["error"] = record.exc_info[0].__name__
            entry["where"] = _where(record.exc_info[2])
        return json.dumps(entry, ensure_ascii=True)


def on_error(error: Exception) -> None:
    """Dash's handler: a Problem becomes its sentence in the message area, everything else goes on to the log."""
    if not isinstance(error, Problem):
        raise error
    dash.set_props("message", {"children": sentence(error), "is_open": True, "color": "danger"})


def answer_errors(server: Flask) -> None:
    """Generic answers with the real status; personal values, paths and queries stay out of them and out of the log."""

    @server.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Any:
        return _answer(error.code or 500, error.get_response().headers.get("Location"))

    @server.errorhandler(DependencyException)
    def no_such_script(_error: DependencyException) -> Any:
        return _answer(404)

    @server.errorhandler(SQLAlchemyError)
    def database_away(error: SQLAlchemyError) -> Any:
        g.database_away = True  # The page about it must not ask the database again who is looking.
        return _failed(503, error)

    @server.errorhandler(Exception)
    def fail(error: Exception) -> Any:
        return _failed(500, error)


def _failed(status: int, error: Exception) -> Any:
    incident = secrets.token_hex(4)
    log.error("incident %s, %s at %s", incident, status, request.endpoint, exc_info=error)
    return _answer(status, incident=incident)


def _answer(status: int, location: str | None = None, incident: str | None = None) -> Any:
    if location is not None:
        return Response(status=status, headers={"Location": location})
    if request.path.startswith(("/_", "/form/")) or (request.method == "POST" and request.is_json):
        return jsonify(status=status, message=_explanation(status), incident=incident), status
    text = _explanation(status)
    return render_template("error.html", title=_("That did not work"), text=text, incident=incident), status


def _explanation(status: int) -> str:
    texts = {
        400: _("The browser sent something that we could not read. Go back and try again."),
        401: _("You are not signed in. Sign in and try again."),
        403: _("Your account does not have the right to do this."),
        404: _("There is nothing here. The address is wrong, or what it names is not in the networks that you work in."),
        413: _("What you sent is too large."),
        503: _("The database does not answer at the moment. Nothing was changed. Try again in a minute."),
    }
    return texts.get(
        status,
        _("Something went wrong on our side. Nothing was changed. Try again; if it stays so, tell the person who runs the dashboard."),
    )


def _where(traceback: Any) -> str:
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_globals.get('__name__')}:{traceback.tb_lineno}" if traceback else ""
