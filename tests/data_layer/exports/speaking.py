"""Words for downloads, as the data layer needs them without a request."""

from data_layer.exports.download import Wanted
from data_layer.exports.picture import Words
from data_layer.scope import Scope
from data_layer.vocabulary import Sector


class PlainWords:
    """Codes and names as they are."""

    def picture(self, network):
        return Words(network.name, "a picture", {code: code for code in Sector}, "unknown")

    def grants_title(self):
        return "Awards"

    def publisher(self):
        return "The programme"


def wanted(*, network=None, group=None, year=None, masked=False, with_history=True):
    """All of a network for somebody who sees everything, unless told otherwise."""
    return Wanted(Scope(network, group, year), masked, with_history, PlainWords())
