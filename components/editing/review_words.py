"""What a review asks, by its kind: the four questions of an After Action Review, the four D of an Appreciative Inquiry."""

from collections.abc import Mapping

from flask_babel import gettext as _


def review_questions() -> Mapping[str, Mapping[str, str]]:
    """Field of a review -> kind of review -> what it asks, in order."""
    return {
        "first": {"action_review": _("1. What was supposed to happen?"), "appreciative": _("1. Discovery: what works well?")},
        "second": {"action_review": _("2. What happened?"), "appreciative": _("2. Dream: what could be?")},
        "third": {"action_review": _("3. Why was there a difference?"), "appreciative": _("3. Design: how should it be?")},
        "fourth": {"action_review": _("4. What will we do next time?"), "appreciative": _("4. Destiny: what will we do?")},
    }
