"""A step on the participation pyramid, or the span between two."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import level_span
from components.marks import staff_mark, users_mark
from components.unknown import unknown


@dataclass(frozen=True, slots=True)
class Level:
    """A step from 1 (lowest) to 7; `high` above `low` says that the reading lies between the two."""

    low: int
    high: int | None = None

    @property
    def top(self) -> int:
        """The upper end; the step itself where there is no span."""
        return self.low if self.high is None else self.high

    @property
    def is_span(self) -> bool:
        """Whether the reading lies between two steps."""
        return self.top > self.low

    def __str__(self) -> str:
        return level_span(self.low, self.top)


def has_no_role(staff: Level | None, users: Level | None) -> bool:
    """Whether professionals have no step here: service users stand on step 7 and nothing is said of the other side."""
    return staff is None and users is not None and users.low == 7


def both_levels(staff: Level | None, users: Level | None) -> Component:
    """Both sides in one short line: a mark and a step each, or that nothing is known."""
    if staff is None and users is None:
        return unknown(_("say unknown"))
    staff_text = _("no role") if has_no_role(staff, users) else None
    return html.Span(
        [
            *_side(staff_mark(span=bool(staff and staff.is_span)), _("professionals"), staff, instead=staff_text),
            *_side(users_mark(span=bool(users and users.is_span)), _("service users"), users, instead=None),
        ],
        className="both-levels",
    )


def _side(mark: Component, who: str, level: Level | None, *, instead: str | None) -> list[Component]:
    value: str | Component = str(level) if level else unknown(instead)
    return [html.Span([mark, html.Span(f"{who} ", className="sr"), value], className="one-level")]
