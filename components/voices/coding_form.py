"""The form beside a statement in which one person says which themes they see; made for the keyboard."""

from collections.abc import Collection, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.voices.words import theme_words, themes_in_words

TURNS = {
    "first": lambda: _("Which themes do you see? You are the first person."),
    "second": lambda: _("Which themes do you see? You are the second person; what the first one chose shows after you have saved."),
    "settled": lambda: _("On which themes do you two settle?"),
}


def coding_form(
    voice_id: int,
    turn: str,
    themes: Sequence[tuple[str, int | None]],
    *,
    begun: Collection[str] = (),
    checked: bool,
    differ: tuple[Collection[str], Collection[str]] | None = None,
) -> Component:
    """Boxes to tick for the themes, given as (theme, id of an own one); assets/edit/65-coding.js saves what is ticked.

    `turn` is the round; `begun`: the themes ticked at first; without `checked` there is a box for having looked for names;
    `differ`: what each of the two chose, where they are to settle it.
    """
    order = [theme for theme, _own in themes]
    boxes = [_box(theme_words(theme), n, own=own, theme=theme, ticked=theme in begun) for n, (theme, own) in enumerate(themes, 1)]
    look = [_look()] if not checked else []
    both = [_both(*differ, order)] if differ else []
    save = html.Button(_("Save themes"), type="button", className="btn", **{"data-code": str(voice_id), "data-back": _("Take back")})
    return html.Div(
        [
            *both,
            html.Div(
                [html.P(TURNS[turn](), id=f"coding-{voice_id}"), html.Div(boxes, className="coding-boxes"), *look],
                role="group",
                **{"aria-labelledby": f"coding-{voice_id}"},
            ),
            html.Div([save, html.P(className="field-error", role="alert")], className="coding-save"),
        ],
        className="coding",
        **{"data-turn": turn},
    )


def _box(words: str, n: int, *, own: int | None, theme: str, ticked: bool) -> Component:
    kept = {"data-own": str(own)} if own is not None else {"data-theme": theme}
    key = [html.Kbd(str(n), **{"aria-hidden": "true"})] if n <= 9 else []
    return _tick([*key, html.Span(words)], ticked=ticked, **kept)


def _look() -> Component:
    return _tick([html.Span(_("I have looked: no name, place or story gives somebody away."))], ticked=False, **{"data-looked": "1"})


def _tick(content: list[Component], *, ticked: bool, **kept: str) -> Component:
    state = {"aria-checked": "true" if ticked else "false"}
    return html.Button(content, type="button", role="checkbox", className="tick", **state, **kept)


def _both(first: Collection[str], second: Collection[str], order: Sequence[str]) -> Component:
    return html.P(
        _(
            "First person: %(first)s. Second person: %(second)s.",
            first=themes_in_words(first, order),
            second=themes_in_words(second, order),
        ),
        className="coding-differ",
    )
