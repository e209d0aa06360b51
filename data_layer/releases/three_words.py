"""Passwords of three words, made by the program: easy to say on the phone, hard to guess."""

import secrets
from functools import cache
from pathlib import Path

WORDS = 3
FILE = Path(__file__).with_name("words.txt")


def three_words() -> str:
    """A random password such as "harbour-lantern-maple"."""
    return "-".join(secrets.choice(words()) for _word in range(WORDS))


@cache
def words() -> tuple[str, ...]:
    """The words to choose from, each once: plain names of things, four to nine letters."""
    return tuple(FILE.read_text(encoding="utf-8").split())
