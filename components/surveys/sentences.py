"""What the form for service users offers, in the language of who reads the results."""

from collections.abc import Mapping

from flask_babel import gettext as _


def sentences() -> Mapping[str, str]:
    """Choice -> sentence: the seven steps from the lowest up, then the two answers that name none."""
    return {
        "1": _("I found out what was planned."),
        "2": _("I was asked for my view before the decision."),
        "3": _("I passed on what I know from my own life, where there was a place for it."),
        "4": _("We decided together with the staff."),
        "5": _("In some things we decided on our own."),
        "6": _("We decided everything important. Staff supported us."),
        "7": _("We organised it ourselves, without staff."),
        "unknown": _("I do not know"),
        "none": _("I would rather not say"),
    }


def themes_that_helped() -> Mapping[str, str]:
    """Theme -> what helped, in plain words."""
    return {
        "relation": _("Somebody was there for us."),
        "mutuality": _("We met as equals: everybody gives and takes."),
        "choice": _("I could choose."),
        "time": _("There was enough time."),
        "knowledge": _("I learned what I needed to know."),
        "sharing": _("We shared what we know."),
    }


def themes_that_did_not() -> Mapping[str, str]:
    """Theme -> what did not help, in plain words."""
    return {
        "relation": _("Nobody was really there for us."),
        "mutuality": _("We did not meet as equals."),
        "choice": _("I could not choose."),
        "time": _("There was too little time."),
        "knowledge": _("I did not learn what I needed to know."),
        "sharing": _("Nobody asked what we know."),
    }
