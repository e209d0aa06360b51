"""The words for the protected tables of a release: what each asks, how it counts, what its codes and figures mean."""

from flask_babel import gettext as _

from components.formats import country, listing, money, number
from components.releases.words import became
from components.vocabulary import VOCABULARIES, labels

HIDDEN = "·"
MONEY = "money_"
# Between the codes of a merged group; what has no date.
AND, UNDATED = "+", "undated"
# The codes of these are names that people gave.
NAMES = ("network", "name")


def figure_title(code: str) -> str:
    """The question that a table answers; KeyError for a code without words."""
    if code.startswith(MONEY):
        return _("What money was there, in %(currency)s?", currency=code.removeprefix(MONEY))
    return {
        "networks_by_country": _("In which countries are the networks?"),
        "projects_by_phase": _("How far did the micro projects come?"),
        "projects_by_end": _("How did the micro projects end up?"),
        "projects_by_format": _("What did the micro projects become?"),
        "say_by_side": _("How much say did service users have?"),
        "reached": _("How many people were reached?"),
        "reached_by_group": _("How many people were reached in which year?"),
        "jobs": _("How many jobs came of it?"),
        "ties": _("Which ties were won, and who still cooperates?"),
        "indicators_by_level": _("What was measured?"),
        "indicators_of_people": _("What did the indicators show that count people?"),
        "indicators_of_others": _("What did the other indicators show?"),
        "became": _("What did they become?"),
        "phases": _("How far did they come?"),
        "ends": _("How did they end up?"),
    }[code]


def unit_words(unit: str) -> str:
    """What a table counts; KeyError for a unit without words."""
    return {
        "persons": _("People"),
        "answers": _("Readings"),
        "organisations": _("Number"),
        "projects": _("Micro projects"),
        "money": _("Sum"),
    }[unit]


def unit_rule(unit: str) -> str:
    """How a table counts, in a sentence; KeyError for a unit without words."""
    return {
        "persons": _("People are counted once where that is known. Counts under 10 are not shown, others are rounded to 5."),
        "answers": _("Each reading counts once. Counts under 10 are not shown, others are rounded to 5."),
        "organisations": _("Each counts once."),
        "projects": _("One micro project counts once."),
        "money": _("Sums that would show what one giver gave are not shown. Currencies are never added together."),
    }[unit]


def table_rule(code: str, unit: str) -> str:
    """The same for a table: in some of them somebody may be counted twice, and indicators count whatever they count."""
    if code in ("indicators_of_people", "indicators_of_others"):
        last = _("Each shows what was observed last in the period. Values of two indicators are never added together.")
        people = _("Where people are counted, a value or baseline under 10 is not shown and others are rounded to 5; a target is a plan.")
        return f"{last} {people}" if unit == "persons" else last
    if code not in ("reached", "reached_by_group"):
        return unit_rule(unit)
    return _(
        "Of several counts of one micro project the largest counts, and micro projects are added together: whoever came to two of them may "
        "be counted twice. Only what is at least 10 different people for certain is shown, rounded to 5."
    )


def hidden_words() -> str:
    """What the mark for a hidden figure means."""
    return _("A dot (·) stands where a figure is not shown, so that nobody can be picked out. It does not mean none.")


def code_words(of: str, code: str) -> str:
    """A code of a table in words; `of` names its vocabulary, or says that the codes are names. A merged group names its parts."""
    if AND in code and of not in NAMES:
        return listing([code_words(of, part) for part in code.split(AND)])
    if code == UNDATED:
        return _("without a date")
    if of == "country":
        return country(code)
    if of in ("became", "organisational_format"):
        return became(code)
    return labels(of).get(code, code) if of in VOCABULARIES else code


def figure_words(value: int | None, *, unit: str, code: str) -> str:
    """A figure as it stands in a table; a hidden one is a dot. Money is in minor units of the currency that `code` names."""
    if value is None:
        return HIDDEN
    return money(value, code.removeprefix(MONEY)) if unit == "money" and code.startswith(MONEY) else number(value)
