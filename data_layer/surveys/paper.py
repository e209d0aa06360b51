"""Answers on paper, entered as one batch."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.models import Survey
from data_layer.personal import contacts_in, names_in
from data_layer.problem import Problem
from data_layer.surveys.counting import BATCH, CHOICES, LONGEST, SAY, Batch, Counts
from data_layer.surveys.result import PAPER, count_in

MOST = 10_000


def enter_paper(session: Session, survey_id: int, counts: Counts, words: Mapping[str, Sequence[str]], *, no_names: bool = False) -> int:
    """Count a batch of paper answers, as one action; returns its number.

    `counts`: question -> choice -> number; `words`: "helped" and "did_not_help" -> one text for each answer. Raises Problem:
    "too_few_answers", "count_range", "more_than_answers", "too_long", "contact_in_words", "name_in_words" (unless `no_names`).
    """
    survey = get_row(session, Survey, survey_id)
    answers = _checked(counts)
    lines = {question: [line.strip() for line in listed if line.strip()] for question, listed in words.items()}
    for question, listed in lines.items():
        _check_words(question, listed, answers, no_names=no_names)
    batch = Batch(answers, counts, tuple(sorted(lines.get("helped", ()))), tuple(sorted(lines.get("did_not_help", ()))))
    with acting(session, "survey.paper") as recorder:
        count_in(session, recorder, survey, batch, source=PAPER)
        return recorder.action.id


def _checked(counts: Counts) -> int:
    """How many answers there are."""
    for question, choices in counts.items():
        for choice, n in choices.items():
            if choice not in CHOICES[question] or not 0 <= n <= MOST:
                raise Problem("count_range", f"{question}.{choice}", most=MOST)
    answers = sum(counts.get(SAY, {}).values())
    if answers < BATCH:
        raise Problem("too_few_answers", SAY, least=BATCH)
    for question, choices in counts.items():
        over = next((choice for choice, n in choices.items() if n > answers), None)
        if over is not None:
            raise Problem("more_than_answers", f"{question}.{over}", answers=answers)
    return answers


def _check_words(question: str, lines: Sequence[str], answers: int, *, no_names: bool) -> None:
    field = f"{question}_words"
    if len(lines) > answers:
        raise Problem("more_than_answers", field, answers=answers)
    if any(len(line) > LONGEST for line in lines):
        raise Problem("too_long", field, limit=LONGEST, length=max(map(len, lines)))
    contacts = [found for line in lines for found in contacts_in(line)]
    if contacts:
        raise Problem("contact_in_words", field, found=", ".join(contacts[:5]))
    names = [] if no_names else [found for line in lines for found in names_in(line)]
    if names:
        raise Problem("name_in_words", field, found=", ".join(names[:5]))
