"""What releases are called where several stand in one list: two may have the same title."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from flask_babel import gettext as _

from components.formats import instant


class Made(Protocol):
    """A release, and the instant at which it was made."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def made_at(self) -> datetime: ...


def told_apart(lines: Sequence[Made]) -> Mapping[int, str]:
    """The title of each release by its id; with the moment when it was made, or its number, where others are called the same."""
    names: dict[int, str] = {}
    left = list(lines)
    for name in (_title, _with_moment, _with_number):
        said = {line.id: name(line) for line in left}
        often = Counter(said.values())
        names |= {number: words for number, words in said.items() if often[words] == 1}
        left = [line for line in left if line.id not in names]
    return names


def _title(line: Made) -> str:
    return line.title


def _with_moment(line: Made) -> str:
    return f"{line.title} ({instant(line.made_at)})"


def _with_number(line: Made) -> str:
    return _("%(title)s (number %(n)s)", title=line.title, n=line.id)
