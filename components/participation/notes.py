"""What stands under the pictures of the participation page: where the readings come from and how they are counted."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.flag import flag
from components.formats import number
from components.help.help_link import help_link
from components.link import link
from components.participation.findings import Coverage


def definition() -> str:
    """What the authors of the pyramid mean by participation, and how to read its picture."""
    return _(
        "To take part means to share in decisions and so to have an influence on their result "
        "(Straßburger and Rieger 2014, page 230). Each mark is one reading of one side."
    )


def steps_source(coverage: Coverage, *, total: int, origins: Mapping[str, int]) -> Content:
    """Origin and counting rule of the pyramid; of `total` readings `origins` counts those with a special origin ("reading", "invented")."""
    return [
        *_origin(total, origins),
        _("A reading between two steps (hollow mark) counts at the lower one."),
        " ",
        _missing(coverage),
        " ",
        _("All English titles are our translation; we know of no English edition."),
        " ",
        help_link("pyramid", _("About the seven steps")),
    ]


def gaps_source(*, all_ours: bool) -> Content:
    """How both sides are compared."""
    ours = [flag(_("our readings"), "reading"), " "] if all_ours else []
    return [
        *ours,
        _(
            "The same stage is compared with the same stage: of those that both sides judged, the one judged last. "
            "The reading with the latest date counts, one without a date only where none has a date."
        ),
        " ",
        _("The widest gap stands first. Higher is not always better: what counts is the step that was agreed."),
        " ",
        help_link("gap", _("About the gap")),
    ]


def compared_source(rule: str) -> Content:
    """The counting rule of how both sides compare by kind."""
    return [
        rule,
        " ",
        _("A span that touches the other side’s step counts as agreeing. Steps are never averaged."),
        " ",
        help_link("pair", _("About pairs")),
    ]


def unread_list(total: int, named: Sequence[tuple[int, str]]) -> Component | None:
    """The micro projects without any reading, to open; `named` are the first of `total`. None where there is none."""
    if total == 0:
        return None
    words = ngettext("One micro project without any reading", "%(num)s micro projects without any reading", total)
    rest = ngettext("and one more", "and %(num)s more", total - len(named)) if total > len(named) else None
    items = [html.Li(link(name, f"/micro-projects/{micro_project_id}")) for micro_project_id, name in named]
    return html.Details(
        [html.Summary(html.Span(words)), html.Ul([*items, *([html.Li(rest)] if rest else [])], className="unread")], className="more"
    )


def years_source(*, undated: int) -> Content:
    """How readings are placed in time."""
    return [
        _("A reading stands in the year in which its date ends."),
        " ",
        _("Without a date: %(n)s.", n=number(undated)),
        " ",
        help_link("vague-dates", _("About vague dates")),
    ]


def kinds_source(rule: str, missing: Sequence[str]) -> Content:
    """The counting rule of a picture by kind, and the kinds that have no reading."""
    without = [_("No reading: %(kinds)s.", kinds=", ".join(missing)), " "] if missing else []
    return [
        *without,
        rule,
        " ",
        _("The middle step is the lower one of the two in the middle; steps are never averaged."),
        " ",
        help_link("middle-step", _("About the middle step")),
    ]


def _origin(total: int, origins: Mapping[str, int]) -> list[str | Component]:
    parts: list[str | Component] = []
    ours, invented = origins.get("reading", 0), origins.get("invented", 0)
    if ours:
        text = ngettext(
            "%(num)s reading is ours: we read it from documents, neither SEMPRE nor those concerned made it.",
            "%(num)s of %(total)s readings are ours: we read them from documents, neither SEMPRE nor those concerned made them.",
            ours,
            total=number(total),
        )
        parts += [flag(_("our readings"), "reading"), " ", text, " "]
    if invented:
        text = ngettext(
            "%(num)s reading is invented for demonstration.", "%(num)s of %(total)s readings are invented.", invented, total=number(total)
        )
        parts += [flag(_("demo readings"), "invented"), " ", text, " "]
    return parts


def _missing(coverage: Coverage) -> str:
    if coverage.unread_staff == coverage.unread_users == coverage.no_role == 0:
        return _("Every micro project has a reading on both sides.")
    text = _(
        "No reading: %(staff)s of %(projects)s micro projects on the professionals’ side, "
        "%(users)s of %(projects)s on the service users’ side.",
        staff=number(coverage.unread_staff),
        users=number(coverage.unread_users),
        projects=number(coverage.projects),
    )
    return f"{text} {_no_role(coverage.no_role)}" if coverage.no_role else text


def _no_role(projects: int) -> str:
    return ngettext(
        "In one more, professionals have no role, because service users stand on step 7.",
        "In %(num)s more, professionals have no role, because service users stand on step 7.",
        projects,
    )
