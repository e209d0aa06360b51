"""Help on links for service users."""

from flask_babel import gettext as _

from components.help.terms.entry import Entry


def links() -> list[Entry]:
    """How service users are asked, and what is kept of what they say."""
    return [
        Entry(
            "link-for-users",
            _("Link for service users"),
            [
                _(
                    "An address with a QR code, or a sheet of slips that count once each, with a last day. Whoever opens it chooses one of "
                    "seven sentences about how much say they had, then what helped and what did not. No account, no name, no address, no "
                    "mark of the device is kept."
                ),
                _(
                    "Answers wait until there are five. Then all five are counted together and what each had said is deleted; from then on "
                    "results change only in fives. Nobody sees how many wait, and counting cannot be taken back: the difference would show "
                    "what five people said."
                ),
                _(
                    "Own words come back to the person while they hold numbers, addresses or what looks like a name. They are kept apart "
                    "from the sentences, as voices that nobody has checked yet and that nobody agreed to be shown outside the network."
                ),
            ],
            counted=_(
                "The reading of the service users’ side is the sentence in the middle of those who chose one of the seven; of two in the "
                "middle, the lower one. It is written when five have chosen one. “I do not know” and “I would rather not say” are answers, "
                "not steps."
            ),
            see=["reading", "pyramid"],
        )
    ]
