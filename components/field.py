"""A field of a form: its label, the control, and the place where a mistake is told."""

from collections.abc import Mapping
from typing import Literal

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.ids import dom_id


def password_field(
    field_id: str, *, label: str, problem_id: str, autocomplete: Literal["current-password", "new-password"], hint: str | None = None
) -> Component:
    """A field for a password; `problem_id` is the component that tells what is wrong with it, read aloud when it fills."""
    control = dbc.Input(id=field_id, type="password", autocomplete=autocomplete, maxlength=200, class_name="field")
    return _field(field_id, label, control, problem_id=problem_id, hint=hint)


def _field(field_id: str | Mapping[str, str | int], label: str, control: Component, *, problem_id: str, hint: str | None) -> Component:
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(field_id)),
            *([html.P(hint, className="field-hint")] if hint else []),
            control,
            html.P(id=problem_id, className="field-error", role="alert"),
        ],
        className="form-field",
    )
