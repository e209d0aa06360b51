"""Where the readings of one side stand on the pyramid, and the words for it."""

from collections.abc import Mapping
from typing import Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.pyramid import Readings
from components.formats import share
from components.participation_steps import PARTICIPATION_BEGINS, TOP
from components.unknown import unknown


class Standing(Protocol):
    """Readings counted per step, exactly on it or between it and a higher one.

    `middle` is the lower median (None without readings), `upper` how many of `total` stand at step 4 or above.
    """

    @property
    def exact(self) -> Mapping[int, int]: ...
    @property
    def spans(self) -> Mapping[int, int]: ...
    @property
    def middle(self) -> int | None: ...
    @property
    def upper(self) -> int: ...
    @property
    def total(self) -> int: ...


def readings(standing: Standing) -> dict[int, Readings]:
    """The counts per step, as the pyramid takes them; every step is there."""
    return {step: Readings(standing.exact.get(step, 0), standing.spans.get(step, 0)) for step in range(1, TOP + 1)}


def upper_share(standing: Standing) -> str | Component:
    """How many stand where participation begins or above, as counts ("6 of 8"); unknown without any reading."""
    return share(standing.upper, standing.total) if standing.total else unknown(_("no reading"))


def middle_step(standing: Standing) -> str | Component:
    """The lower median; unknown without any reading."""
    return unknown(_("no reading")) if standing.middle is None else str(standing.middle)


def in_words(standing: Standing) -> str:
    """Share and middle in one short phrase: "6 of 8 at step 4 or above, middle step 6"."""
    return _(
        "%(share)s at step %(begins)s or above, middle step %(middle)s",
        share=share(standing.upper, standing.total),
        begins=PARTICIPATION_BEGINS,
        middle=standing.middle,
    )
