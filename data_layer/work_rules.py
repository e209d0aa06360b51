"""What rows of surveys, voices, indicators, pilots and reviews must be like, said as a `Problem`."""

from collections.abc import Callable
from typing import Any

from data_layer import vocabulary as words
from data_layer.personal import contacts_in
from data_layer.problem import Problem


def one_subject(*links: str) -> Callable[[Any], None]:
    """Exactly one of these links is set."""

    def rule(row: Any) -> None:
        if sum(getattr(row, link) is not None for link in links) != 1:
            raise Problem("one_subject", links[0], fields=" ".join(link.removesuffix("_id") for link in links))

    return rule


def taken_up(row: Any) -> None:
    """A provider stands only with a need that it took up."""
    if row.provider_id is not None and row.status != words.NeedStatus.TAKEN_UP:
        raise Problem("need_provider", "status")


def another_network(row: Any) -> None:
    """A LEN is no guest at its own event."""
    if row.guest_id == row.network_id:
        raise Problem("guest_at_home", "guest_id")


def consent(row: Any) -> None:
    """Consent has a date; words go outside only after somebody has looked that nobody can be recognised in them."""
    if row.consent in (None, words.Consent.NONE):
        return
    if row.consent_day is None:
        raise Problem("consent_undated", "consent_day")
    if getattr(row, "checked", True) is not True:
        raise Problem("consent_unchecked", "checked")


def nobody_named(field: str) -> Callable[[Any], None]:
    """Words hold no number or address of a person; whether something is a name, people look themselves."""

    def rule(row: Any) -> None:
        if contacts_in(getattr(row, field) or ""):
            raise Problem("personal_details", field)

    return rule


def one_theme(row: Any) -> None:
    """A coding names one theme: one of the six, or one of the LEN's own."""
    if (row.theme is None) == (row.own_theme_id is None):
        raise Problem("one_theme", "theme")


def indicator(row: Any) -> None:
    """A counted indicator says in which unit; a descriptive one has words for baseline and target, not numbers."""
    if row.kind == words.IndicatorKind.COUNTED and not (row.unit or "").strip():
        raise Problem("indicator_without_unit", "unit")
    if row.kind == words.IndicatorKind.DESCRIPTIVE and (row.baseline is not None or row.target is not None):
        raise Problem("indicator_numbers", "kind")
    if row.micro_project_id is not None and row.pilot_id is not None:
        raise Problem("indicator_subject", "pilot_id")


def observation(row: Any) -> None:
    """An observation says something."""
    if row.value is None and not (row.words or "").strip():
        raise Problem("observation_empty", "value")


def task(row: Any) -> None:
    """A task is not due before it begins."""
    if row.begins is not None and row.due is not None and row.due < row.begins:
        raise Problem("due_before_start", "due", start=row.begins, due=row.due)


def step(row: Any) -> None:
    """Only a finished step has an end."""
    if row.end_first is not None and row.state != words.StepState.DONE:
        raise Problem("step_not_done", "state")
