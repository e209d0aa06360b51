"""Which funding sources fit a micro project, with the reason for each match and mismatch."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.empty import empty
from components.formats import number, share
from components.link import link
from components.projects.ownership.fit_words import aspect_words, reason
from components.projects.ownership.terms import Criterion, Fit, Owned
from components.projects.standing import capital
from components.vocabulary import label

SILENT = "source_silent"
ORDER = ("fits", "misfits", "unknown")
SIGNS = {"fits": "✓", "misfits": "✗", "unknown": "?"}


def fit_list(fits: Sequence[Fit], project: Owned, *, name: str) -> Component:
    """One entry per source in the given order, each criterion with its sign, its verdict for those who listen, and the reason."""
    if not fits:
        return empty(_("No funding source is recorded."), [_("The list is shared by all networks: "), link(_("Funding"), "/funding")])
    return html.Ul([_entry(fit, project) for fit in fits], className="fit-list", **{"aria-label": name})


def fit_says(fits: Sequence[Fit]) -> str | None:
    """How many sources speak against nothing, and that unknowns are questions to ask; None without any source."""
    if not fits:
        return None
    open_ = [fit for fit in fits if not _count(fit, "misfits")]
    sure = sum(not _count(fit, "unknown") for fit in open_)
    if not open_:
        return _("Each source asks for something that this micro project does not have; those that ask least come first.")
    first = _("Nothing speaks against %(open)s sources.", open=share(len(open_), len(fits)))
    if sure:
        words = ngettext("One of them fits in every respect.", "%(num)s of them fit in every respect.", sure)
        return f"{first} {words}"
    return f"{first} " + _("But none is known in every respect: what is unknown is a question to ask before you plan with it.")


def _entry(fit: Fit, project: Owned) -> Component:
    source = fit.source
    who = [
        html.H3(source.funder),
        *([html.P(source.name)] if source.name else []),
        html.P(label("instrument", source.instrument), className="small"),
    ]
    return html.Li(
        [
            html.Div([*who, html.P(_summary(fit), className="fit-sum")], className="fund-who"),
            html.Ul([*_said(fit, project), *_silent(fit)], className="fit-reasons"),
        ]
    )


def _said(fit: Fit, project: Owned) -> list[Component]:
    """What can be held against each other, what fits first."""
    said = sorted((one for one in fit.criteria if one.why != SILENT), key=lambda one: ORDER.index(one.verdict))
    return [_criterion(one, fit, project) for one in said]


def _silent(fit: Fit) -> list[Component]:
    """What nobody has recorded of the source, in one line."""
    silent = [aspect_words(one.aspect) for one in fit.criteria if one.why == SILENT]
    if not silent:
        return []
    words = _("Not recorded of this source: %(what)s. Ask for it.", what=", ".join(silent))
    return [html.Li([_sign("unknown"), html.Span(words)], className="is-unknown")]


def _sign(verdict: str) -> Component:
    return html.Span(SIGNS[verdict], className=f"fit-sign fit-{verdict}", **{"aria-hidden": "true"})


def _criterion(one: Criterion, fit: Fit, project: Owned) -> Component:
    return html.Li(
        [
            _sign(one.verdict),
            html.Span(
                [
                    html.B(capital(aspect_words(one.aspect))),
                    html.Span(f" ({_verdict(one.verdict)})", className="sr"),
                    ": ",
                    reason(one, fit.source, project),
                ]
            ),
        ],
        className=f"is-{one.verdict}",
    )


def _summary(fit: Fit) -> str:
    counts = [
        ("fits", _("fits: %(n)s", n=number(_count(fit, "fits")))),
        ("misfits", _("does not fit: %(n)s", n=number(_count(fit, "misfits")))),
        ("unknown", _("unknown: %(n)s", n=number(_count(fit, "unknown")))),
    ]
    return " · ".join(words for verdict, words in counts if _count(fit, verdict))


def _verdict(code: str) -> str:
    return {"fits": _("fits"), "misfits": _("does not fit"), "unknown": _("unknown")}[code]


def _count(fit: Fit, verdict: str) -> int:
    return sum(one.verdict == verdict for one in fit.criteria)
