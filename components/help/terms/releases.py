"""Help on releases: what they hold, what is hidden in them, how they are shared, and what a closed reporting period keeps."""

from flask_babel import gettext as _

from components.help.terms.entry import Entry


def releases() -> list[Entry]:
    """Releases, hidden figures, indicators in them, links, messages of readers, reporting periods."""
    return [_release(), _hidden_figure(), _indicators(), _link(), _message(), _period()]


def _release() -> Entry:
    return Entry(
        "release",
        _("Release"),
        [
            _(
                "A fixed set of tables for funders, made by a leader on one day and not changed afterwards. It shows only the tables, "
                "words and indicators that were chosen, for whole months and chosen networks, and only the accounts that it names read it."
            ),
            _(
                "Before it is made a preview shows what its readers will see, what is hidden and why. "
                "Nothing is worked out again when somebody reads it."
            ),
        ],
        counted=_("As of the date that the release carries; later changes are not in it."),
        see=["hidden-figure", "sharing-link", "reporting-period", "roles"],
    )


def _hidden_figure() -> Entry:
    return Entry(
        "hidden-figure",
        _("Hidden figures (·)"),
        [
            _("In a release a dot stands where a figure would let somebody be picked out. It does not mean none: zeros are hidden too."),
            _(
                "Some figures are hidden only because another hidden one could be worked out from them, in this release or together "
                "with an earlier one. All look alike, so that the dot itself tells nothing."
            ),
        ],
        parts=[
            (_("people and readings"), _("under 10 they are hidden, and where all of a group are in one place; others are rounded to 5")),
            (_("money"), _("a sum is hidden where fewer than three micro projects have a part in it, or one has nearly all")),
            (_("networks, micro projects, ties"), _("they are shown as they are")),
        ],
        counted=_("Different people count. Those of two micro projects of one network may be the same, so the larger count decides."),
        see=["release", "small-numbers"],
    )


def _indicators() -> Entry:
    return Entry(
        "released-indicator",
        _("Indicators in a release"),
        [
            _(
                "A leader chooses the indicators one by one. Each stands with its unit, level, baseline and target, and with what was "
                "observed last in the period, its day and its source."
            ),
            _(
                "Where an indicator counts people, or anything of single people, its value and its baseline are hidden or rounded like "
                "other counts of people. The target is a plan and stands as it is. Of indicators in words the words stay in their network."
            ),
        ],
        counted=_("Values of two indicators are never added together."),
        see=["hidden-figure", "release"],
    )


def _link() -> Entry:
    return Entry(
        "sharing-link",
        _("Link to a release"),
        [
            _(
                "With a link and its password people without an account read one release, and nothing else. Leaders make it on the page "
                "“Links and messages” of the release. Address and password are shown once: send them on two ways."
            ),
            _(
                "A link ends by itself after its last day and can be withdrawn at any time; from then on it opens nothing. "
                "Whoever guesses at the password has to wait longer each time. Who opens a link, and how often, is not kept."
            ),
        ],
        see=["release", "release-message"],
    )


def _message() -> Entry:
    return Entry(
        "release-message",
        _("Message about a release"),
        [
            _(
                "Below each release its readers can write what is wrong in it. Leaders who read the release find the message on the "
                "overview, in the list of releases and on the page “Links and messages”, until one of them says that it is done."
            ),
            _("The release itself stays as it is: mend the data and make a new one."),
        ],
        see=["release", "attention"],
    )


def _period() -> Entry:
    return Entry(
        "reporting-period",
        _("Reporting period"),
        [
            _("A span of days on which funders get a report. It counts for all networks; leaders add, close and open it again."),
            _(
                "Closed means: what is counted of it stays. Nothing dated in it is added, moved, put into the trash or brought back, "
                "and its days, numbers and kinds do not change. Whoever tries is told so, and nothing is saved."
            ),
            _(
                "Slips in words, such as a title or a place, can still be mended. What people said and the source of money stay. Consent "
                "can be taken back on any day. To change more, a leader opens the period again with a reason, which is kept."
            ),
        ],
        counted=_(
            "What may have happened on one of its days is dated in it, so “2017” lies in every month of that year. What has no date "
            "lies in no period. How far a micro project has come is counted as of today: only a release fixes that."
        ),
        see=["release", "unknown"],
    )
