"""Interreg's own indicators in words: what each is called and means, how it is counted here, and why one cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

CODES = ("RCO 84", "RCO 87", "RCO 116", "RCR 79", "RCR 84")


@dataclass(frozen=True, slots=True)
class Asked:
    """One indicator: its official name, what it means, its unit, how it is counted here (None: what is recorded cannot answer)."""

    name: str
    meaning: str
    unit: str
    rule: str | None = None
    why_not: str = ""


def interreg_words() -> Mapping[str, Asked]:
    """Code -> words, in the reader's language."""
    return {
        "RCO 84": Asked(
            _("Pilot actions developed jointly and implemented in projects"),
            _("A pilot that organisations of at least two countries developed together, that was carried out and finished."),
            _("pilot actions"),
            _(
                "A pilot counts when its provider and key stakeholders are of at least two countries and its fourth step, “Assess the "
                "outcomes”, is done."
            ),
        ),
        "RCO 87": Asked(
            _("Organisations cooperating across borders"),
            _("Legal entities that cooperate in a supported project with those of another country; each counts once."),
            _("organisations"),
            _(
                "An organisation counts once over all networks: when it has a tie to an organisation of another country (a conflict is "
                "none), is in networks of two countries, or came to an event together with an organisation of another country. Groups "
                "without legal form and offices do not count."
            ),
        ),
        "RCO 116": Asked(
            _("Jointly developed solutions"),
            _("Solutions that came out of joint pilots of at least two countries, and that others can take up."),
            _("solutions"),
            None,
            _("What came out of a pilot as a solution for others is not recorded."),
        ),
        "RCR 79": Asked(
            _("Joint strategies and action plans taken up by organisations"),
            _("Strategies and plans made by organisations of at least two countries that an organisation adopted and began to carry out."),
            _("strategies and action plans"),
            None,
            _("Strategies and plans, and who adopted them, are not recorded."),
        ),
        "RCR 84": Asked(
            _("Organisations cooperating across borders after project completion"),
            _("Organisations of RCO 87 that go on working together across borders after the project: it asks for a formal agreement."),
            _("organisations"),
            _(
                "An organisation counts when it has a tie across a border that had begun by the end of the project and is not recorded as "
                "ended by then, or came with an organisation of another country to an event after it. Whether there is a formal agreement "
                "is not recorded: ask before you report."
            ),
        ),
    }
