"""The words of the indicators in the library: name, definition, unit, and what not to count."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _


@dataclass(frozen=True, slots=True)
class Words:
    """What one indicator of the library is called and means; `unit` only where it is counted."""

    name: str
    definition: str
    not_counted: str
    unit: str = ""


def library_words() -> Mapping[str, Words]:
    """Code -> words, in the reader's language."""
    return {**_individual(), **_organisational(), **_societal()}


def _individual() -> dict[str, Words]:
    return {
        "speaks": Words(
            _("Service users speak for themselves"),
            _("Where service users say themselves what they need, to professionals and authorities, and how that changed."),
            _("What others say in their name."),
        ),
        "learned": Words(
            _("What people learned and use"),
            _("Skills and knowledge from the micro project that people use outside it, in their own words."),
            _("Courses that somebody only attended."),
        ),
        "work": Words(
            _("People who found paid work or training"),
            _("Service users who, since they take part, began paid work or training of three months or more."),
            _("Work inside the micro project that is not paid; the same person twice."),
            _("people"),
        ),
        "leads": Words(
            _("Service users who lead a part of the work"),
            _("Service users who are in charge of a task, such as the till, the keys or a group, for three months or more."),
            _("Helping out; tasks that a professional decides on in the end."),
            _("people"),
        ),
    }


def _organisational() -> dict[str, Words]:
    return {
        "chairs": Words(
            _("Meetings chaired by service users"),
            _("Meetings of the network or the micro project in which a service user led from the agenda to the decisions."),
            _("Meetings where a service user only opens or reports."),
            _("meetings"),
        ),
        "money": Words(
            _("Decisions on money taken by service users"),
            _("Decisions on what money is spent on, taken by service users alone or with the same vote as professionals."),
            _("Wishes that somebody else decides on."),
            _("decisions"),
        ),
        "agreed": Words(
            _("How decisions are made is agreed"),
            _("What is agreed on who decides what, and whether it is kept to: participation rests on such agreements."),
            _("Habits that nobody has spoken about."),
        ),
        "runs": Words(
            _("What service users run themselves"),
            _("Tasks that went from professionals to service users, and how they go since."),
            _("Tasks that are planned to be handed over."),
        ),
    }


def _societal() -> dict[str, Words]:
    return {
        "authority": Words(
            _("New ties to authorities"),
            _("Municipalities and public authorities with which the service users’ group works directly, and did not before."),
            _("Contact that a professional has for the group; a single letter or visit."),
            _("ties"),
        ),
        "rules": Words(
            _("Rules that an authority changed"),
            _("Rules, forms or procedures that a municipality or authority changed because service users asked for it."),
            _("Changes that were only promised."),
            _("rules"),
        ),
        "regular": Words(
            _("Services that became regular"),
            _("Services that began as a micro project and that a provider or municipality now pays for and keeps."),
            _("Services that end with the project’s money."),
            _("services"),
        ),
        "seen": Words(
            _("How the group is spoken of in public"),
            _("How media, neighbours and politics speak of the group, compared with before; with examples."),
            _("What the network itself publishes."),
        ),
    }
