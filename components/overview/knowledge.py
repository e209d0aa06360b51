"""How much is known of the networks that are shown: counts in plain words."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from components.figures import Figure
from components.formats import number
from components.help.help_link import help_link

# What the programme says of itself: 11 networks (policy brief, no list), 26 micro projects documented (brochure), more than 30 (brief).
NETWORKS_STATED = 11
MICRO_PROJECTS_DOCUMENTED = 26


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Counts over the networks shown; `readings` are micro projects with at least one reading, `lens` leaves unclear networks out.

    `whole_sample`: all of the sample data is in sight and nothing else, so that what the programme states of itself stands beside it.
    """

    lens: int
    micro_projects: int
    readings: int
    ties: int
    confirmed_ties: int
    dated_ties: int
    whole_sample: bool = False


def knowledge_figures(known: Knowledge) -> list[Figure]:
    """The figures, the most telling ones first; no share of nothing."""
    projects = Figure(known.micro_projects, _micro_projects(known), of=MICRO_PROJECTS_DOCUMENTED if known.whole_sample else None)
    return [Figure(known.lens, _networks(known)), projects, *_read(known), *_ties(known)]


def lede(known: Knowledge, *, countries: int, held: int, waits: int) -> str:
    """What is in sight, in one breath; `held` are the micro projects of LENs, `waits` the things that wait."""
    waiting = ngettext("One thing waits for you.", "%(num)s things wait for you.", waits) if waits else _("Nothing waits for you.")
    return " ".join([_in_sight(known.lens, countries), _held(held, known.micro_projects), waiting])


def _in_sight(lens: int, countries: int) -> str:
    seen = ngettext("You see %(num)s network", "You see %(num)s networks", lens)
    return f"{seen} " + ngettext("in %(num)s country.", "in %(num)s countries.", countries) if countries else f"{seen}."


def _held(held: int, recorded: int) -> str:
    if recorded == 0:
        return _("No micro project is recorded here.")
    if held == recorded:
        return ngettext("%(num)s micro project is recorded here.", "%(num)s micro projects are recorded here.", held)
    return _("They hold %(held)s of the %(recorded)s micro projects recorded here.", held=number(held), recorded=number(recorded))


def knowledge_in_words(known: Knowledge) -> str:
    """The finding: whether asking comes before counting."""
    if known.micro_projects == 0:
        return _("No micro project is recorded here yet.")
    if known.readings == known.micro_projects:
        return _("For every micro project that is recorded, somebody has said how much say service users have.")
    if 2 * known.readings < known.micro_projects:
        return _(
            "For fewer than half of the micro projects we know how much say service users have. Asking is the next step, not counting more."
        )
    return _("For most micro projects we know how much say service users have; ask in the others.")


def _read(known: Knowledge) -> list[Figure]:
    words = ngettext(
        "micro project has a reading of how much say service users have.",
        "micro projects have a reading of how much say service users have.",
        known.readings,
    )
    return (
        [Figure(known.readings, words, of=known.micro_projects, term=help_link("reading", _("what a reading is")))]
        if known.micro_projects
        else []
    )


def _ties(known: Knowledge) -> list[Figure]:
    if known.ties == 0:
        return [Figure(0, _("ties are recorded."))]
    confirmed = ngettext("tie is confirmed by both sides.", "ties are confirmed by both sides.", known.confirmed_ties)
    dated = ngettext("tie has a date.", "ties have a date.", known.dated_ties)
    return [
        Figure(known.confirmed_ties, confirmed, of=known.ties, term=help_link("confirmed", _("both sides asked and agreeing"))),
        Figure(known.dated_ties, dated, of=known.ties, term=help_link("vague-dates", _("a year is enough"))),
    ]


def _networks(known: Knowledge) -> str:
    words = ngettext("network is recorded.", "networks are recorded.", known.lens)
    if not known.whole_sample:
        return words
    return f"{words} " + _("The policy brief speaks of %(stated)s and does not list them.", stated=NETWORKS_STATED)


def _micro_projects(known: Knowledge) -> str:
    words = ngettext("micro project is recorded.", "micro projects are recorded.", known.micro_projects)
    if not known.whole_sample:
        return words
    return f"{words} " + _("The brochure documents 26; the policy brief speaks of more than 30.")
