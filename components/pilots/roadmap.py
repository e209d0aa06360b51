"""The five steps of SEMPRE's Organisational Roadmap: what each is about and what it needs, in our words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

CODES = ("explore", "kick_start", "identify", "assess", "momentum")


@dataclass(frozen=True, slots=True)
class Needs:
    """What a step is about, and the tools that the Roadmap names for it."""

    about: str
    tools: Sequence[str]


def needs() -> Mapping[str, Needs]:
    """Step -> what it needs, in the reader's language."""
    return {
        "explore": Needs(
            _(
                "Find out what it means that people get more power over their lives: for a person, for the organisation, for society. "
                "Involving people helps with what is hard in rural places, and learning by doing builds the ability to go on."
            ),
            [_("a short text on the idea for staff"), _("a short introduction to action learning"), _("literature")],
        ),
        "kick_start": Needs(
            _(
                "Present the idea, talk it through with staff, and try out in scenarios whether it can work. "
                "Some decisions come before a pilot; staff and stakeholders make an agreement."
            ),
            [
                _("a workshop that takes the whole team along"),
                _("a concept for the pilot"),
                _("objectives and success factors"),
                _("key stakeholders"),
            ],
        ),
        "identify": Needs(
            _(
                "Work out the pilot together with staff, who need power of their own, and with leaders who support it. "
                "It moves by action learning: do something, look at it together, go on."
            ),
            [
                _("advice on leading and managing cooperatively"),
                _("advice on organising the pilot: who does what by when"),
                _("the Empowerment Handbook and the Guidebook for Empowerment Training"),
            ],
        ),
        "assess": Needs(
            _("Look back and talk about it. Ask on several levels what has changed, in a way that fits with giving people more power."),
            [_("After Action Review"), _("Appreciative Inquiry"), _("other ways, such as stories of the most significant change")],
        ),
        "momentum": Needs(
            _("Keep the enthusiasm, take concerns seriously, tell others about it, and see to it that what was built lasts."),
            [_("ways to go on innovating")],
        ),
    }


def roadmap_source() -> str:
    """Where the five steps come from."""
    return _("After the five steps of SEMPRE’s Organisational Roadmap (pocket version), in our words.")
