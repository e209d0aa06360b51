"""The list of pairs with all of them, or only those in which say is shared in words only."""

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.empty import empty
from components.link import link


def warnings_link(warnings: int, *, only: str, everything: str, chosen: bool) -> list[Component]:
    """The way to the warnings alone (the address `only`) where there are any, or back to everything where they are `chosen`."""
    if chosen:
        return [link(_("Show all pairs"), everything)]
    return [link(ngettext("Only the one warning", "Only the %(num)s warnings", warnings), only)] if warnings else []


def no_warning() -> Component:
    """What stands where nothing is shared in words only."""
    return empty(_("Nothing is shared in words only."), _("Nowhere do professionals name step 4 or above and service users 3 or below."))


def no_reading() -> Component:
    """What stands where there is no reading."""
    return empty(_("No reading is recorded here."), _("Coordinators record what staff and service users say, each side on its own."))
