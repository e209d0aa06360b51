"""The rows and columns of protected tables in words, merged groups too."""

from functools import lru_cache
from typing import Any

from flask_babel import get_domain
from flask_babel import gettext as _

from components.formats import listing
from components.releases.figure_words import code_words
from components.releases.words import became

# Between the codes of a merged group.
AND = "+"


def side_words(of: str, code: str) -> str:
    """A code of a side in words; `of` names its vocabulary, or says that the codes are names ("network", "name")."""
    if of in ("network", "name"):
        return code
    return listing([_word(of, part) for part in code.split(AND)])


def _word(of: str, code: str) -> str:
    if of == "level" and code != "unknown":
        return _("step %(n)s", n=code)
    if of in ("projects_by_format", "organisational_format"):
        return became(code)
    special = _special(get_domain().get_translations(), of)
    return special[code] if code in special else code_words(of, code)


@lru_cache(maxsize=64)
def _special(_catalogue: Any, of: str) -> dict[str, str]:
    """Codes of releases that no vocabulary has, or that mean something else there; each catalogue translates them once."""
    return {
        "level": {"unknown": _("step unknown")},
        "period": {"undated": _("without a date")},
        "country": {"unknown": _("country unknown")},
        "target_group": {"several": _("several groups together"), "unknown": _("all others")},
        "state": {"received": _("received"), "awarded": _("awarded, not yet received")},
        "tie_result": {
            "won": _("ties won in the period"),
            "cooperating": _("ties between organisations that still cooperate after the end of a micro project"),
        },
    }.get(of, {})
