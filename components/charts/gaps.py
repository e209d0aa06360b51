"""Both sides per subject as two marks on seven steps, and the gap between them in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.level import Level, has_no_role
from components.link import link
from components.marks import key, staff_mark, users_mark
from components.participation_steps import PARTICIPATION_BEGINS, TOP
from components.unknown import unknown_box


@dataclass(frozen=True, slots=True)
class BothSides:
    """The two readings of one subject; None is unknown. `place` is a short second line.

    `mark` is a small mark on the origin of the readings, `warning` what asks for attention; `stages` says which stages the sides
    judged where they are not the same: then there is no gap to tell.
    """

    name: str
    href: str | None
    staff: Level | None
    users: Level | None
    place: str | None = None
    mark: Component | None = None
    stages: str | None = None
    warning: Component | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The gap in words: the finding and what it rests on; `open` is the span of steps that the gap line covers."""

    says: str
    rests_on: str
    open: tuple[int, int] | None = None


def gaps(items: Sequence[BothSides], *, name: str) -> html.Div:
    """One row per subject; `name` is what a screen reader calls the list."""
    rows = html.Ol([_row(item) for item in items], className="gaps", **{"aria-label": name})
    return html.Div([_head(), rows, _legend()], className="gaps-picture")


def finding(staff: Level | None, users: Level | None, *, stages: str | None = None) -> Finding:
    """What can be said about the gap between both sides; spans give the least and the most, nothing is averaged.

    `stages`: which stages the sides judged, where they are not the same.
    """
    if has_no_role(staff, users):
        return Finding(_("No gap to measure"), _("service users 7; professionals have no role here"))
    if staff is None or users is None:
        return _one_side_missing(staff, users)
    if stages is not None:
        return Finding(_("Cannot be compared"), _("not the same stage (%(stages)s)", stages=stages))
    least, most = _distances(staff, users)
    both = _("professionals %(staff)s, service users %(users)s", staff=str(staff), users=str(users))
    if most == 0:
        return Finding(_("No gap"), _("both sides %(level)s", level=str(staff)))
    if least == 0:
        says = ngettext("No gap or one step", "No gap, or up to %(num)s steps", most)
        return Finding(says, both if str(staff) != str(users) else _("both sides %(level)s", level=str(staff)))
    return Finding(_gap_words(least, most, higher=users.low > staff.top), both, open=_between(staff, users))


def _one_side_missing(staff: Level | None, users: Level | None) -> Finding:
    if staff is None and users is None:
        return Finding(_("Cannot be told"), _("neither side is known"))
    if staff is None:
        return Finding(_("Cannot be told"), _("service users %(level)s; the professionals’ side is unknown", level=str(users)))
    return Finding(_("Cannot be told"), _("professionals %(level)s; the service users’ side is unknown", level=str(staff)))


def _distances(staff: Level, users: Level) -> tuple[int, int]:
    least = max(0, users.low - staff.top, staff.low - users.top)
    return least, max(users.top - staff.low, staff.top - users.low)


def _between(staff: Level, users: Level) -> tuple[int, int]:
    return (staff.top, users.low) if users.low > staff.top else (users.top, staff.low)


def _gap_words(least: int, most: int, *, higher: bool) -> str:
    if least == most:
        if higher:
            return ngettext("Service users feel one step more", "Service users feel %(num)s steps more", most)
        return ngettext("Service users feel one step less", "Service users feel %(num)s steps less", most)
    if higher:
        return _("Service users feel %(least)s to %(most)s steps more", least=least, most=most)
    return _("Service users feel %(least)s to %(most)s steps less", least=least, most=most)


def _head() -> Component:
    ticks = [html.Span(str(step)) for step in range(1, TOP + 1)]
    return html.Div(
        [html.Span(_("What was judged")), html.Span(ticks, className="track"), html.Span(_("Gap"))],
        className="gaps-head",
        **{"aria-hidden": "true"},
    )


def _row(item: BothSides) -> Component:
    found = finding(item.staff, item.users, stages=item.stages)
    place = [html.Small(item.place)] if item.place else []
    mark = [item.mark] if item.mark is not None else []
    warning = [" ", item.warning] if item.warning is not None else []
    classes = ["gap", *(["gap-open"] if found.open else []), *(["gap-warned"] if item.warning is not None else [])]
    return html.Li(
        [
            html.P([link(item.name, item.href) if item.href else item.name, *place], className="gap-name"),
            html.Div([*_ticks(), *_join(found), *_staff(item), *_users(item)], className="track", **{"aria-hidden": "true"}),
            html.P([html.B(found.says), " ", html.Span([found.rests_on, *mark]), *warning], className="gap-say"),
        ],
        className=" ".join(classes),
    )


def _ticks() -> list[Component]:
    return [
        html.I(className="enters" if step == PARTICIPATION_BEGINS else "", style={"--at": step}, **{"data-k": str(step)})
        for step in range(1, TOP + 1)
    ]


def _join(found: Finding) -> list[Component]:
    if found.open is None:
        return []
    low, high = found.open
    return [html.Span(className="join", style={"--from": low, "--to": high, "--n": high - low + 1})]


def _staff(item: BothSides) -> list[Component]:
    if item.staff is None:
        words = _("no role") if has_no_role(item.staff, item.users) else _("professionals unknown")
        return [html.Span(unknown_box(words), className="blank row-staff")]
    return [_at(item.staff, side="staff")]


def _users(item: BothSides) -> list[Component]:
    if item.users is None:
        return [html.Span(unknown_box(_("service users unknown")), className="blank row-users")]
    return [_at(item.users, side="users")]


def _at(level: Level, *, side: str) -> Component:
    place = {"--from": level.low, "--to": level.top, "--n": level.top - level.low + 1}
    if level.is_span:
        return html.Span(html.I(className="bridge"), className=f"at span row-{side}", style=place)
    return html.Span(staff_mark() if side == "staff" else users_mark(), className=f"at row-{side}", style=place)


def _legend() -> Component:
    return key(
        [
            (staff_mark(), _("professionals")),
            (users_mark(), _("service users")),
            ([staff_mark(span=True), users_mark(span=True)], _("a reading between two steps")),
            (html.Span([staff_mark(), html.I(), users_mark()], className="gap-sample", **{"aria-hidden": "true"}), _("a gap")),
            (html.Span(className="enters-sample", **{"aria-hidden": "true"}), _("participation begins")),
        ],
        name=_("Marks"),
    )
