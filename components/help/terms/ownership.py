"""Help on standing alone, and on what a micro project leaves behind."""

from flask_babel import gettext as _

from components.help.terms.entry import MICRO_PROJECTS, ROADMAP, SLIDES, Entry, Source

TEAMS = Source("estodiac.eu, SEMPRE Accelerators", "https://estodiac.eu/sempre")


def ownership() -> list[Entry]:
    """Readiness, handing over, money in hand, sources that fit, what is left."""
    return [*_ready(), *_safe()]


def _ready() -> list[Entry]:
    return [
        Entry(
            "readiness",
            _("Readiness to stand alone"),
            [
                _(
                    "How far a micro project is on the four things that its team works on: stable management and leadership, range "
                    "and quality of the service, financing, and service users in operation and management. The group and its team "
                    "look at it together, again and again, and write down the day."
                )
            ],
            counted=_("The latest look at each of the four counts. Steps are an order, not numbers to add up or to average."),
            parts=[
                (_("1 · not begun"), _("nobody works on it yet")),
                (_("2 · begun"), _("the group works on it, most is done by others")),
                (_("3 · with support"), _("the group does it, and somebody helps")),
                (_("4 · on its own"), _("the group does it without help")),
            ],
            sources=[TEAMS],
            see=["run-by", "hand-over"],
        ),
        Entry(
            "hand-over",
            _("Handing over"),
            [
                _(
                    "A task, such as the money, the keys or the contacts, goes from professionals to the group, or to somebody else. "
                    "It is planned, under way, handed over, or taken back when it did not work."
                )
            ],
            counted=_("Each recorded task counts once. It is late when its day has passed and it is not handed over."),
            sources=[ROADMAP],
            see=["run-by"],
        ),
        Entry(
            "money-in-hand",
            _("Money in hand, in months"),
            [_("How long a micro project could go on with the money that it has, at what a month costs it now.")],
            counted=_(
                "Money in hand divided by the cost of a month, in whole and half months, rounded down. It is unknown where one of both "
                "is. A count that is three months old or older is marked."
            ),
            see=["largest-source"],
        ),
        Entry(
            "source-fits",
            _("Funding source that fits"),
            [
                _(
                    "Each source is held against what is recorded of the micro project: its form, whether groups without a legal form "
                    "may apply, its phase, its country, the money that it needs, and the deadline. For each the reason is given."
                )
            ],
            counted=_(
                "Nothing is weighed. Fewest mismatches come first, then fewest unknowns. An unknown is a question to ask the funder."
            ),
            see=["who-may-apply", "deadline"],
        ),
    ]


def _safe() -> list[Entry]:
    return [
        Entry(
            "facilitator-leaves",
            _("If the facilitator leaves"),
            [
                _(
                    "Many micro projects hang on one person or body that brings people together. This figure takes the facilitator "
                    "of the network out of the picture and says which supporters of the micro project stay, and whom it can still reach."
                )
            ],
            counted=_(
                "From the recorded ties of the network, undirected; a conflict is no tie. Ties that nobody has recorded are not seen."
            ),
            see=["supporters", "hangs-on-one"],
        ),
        Entry(
            "left-behind",
            _("What a micro project leaves behind"),
            [
                _(
                    "Ties between organisations that came out of a micro project or of one of its events. Many last longer than the "
                    "micro project itself: that is what it leaves behind, even when it ends."
                )
            ],
            counted=_(
                "Ties that name the micro project, or one of its events, as what they came out of. A tie holds until somebody records "
                "that it ended."
            ),
            sources=[MICRO_PROJECTS, SLIDES],
            see=["tie", "two-days"],
        ),
        Entry(
            "two-days",
            _("A network on two days"),
            [
                _(
                    "Two days are compared, tie by tie. Where a source gives only a year or a month, it can be unclear whether a tie "
                    "was there on a day: such ties are counted apart and never guessed."
                )
            ],
            counted=_(
                "A tie is there when its latest possible beginning is not after the day, and its earliest possible end not before it; "
                "without a recorded end it goes on. It is not there when it begins later or ended earlier in any case."
            ),
            parts=[
                (_("held on both days"), _("there on the first and on the second day")),
                (_("new"), _("not there on the first day, there on the second")),
                (_("no longer there"), _("there on the first day, not on the second")),
                (_("came and went"), _("began and ended between the two days")),
                (_("too vague to tell"), _("the dates leave it open for one of the two days")),
                (_("not in this time"), _("it ended before the first day or begins after the second")),
                (_("without a date"), _("neither its beginning nor its end is recorded")),
            ],
            see=["vague-dates", "tie"],
        ),
    ]
