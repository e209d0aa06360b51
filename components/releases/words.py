"""The words for the codes of a release."""

from flask_babel import gettext as _

from components.formats import number
from components.vocabulary import label


def became(code: str) -> str:
    """What a micro project became: its organisational format, or a start-up of which no more is known."""
    return _("start-up, form unknown") if code == "start_up" else label("organisational_format", code)


def gap(code: str) -> str:
    """What is not known, said after "16 of 17"; KeyError for a code without words."""
    return {
        "became": _("micro projects: what they became"),
        "phase": _("micro projects: in which phase they stand"),
        "end_state": _("micro projects: how they ended"),
        "money": _("micro projects: whether anybody gave money or help in kind"),
        "amount": _("gifts, grants and fees: how much it was"),
        "unsourced": _("gifts, grants and fees: they have no public source and are not in this release"),
        "founded": _("networks: when they began"),
        "status": _("networks that sources name: whether they are Local Empowerment Networks; they stand apart"),
    }[code]


def stated(code: str, n: int, here: int, *, source: str) -> str:
    """A number that a source states about the whole, beside what is recorded here; KeyError for a code without words."""
    values = {"n": number(n), "here": number(here), "source": source}
    return {
        "micro_projects": _("A source speaks of %(n)s micro projects; recorded here: %(here)s (%(source)s).", **values),
        "networks": _("A source speaks of %(n)s networks; recorded here: %(here)s (%(source)s).", **values),
    }[code]
