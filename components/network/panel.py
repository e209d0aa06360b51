"""The panel beside the picture: one stakeholder in words, or how to read the picture."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.facts import facts
from components.field_note import field_lines, field_marks
from components.formats import listing, number
from components.link import link
from components.marks import sector_mark
from components.network.editing import stakeholder_buttons, tie_buttons, tie_choice
from components.network.terms import Bond, Mapped, Who
from components.network.tie_words import confirmation, tie_lines, tie_period, tie_words
from components.vocabulary import label

MOST_LINES = 8


def stakeholder_panel(
    who: Who, *, ties: Sequence[Bond], names: Mapping[int, str], mapped: Mapped | None, shown: bool, network_id: int | None = None
) -> list[Component]:
    """What is known of one stakeholder and what nobody has said yet; `ties` are its own, `names` those of all it is tied to.

    `shown` is False where the choices above leave it out of the picture; with `network_id` for those who may change the network.
    """
    return [
        html.P(_("Selected"), className="small"),
        html.H3(who.name),
        html.P([sector_mark(who.sector), " ", _kind_words(who), *field_marks(who.notes, "role", "sector", "kind")]),
        *field_lines(who.notes, "body_id"),
        *([html.P(_("The choices above leave it out of the picture."), className="small")] if not shown else []),
        *([html.P(who.description, className="small")] if who.description else []),
        html.H4(_ties_head(len(ties))),
        *_ties(who, ties, names),
        *([tie_choice(who.id, ties, names)] if network_id is not None and ties else []),
        *_standing(_answers(ties, mapped)),
        *([stakeholder_buttons(who, network_id)] if network_id is not None else []),
        html.Div(
            [
                link(_("Open its page"), f"/stakeholders/{who.id}", button=True, spoken_after=f": {who.name}"),
                _choose(_("Back to the whole network"), None),
            ],
            className="btn-row",
        ),
    ]


def tie_panel(tie: Bond, names: Mapping[int, str]) -> list[Component]:
    """What is known of one tie, for those who may change it."""
    words = tie_words(tie.relation, "out" if tie.directed else "both")
    rows: list[tuple[str, str | None]] = [
        (_("Kind of tie"), label("relation", tie.relation)),
        (_("What it is about"), tie.what),
        (_("When"), tie_period(tie) if tie.start != (None, None) or tie.end != (None, None) else None),
        (_("Strength"), None if tie.strength is None else _("%(n)s of 4", n=tie.strength)),
        (_("Trust"), None if tie.trust is None else _("%(n)s of 4", n=tie.trust)),
        (_("Value"), None if tie.value is None else _("%(n)s of 4", n=tie.value)),
        (_("Who says so"), confirmation(tie)),
        (_("Source"), tie.source),
    ]
    return [
        html.P(_("Selected tie"), className="small"),
        html.H3(f"{names[tie.from_id]} – {names[tie.to_id]}"),
        html.P(f"{names[tie.from_id]} {words} {names[tie.to_id]}."),
        facts(rows),
        tie_buttons(tie, names),
        html.Div(
            [_choose(names[end], end) for end in (tie.from_id, tie.to_id)] + [_choose(_("Back to the whole network"), None)],
            className="btn-row",
        ),
    ]


def reading_panel(members: Sequence[Who]) -> list[Component]:
    """How to read the picture, and the given stakeholders as buttons that choose them."""
    return [
        html.H3(_("How to read it")),
        html.P(_("Each shape is a stakeholder, each line a tie. Point at one to see its neighbours; choose it to read its ties here.")),
        html.P(
            _("With the keyboard, find a stakeholder by its name, or go to the picture: arrow keys move it, plus and minus zoom."),
            className="small",
        ),
        *([html.H4(_("Begin with")), html.Ul([html.Li(_begin(member)) for member in members], className="begin")] if members else []),
    ]


def _begin(member: Who) -> Component:
    return html.Span([sector_mark(member.sector), _choose(member.name, member.id)])


def _choose(words: str, stakeholder_id: int | None) -> Component:
    """A button that chooses a stakeholder in the picture, or none; assets/network listens for it."""
    return html.Button(
        words, type="button", className="btn-plain", **{"data-choose": "" if stakeholder_id is None else str(stakeholder_id)}
    )


def _kind_words(who: Who) -> str:
    role = _("role unknown") if who.role is None else label("stakeholder_role", who.role)
    sector = _("sector unknown") if who.sector is None else label("sector", who.sector)
    several = _("several bodies under one name") if who.several else ""
    return "; ".join(filter(None, (sector, label("stakeholder_kind", who.kind), role, several, who.place)))


def _ties_head(count: int) -> str:
    return _("No tie recorded") if count == 0 else ngettext("One tie", "%(num)s ties", count)


def _ties(who: Who, ties: Sequence[Bond], names: Mapping[int, str]) -> list[Component]:
    if not ties:
        return [html.P(_("“None recorded” does not mean that there is none."), className="small")]
    lines = tie_lines(ties, who.id, names)
    rest = [html.P(_("The others stand on its page."), className="small")] if len(lines) > MOST_LINES else []
    return [html.Ul(lines[:MOST_LINES], className="ties"), *rest]


def _standing(answers: Sequence[tuple[str, str | None]]) -> list[Component]:
    said = any(answer is not None for _term, answer in answers)
    return [html.H4(_("Strength, trust and influence") if said else _("What nobody has said yet")), facts(answers)]


def _answers(ties: Sequence[Bond], mapped: Mapped | None) -> list[tuple[str, str | None]]:
    return [
        (_("Strength of its ties"), _answered([tie.strength for tie in ties])),
        (_("Trust"), _answered([tie.trust for tie in ties])),
        (_("Value"), _answered([tie.value for tie in ties])),
        (_("Influence"), None if mapped is None or mapped.influence is None else number(mapped.influence)),
        (_("Power"), None if mapped is None or mapped.power is None else _("%(n)s of 4", n=mapped.power)),
        (_("Interest"), None if mapped is None or mapped.interest is None else _("%(n)s of 4", n=mapped.interest)),
    ]


def _answered(answers: Sequence[int | None]) -> str | None:
    """The answers from 1 to 4, counted and never averaged: "3 twice, 4 once, unknown 5 times"; None where nobody answered."""
    given = [answer for answer in answers if answer is not None]
    if not given:
        return None
    counted = [_("%(answer)s of 4 (%(times)s×)", answer=answer, times=given.count(answer)) for answer in sorted(set(given))]
    missing = len(answers) - len(given)
    return listing([*counted, *([_("unknown (%(times)s×)", times=missing)] if missing else [])])
