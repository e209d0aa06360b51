"""Commands about links for service users: made, changed, answered on paper."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import abort
from flask_babel import gettext as _
from flask_babel import ngettext

from dashboard.arguments import fits
from dashboard.command_arguments import row_id
from dashboard.permissions import Permission
from dashboard.respond.catalogue import languages
from dashboard.security import allowed
from data_layer.access import get_row
from data_layer.models import Event, MicroProject
from data_layer.problem import Problem
from data_layer.surveys.counting import CHOICES, DID_NOT_HELP, HELPED, SAY
from data_layer.surveys.paper import enter_paper
from data_layer.surveys.survey import change_survey, make_survey
from data_layer.vocabulary import Stage
from data_layer.whole_number import LARGEST, whole_number

SUBJECTS: dict[str, type[MicroProject] | type[Event]] = {"micro_project": MicroProject, "event": Event}
CHANGEABLE = {"ends": str, "withdrawn": bool}
MOST_LINES = 1_000

Answer = dict[str, Any]


def make_link(session: Any, about: str, stage: str, ends: str, slips: int, language: str) -> Answer:
    """A new link on a micro project or an event ("micro_project/5")."""
    _require_coordinator()
    subject, _slash, number = about.partition("/")
    row = whole_number(number)
    if subject not in SUBJECTS or row is None or stage not in list(Stage) or language not in languages() or abs(slips) >= LARGEST:
        abort(400)
    chosen = get_row(session, SUBJECTS[subject], row_id(row))
    action, survey = make_survey(session, chosen, stage=stage, ends=_day(ends), slips=slips, language=language)
    return {"action": action, "rows": [{"table": "survey", "id": survey.id, "values": {}}], "told": _("The link is made.")}


def change_link(session: Any, survey: int, old: dict[str, Any], new: dict[str, Any]) -> Answer:
    """Another last day, withdrawn, or in use again."""
    _require_coordinator()
    if set(old) != set(CHANGEABLE) or set(new) != set(CHANGEABLE):
        abort(400)
    if not all(fits(each[name], kind) for each in (old, new) for name, kind in CHANGEABLE.items()):
        abort(400)
    before, after = ({**each, "ends": _day(each["ends"])} for each in (old, new))
    return {"action": change_survey(session, row_id(survey), before, after), "told": _("The link is changed.")}


def count_paper(
    session: Any,
    survey: int,
    say: dict[str, Any],
    helped: dict[str, Any],
    did_not_help: dict[str, Any],
    helped_words: list[str],
    did_not_help_words: list[str],
    no_names: bool,
) -> Answer:
    """A batch of answers on paper."""
    _require_coordinator()
    counts = {SAY: say, HELPED: helped, DID_NOT_HELP: did_not_help}
    if not all(_are_counts(counts[question], CHOICES[question]) for question in counts):
        abort(400)
    words = {HELPED: helped_words, DID_NOT_HELP: did_not_help_words}
    if any(len(lines) > MOST_LINES for lines in words.values()):
        abort(400)
    action = enter_paper(session, row_id(survey), counts, words, no_names=no_names)
    n = sum(say.values())
    return {"action": action, "told": ngettext("%(num)s answer is added.", "%(num)s answers are added.", n)}


SURVEY_COMMANDS: dict[str, Callable[..., Answer]] = {"survey_make": make_link, "survey_change": change_link, "survey_paper": count_paper}


def _are_counts(sent: dict[str, Any], choices: tuple[str, ...]) -> bool:
    return set(sent) <= set(choices) and all(fits(n, int) and abs(n) < LARGEST for n in sent.values())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Problem("day_exact", "ends", value=text[:40]) from None


def _require_coordinator() -> None:
    if not allowed(Permission.DATA_EDIT):
        abort(403)
