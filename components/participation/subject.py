"""What a reading is about: where it has its page."""

from typing import Protocol


class Subject(Protocol):
    """A micro project, an event or a pilot (`about`); `micro_project_id` is also that of an event."""

    @property
    def about(self) -> str: ...
    @property
    def subject_id(self) -> int: ...
    @property
    def micro_project_id(self) -> int | None: ...


def subject_page(about: str, subject_id: int, micro_project_id: int | None) -> str | None:
    """The page of a subject; an event has that of its micro project, None where it belongs to none."""
    if about == "pilot":
        return f"/pilots/{subject_id}"
    return None if micro_project_id is None else f"/micro-projects/{micro_project_id}"
