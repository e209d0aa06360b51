"""What stands folded beside a form for those who want to know more before they fill it in."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from components.participation_steps import Step, shows_originals, steps


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step of a scale: its number, its title, the German original ("" for readers of German), and what it means in our words."""

    number: int
    title: str
    original: str
    means: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A text to unfold: paragraphs, the steps of each side under its name, where it comes from, and a page of the help."""

    summary: str
    paragraphs: Sequence[str]
    sides: Sequence[tuple[str, Sequence[GuideStep]]]
    source: str
    href: str
    link: str


def guide(table: str) -> Guide | None:
    """The text beside the form of a table; None for most."""
    if table != "assessment":
        return None
    found = sorted(steps().values(), key=lambda step: step.number)
    staff = [_step(step, step.staff, step.staff_german, _staff_means()) for step in found if step.staff]
    users = [_step(step, step.users, step.users_german, _users_means()) for step in found]
    return Guide(
        _("What is participation, and what do the steps mean?"),
        [
            _(
                "People take part when they have a share in decisions and so an influence on what comes out. It rests on clear agreements: "
                "how a decision is made, and how far the right to decide goes. To be told, asked or heard comes before that."
            ),
            _("Ask each side on its own, and enter two readings. Higher is not always better: what counts is the step that was agreed."),
        ],
        [(_("Professionals: what do they offer?"), staff), (_("Service users: what do they use?"), users)],
        _("Straßburger and Rieger 2014, page 230 and following; in our words."),
        "/help#pyramid",
        _("More about the steps"),
    )


def _step(step: Step, title: str | None, german: str | None, means: Sequence[str]) -> GuideStep:
    return GuideStep(step.number, title or "", (german or "") if shows_originals() else "", means[step.number - 1])


def _staff_means() -> list[str]:
    return [
        _("They tell people about a decision that is coming."),
        _("They ask beforehand how people see it, and may take it into account."),
        _("They take advice from people who know such a life; whether it counts stays open."),
        _("They talk the decision over with people and vote together."),
        _("In areas that are agreed, they leave decisions to people alone."),
        _("People take all important decisions; they go along and support."),
    ]


def _users_means() -> list[str]:
    return [
        _("They find out about it."),
        _("They say what they think of it."),
        _("They bring in what they know, where the procedure has a place for it."),
        _("They decide together with professionals."),
        _("They decide alone in areas that are agreed, on money, organisation or content."),
        _("They have the full power to decide, and use it."),
        _("They organise themselves and carry out what they want; professionals have no role."),
    ]
