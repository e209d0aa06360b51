"""What is said about the counts, the money, the networks and the gaps of a release: what they show now, and how they were counted."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import number, share
from components.releases.tables import Tables, Tally

NO_FORM = ("unknown", "undecided", "ended")
LATE = ("support", "start_up")
# Which protected table says the same.
SAME = {"became": "projects_by_format", "phases": "projects_by_phase", "ends": "projects_by_end"}


def is_told(code: str, tables: Tables) -> bool:
    """Whether a release tells one of its counts ("became", "phases", "ends"): not where a protected table does."""
    return SAME[code] not in {table.code for table in tables.figures}


def became_question() -> str:
    """What is asked about the forms."""
    return _("What did they become?")


def became_reads(tables: Tables) -> str:
    """How many have a form, and how many are looking for one."""
    formed = sum(tally.n for tally in tables.became if tally.code not in NO_FORM)
    undecided = _of(tables.became, "undecided")
    said = [
        _("Of the micro projects, %(share)s have a form of their own or run as a start-up.", share=share(formed, tables.micro_projects))
    ]
    if undecided:
        said.append(ngettext("One more is looking for its form.", "%(num)s more are looking for their form.", undecided))
    return " ".join(said)


def became_rule() -> str:
    """How the forms are counted."""
    return _("One micro project counts once, by its form; a start-up whose form no source names counts as such.")


def phases_question() -> str:
    """What is asked about the phases."""
    return _("How far did they come?")


def phases_reads(tables: Tables) -> str:
    """How many came far."""
    late = sum(tally.n for tally in tables.phases if tally.code in LATE)
    return _(
        "Of the micro projects, %(share)s have reached entrepreneurial support or a social start-up.",
        share=share(late, tables.micro_projects),
    )


def phases_rule() -> str:
    """How the phases are counted."""
    return _("One micro project counts once, in the phase in which it stood last.")


def ends_question() -> str:
    """What is asked about the ends."""
    return _("How did they end up?")


def ends_reads(tables: Tables) -> str:
    """Of how many the end is unknown."""
    unknown = _of(tables.ends, "unknown")
    return _("For %(share)s micro projects no source tells the end.", share=share(unknown, tables.micro_projects))


def ends_rule() -> str:
    """What the ends mean."""
    return _("Self-sustaining means: it goes on without money from outside. One that ended can still have built ties and trust.")


def readings_said(tallies: Sequence[Tally]) -> str | None:
    """For how many we read this from what sources say; None where for none."""
    read, total = sum(tally.readings for tally in tallies), sum(tally.n for tally in tallies)
    return _("For %(share)s we read this from what sources say.", share=share(read, total)) if read else None


def money_question() -> str:
    """What is asked about the money."""
    return _("What money was stated?")


def money_rule() -> str:
    """How the lines of money came about."""
    return _(
        "One line per micro project and source of money, only where the source is public. Currencies are never added together. "
        "A small circle (°) marks our reading."
    )


def networks_question() -> str:
    """What is asked about the networks."""
    return _("Which networks took part?")


def networks_reads(tables: Tables) -> str:
    """How many networks in how many countries."""
    countries = len({line.country for line in tables.networks if line.country})
    return _("Local Empowerment Networks: %(n)s. Countries: %(countries)s.", n=number(len(tables.networks)), countries=number(countries))


def networks_rule() -> str:
    """Which networks count."""
    return _(
        "Only Local Empowerment Networks are counted. Where no source says that a network is one, it stands apart; "
        "the micro projects of both are in this release."
    )


def gaps_question() -> str:
    """What is asked about the gaps."""
    return _("What is not known?")


def gaps_reads(tables: Tables) -> str | None:
    """How much more sources speak of; None where no more."""
    missing = max((each.n - tables.micro_projects for each in tables.stated if each.code == "micro_projects"), default=0)
    if missing <= 0:
        return None
    return ngettext(
        "At least one micro project that a source speaks of is not in this release.",
        "At least %(num)s micro projects that a source speaks of are not in this release.",
        missing,
    )


def gaps_rule(tables: Tables) -> str:
    """What unknown means, and that there is no count of people where there is none."""
    if counts_people(tables):
        return _("What no source states stays unknown: it is never counted as none.")
    return _("What no source states stays unknown: it is never counted as none. This release holds no counts of people.")


def counts_people(tables: Tables) -> bool:
    """Whether the release has figures that count people or what they said."""
    of_tables = any(table.unit in ("persons", "answers") for table in tables.figures)
    return of_tables or any(line.of_persons for line in tables.indicators)


def _of(tallies: Sequence[Tally], code: str) -> int:
    return sum(tally.n for tally in tallies if tally.code == code)
