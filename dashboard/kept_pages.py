"""Pages are kept: one that was built for somebody is shown to them again until anything changes that it depends on."""

import json
from collections.abc import Callable
from typing import Any

from flask import g
from flask_babel import get_locale
from flask_login import current_user
from plotly.utils import PlotlyJSONEncoder

from components.still import still
from data_layer.access import reading
from data_layer.cache import Cache
from data_layer.clock import now
from data_layer.engine import bound
from data_layer.revision import revision

Layout = Callable[..., Any]
# Days begin at whole quarters of an hour in every time zone.
QUARTER_SECONDS = 15 * 60
# As text a page takes a tenth of the memory, and each reader gets a copy of their own.
LIMIT = 16 * 1024 * 1024

pages = Cache(LIMIT)


def built(layout: Layout, arguments: dict[str, Any]) -> Any:
    """What `layout` makes of the arguments."""
    return still(layout(**arguments))


def kept(layout: Layout, arguments: dict[str, Any]) -> Any:
    """The same as it goes to the browser, kept for the person who asks, their language, the state of the data and the time of day."""
    person = current_user.actor
    with reading(person) as session:
        state = revision(session)
    g.revision = state.seen
    quarter = now().timestamp() // QUARTER_SECONDS
    key = (layout.__module__, repr(sorted(arguments.items())), person, str(get_locale()), str(bound().url), state.action, quarter)
    return json.loads(pages.get(key, lambda: json.dumps(built(layout, arguments), cls=PlotlyJSONEncoder)))
