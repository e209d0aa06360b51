"""Help on using the dashboard."""

from flask_babel import gettext as _

from components.help.terms.entry import Entry


def using() -> list[Entry]:
    """Filters, tables, marks, keyboard, print, language and theme."""
    return [_filters(), _tables(), _marks(), _keyboard(), _print(), _language()]


def _filters() -> Entry:
    return Entry(
        "filters",
        _("The sentence at the top of a page"),
        [
            _("It says what the page shows. Choose another network, group or year in it, and the page follows."),
            _("Your choice stands in the address: you can keep it as a bookmark or send it. “Show all” takes it back."),
        ],
    )


def _tables() -> Entry:
    return Entry(
        "tables",
        _("The same as a table"),
        [_("Under every picture stands a table with the same facts. Open it if you prefer numbers, use a screen reader, or want to copy.")],
    )


def _marks() -> Entry:
    return Entry(
        "marks",
        _("Colours, shapes and marks"),
        [_("Colour never stands alone; a shape or a word goes with it. Cloudberry orange means: look here.")],
        parts=[
            (_("dashed line, hatched bar"), _("unknown")),
            ("°", _("our reading, or invented for demonstration")),
            ("≠", _("two sources disagree")),
            (_("square"), _("professionals’ side")),
            (_("circle"), _("service users’ side")),
            (_("hollow mark"), _("a reading between two steps")),
        ],
        see=["our-reading", "conflict"],
    )


def _keyboard() -> Entry:
    return Entry(
        "keyboard",
        _("Keyboard"),
        [_("Everything that the mouse does can be done with the keyboard.")],
        parts=[
            (_("Tab, Shift and Tab"), _("to the next link or choice, and back; the first Tab on a page offers to skip to the content")),
            (_("Enter"), _("follow a link, press a button, open “The same as a table”")),
            (_("Space"), _("tick a box, press a button, open “The same as a table”")),
            (_("arrow keys"), _("choose in a list; move the picture of a network; scroll a wide table that has the focus")),
            (_("plus, minus, 0, Escape"), _("in the picture of a network: nearer, farther, show all, end a choice")),
        ],
    )


def _print() -> Entry:
    return Entry(
        "print",
        _("Printing"),
        [_("Print a page from your browser. Buttons and menus stay away, and paper is always light. Tables are printed if they are open.")],
    )


def _language() -> Entry:
    return Entry(
        "language",
        _("Language and theme"),
        [_("At the foot of each page: English or German, light or dark. Names and texts from sources stay in their own language.")],
    )
