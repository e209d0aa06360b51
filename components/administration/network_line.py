"""A network as administrators see it: where it is and how many work in it, without a word on what is in it."""

from typing import Protocol


class NetworkPlace(Protocol):
    """What a network is called, and where it is."""

    @property
    def name(self) -> str: ...
    @property
    def region(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def time_zone(self) -> str | None: ...


class NetworkLine(NetworkPlace, Protocol):
    """The same with its id, and how many open accounts may work in it by a grant."""

    @property
    def id(self) -> int: ...
    @property
    def is_len(self) -> bool: ...
    @property
    def people(self) -> int: ...
