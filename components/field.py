"""A field of a form: its label, the control, and the place where a mistake is told."""

from collections.abc import Mapping, Sequence
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


def text_field(
    field_id: str,
    *,
    label: str,
    problem_id: str,
    value: str = "",
    kind: Literal["text", "email"] = "text",
    limit: int = 200,
    hint: str | None = None,
    choices: Sequence[str] = (),
) -> Component:
    """A field for a short text of at most `limit` characters; `choices` are offered while typing."""
    list_id = f"{field_id}-choices"
    offered = {"list": list_id} if choices else {}
    control: Component = dbc.Input(id=field_id, type=kind, value=value, maxlength=limit, autocomplete="off", class_name="field", **offered)
    if choices:
        control = html.Div([control, html.Datalist([html.Option(value=choice) for choice in choices], id=list_id)])
    return _field(field_id, label, control, problem_id=problem_id, hint=hint)


def select_field(
    field_id: str, *, label: str, problem_id: str, options: Sequence[tuple[str, str]], value: str = "", hint: str | None = None
) -> Component:
    """One of a few: `options` as (value, words)."""
    control = dbc.Select([{"value": code, "label": words} for code, words in options], value, id=field_id)
    return _field(field_id, label, control, problem_id=problem_id, hint=hint)


def check_field(field_id: str, *, label: str, value: bool = False) -> Component:
    """A tick box with its words."""
    return dbc.Checkbox(id=field_id, label=label, value=value, class_name="check")


def checks_field(
    field_id: str, *, label: str, problem_id: str, options: Sequence[tuple[int, str]], value: Sequence[int] = (), hint: str | None = None
) -> Component:
    """Any of a list: a tick box for each of `options` (id, words)."""
    boxes = dbc.Checklist([{"value": number, "label": words} for number, words in options], list(value), id=field_id, class_name="checks")
    return html.Fieldset(
        [
            html.Legend(label),
            *([html.P(hint, className="field-hint")] if hint else []),
            boxes,
            html.P(id=problem_id, className="field-error", role="alert"),
        ],
        className="form-field",
    )


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
