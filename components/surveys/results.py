"""What service users said through a link: all of them together, never one by one."""

from collections.abc import Mapping

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.bars import bars
from components.charts.count import Count
from components.empty import empty
from components.surveys.sentences import sentences, themes_that_did_not, themes_that_helped
from components.table import Column, Row, table

Counts = Mapping[str, Mapping[str, int]]


def no_result() -> Component:
    """What stands where no result is, whether nobody has answered or four have."""
    return empty(_("There is no result yet."), _("Results show from five answers on and change only in fives, so that nobody can be told."))


def say_bars(counts: Counts) -> Component:
    """How many chose each sentence, the highest step first."""
    said = counts.get("say", {})
    steps = [Count(f"{step} · {words}", said.get(step, 0)) for step, words in reversed(list(sentences().items())) if step.isdigit()]
    rest = [Count(words, said.get(choice, 0), unknown=True) for choice, words in sentences().items() if not choice.isdigit()]
    return bars([*steps, *rest])


def say_table(counts: Counts) -> Component:
    """The same as a table, the lowest step first."""
    said = counts.get("say", {})
    rows: list[Row] = [[words, said.get(choice, 0)] for choice, words in sentences().items()]
    return table([Column(_("Sentence"), header=True), Column(_("Answers"), numeric=True)], rows, caption=_("How many chose each sentence"))


def say_says(answers: int, middle: int | None, *, read: bool) -> str:
    """The middle of the answers in words; `read`: it stands as a reading of the service users' side."""
    told = ngettext("%(num)s answer is counted.", "%(num)s answers are counted.", answers)
    if middle is None:
        return told
    step = _("In the middle stands step %(step)s: “%(words)s”", step=middle, words=sentences()[str(middle)])
    kept = _("It stands as a reading of the service users’ side.") if read else ""
    return " ".join(filter(None, (told, step, kept)))


def theme_table(counts: Counts) -> Component:
    """Each theme with how many said that it helped, and how many that it was missing."""
    helped, missing = counts.get("helped", {}), counts.get("did_not_help", {})
    rows: list[Row] = [
        [words, helped.get(theme, 0), themes_that_did_not()[theme], missing.get(theme, 0)] for theme, words in themes_that_helped().items()
    ]
    columns = [
        Column(_("What helped"), header=True),
        Column(_("Answers"), numeric=True),
        Column(_("What did not help")),
        Column(_("Answers"), numeric=True),
    ]
    return table(columns, rows, caption=_("What helped, and what did not"))
