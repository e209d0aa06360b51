"""Help on money: sources, cases and totals."""

from flask_babel import gettext as _

from components.help.terms.entry import BRIEF, SLIDES, Entry


def money() -> list[Entry]:
    """Funding sources, funding cases, and how sums are counted."""
    return [*_sources(), *_cases(), *_sums()]


def _sources() -> list[Entry]:
    return [
        Entry(
            "funding-source",
            _("Funding source"),
            [
                _(
                    "A funder with one way of giving: a grant, a loan, a donation and so on. All networks share one list. "
                    "SEMPRE did not pay micro projects directly; they had to find their own money."
                )
            ],
            sources=[SLIDES],
            see=["instrument", "who-may-apply"],
        ),
        Entry(
            "instrument",
            _("Kind of money"),
            [_("What the funder gives. Small and fast money often helps a group more than a large grant.")],
            parts=[
                (_("grant, start-up grant"), _("money that need not be paid back")),
                (_("micro loan"), _("a small sum that is paid back")),
                (_("fast cash"), _("a small sum with a quick answer, given by a municipality")),
                (_("donation, membership fees"), _("money from people and firms")),
                (_("sales agreement"), _("somebody agrees to buy what the group makes")),
                (_("public procurement"), _("a public body buys the service")),
                (_("provider’s own means"), _("a service provider pays for a small trial")),
                (_("EU programme"), _("money of the European Union")),
                (_("in kind"), _("things, rooms or work in place of money")),
            ],
            sources=[BRIEF],
        ),
        Entry(
            "who-may-apply",
            _("Who may apply, and how hard is it?"),
            [
                _(
                    "May a group without legal form apply? How much work is it, is the language plain, and is the money paid "
                    "before or after it is spent? What nobody has found out yet is unknown: ask the funder."
                )
            ],
            sources=[BRIEF],
        ),
        Entry(
            "deadline",
            _("Deadline ahead"),
            [_("The last day on which a funding source takes applications.")],
            counted=_("From today on, the nearest first. The overview names those of the next 90 days."),
        ),
    ]


def _cases() -> list[Entry]:
    return [
        Entry(
            "funding-case",
            _("Funding case"),
            [
                _(
                    "One micro project and one funding source: from the first idea to the money. Refused cases stay in the "
                    "list, for others learn from them."
                )
            ],
            counted=_("Each case counts once, in the state that it has reached."),
        ),
        Entry(
            "case-state",
            _("How far a case got"),
            [_("The last thing that is known of it.")],
            parts=[
                (_("idea"), _("the group thinks about it")),
                (_("applied for"), _("an application was sent")),
                (_("refused"), _("the funder said no")),
                (_("awarded"), _("the funder said yes")),
                (_("received"), _("money has come")),
                (_("ended"), _("all is paid and reported")),
                (_("how far it went is unknown"), _("a source says that there was support, not more")),
            ],
        ),
        Entry(
            "in-kind",
            _("Help in kind"),
            [_("Rooms, things or work that somebody gives. It has a quantity and a unit and is never turned into money.")],
        ),
        Entry(
            "passed-on",
            _("Money that was passed on"),
            [
                _(
                    "A body gives on money that it got from another funder. It stands beside the totals, not in them: the "
                    "first giver may be recorded too."
                )
            ],
        ),
    ]


def _sums() -> list[Entry]:
    return [
        Entry(
            "totals",
            _("Totals of money"),
            [
                _(
                    "Sums are shown per currency and never added up over currencies. Where no source states the sum, the case "
                    "is counted and the sum is unknown."
                )
            ],
            counted=_(
                "What was awarded and what came are two sums. Ideas, applications, refusals, help in kind and money that was "
                "passed on are in neither."
            ),
            see=["funding-case", "unknown"],
        ),
        Entry(
            "largest-source",
            _("Share of the largest source"),
            [
                _(
                    "How much of the money of a micro project comes from one funder. The larger the share, the more it depends "
                    "on that funder."
                )
            ],
            counted=_(
                "All that one funder gives is one source. A share is told only where every sum is known and in one currency; "
                "else the sources are counted."
            ),
            see=["hangs-on-one"],
        ),
    ]
