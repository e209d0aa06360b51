"""Who may do what: the guard before every request, on every page and in every callback."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import dash
from flask import abort
from flask_login import current_user

from components.refusal import refusal
from dashboard.addresses import path_variables, row_id
from dashboard.arguments import annotations, fits
from dashboard.permissions import GRANTED, Permission
from data_layer.actor import Actor
from data_layer.problem import NotFound


def actor() -> Actor:
    """The account that sent the request; 401 when nobody is signed in."""
    if not current_user.is_authenticated:
        abort(401)
    return current_user.actor


def allowed(permission: Permission) -> bool:
    """Whether the account that sent the request has the permission."""
    return current_user.is_authenticated and permission in GRANTED[current_user.actor.role]


def callback(*dependencies: Any, permission: Permission, **options: Any) -> Callable[[Callable[..., Any]], Any]:
    """`dash.callback` for those who have the permission: 401 or 403 otherwise, 400 for arguments of a wrong type."""

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
                return function(*arguments)
            except NotFound:
                abort(404)

        checked.permission = permission  # type: ignore[attr-defined]
        dash.callback(*dependencies, **options)(checked)
        return checked

    return guard


def protect_pages(registry: dict[str, Any]) -> None:
    """Wrap the layout of every page with its declared permission; a page without one stops the start (KeyError)."""
    for page in registry.values():
        page["layout"] = _protected(page["layout"], page["permission"], page["path_template"])


def _protected(layout: Callable[..., Any], permission: Permission, template: str | None) -> Callable[..., Any]:
    @wraps(layout)
    def checked(**query: Any) -> Any:
        if not allowed(permission):
            return refusal(403)
        # Dash lets a query key override the path variable of the same name; what is asked for is what stands in the path.
        variables = path_variables(template)
        try:
            return layout(**{**query, **{name: row_id(value) for name, value in variables.items()}})
        except NotFound:
            return refusal(404)

    return checked
