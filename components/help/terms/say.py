"""Help on participation: the pyramid, readings and gaps."""

from flask_babel import gettext as _

from components.help.terms.entry import BRIEF, PYRAMID, PYRAMID_THESIS, Entry


def say() -> list[Entry]:
    """The pyramid, the readings on it, and how they are compared."""
    return [_participation(), _pyramid(), *_readings(), *_compared()]


def _participation() -> Entry:
    return Entry(
        "participation",
        _("Participation"),
        [
            _(
                "To have a part in decisions and so an influence on what comes out. It rests on clear agreements: how a "
                "decision is made, and how far the right to decide goes (Straßburger and Rieger 2014, page 230)."
            ),
            _("To be told, asked or heard comes before participation: it is good, and it guarantees nothing."),
        ],
        original="Partizipation",
        sources=[PYRAMID],
    )


def _pyramid() -> Entry:
    return Entry(
        "pyramid",
        _("Participation pyramid"),
        [
            _(
                "A model by Straßburger and Rieger (2014) with seven steps in three bands. Each step is seen from two sides: "
                "what professionals offer (six steps) and what service users, in the model “citizens”, do with it (seven). On "
                "step 7 they organise themselves, and professionals have no role."
            ),
            _(
                "All English titles are our translation; we know of no English edition. The page of the authors that we could "
                "read breaks off before the service users’ titles of steps 1 to 3 (marked *); they agree with other "
                "descriptions."
            ),
            _("A higher step is not always better: what counts is the step that was agreed. The model has no step below 1."),
        ],
        original="Partizipationspyramide",
        sources=[PYRAMID, PYRAMID_THESIS, BRIEF],
        see=["gap", "step-4", "no-role"],
    )


def _readings() -> list[Entry]:
    return [
        Entry(
            "reading",
            _("Reading"),
            [
                _(
                    "A step on which one side stood, in one micro project, event or pilot, at one stage, on one date. Who judged, "
                    "how, and on what it rests is recorded with it."
                )
            ],
            counted=_("Every reading counts once, also older ones of the same micro project."),
            see=["stage", "span", "our-reading"],
        ),
        Entry(
            "sides",
            _("Both sides"),
            [
                _(
                    "Professionals and service users are asked on their own, and each has its own record. Square: "
                    "professionals. Circle: service users. The two are compared and never mixed."
                )
            ],
        ),
        Entry(
            "stage",
            _("Stage"),
            [
                _(
                    "What people had a say in: finding needs, designing the service, running it, or judging it. Where nobody "
                    "noted it, the stage is unknown."
                )
            ],
        ),
        Entry(
            "span",
            _("Reading between two steps"),
            [_("Sometimes it can only be said that a side stands on step 6 or 7. Such a reading is drawn hollow.")],
            counted=_("It counts at the lower of its steps."),
        ),
        Entry(
            "agreed",
            _("What was agreed"),
            [
                _(
                    "From step 4 on, a reading can hold what was agreed about the decision: who decides what, and how far. "
                    "Without an agreement a step is only a feeling."
                )
            ],
            sources=[PYRAMID],
        ),
        Entry(
            "no-role",
            _("No role"),
            [
                _(
                    "Where service users stand on step 7 they organise everything themselves. The professionals’ side is then "
                    "not missing: they have no step there, and there is no gap."
                )
            ],
        ),
    ]


def _compared() -> list[Entry]:
    return [
        Entry(
            "gap",
            _("Gap"),
            [
                _(
                    "The distance between what professionals name and what service users name. It is the most important "
                    "finding of this page: a gap is a reason to talk with each other, not a mark for anybody."
                ),
                _("Where one side is unknown the gap cannot be told."),
            ],
            counted=_(
                "The same stage with the same stage: of those that both sides judged, the one judged last. A reading between two "
                "steps gives a least and a most. Where no stage was judged by both, there is nothing to compare."
            ),
            sources=[BRIEF],
            see=["pair", "words-only", "no-role"],
        ),
        Entry(
            "pair",
            _("Pair"),
            [
                _(
                    "What professionals and service users said of the same micro project, event or pilot, at the same stage. "
                    "Both agree, or one side names the higher step. Pairs are counted, their steps are never averaged."
                )
            ],
            counted=_(
                "By stage and target group the latest reading of each side; over time, the latest of each year. Where a reading "
                "lies between two steps and touches the other side’s step, the two count as agreeing."
            ),
            see=["gap", "span"],
        ),
        Entry(
            "words-only",
            _("Shared in words only"),
            [
                _(
                    "Professionals name step 4 or above, service users name step 3 or below: one side speaks of shared "
                    "decisions, the other does not feel them. That is where trust gets lost; begin there."
                )
            ],
            counted=_("Only where it is sure: the lower step of the professionals is 4 or more, the upper step of the users 3 or less."),
            sources=[BRIEF],
        ),
        Entry(
            "step-4",
            _("Step 4 or above"),
            [
                _(
                    "Participation begins at step 4: professionals no longer decide alone. The dashboard says how many "
                    "readings stand there, as counts such as “6 of 8”."
                )
            ],
            counted=_("Readings whose lower step is 4 or more, out of all readings of that side."),
            sources=[PYRAMID],
        ),
        Entry(
            "middle-step",
            _("Middle step"),
            [
                _(
                    "Put all readings in order: the middle step is the one in the middle. It is called the median. Steps are "
                    "an order, not amounts, so they are never averaged."
                )
            ],
            counted=_("Of an even number of readings the lower of the two in the middle."),
        ),
        Entry(
            "other-models",
            _("Other models"),
            [
                _(
                    "Other ladders of participation exist, such as Arnstein’s (1969) or the IAP2 spectrum. Their steps do not "
                    "match one to one, so the dashboard never converts between them."
                )
            ],
        ),
    ]
