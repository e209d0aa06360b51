"""The switches for language and for light or dark, as plain forms."""

from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import get_locale
from flask_babel import gettext as _


def preferences(*, language: str | None, theme: str | None, token: str) -> Component:
    """One button per choice; the chosen one is pressed. `token` proves that the form is ours."""
    spoken = language or str(get_locale())
    languages = [
        _button("language", code, words, pressed=code == spoken, lang=code) for code, words in (("en", "English"), ("de", "Deutsch"))
    ]
    themes = [
        _button("theme", code, words, pressed=code == (theme or "system"))
        for code, words in (("light", _("Light")), ("dark", _("Dark")), ("system", _("As the device")))
    ]
    return html.Form(
        [
            dcc.Input(type="hidden", name="csrf_token", value=token),
            html.Div(languages, role="group", className="switch", **{"aria-label": _("Language")}),
            html.Div(themes, role="group", className="switch", **{"aria-label": _("Light or dark")}),
        ],
        method="post",
        action="/account/preferences",
        className="preferences",
    )


def _button(name: str, value: str, words: str, *, pressed: bool, lang: str | None = None) -> Component:
    spoken = {"lang": lang} if lang else {}
    return html.Button(
        words,
        type="submit",
        name=name,
        value=value,
        className="switch-button",
        **{"aria-pressed": "true" if pressed else "false"},
        **spoken,
    )
