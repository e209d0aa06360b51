"""How many there are of one kind; what bars and rows of dots are made of."""

from dataclasses import dataclass

from components.content import Content


@dataclass(frozen=True, slots=True)
class Count:
    """A kind and its number; `note` stands behind the number (names, a remark); `unknown` marks the count of unknown ones."""

    label: Content
    n: int
    note: Content | None = None
    unknown: bool = False
