"""The switches for language and theme: they work on every page, and bring the person back to it."""

from typing import Any

from flask import Blueprint, Response, redirect, request

from dashboard.addresses import split
from dashboard.routes.login import inside
from dashboard.security import actor
from data_layer.access import writing
from data_layer.accounts.account import set_preferences
from data_layer.vocabulary import Language, Theme

blueprint = Blueprint("account", __name__)


@blueprint.post("/account/preferences")
def preferences() -> Any:
    """Keep one choice; what is not among the choices means "as the browser or device asks"."""
    person = actor()
    language, theme = request.form.get("language", person.language), request.form.get("theme", person.theme)
    with writing(person) as session:
        set_preferences(
            session,
            person.account_id,
            language=language if language in list(Language) else None,
            theme=theme if theme in list(Theme) else None,
        )
    came_from = split(request.referrer or "")
    return redirect(inside(f"{came_from.path}?{came_from.query}" if came_from.query else came_from.path))


@blueprint.post("/account/stay")
def stay() -> Any:
    """Say that the person is still there; the guard before every request has noted it."""
    return Response(status=204)
