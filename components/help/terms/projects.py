"""Help on micro projects, from the need to the end."""

from flask_babel import gettext as _

from components.help.terms.entry import ACCELERATORS, BRIEF, MICRO_PROJECTS, SLIDES, Entry


def projects() -> list[Entry]:
    """Needs, micro projects, phases and ends, and what puts a micro project at risk."""
    return [*_beginning(), *_phases(), *_ends(), *_risks()]


def _beginning() -> list[Entry]:
    return [
        Entry(
            "need",
            _("Need"),
            [
                _(
                    "Something that service users said they miss or wish for, found out together with them, for example in a "
                    "future workshop or a kitchen talk."
                )
            ],
            parts=[
                (_("open"), _("nothing has come of it yet")),
                (_("taken up by a provider"), _("a service provider took over the idea")),
                (_("became a micro project"), _("a group works on it")),
                (_("parked"), _("put aside for now")),
            ],
            sources=[SLIDES],
        ),
        Entry(
            "micro-project",
            _("Micro project"),
            [
                _(
                    "A small project that service users run, with support, to answer a need of their own: a meeting place, a "
                    "sewing workshop, a website. It may stay small, become an association or a firm, or end."
                )
            ],
            counted=_("Each recorded micro project counts once. More exist than are recorded here."),
            sources=[BRIEF, SLIDES, MICRO_PROJECTS],
        ),
        Entry(
            "supporters",
            _("Supporters of a micro project"),
            [_("The stakeholders that have a tie with the group behind the micro project.")],
            counted=_("Ties of the group, confirmed or not; conflict is no support."),
            see=["tie", "hangs-on-one"],
        ),
        Entry(
            "event",
            _("Event"),
            [
                _(
                    "A dated meeting, workshop, visit or training. How many came is recorded as a number, with its unit: "
                    "people, families, local partners."
                )
            ],
            see=["small-numbers"],
        ),
        Entry(
            "attendance",
            _("First times and absences"),
            [
                _(
                    "A stakeholder came for the first time if no event is recorded at which it was earlier. Where dates are too "
                    "vague to tell which event was earlier, it came perhaps for the first time."
                ),
                _(
                    "“Stayed away” is said only of those who were expected and did not come. Of whoever came earlier and is not "
                    "named here nothing is known: that is said in its own words."
                ),
            ],
            counted=_("Events of the same network only. Where nobody is recorded at an event, nobody is said to be missing."),
            see=["event", "vague-dates", "unknown"],
        ),
        Entry(
            "guest-network",
            _("Guest network"),
            [
                _(
                    "A network can invite other networks to an event. Those see its title, date and place and whose it is, and "
                    "nothing else: not who comes, not what came of it."
                )
            ],
            see=["event"],
        ),
        Entry(
            "run-by",
            _("Who runs it?"),
            [
                _(
                    "Who makes the daily decisions of a micro project now: service users, users with support, both together, "
                    "or professionals."
                )
            ],
            see=["pyramid"],
        ),
    ]


def _phases() -> list[Entry]:
    return [
        Entry(
            "phase",
            _("Phase"),
            [
                _(
                    "SEMPRE names three phases; a social start-up may follow. A micro project may go back a step; then a "
                    "reason is recorded."
                ),
            ],
            counted=_("Where the last recorded step led. A micro project without any step stands under “phase unknown”."),
            sources=[BRIEF],
            see=["phase-needs", "phase-design", "phase-support", "phase-start-up", "phase-unknown"],
        ),
        Entry(
            "phase-needs",
            _("Phase: needs assessment"),
            [_("A group of service users works out what they need and wish for, and what matters most.")],
            sources=[BRIEF, SLIDES],
            see=["need"],
        ),
        Entry(
            "phase-design",
            _("Phase: service design"),
            [
                _(
                    "Ideas for a new or a better service are tried out; micro projects begin. Some ideas are taken over by a "
                    "provider and never become a micro project."
                )
            ],
            sources=[BRIEF, SLIDES],
        ),
        Entry(
            "phase-support",
            _("Phase: entrepreneurial support"),
            [
                _(
                    "The group finds its legal form, draws up a plan for its money, and gets coaching and training, so that it "
                    "can stand alone later."
                )
            ],
            sources=[BRIEF, SLIDES],
            see=["organisational-format", "accelerator-team"],
        ),
        Entry(
            "phase-start-up",
            _("Phase: social start-up"),
            [_("The micro project offers its service regularly, as an organisation of its own.")],
            sources=[SLIDES, ACCELERATORS],
            see=["self-sustaining"],
        ),
        Entry(
            "phase-unknown",
            _("Phase unknown"),
            [_("No source says where the micro project stands. It is shown in a column of its own and counted as unknown.")],
            see=["unknown"],
        ),
        Entry(
            "need-flow",
            _("From need to end"),
            [
                _(
                    "Which needs led to micro projects, in which phase these are, and how they ended. Hatched bands come from "
                    "or lead to what is unknown."
                )
            ],
            counted=_("A way is one micro project, or one need that led to none. Several needs of one micro project are one way."),
            see=["need", "phase", "end-state"],
        ),
        Entry(
            "time-in-phase",
            _("Time in a phase"),
            [_("How long micro projects stay in a phase. A date that is known only to the month gives a shortest and a longest stay.")],
            counted=_(
                "Only steps with a date. Of all stays the one in the middle is named, of two in the middle the shorter; stays "
                "that go on are counted until today and shown apart."
            ),
            see=["vague-dates", "middle-step"],
        ),
        Entry(
            "accelerator-team",
            _("Accelerator Team"),
            [
                _(
                    "People from the micro project, from service providers and often a social worker, who work together on "
                    "what a young social start-up needs. The users own it; the team supports."
                )
            ],
            parts=[
                (_("management"), _("who leads and how decisions are made")),
                (_("service quality"), _("a wider or better service")),
                (_("financing"), _("money beyond the first grant")),
                (_("users in operation and management"), _("more service users who run it")),
            ],
            sources=[SLIDES, ACCELERATORS],
        ),
    ]


def _ends() -> list[Entry]:
    return [
        Entry(
            "end-state",
            _("End of a micro project"),
            [_("What became of it. An end is not a failure: ties, trust and skills stay. Both are shown on its page.")],
            parts=[
                (_("self-sustaining"), _("goes on without money of a project")),
                (_("taken up by a provider"), _("a service provider runs it now")),
                (_("stays informal by choice"), _("the group goes on as it is and wants it so")),
                (_("ended"), _("does not exist any more")),
                (_("open"), _("a source says that it is not decided")),
                (_("unknown"), _("no source says it")),
            ],
            counted=_("Each micro project counts once, under what a source states. “Open” and “unknown” are two things."),
            sources=[BRIEF, SLIDES, MICRO_PROJECTS],
        ),
        Entry(
            "self-sustaining",
            _("Self-sustaining"),
            [
                _(
                    "The micro project goes on in the long run without money of a project, owned by those who use it, with a "
                    "service that people want. Work led by users must not replace what public services owe."
                )
            ],
            sources=[BRIEF, SLIDES],
        ),
        Entry(
            "organisational-format",
            _("Organisational form"),
            [
                _(
                    "The form that a group has given itself: informal group, association, cooperative, social enterprise, "
                    "another non-profit, or part of a provider. To stay informal is a form too."
                )
            ],
            sources=[BRIEF, MICRO_PROJECTS],
        ),
    ]


def _risks() -> list[Entry]:
    return [
        Entry(
            "stalled",
            _("Stalled micro project"),
            [_("It may have stopped without anybody writing it down. Ask how it is.")],
            counted=_(
                "Its end is open, its network has not ended, and nothing dated is recorded for six months, or nothing dated at "
                "all. Dated facts are events, steps, readings, needs, money and ties of its group."
            ),
        ),
        Entry(
            "hangs-on-one",
            _("Hangs on one"),
            [
                _(
                    "All recorded support comes from one stakeholder, or all that was given from one funder. If that one stops, the "
                    "micro project is in danger."
                )
            ],
            counted=_(
                "The overview leaves out micro projects that have ended, are self-sustaining or were taken up by a provider, and networks "
                "that have ended; the page on funding counts them too. Information and conflict are not counted as support. Help in kind "
                "counts as given; ideas, applications and refusals do not."
            ),
            sources=[BRIEF],
            see=["largest-source"],
        ),
    ]
