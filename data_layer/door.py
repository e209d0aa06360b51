"""Whether an address that was given away still lets people in."""

from enum import StrEnum


class Door(StrEnum):
    """The state of a link: to a form for service users, or to a release."""

    OPEN = "open"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
