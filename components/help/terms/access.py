"""Help on who sees what, and how people are protected."""

from flask_babel import gettext as _

from components.help.terms.entry import Entry


def access() -> list[Entry]:
    """Roles, privacy, small numbers and signing in."""
    return [_roles(), *_privacy(), _sign_in()]


def _roles() -> Entry:
    return Entry(
        "roles",
        _("Roles"),
        [_("An account has one role. Coordinators and leaders see only the networks that were given to them.")],
        parts=[
            (_("coordinator"), _("reads everything in the networks given, with all numbers")),
            (
                _("leader"),
                _(
                    "reads the networks given, and releases; counts of persons under five are shown as “<5”, and how many "
                    "people judged a reading is not shown"
                ),
            ),
            (_("funder"), _("reads the releases that name the account, and nothing else")),
            (_("administrator"), _("looks after accounts and networks; sees no figure on service users")),
        ],
        see=["privacy", "release"],
    )


def _privacy() -> list[Entry]:
    return [
        Entry(
            "privacy",
            _("Privacy"),
            [
                _(
                    "Service users appear as groups and as numbers. No names, dates of birth or addresses of persons are kept. "
                    "Do not write them into a description."
                ),
                _("Whoever has not been given a network cannot see that it has something to hide: its rows do not exist for them."),
            ],
            see=["small-numbers", "roles"],
        ),
        Entry(
            "small-numbers",
            _("Small numbers (<5)"),
            [
                _(
                    "In a small village “three mothers” may be as good as three names. Leaders therefore see “<5” in place of "
                    "a count of persons under five. Coordinators see all numbers of their own networks."
                )
            ],
            counted=_("Only counts of persons are hidden; counts of organisations, micro projects and readings are shown."),
        ),
    ]


def _sign_in() -> Entry:
    return Entry(
        "sign-in",
        _("Signing in"),
        [
            _(
                "Thirty minutes without any action end a sign-in, and so do eight hours in any case. A bar at the top says so; "
                "what you typed stays on the screen. On the page “My account” you see your own sign-ins and can end them."
            )
        ],
    )
