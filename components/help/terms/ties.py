"""Help on ties, on the picture of a network and on its figures."""

from flask_babel import gettext as _

from components.help.terms.entry import NET_MAP, PARTNER, Entry


def ties() -> list[Entry]:
    """Ties, the seven figures, the measures of a stakeholder, and the grid of power and interest."""
    return [*_ties(), *_figures(), *_measures(), *_power()]


def _ties() -> list[Entry]:
    return [
        Entry(
            "tie",
            _("Tie"),
            [
                _(
                    "What two stakeholders have to do with each other. Two stakeholders may have several ties, for example "
                    "support and money. A tie that came out of a micro project or an event says so."
                )
            ],
            counted=_(
                "All recorded ties that fit what you chose. In the figures of the network, two stakeholders with several ties "
                "count as tied once, and conflict is no tie."
            ),
            see=["relation", "confirmed", "none-recorded"],
        ),
        Entry(
            "relation",
            _("Kind of tie"),
            [_("Lines in the picture differ by kind; an arrow shows the direction where a source states one.")],
            parts=[
                (_("cooperation"), _("they work on something together")),
                (_("support and coaching"), _("one helps the other to do its work")),
                (_("referral"), _("one sends people on to the other")),
                (_("money"), _("one gives money to the other")),
                (_("information"), _("they tell each other what they know")),
                (_("shared space"), _("one uses rooms of the other")),
                (_("decision-making"), _("one has a say in what the other decides")),
                (_("conflict"), _("they stand in each other’s way")),
                (_("kind not stated"), _("a source names the tie, not its kind")),
            ],
        ),
        Entry(
            "confirmed",
            _("Confirmed by both sides"),
            [
                _(
                    "Both stakeholders say that the tie exists. A tie that only one side or a document reports is drawn thin: "
                    "the other side may see it in another way. Ask it."
                )
            ],
            counted=_("Ties marked as confirmed, out of all ties shown."),
            sources=[PARTNER],
        ),
        Entry(
            "strength",
            _("Strength, trust and value of a tie"),
            [
                _(
                    "Answers from 1 to 4 that one stakeholder gives about the other. Nobody asked means unknown. The answers "
                    "are steps on a scale: they are counted, never averaged."
                )
            ],
            sources=[PARTNER],
        ),
    ]


def _figures() -> list[Entry]:
    return [
        Entry(
            "density",
            _("Density"),
            [
                _(
                    "How many of all possible pairs of stakeholders are tied. Higher is not always better: nobody can keep up "
                    "ties to everybody, and large networks are always less dense than small ones."
                )
            ],
            counted=_("Tied pairs out of all pairs that could be tied, among what is shown."),
        ),
        Entry(
            "between-sectors",
            _("Ties between sectors"),
            [
                _(
                    "Ties that join two different sectors, for example a provider and a business. Micro projects that want to "
                    "stand alone need both."
                )
            ],
            counted=_("Tied pairs of two sectors, out of tied pairs whose sectors are both known."),
            see=["sector", "connector"],
        ),
        Entry(
            "parts",
            _("Separate parts"),
            [_("Two stakeholders are in the same part if a way of ties leads from one to the other, however long it is.")],
            counted=_("Parts with at least two stakeholders; stakeholders without any tie are named apart."),
        ),
        Entry(
            "mean-steps",
            _("Steps between two stakeholders"),
            [_("One step leads from a stakeholder to one that it is tied to. Few steps mean that news and help travel fast.")],
            counted=_("The shortest ways between all pairs that can reach each other, on average. Pairs without any way are left out."),
        ),
        Entry(
            "small-network",
            _("Networks under eight stakeholders"),
            [
                _(
                    "In so small a network a place in a ranking says more about chance than about the network. The dashboard "
                    "shows the counts and no ranking."
                )
            ],
        ),
    ]


def _measures() -> list[Entry]:
    return [
        Entry(
            "hub",
            _("Hub"),
            [_("A stakeholder with many direct ties. Experts call the measure degree.")],
            counted=_("To how many others the stakeholder is tied; parallel ties once, direction and conflict left out."),
        ),
        Entry(
            "bridge",
            _("Bridge"),
            [
                _(
                    "A stakeholder on the way between others. If it leaves, they lose their shortest way. Experts call the "
                    "measure betweenness."
                )
            ],
            counted=_("For each pair of others, the part of their shortest ways that leads through the stakeholder, added up."),
            see=["if-one-leaves"],
        ),
        Entry(
            "connector",
            _("Connector"),
            [_("A stakeholder that joins sectors which often work side by side without meeting.")],
            counted=_("With how many sectors other than its own the stakeholder has a tie."),
        ),
        Entry(
            "community",
            _("Community in the picture"),
            [
                _(
                    "Stakeholders that have more ties among each other than to the rest. It is a reading of the ties, not a "
                    "decision of anybody."
                )
            ],
            counted=_("Found by the method of Louvain, always from the same start, so that the same ties give the same groups."),
        ),
        Entry(
            "if-one-leaves",
            _("What falls apart if one leaves?"),
            [
                _(
                    "A stakeholder who is the only way between others. Without it, its part of the network falls into pieces. "
                    "A second way past it makes the network safer. Experts speak of a cut point."
                )
            ],
            counted=_("Each stakeholder is taken out once, in thought; counted are the sizes of the pieces that stay."),
        ),
    ]


def _power() -> list[Entry]:
    return [
        Entry(
            "power-interest",
            _("Power and interest"),
            [
                _(
                    "Where a mapping placed each stakeholder, from 1 to 4: how much power it has over what happens, and how "
                    "much it is interested. A place is what people saw on one day, not a fact about the stakeholder."
                )
            ],
            counted=_("The latest mapping of each stakeholder; whoever was not mapped is counted as unknown."),
            see=["build-power", "net-map"],
        ),
        Entry(
            "build-power",
            _("Build power"),
            [
                _(
                    "The corner of the grid with much interest and little power. Handbooks of management say “keep them "
                    "informed”. In these networks service users stand there: to be informed is only step 1 of the pyramid. "
                    "Decide with them."
                )
            ],
            see=["pyramid"],
        ),
        Entry(
            "net-map",
            _("Net-Map"),
            [
                _(
                    "A way to draw a network together, with cards, lines and towers: who is involved, how they are tied, what "
                    "each wants, how much influence each has. The height of a tower is the influence that those in the room "
                    "see."
                )
            ],
            sources=[NET_MAP],
        ),
    ]
