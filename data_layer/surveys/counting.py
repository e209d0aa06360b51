"""What answers say together: how often each sentence and theme was chosen, and the step in the middle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from data_layer.vocabulary import FeedbackTheme

# Nothing is shown, and nothing changes, for fewer answers than these.
BATCH = 5
STEPS = tuple(str(step) for step in range(1, 8))
UNKNOWN, NOT_SAID = "unknown", "none"
SAYINGS = (*STEPS, UNKNOWN, NOT_SAID)
THEMES = tuple(str(theme) for theme in FeedbackTheme)
SAY, HELPED, DID_NOT_HELP = "say", "helped", "did_not_help"
CHOICES = {SAY: SAYINGS, HELPED: THEMES, DID_NOT_HELP: THEMES}
LONGEST = 600

# question -> choice -> how many chose it
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said: one of SAYINGS, themes, and own words ("" for none)."""

    say: str
    helped: tuple[str, ...] = ()
    did_not_help: tuple[str, ...] = ()
    helped_words: str = ""
    did_not_help_words: str = ""

    def plain(self) -> dict[str, Any]:
        """As it waits in the database."""
        words = {"helped_words": self.helped_words, "did_not_help_words": self.did_not_help_words}
        return {SAY: self.say, HELPED: sorted(self.helped), DID_NOT_HELP: sorted(self.did_not_help), **words}


def answer_of(plain: Mapping[str, Any]) -> Answer:
    """An answer as it waited in the database."""
    return Answer(plain[SAY], tuple(plain[HELPED]), tuple(plain[DID_NOT_HELP]), plain["helped_words"], plain["did_not_help_words"])


@dataclass(frozen=True, slots=True)
class Batch:
    """Several answers together, in which none can be told from the others; the words stand in alphabetical order."""

    answers: int
    counts: Counts
    helped_words: tuple[str, ...] = field(default=())
    did_not_help_words: tuple[str, ...] = field(default=())


def batch_of(answers: Iterable[Answer]) -> Batch:
    """These answers together."""
    listed = list(answers)
    chosen = {
        SAY: [answer.say for answer in listed],
        HELPED: [theme for answer in listed for theme in answer.helped],
        DID_NOT_HELP: [theme for answer in listed for theme in answer.did_not_help],
    }
    counts = {question: {choice: chosen[question].count(choice) for choice in choices} for question, choices in CHOICES.items()}
    helped, other = (
        tuple(sorted(filter(None, words)))
        for words in ([answer.helped_words for answer in listed], [answer.did_not_help_words for answer in listed])
    )
    return Batch(len(listed), counts, helped, other)


def added(one: Counts, other: Counts) -> dict[str, dict[str, int]]:
    """Both together."""
    return {
        question: {choice: one.get(question, {}).get(choice, 0) + other.get(question, {}).get(choice, 0) for choice in choices}
        for question, choices in CHOICES.items()
    }


def named(counts: Counts) -> int:
    """How many named a step: those who do not know, and those who would rather not say, did not."""
    return sum(counts.get(SAY, {}).get(step, 0) for step in STEPS)


def middle_step(counts: Counts) -> int | None:
    """The step in the middle, of an even number the lower one; None where nobody named a step."""
    steps = [int(step) for step in STEPS for _each in range(counts.get(SAY, {}).get(step, 0))]
    return steps[(len(steps) - 1) // 2] if steps else None
