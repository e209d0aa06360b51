"""All terms of the domain and all figures of the dashboard, in groups; the words of the help page."""

from flask_babel import gettext as _

from components.help.terms.access import access
from components.help.terms.editing import editing
from components.help.terms.entry import Entry, Group
from components.help.terms.facts import facts
from components.help.terms.links import links
from components.help.terms.money import money
from components.help.terms.networks import networks
from components.help.terms.ownership import ownership
from components.help.terms.pilots import pilots
from components.help.terms.projects import projects
from components.help.terms.releases import releases
from components.help.terms.say import say
from components.help.terms.ties import ties
from components.help.terms.using import using
from components.help.terms.voices import voices


def glossary() -> list[Group]:
    """The groups with their entries, in the reader's language."""
    return [
        Group("help-networks", _("Networks and their members"), networks()),
        Group("help-ties", _("Ties and the picture of a network"), ties()),
        Group("help-projects", _("From a need to a micro project"), projects()),
        Group("help-alone", _("Standing alone, and what is left"), ownership()),
        Group("help-pilots", _("Pilots and looking back"), pilots()),
        Group("help-money", _("Money"), money()),
        Group("help-say", _("How much say service users have"), [*say(), *links()]),
        Group("help-voices", _("What people say, and what changes"), voices()),
        Group("help-facts", _("How facts are kept and counted"), facts()),
        Group("help-releases", _("Reports for funders"), releases()),
        Group("help-access", _("Who sees what"), access()),
        Group("help-editing", _("Changing data"), editing()),
        Group("help-using", _("Using the dashboard"), using()),
    ]


def entries() -> dict[str, Entry]:
    """All entries by anchor."""
    return {entry.anchor: entry for group in glossary() for entry in group.entries}
