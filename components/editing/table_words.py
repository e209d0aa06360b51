"""What tables are called."""

from flask_babel import gettext as _
from flask_babel import ngettext


def table_label(table: str) -> str:
    """The name of a table as a heading; KeyError for a table without one."""
    return {
        "network": _("Networks"),
        "stakeholder": _("Stakeholders"),
        "tie": _("Ties"),
        "position": _("Influence, power and interest"),
        "need": _("Needs"),
        "event": _("Events"),
        "micro_project": _("Micro projects"),
        "phase_change": _("Steps through the phases"),
        "funding_source": _("Funding sources"),
        "funding_case": _("Funding cases"),
        "receipt": _("Money received"),
        "assessment": _("Readings of participation"),
        "note": _("Notes on fields"),
        "account": _("Accounts"),
        "grant": _("Access to networks"),
        "release": _("Releases"),
    }[table]


def row_kind(table: str) -> str:
    """What one row of a table is called; KeyError for a table without one."""
    return {
        "network": _("network"),
        "stakeholder": _("stakeholder"),
        "tie": _("tie"),
        "position": _("mapping of influence, power and interest"),
        "need": _("need"),
        "event": _("event"),
        "micro_project": _("micro project"),
        "phase_change": _("step"),
        "funding_source": _("funding source"),
        "funding_case": _("funding case"),
        "receipt": _("receipt"),
        "assessment": _("reading"),
        "note": _("note on a field"),
        "account": _("account"),
        "grant": _("access to a network"),
        "release": _("release"),
    }[table]


def rows_in_words(table: str, n: int) -> str:
    """How many rows of a table, in words; KeyError for a table without words."""
    return {
        "network": lambda: ngettext("%(num)s network", "%(num)s networks", n),
        "stakeholder": lambda: ngettext("%(num)s stakeholder", "%(num)s stakeholders", n),
        "tie": lambda: ngettext("%(num)s tie", "%(num)s ties", n),
        "position": lambda: ngettext("%(num)s position", "%(num)s positions", n),
        "need": lambda: ngettext("%(num)s need", "%(num)s needs", n),
        "event": lambda: ngettext("%(num)s event", "%(num)s events", n),
        "micro_project": lambda: ngettext("%(num)s micro project", "%(num)s micro projects", n),
        "phase_change": lambda: ngettext("%(num)s step", "%(num)s steps", n),
        "funding_source": lambda: ngettext("%(num)s funding source", "%(num)s funding sources", n),
        "funding_case": lambda: ngettext("%(num)s funding case", "%(num)s funding cases", n),
        "receipt": lambda: ngettext("%(num)s receipt", "%(num)s receipts", n),
        "assessment": lambda: ngettext("%(num)s reading", "%(num)s readings", n),
        "note": lambda: ngettext("%(num)s note on a field", "%(num)s notes on fields", n),
        "account": lambda: ngettext("%(num)s account", "%(num)s accounts", n),
        "grant": lambda: ngettext("access to %(num)s network", "access to %(num)s networks", n),
        "release": lambda: ngettext("%(num)s release", "%(num)s releases", n),
    }[table]()
