"""Help on networks and who is in them."""

from flask_babel import gettext as _

from components.help.terms.entry import BRIEF, ROADMAP, SEMPRE, SLIDES, Entry


def networks() -> list[Entry]:
    """Local Empowerment Networks, their members and what SEMPRE is."""
    return [_lens(), _unclear(), _sempre(), _empowerment(), _roadmap(), _target_group(), *_members(), *_same()]


def _lens() -> Entry:
    return Entry(
        "lens",
        _("Local Empowerment Network (LEN)"),
        [
            _(
                "A local platform on which service users, public authorities, service providers and non-profit organisations "
                "meet. They find out together what people need, share what each of them can give, and help groups of users to "
                "start something of their own."
            ),
            _("A source says that there were eleven; none lists them. The dashboard shows the networks that sources name."),
        ],
        counted=_("Networks that a source calls a Local Empowerment Network. Networks of unclear status are not counted."),
        sources=[BRIEF, SLIDES],
        see=["status-unclear", "facilitator", "role-in-network"],
    )


def _unclear() -> Entry:
    return Entry(
        "status-unclear",
        _("Network whose status is unclear"),
        [
            _(
                "A source names it, or it hosted a micro project, but nothing says that it is a Local Empowerment Network. Its facts "
                "are shown like those of the others, and it is left out of every count of networks."
            )
        ],
        see=["lens"],
    )


def _sempre() -> Entry:
    return Entry(
        "sempre",
        _("SEMPRE and SEMPRE Accelerators"),
        [
            _(
                "SEMPRE (Social Empowerment in Rural Areas) ran from March 2016 to February 2019 in the Interreg Baltic Sea "
                "Region programme, with 16 partners from eight countries. Its networks tried out how service users can shape "
                "social services themselves."
            ),
            _("SEMPRE Accelerators went on with eight of the micro projects until 2021 and helped them to become social start-ups."),
            _("26 micro projects are documented; the policy brief speaks of more than 30."),
        ],
        sources=[ROADMAP, BRIEF, SEMPRE, SLIDES],
        see=["accelerator-team", "roadmap"],
    )


def _empowerment() -> Entry:
    return Entry(
        "empowerment",
        _("Empowerment"),
        [_("People gain power over their own lives and over what is decided about them. SEMPRE looks at three levels.")],
        parts=[
            (_("individual"), _("a person trusts in what he or she can do, and does it")),
            (_("organisational"), _("a service provider changes how it works and decides")),
            (_("societal"), _("rules, offices and attitudes change")),
        ],
        sources=[ROADMAP],
    )


def _target_group() -> Entry:
    return Entry(
        "target-group",
        _("Target group"),
        [
            _(
                "The group of service users that a network or a micro project is for, for example single parents or older "
                "adults. Only groups are recorded, never persons."
            )
        ],
        counted=_("A micro project for several groups counts under each of them, so the counts may add up to more than all."),
        see=["privacy"],
    )


def _members() -> list[Entry]:
    return [
        Entry(
            "stakeholder",
            _("Stakeholder"),
            [
                _(
                    "Somebody who has a part in the network: an organisation, a group without legal form, or an office such as "
                    "“the mayor”. A person is never a stakeholder."
                ),
                _("“The mayors” in a source is one stakeholder that is marked as several bodies under one name."),
            ],
            counted=_("Each recorded body counts once in each network, also where it works in several networks."),
            see=["sector", "role-in-network", "same-body"],
        ),
        Entry(
            "sector",
            _("Sector"),
            [
                _(
                    "The part of society that a stakeholder belongs to, such as service users’ groups, social service "
                    "providers, municipalities, churches or business. Each sector has a colour and a shape that stay the same "
                    "on all pages."
                )
            ],
            see=["between-sectors", "connector"],
        ),
        Entry(
            "role-in-network",
            _("Role in the network"),
            [_("What a stakeholder is in the network. Belonging to a network is this role; it is not drawn as a tie.")],
            parts=[
                (_("facilitator"), _("brings the others together")),
                (_("core member"), _("takes part all the time")),
                (_("member"), _("takes part")),
                (_("invited"), _("was asked to take part; whether it does is not known")),
                (_("outside the network"), _("is tied to a member but does not belong")),
            ],
            see=["facilitator"],
        ),
        Entry(
            "facilitator",
            _("Facilitator"),
            [
                _(
                    "The body, often a service provider, that invites the others and keeps the network going. It supports the "
                    "users and does not lead: what they start is meant to be theirs."
                )
            ],
            sources=[BRIEF, SLIDES],
            see=["hangs-on-one"],
        ),
        Entry(
            "who-is-missing",
            _("Who is missing?"),
            [
                _(
                    "Facilitators usually invite service users, the municipality’s social services, the job centre, providers, "
                    "non-profit organisations and business support. The dashboard names those kinds of which nobody is "
                    "recorded."
                ),
                _("Nobody recorded does not mean nobody there: it is a question to ask."),
            ],
            counted=_("Members of running networks by sector, those outside the network left out; health services count as providers."),
            sources=[SLIDES],
            see=["none-recorded"],
        ),
    ]


def _same() -> list[Entry]:
    return [
        Entry(
            "same-body",
            _("One body in several networks"),
            [
                _(
                    "A body that works in two networks stands in each of them as a stakeholder of its own. Somebody who may "
                    "read both networks can mark that it is the same body; pages over several networks then show it as one."
                )
            ],
            see=["twin"],
        ),
        Entry(
            "twin",
            _("Possible twin"),
            [
                _(
                    "Two entries with names so alike that they may be the same body or the same micro project. The dashboard "
                    "asks; it never joins them by itself. If they are one, the picture of the network changes."
                )
            ],
            counted=_("Pairs that somebody has noted, then pairs of alike names inside one network; each pair once."),
        ),
    ]


def _roadmap() -> Entry:
    return Entry(
        "roadmap",
        _("Organisational Roadmap"),
        [
            _(
                "Five steps by which the leaders of a service provider bring empowerment into their own organisation. The "
                "titles are those of the source, the short explanations are ours."
            ),
        ],
        parts=[
            (_("1 Explore empowerment"), _("what it means for people, for the organisation and for society")),
            (_("2 Kick-start the idea"), _("agree with staff and stakeholders what to try")),
            (_("3 Identify a pilot"), _("develop it with staff, and learn by doing")),
            (_("4 Assess the outcomes"), _("look back together: what happened, why, what next")),
            (_("5 Keep the momentum"), _("spread the word and go on")),
        ],
        sources=[ROADMAP],
        see=["pilot"],
    )
