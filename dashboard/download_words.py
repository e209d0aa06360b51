"""What is written in files that people carry away, in their language."""

from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import vague_date
from components.vocabulary import labels
from data_layer.clock import today
from data_layer.exports.picture import Words
from data_layer.network.network_map import NetworkMap


class DownloadWords:
    """The texts for one download."""

    def picture(self, network: NetworkMap) -> Words:
        """Title, sentence and legend of the picture of a network."""
        people = ngettext("One stakeholder", "%(num)s stakeholders", len(network.members))
        ties = ngettext("one tie", "%(num)s ties", len(network.ties))
        return Words(
            _("Who works with whom in %(network)s?", network=network.name),
            _("%(people)s and %(ties)s, as recorded on %(day)s.", people=people, ties=ties, day=vague_date(today(), today())),
            labels("sector"),
            _("sector unknown"),
        )

    def grants_title(self) -> str:
        """The title of the package of grants."""
        return _("Awards to micro projects of Local Empowerment Networks")

    def publisher(self) -> str:
        """Who publishes it, unless the programme says otherwise."""
        return _("LEN dashboard")
