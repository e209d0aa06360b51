"""The button that says with one click that something is done today, or that it is not."""

import json
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.editing.edit_button import CLASS


def done_button(table: str, row_id: int, name: str, *, done: date | None, today: date) -> Component:
    """Sets the field `done` of a row to today, or empties it; `name` is what the row is called, for those who hear the page.

    `done` is what the field holds now, `today` the day in the LEN's time zone. The message afterwards holds the way back.
    """
    if done is None:
        words, spoken, said = _("Done"), _("Done: %(name)s", name=name), _("Noted as done.")
        old, new = None, today.isoformat()
    else:
        words, spoken, said = _("Not done"), _("Not done: %(name)s", name=name), _("Noted as not done.")
        old, new = done.isoformat(), None
    edit = json.dumps({"table": table, "id": row_id, "field": "done", "old": old, "new": new})
    told = {"aria-label": spoken, "data-sets": edit, "data-said": said, "data-back": _("Take back")}
    return html.Button(words, className=CLASS, type="button", **told)
