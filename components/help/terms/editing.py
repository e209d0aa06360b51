"""Help on changing data."""

from flask_babel import gettext as _

from components.help.terms.entry import Entry


def editing() -> list[Entry]:
    """Saving, taking back, the trash, working at the same time, history, mapping, import."""
    return [_saving(), _undo(), _trash(), _together(), _history(), _mapping(), _import(), _merge(), _downloads()]


def _saving() -> Entry:
    return Entry(
        "how-saved",
        _("Saving"),
        [
            _("There is one rule everywhere: what you have entered is sent at once, and the sign at the top says so."),
            _("“Saved” with the time means that it is kept. At “Saving …” wait a moment."),
            _(
                "At “Not saved yet” the connection or your sign-in is gone: leave the page open, it tries again by itself, "
                "and nothing that you typed is lost."
            ),
        ],
    )


def _undo() -> Entry:
    return Entry(
        "undo",
        _("Taking back"),
        [
            _("Ctrl and Z, or the arrow at the top, takes back the last thing that you did, also after days and on another device."),
            _("Ctrl and Y does it again. A whole import or a change of many rows is taken back in one step."),
            _("If somebody has changed the same field since, a sentence says so and nothing is changed."),
        ],
        see=["history"],
    )


def _trash() -> Entry:
    return Entry(
        "trash",
        _("Trash"),
        [
            _("Nothing is deleted. What you move to the trash takes along what hangs on it, such as the ties of a stakeholder."),
            _("It comes back whole, from the table’s trash or by taking the action back."),
        ],
        see=["undo"],
    )


def _together() -> Entry:
    return Entry(
        "together",
        _("Several people at once"),
        [
            _("What others change appears within a few seconds, without a reload; where you are typing it waits until you have finished."),
            _("Two people can change different fields of one record. On the same field the second sees both values and chooses."),
        ],
        see=["how-saved"],
    )


def _history() -> Entry:
    return Entry(
        "history",
        _("History"),
        [
            _("Each change is kept with who made it, when, and how the field was before and after. Deletions stand there too."),
            _("Coordinators read it for their networks and can take every change back there."),
        ],
        see=["undo"],
    )


def _mapping() -> Entry:
    return Entry(
        "mapping",
        _("Mapping in the picture"),
        [
            _("“Map” above the picture of a network switches it on: drag stakeholders to their places, draw ties, add who is missing."),
            _(
                "At first the ties arrange the picture. As soon as anybody is moved by hand, all others stay where they are. "
                "“Arrange anew” lets the ties arrange it again."
            ),
            _("All of it works from the tables below the picture too, with the keyboard alone."),
        ],
        see=["net-map", "undo"],
    )


def _import() -> Entry:
    return Entry(
        "import",
        _("Import"),
        [
            _("A file is recognised by what is in it. Before anything is written, a preview shows what becomes of each row, and the sums."),
            _(
                "A row counts as already there if its number, its number in another list, or its exact name is known here. "
                "Names that only look alike are offered: you say whether they are the same."
            ),
            _("Refused rows say why; their cells can be mended in the preview. What stays refused stays out."),
            _("Empty cells of a foreign list change nothing; in an export of this dashboard they mean that nothing is known."),
        ],
        see=["undo", "history"],
    )


def _merge() -> Entry:
    return Entry(
        "merge",
        _("Merging"),
        [
            _("Two entries for one and the same stakeholder of a network become one. For each field you say what holds."),
            _(
                "Ties, mappings, micro projects and notes of the second then belong to the first. A tie between the two moves to the "
                "trash, and so does one that only repeats another. All of it can be taken back in one step."
            ),
        ],
        see=["twin", "same-body", "undo"],
    )


def _downloads() -> Entry:
    return Entry(
        "downloads",
        _("Downloads"),
        [
            _("A file holds what you may see on the pages, narrowed as the page is from which you take it; never what is in the trash."),
            _(
                "Tables as CSV or XLSX read back unchanged, so they can be worked on elsewhere and brought in again. "
                "In a CSV file a text that a spreadsheet would take for a formula has an apostrophe before it; the import takes it off."
            ),
        ],
        see=["import"],
    )
