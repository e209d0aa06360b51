"""Who may do what: the guard before every request, on every page and in every callback."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial, wraps
from typing import Any

import dash
from flask import abort, current_app, request
from flask_login import current_user

from components.refusal import refusal
from components.still import still
from dashboard.addresses import path_variables, row_id
from dashboard.arguments import annotations, fits
from dashboard.kept_pages import built, kept
from dashboard.messages import sentence
from dashboard.permissions import GRANTED, Permission, to_edit
from dashboard.respond.secret import address_of
from dashboard.user import renew
from data_layer.access import get_value, reading
from data_layer.actor import Actor
from data_layer.problem import NotFound, Problem


def actor() -> Actor:
    """The account that sent the request; 401 when nobody is signed in."""
    if not current_user.is_authenticated:
        abort(401)
    return current_user.actor


def allowed(permission: Permission) -> bool:
    """Whether the account that sent the request has the permission."""
    return current_user.is_authenticated and permission in GRANTED[current_user.actor.role]


def may_edit(table: str) -> bool:
    """Whether the account that sent the request edits rows of this table."""
    return allowed(to_edit(table))


def renew_sign_in() -> None:
    """Give the browser that sent the request a new sign-in in place of its present one, as after a change of password."""
    renew(current_user)


def form_address(survey_id: int, made_at: datetime) -> tuple[str, bool]:
    """The address of a form for service users, and whether other machines can reach it for all we know."""
    return address_of(survey_id, made_at), current_app.config["SETTINGS"].public_url is not None


def public_address(path: str) -> str:
    """The whole address of a path, as people outside reach us."""
    return f"{current_app.config['SETTINGS'].public_url or request.host_url.rstrip('/')}{path}"


def usual_time_zone() -> str:
    """The time zone of networks that have none of their own (IANA name)."""
    return str(current_app.config["SETTINGS"].time_zone)


def told(problem: Problem) -> str:
    """The sentence for a Problem, for a page that shows several at once."""
    return sentence(problem)


def callback(
    *dependencies: Any, permission: Permission, fields: Mapping[str, str] | None = None, **options: Any
) -> Callable[[Callable[..., Any]], Any]:
    """`dash.callback` for those who have the permission: 401 or 403 otherwise, 400 for arguments of a wrong type.

    `fields` names, for each field of a form, the component beside it: there a Problem about this field is told, and emptied again
    when all is well. Other Problems go to the message area.
    """
    fields = fields or {}
    told = [dash.Output(component, "children") for component in fields.values()]
    own = [dependency for dependency in dependencies if isinstance(dependency, dash.Output)]
    others = [dependency for dependency in dependencies if not isinstance(dependency, dash.Output)]

    def guard(function: Callable[..., Any]) -> Any:
        expected = annotations(function)

        @wraps(function)
        def checked(*arguments: Any) -> Any:
            actor()
            if not allowed(permission):
                abort(403)
            if len(arguments) != len(expected) or not all(map(fits, arguments, expected)):
                abort(400)
            try:
                answer = _still(function(*arguments))
            except NotFound:
                abort(404)
            except Problem as problem:
                if problem.field not in fields:
                    raise
                return (*[dash.no_update] * len(own), *(sentence(problem) if field == problem.field else "" for field in fields))
            return answer if not fields else (*(answer if len(own) > 1 else [answer]), *[""] * len(fields))

        checked.permission = permission  # type: ignore[attr-defined]
        dash.callback(*own, *told, *others, **options)(checked)
        return checked

    return guard


def _still(answer: Any) -> Any:
    """What a callback writes, one value or a tuple of them, with as few components as Dash needs."""
    return tuple(map(still, answer)) if isinstance(answer, tuple) else still(answer)


def protect_pages(registry: dict[str, Any]) -> None:
    """Wrap the layout of every page with its declared permission; a page without one stops the start (KeyError).

    A page that shows more than data, such as sign-ins, says `live=True` and is built anew each time. The title of a page about one row
    begins with the column that it declares as `record_name`.
    """
    _put_in_order(registry)
    for page in registry.values():
        build = built if page.get("live") else kept
        page["layout"] = _protected(partial(build, page["layout"]), page["permission"], page["path_template"])
        if page.get("record_name") is not None:
            page["title"] = _named(page["title"], page["permission"], page["path_template"], page["record_name"])


def _put_in_order(registry: dict[str, Any]) -> None:
    """The page that says most of an address first: Dash takes the first that fits, and to it a variable fits several parts of a path."""
    for page in sorted(registry.values(), key=lambda page: (page["path_template"] is not None, -len(page["path_template"] or ""))):
        registry[page["module"]] = registry.pop(page["module"])


def _protected(build: Callable[..., Any], permission: Permission, template: str | None) -> Callable[..., Any]:
    def checked(**query: Any) -> Any:
        if not allowed(permission):
            return refusal(403)
        # Dash lets a query key override the path variable of the same name; what is asked for is what stands in the path.
        variables = path_variables(template)
        try:
            return build({**query, **{name: row_id(value) for name, value in variables.items()}})
        except NotFound:
            return refusal(404)

    return checked


def _named(kind: Callable[..., str], permission: Permission, template: str, column: Any) -> Callable[..., str]:
    def title(**_variables: Any) -> str:
        if not allowed(permission):
            return kind()
        try:
            (number,) = map(row_id, path_variables(template).values() or [""])
            with reading(actor()) as session:
                name = get_value(session, column, number)
        except NotFound:
            return kind()
        return f"{name} – {kind()}"

    return title
