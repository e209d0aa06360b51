"""Pilots: the Roadmap, reviews, stories of change, and dates in a calendar."""

from flask_babel import gettext as _

from components.editing.review_words import review_questions
from components.help.terms.entry import ROADMAP, Entry, Source
from components.vocabulary import labels

AAR = Source("quantumgardener.info, After Action Review", "https://quantumgardener.info/notes/after-action-review")
FOUR_D = Source("positivechange.org, the 4-D process", "https://positivechange.org/4d-process")
CHANGE = Source("Davies and Dart 2005, The “Most Significant Change” Technique", language="en")


def pilots() -> list[Entry]:
    """What leaders carry along the Roadmap, and how they look back on it."""
    return [_pilot(), _key(), _review(), _story(), _calendar()]


def _pilot() -> Entry:
    return Entry(
        "pilot",
        _("Pilot"),
        [
            _("A service, or a part of one, with which a provider tries out how people get more say."),
            _("It goes along the five steps of the Roadmap. A step may begin before the one ahead of it only with a reason."),
        ],
        counted=_(
            "It has not moved when it is not finished and nothing with a date of the last six months is recorded of it: no step, "
            "agreement, task or decision done, review, story, reading or observation. What is planned does not count."
        ),
        see=["roadmap"],
    )


def _key() -> Entry:
    return Entry(
        "key-stakeholder",
        _("Key stakeholder"),
        [_("An organisation, group or office of the network on which a pilot depends: it decides, pays, works in it, spreads the word.")],
        sources=[ROADMAP],
        see=["pilot"],
    )


def _review() -> Entry:
    asked = review_questions().values()
    kinds = labels("review_kind")
    return Entry(
        "review",
        _("Review"),
        [
            _("Looking back together, soon after something happened and without blame. What follows is written down as decisions."),
            _("The Roadmap names two ways; what they are made of:"),
        ],
        parts=[(words, " ".join(question[code] for question in asked)) for code, words in kinds.items()],
        sources=[ROADMAP, AAR, FOUR_D],
        see=["story", "roadmap"],
    )


def _story() -> Entry:
    return Entry(
        "story",
        _("Most Significant Change"),
        [
            _("People tell what has changed for them; a group chooses the story that matters most, says why, and tells it back."),
            _("It fits where nobody knew beforehand what would change. It stands beside counts, not in their place."),
            _("No names. Leaders see a story only with consent that reaches them."),
        ],
        sources=[CHANGE],
        see=["review"],
    )


def _calendar() -> Entry:
    return Entry(
        "calendar",
        _("Dates in a calendar"),
        [
            _(
                "Under “My account” you can make an address for your calendar program. It shows the open tasks and decisions of the "
                "pilots that you may see, each on the day on which it is due."
            ),
            _("The address works without your password, so show it to nobody. It is shown once; a new one ends the old one."),
            _("What you may see is looked up each time. Revoked, or with a disabled account, the address shows nothing any more."),
        ],
        see=["pilot"],
    )
