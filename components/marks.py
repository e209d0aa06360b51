"""Marks: small shapes that stand beside a word and never alone."""

from collections.abc import Container, Sequence

from dash import html
from dash.development.base_component import Component

from components.content import Content, listed

CATEGORY_OF_SECTOR = {
    "users": 1,
    "provider": 2,
    "health": 2,
    "authority": 3,
    "job_centre": 3,
    "education": 4,
    "church": 5,
    "non_profit": 6,
    "business": 7,
    "business_support": 7,
    "funder": 8,
}
MOST_DOTS = 40


def category_mark(category: int, *, missing: bool = False) -> html.Span:
    """The mark of a category, 1 to 8 (0: media and other, a small ring); `missing` draws its dashed outline, nobody recorded."""
    return _mark(f"mark cat-{category}" + (" none" if missing else ""))


def sector_mark(sector: str | None, *, missing: bool = False) -> html.Span:
    """The mark of a sector's code; media, other and unknown sectors share the ring."""
    return category_mark(CATEGORY_OF_SECTOR.get(sector or "", 0), missing=missing)


def staff_mark(*, span: bool = False) -> html.Span:
    """The square of the professionals' side; `span` is hollow, between two steps."""
    return _mark("staff-mark range" if span else "staff-mark")


def users_mark(*, span: bool = False) -> html.Span:
    """The circle of the service users' side; `span` is hollow, between two steps."""
    return _mark("users-mark range" if span else "users-mark")


def dots(n: int, *, unknown: bool = False) -> html.Span:
    """One dot per unit, dashed for unknown ones; above 40 the rest is left to the number beside it."""
    shown = min(n, MOST_DOTS)
    return html.Span([html.I(className="d-unknown" if unknown else "d")] * shown, className="dots", **{"aria-hidden": "true"})


def steps7(low: int, high: int | None = None, *, side: str = "users") -> html.Span:
    """A step on a row of seven cells; from `low` to `high` where it lies between; side "users" or "staff"."""
    top = low if high is None else high
    return steps_taken(range(low, top + 1), side=side)


def steps_taken(steps: Container[int], *, among: Container[int] = (), side: str = "users") -> html.Span:
    """A row of seven cells with each of these steps filled, and an edge around those `among` which they stand; side as above."""
    cells = [html.I(className="on" if step in steps else "within" if step in among else "") for step in range(1, 8)]
    return html.Span(cells, className=f"steps7 steps7-{side}", **{"aria-hidden": "true"})


def key(entries: Sequence[tuple[Content | None, Content]], *, name: str | None = None) -> html.Ul:
    """A legend: (mark, words) pairs; `name` is what a screen reader calls the list."""
    items = [html.Li([*listed(mark), html.Span(listed(words))]) for mark, words in entries]
    return html.Ul(items, className="key", **({"aria-label": name} if name else {}))


def _mark(class_name: str) -> Component:
    return html.Span(className=class_name, **{"aria-hidden": "true"})
