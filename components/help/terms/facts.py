"""Help on how facts are kept: unknown, vague, read by us, in conflict."""

from flask_babel import gettext as _

from components.help.terms.entry import Entry


def facts() -> list[Entry]:
    """What is done with facts that are missing, vague, read between the lines, or in conflict; and the rules of counting."""
    return [*_missing(), *_origin(), *_looking(), _counting()]


def _missing() -> list[Entry]:
    return [
        Entry(
            "unknown",
            _("Unknown"),
            [
                _(
                    "Nobody has recorded it, and no source states it. Unknown is shown as a word, with dashed lines or hatched "
                    "bars. It is never 0, and nothing is guessed."
                )
            ],
            counted=_("Unknown ones are counted as a kind of their own."),
            see=["none-recorded", "vague-dates"],
        ),
        Entry(
            "none-recorded",
            _("None recorded"),
            [_("The list is empty so far. That does not mean that there is none: it is a question for somebody who knows the place.")],
        ),
        Entry(
            "vague-dates",
            _("Vague dates"),
            [
                _(
                    "A source often says “2017” or “August 2016”. The dashboard keeps the first and the last possible day and "
                    "shows the words. No day is guessed."
                )
            ],
            counted=_(
                "A fact belongs to a year if its date may touch that year. Facts without a date stay in every period, and "
                "their number is given. On the time line of readings a date stands in the year in which it ends."
            ),
        ),
        Entry(
            "period",
            _("Chosen year"),
            [_("A page shows what happened in that year, what lasted through it, and what has no date.")],
            see=["vague-dates", "filters"],
        ),
    ]


def _origin() -> list[Entry]:
    return [
        Entry(
            "source",
            _("Source"),
            [
                _(
                    "Where a fact comes from: a document, a web page or a person’s report. Each row has one; a single field "
                    "may have another, which its note names."
                )
            ],
        ),
        Entry(
            "our-reading",
            _("Our reading (°)"),
            [
                _(
                    "A source describes something, and we read a step or a phase from it. Neither SEMPRE nor the people "
                    "concerned said it in these words. Such values carry the mark ° or a dashed flag, and they can be wrong."
                )
            ],
            see=["reading", "phase"],
        ),
        Entry(
            "invented",
            _("Invented for demonstration"),
            [_("A value that nobody measured, made up so that something can be shown. It carries the mark ° and the word “invented”.")],
        ),
        Entry(
            "conflict",
            _("Sources disagree (≠)"),
            [
                _(
                    "Two sources say different things, for example 17 and 18 families. Both are kept, with their names. The "
                    "first stands in the figures until somebody finds out what is right."
                )
            ],
        ),
        Entry(
            "sample-data",
            _("Sample data"),
            [
                _(
                    "The networks that come with the dashboard: facts from documents of SEMPRE and from public pages, without "
                    "any name of a person. Networks that you make yourself stay when the sample is removed."
                )
            ],
            see=["sempre", "our-reading"],
        ),
    ]


def _looking() -> list[Entry]:
    return [
        Entry(
            "attention",
            _("What needs attention"),
            [_("The overview looks for these kinds of things and names each in a sentence with a link. It sees only what is recorded.")],
            parts=[
                (_("messages"), _("a reader of a release says that something in it is wrong")),
                (_("deadlines"), _("a funding source takes applications for 90 more days at most")),
                (_("stalled"), _("a micro project with an open end and no news")),
                (_("below"), _("service users stand lower on the pyramid than professionals")),
                (_("nothing recorded"), _("a network without stakeholders, ties and micro projects")),
                (_("hangs on one"), _("one supporter or one funder carries a micro project")),
                (_("members not recorded"), _("kinds of members that are usually invited")),
                (_("sources disagree"), _("two sources name different values")),
                (_("possible twins"), _("two names that may mean the same")),
                (_("one side not asked"), _("a reading of one side only")),
            ],
            counted=_("What waits is told as of today, whatever period is chosen."),
            see=["release-message", "deadline", "stalled", "gap", "hangs-on-one", "who-is-missing", "conflict", "twin", "sides"],
        ),
        Entry(
            "how-much-known",
            _("How much do we know?"),
            [
                _(
                    "How many of the micro projects that sources speak of are recorded here, and for how many of them somebody "
                    "has said how much say service users have. Asking comes before counting more."
                )
            ],
            counted=_("Micro projects of the networks that your account may see."),
            see=["micro-project", "unknown"],
        ),
    ]


def _counting() -> Entry:
    return Entry(
        "counting-rules",
        _("Counting rules"),
        [
            _("Every figure counts what the sentence at the top of its page lets through. These rules hold everywhere:"),
        ],
        parts=[
            (_("unknown"), _("counted as unknown, never as 0")),
            (_("steps and answers on a scale"), _("counts, middle step, “6 of 8”; never averages")),
            (_("money"), _("never added up over currencies")),
            (_("small groups"), _("shown as “6 of 8”, not as percent")),
            (_("networks of unclear status"), _("not counted as networks")),
            (_("no date"), _("stays in every period; the number is given")),
        ],
    )
