"""What is missing for a phase, in words."""

from flask_babel import gettext as _


def missing_words(code: str) -> str:
    """What nobody has recorded yet; KeyError for a code without words."""
    return {
        "need": _("a need that it came from"),
        "users_say": _("how much say service users have, as they see it"),
        "staff_say": _("how much say service users have, as professionals see it"),
        "group": _("the group behind it"),
        "supporter": _("somebody who supports or coaches the group (a tie)"),
        "source": _("a source of money that was thought of (a funding case)"),
        "run_by": _("who runs it"),
        "format": _("its organisational format"),
        "money": _("money that was given"),
    }[code]


def missing_source() -> str:
    """Whose list this is."""
    return _(
        "Our reading of the three phases in SEMPRE’s Organisational Roadmap, and of what the Accelerators ask of a start-up. "
        "You can move it all the same."
    )
