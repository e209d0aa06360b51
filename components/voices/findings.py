"""The sentences under the pictures of what people said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import listing, number, percent
from components.persons import is_hidden, persons
from components.voices.words import theme_words

MOST_NAMED = 3


def themes_now(counts: Mapping[tuple[str, str], int], themes: Sequence[str], *, coded: int, masked: bool) -> str:
    """Which themes are named most often, for what helped and for what did not; `coded` statements count."""
    if coded == 0:
        return _("No statement is coded by two people yet, so no theme can be told.")
    helped, not_helped = (_most(counts, themes, kind, masked=masked) for kind in ("helped", "did_not_help"))
    told = []
    if helped:
        told.append(_("What helped most often: %(themes)s.", themes=helped))
    if not_helped:
        told.append(_("What was missing or did not help most often: %(themes)s.", themes=not_helped))
    if not told:
        return _("No theme is named often enough to be told apart yet.")
    return " ".join(told)


def _most(counts: Mapping[tuple[str, str], int], themes: Sequence[str], kind: str, *, masked: bool) -> str:
    found = [(theme, counts.get((theme, kind), 0)) for theme in themes]
    shown = [(theme, n) for theme, n in found if n and not is_hidden(n, masked=masked)]
    ranked = sorted(shown, key=lambda pair: -pair[1])[:MOST_NAMED]
    return listing([_("%(theme)s (%(n)s)", theme=theme_words(theme), n=number(n)) for theme, n in ranked])


def counted_how(*, coded: int, waiting: int, others: int, masked: bool) -> str:
    """How statements are counted, how many wait for two people, and how many were said by others than those chosen."""
    told = [
        _(
            "A statement counts in the themes that both people chose who coded it, or on which they settled; one with several themes "
            "counts in each. Themes: what 70 participants of three search conferences called helpful, and the networks’ own."
        ),
        _("Statements counted: %(n)s.", n=persons(coded, masked=masked)),
    ]
    if waiting and not masked:
        told.append(ngettext("One more waits to be coded.", "%(num)s more wait to be coded.", waiting))
    if others and not masked:
        told.append(ngettext("One by somebody else is left out.", "%(num)s by others are left out.", others))
    return " ".join(told)


def crossed_now(counts: Mapping[tuple[Any, Any], int], names: Sequence[tuple[Any, str]], *, masked: bool, nothing: str) -> str:
    """Per column the theme that is named most often as helpful, where one stands out; `nothing` where none does."""
    told = []
    for key, words in names:
        column = Counter({theme: n for (theme, other), n in counts.items() if other == key and not is_hidden(n, masked=masked)})
        best = column.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            told.append(_("%(where)s: %(theme)s", where=words, theme=theme_words(best[0][0])))
    if not told:
        return nothing
    return _("Named most often as helpful – %(themes)s.", themes="; ".join(told[:MOST_NAMED]))


def waits_now(counts: Mapping[str, int], *, own: int) -> str:
    """What waits, in one sentence; `own` statements wait for somebody else than the reader."""
    total = sum(counts.get(name, 0) for name in ("unchecked", "uncoded", "one", "differ"))
    if total == 0:
        return _("Nothing waits: every statement is checked and coded by two people who agree.")
    told = [ngettext("One statement waits.", "%(num)s statements wait.", total)]
    if own:
        told.append(
            ngettext(
                "You coded one of them: it waits for a second person.",
                "You coded %(num)s of them first: they wait for a second person.",
                own,
            )
        )
    return " ".join(told)


def agreement_now(found: Any) -> str:
    """How often both chose the same, or that there is too little to say."""
    if found.coded == 0:
        return _("No statement is coded by two people yet.")
    if not found.enough:
        return ngettext(
            "One statement is coded by two people: too few for a share.",
            "%(num)s statements are coded by two people: too few for a share.",
            found.coded,
        )
    return _(
        "Both chose the same themes for %(same)s of %(coded)s statements (%(share)s).",
        same=number(found.same),
        coded=number(found.coded),
        share=percent(found.same / found.coded),
    )


def agreement_how(fewest: int) -> str:
    """How agreement is counted."""
    return _(
        "Counted before anything was settled. Simple agreement: the share of statements on which both say the same of a theme. Kappa "
        "(Cohen 1960): the same beyond what chance would give, 0 as by chance, 1 always. Shares are told from %(n)s statements on.",
        n=fewest,
    )
