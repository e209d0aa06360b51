"""The kinds of things that wait for a person."""

from enum import StrEnum


class Kind(StrEnum):
    """What an item is about; the order of the members is the order of urgency."""

    MESSAGE = "message"
    DEADLINE = "deadline"
    STALLED = "stalled"
    WORDS_ONLY = "words_only"
    USERS_BELOW = "users_below"
    CONFLICT = "conflict"
    TWIN = "twin"
    EMPTY = "empty"
    DEPENDENT = "dependent"
    NOT_ASKED = "not_asked"
    MISSING = "missing"
