"""What tables are called."""

from flask_babel import gettext as _
from flask_babel import ngettext

from components.once_per_language import once_per_language


def table_label(table: str) -> str:
    """The name of a table as a heading; KeyError for a table without one."""
    return _headings()[table]


@once_per_language
def _headings() -> dict[str, str]:
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
        "pilot": _("Pilots"),
        "attendance": _("Who was there"),
        "event_guest": _("Guest networks"),
        "readiness": _("Readiness to stand alone"),
        "handover": _("What is handed over"),
        "people_reached": _("People reached"),
        "pilot_project": _("Micro projects of pilots"),
        "pilot_step": _("Steps of pilots"),
        "pilot_point": _("Objectives, agreements, scenarios"),
        "key_stakeholder": _("Key stakeholders of pilots"),
        "pilot_task": _("Tasks of pilots"),
        "review": _("Reviews"),
        "story": _("Stories of change"),
        "decision": _("Decisions"),
        "theme": _("Themes of our own"),
        "voice": _("Voices"),
        "coding": _("Themes of voices"),
        "indicator": _("Indicators"),
        "observation": _("Observations"),
        "survey": _("Links for service users"),
        "survey_result": _("Answers through links"),
        "note": _("Notes on fields"),
        "account": _("Accounts"),
        "grant": _("Access to networks"),
        "release": _("Releases"),
    }


def row_kind(table: str) -> str:
    """What one row of a table is called; KeyError for a table without one."""
    return _kinds()[table]


@once_per_language
def _kinds() -> dict[str, str]:
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
        "pilot": _("pilot"),
        "attendance": _("presence at an event"),
        "event_guest": _("guest network"),
        "readiness": _("look at readiness"),
        "handover": _("task handed over"),
        "people_reached": _("count of people reached"),
        "pilot_project": _("micro project of a pilot"),
        "pilot_step": _("step of a pilot"),
        "pilot_point": _("point of a pilot"),
        "key_stakeholder": _("key stakeholder"),
        "pilot_task": _("task"),
        "review": _("review"),
        "story": _("story of change"),
        "decision": _("decision"),
        "theme": _("theme"),
        "voice": _("voice"),
        "coding": _("theme of a voice"),
        "indicator": _("indicator"),
        "observation": _("observation"),
        "survey": _("link for service users"),
        "survey_result": _("result of a link"),
        "note": _("note on a field"),
        "account": _("account"),
        "grant": _("access to a network"),
        "release": _("release"),
    }


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
        "pilot": lambda: ngettext("%(num)s pilot", "%(num)s pilots", n),
        "attendance": lambda: ngettext("%(num)s presence at an event", "%(num)s presences at events", n),
        "event_guest": lambda: ngettext("%(num)s guest network", "%(num)s guest networks", n),
        "readiness": lambda: ngettext("%(num)s look at readiness", "%(num)s looks at readiness", n),
        "handover": lambda: ngettext("%(num)s task handed over", "%(num)s tasks handed over", n),
        "people_reached": lambda: ngettext("%(num)s count of people reached", "%(num)s counts of people reached", n),
        "pilot_project": lambda: ngettext("%(num)s micro project of a pilot", "%(num)s micro projects of pilots", n),
        "pilot_step": lambda: ngettext("%(num)s step of a pilot", "%(num)s steps of pilots", n),
        "pilot_point": lambda: ngettext("%(num)s point of a pilot", "%(num)s points of pilots", n),
        "key_stakeholder": lambda: ngettext("%(num)s key stakeholder", "%(num)s key stakeholders", n),
        "pilot_task": lambda: ngettext("%(num)s task", "%(num)s tasks", n),
        "review": lambda: ngettext("%(num)s review", "%(num)s reviews", n),
        "story": lambda: ngettext("%(num)s story of change", "%(num)s stories of change", n),
        "decision": lambda: ngettext("%(num)s decision", "%(num)s decisions", n),
        "theme": lambda: ngettext("%(num)s theme", "%(num)s themes", n),
        "voice": lambda: ngettext("%(num)s voice", "%(num)s voices", n),
        "coding": lambda: ngettext("%(num)s theme of a voice", "%(num)s themes of voices", n),
        "indicator": lambda: ngettext("%(num)s indicator", "%(num)s indicators", n),
        "observation": lambda: ngettext("%(num)s observation", "%(num)s observations", n),
        "survey": lambda: ngettext("%(num)s link for service users", "%(num)s links for service users", n),
        "survey_result": lambda: ngettext("%(num)s result of a link", "%(num)s results of links", n),
        "note": lambda: ngettext("%(num)s note on a field", "%(num)s notes on fields", n),
        "account": lambda: ngettext("%(num)s account", "%(num)s accounts", n),
        "grant": lambda: ngettext("access to %(num)s network", "access to %(num)s networks", n),
        "release": lambda: ngettext("%(num)s release", "%(num)s releases", n),
    }[table]()
