"""Help on what people said, and on indicators."""

from flask_babel import gettext as _

from components.help.terms.entry import BRIEF, Entry, Source
from components.vocabulary import labels

SEARCH_CONFERENCES = Source("Natland, abstract on three search conferences with 70 participants", language="en")
KAPPA = Source("Cohen 1960, A coefficient of agreement for nominal scales", language="en")
COMMISSION = Source("European Commission, SWD(2021) 198, common indicators 2021–2027")
INTERREG = Source(
    "Interreg Northern Periphery and Arctic, programme manual 6.1",
    "https://npa-pm.scrollhelp.site/ProgrammeManual/6-1-output-indicator-definitions",
    "en",
)


def voices() -> list[Entry]:
    """Statements with their themes, consent to their use, and indicators."""
    return [_voice(), _theme(), _agreement(), _consent(), _indicator(), _interreg()]


def _voice() -> Entry:
    return Entry(
        "voice",
        _("Voice"),
        [
            _("What somebody said about what helped or did not, in their words and without a name."),
            _("Numbers and addresses are refused. Words that look like a name are marked, for a person to look at."),
        ],
        see=["theme", "consent"],
    )


def _theme() -> Entry:
    six = list(labels("feedback_theme").values())
    return Entry(
        "theme",
        _("Theme of a voice"),
        [
            _("What service users call helpful: %(themes)s. A network may add themes of its own.", themes=", ".join(six)),
            _("Two different people code each statement, the second without seeing what the first chose. Where they differ, they settle."),
        ],
        counted=_(
            "A statement counts in the themes that both chose, or on which they settled; one with several themes counts in each. "
            "Leaders see counts under five as “<5”."
        ),
        sources=[SEARCH_CONFERENCES],
        see=["agreement"],
    )


def _agreement() -> Entry:
    return Entry(
        "agreement",
        _("Agreement of those who code"),
        [_("How often two people see the same themes in a statement. Much disagreement says that a theme is not clear yet.")],
        counted=_(
            "Counted before anything is settled. Simple agreement of a theme: statements on which both say the same, divided by all that "
            "two people coded. Kappa: (simple agreement − e) / (1 − e), where e is the agreement that chance would give if each chose the "
            "theme as often as they did. Told from ten statements on."
        ),
        sources=[KAPPA],
        see=["theme"],
    )


def _consent() -> Entry:
    return Entry(
        "consent",
        _("Consent"),
        [
            _("How far somebody agrees that their words are read: only in the network, by leaders, in reports for funders, by everybody."),
            _("It has a date. Taken back, it ends at once: for leaders the words are gone with the next page."),
        ],
        see=["voice"],
    )


def _indicator() -> Entry:
    return Entry(
        "indicator",
        _("Indicator"),
        [
            _("What a network, a micro project or a pilot wants to see change, on the individual, organisational or societal level."),
            _("It may be counted, in a unit, or described in words: numbers do not show quality, so each project chooses what fits it."),
            _("A definition, and what not to count, let two people come to the same answer."),
        ],
        sources=[BRIEF],
        see=["interreg"],
    )


def _interreg() -> Entry:
    return Entry(
        "interreg",
        _("Interreg’s own indicators"),
        [
            _("Five that Interreg programmes of 2021–2027 ask for: RCO 84, RCO 87, RCO 116, RCR 79 and RCR 84."),
            _("The page counts them from what is recorded, where that can answer, and shows the rows behind each figure."),
        ],
        counted=_("A country is that of a stakeholder, or of its network where the stakeholder names none."),
        sources=[COMMISSION, INTERREG],
        see=["indicator"],
    )
