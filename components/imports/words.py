"""Words of imports: kinds of files, what becomes of rows, how they were found, remarks."""

from flask_babel import gettext as _
from flask_babel import ngettext


def format_words(form: str) -> str:
    """What kind of file it was recognised as; KeyError for an unknown one."""
    return {
        "own": _("an export of this dashboard"),
        "stakeholder_list": _("a list of stakeholders"),
        "plain_table": _("a table whose columns we do not know"),
        "kumu_workbook": _("a Kumu workbook"),
        "kumu_blueprint": _("a Kumu blueprint (JSON)"),
        "kumu_project": _("a whole Kumu project (JSON)"),
        "gephi_nodes": _("a Gephi table of nodes"),
        "gephi_edges": _("a Gephi table of edges"),
        "gexf": _("a GEXF graph"),
        "graphml": _("a GraphML graph"),
        "grants_json": _("360Giving grants (JSON)"),
        "grants_sheet": _("360Giving grants (spreadsheet)"),
        "interreg": _("projects and partners of Interreg (keep.eu)"),
    }[form]


def state_words(state: str) -> str:
    """What becomes of a row, as a label; KeyError for an unknown one."""
    return {"new": _("New"), "changed": _("Changed"), "unchanged": _("Unchanged"), "refused": _("Refused")}[state]


def states_counted(state: str, n: int) -> str:
    """How many rows become this; KeyError for an unknown one."""
    return {
        "new": lambda: ngettext("%(num)s new row", "%(num)s new rows", n),
        "changed": lambda: ngettext("%(num)s changed row", "%(num)s changed rows", n),
        "unchanged": lambda: ngettext("%(num)s unchanged row", "%(num)s unchanged rows", n),
        "refused": lambda: ngettext("%(num)s refused row", "%(num)s refused rows", n),
    }[state]()


def match_words(match: str | None) -> str | None:
    """How a row was found to be one that is there; None where it is new."""
    return {
        None: None,
        "number": _("found by its number"),
        "external": _("found by its number in another list"),
        "name": _("found by its name"),
        "chosen": _("the same, as you said"),
        "file": _("stood in the file before"),
    }[match]
