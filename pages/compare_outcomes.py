"""Two releases side by side: what changed, as far as both show it."""

import dash
from flask_babel import gettext as _

from components.empty import empty
from components.filters import Choice, filter_line, read_filters
from components.help.help_link import with_help
from components.link import link
from components.page import page
from components.question import question
from components.releases.side_by_side import change_blocks, changes_say
from components.releases.told_apart import told_apart
from components.releases.two_sides import sides_say, sides_table
from dashboard.permissions import Permission
from dashboard.security import actor
from data_layer.access import reading
from data_layer.releases.comparison import comparison
from data_layer.releases.outcome import releases

PATH = "/outcomes/compare"
ONE, TWO = "one", "two"

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Two releases side by side"),
    permission=Permission.RELEASE_READ,
)


def layout(**query):
    with reading(actor()) as session:
        found = releases(session)
        filters = read_filters(query, allowed={key: [str(line.id) for line in found] for key in (ONE, TWO)})
        one, two = _chosen(filters, found)
        compared = comparison(session, one, two) if one != two else None
    return page(
        eyebrow=[link(_("Outcomes for funders"), "/outcomes"), " / ", _("Side by side")],
        title=_("What changed between two releases?"),
        lede=changes_say(compared.tables) if compared is not None else None,
        filters=_line(found, one, two) if len(found) > 1 else None,
        ignored=filters.ignored,
        children=_blocks(compared) if compared is not None else [_nothing(found)],
    )


def _chosen(filters, found):
    """The two releases to compare: those in the address, else the latest two."""
    latest = [line.id for line in found[:2]] or [0]
    one = int(filters.get(ONE) or latest[-1])
    return one, int(filters.get(TWO) or next((number for number in latest if number != one), one))


def _line(found, one, two):
    names = told_apart(found)
    options = [(str(line.id), names[line.id]) for line in found]
    first = Choice(ONE, _("One release"), options, str(one), str(one))
    return filter_line([_("Comparing"), first, _("and"), Choice(TWO, _("Another release"), options, str(two), str(two))])


def _nothing(found):
    if len(found) < 2:
        return empty(_("Fewer than two releases name your account."), _("As soon as there are two, they stand here side by side."))
    return empty(_("This is the same release twice."), _("Choose another one above."))


def _blocks(compared):
    rule = _("Nothing is computed but from the two releases as they were stored. What a release hides stays hidden here.")
    about = question(
        _("Which two releases are these?"),
        sides_table(compared.before, compared.after),
        name="sides",
        reads=sides_say(compared.before, compared.after),
        source=with_help(rule, "release", _("What a release is")),
    )
    return [about, *change_blocks(compared.tables)]
