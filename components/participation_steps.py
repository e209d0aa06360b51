"""The seven steps of the participation pyramid (Straßburger and Rieger 2014): titles of both sides and the three bands."""

from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

TOP = 7
PARTICIPATION_BEGINS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One step: our titles, the German originals, and the short title for small pictures.

    Professionals have no title on step 7. `source_incomplete`: the page that gives the service users' title was read only in part.
    """

    number: int
    users: str
    users_german: str
    short: str
    staff: str | None = None
    staff_german: str | None = None
    source_incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A band of steps, from its highest number down, with one sentence about it."""

    key: str
    title: str
    about: str
    numbers: tuple[int, ...]


def bands() -> list[Band]:
    """The three bands from the top down, in the reader's language."""
    return [
        Band(
            "own",
            _("Self-organised civil-society activity (citizens’ side only)."),
            _("Service users organise themselves; professionals have no role here."),
            (7,),
        ),
        Band("participation", _("Participation."), _("It begins at step 4: professionals no longer decide alone."), (6, 5, 4)),
        Band("before", _("Before participation."), _("Nothing guarantees an effect on the decision."), (3, 2, 1)),
    ]


def steps() -> dict[int, Step]:
    """The seven steps by number, in the reader's language."""
    return {step.number: step for step in (*_upper(), *_lower())}


def shows_originals() -> bool:
    """Whether the German originals say something new: not to a reader of German."""
    locale = get_locale()
    return locale is None or locale.language != "de"


def _upper() -> list[Step]:
    return [
        Step(7, _("Self-organised civil-society activity"), "Zivilgesellschaftliche Eigenaktivitäten", _("On their own")),
        Step(
            6,
            _("Exercise civic freedom to decide"),
            "Bürgerschaftliche Entscheidungsfreiheit ausüben",
            _("All decisions"),
            _("Transfer decision-making power"),
            "Entscheidungsmacht übertragen",
        ),
        Step(
            5,
            _("Use the scope for self-responsibility"),
            "Freiräume der Selbstverantwortung nutzen",
            _("Some decisions"),
            _("Hand over part of the decision-making authority"),
            "Entscheidungskompetenz teilweise abgeben",
        ),
        Step(
            4,
            _("Take part in decisions"),
            "An Entscheidungen mitwirken",
            _("Deciding together"),
            _("Allow co-determination"),
            "Mitbestimmung zulassen",
        ),
    ]


def _lower() -> list[Step]:
    return [
        Step(
            3,
            _("Make the contributions the procedure provides for"),
            "Verfahrenstechnisch vorgesehene Beiträge einbringen",
            _("Expertise asked for"),
            _("Seek lived-experience expertise"),
            "Lebensweltexpertise einholen",
            source_incomplete=True,
        ),
        Step(
            2,
            _("Give a view ahead of decisions"),
            "Im Vorfeld von Entscheidungen Stellung nehmen",
            _("Opinion asked for"),
            _("Ask for opinions"),
            "Meinung erfragen",
            source_incomplete=True,
        ),
        Step(1, _("Inform oneself"), "Sich informieren", _("Informed"), _("Inform"), "Informieren", source_incomplete=True),
    ]
