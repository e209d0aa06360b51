"""Steps that are kept as numbers and read as words: the choices of a scale, each side with its own where there are two."""

from dataclasses import dataclass

from flask_babel import gettext as _

from components.participation_steps import PARTICIPATION_BEGINS, Step, shows_originals, steps

STAFF, USERS = "professionals", "users"
# How many steps, from 1.
PLAIN = {
    **{("tie", name): 4 for name in ("strength", "trust", "value")},
    **{("position", name): 4 for name in ("power", "interest", "wished_power", "wished_interest")},
}
PYRAMID = {("assessment", "level_from"), ("assessment", "level_to")}
# Whose value says which steps there are, and up from which step a span goes.
FOLLOWS = dict.fromkeys(PYRAMID, "side")
UP_FROM = {("assessment", "level_to"): "level_from"}


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One choice of a scale. `when`: the value of the field it follows ("" for all); `original`: its title in German."""

    value: int
    words: str
    when: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A line that asks for a field, without a must, where another one (`field`) holds this step (`least`) or a higher one."""

    field: str
    least: int
    words: str


def scale(table: str, field: str) -> list[ScaleStep]:
    """The choices of a field, from the lowest; empty for a field that is no scale."""
    if (table, field) in PYRAMID:
        return _pyramid()
    if (table, field) == ("readiness", "step"):
        names = [_("not begun"), _("begun"), _("with support"), _("on its own")]
        return [ScaleStep(n, f"{n} – {words}") for n, words in enumerate(names, start=1)]
    return [ScaleStep(n, str(n)) for n in range(1, PLAIN.get((table, field), 0) + 1)]


def nudge(table: str, field: str) -> Nudge | None:
    """What is asked for where it stands to reason; None for most fields."""
    if (table, field) != ("assessment", "agreed"):
        return None
    words = _(
        "From step 4 on decisions are shared: write down what was agreed, who decides what, and how far. Empty: nothing was recorded."
    )
    return Nudge("level_from", PARTICIPATION_BEGINS, words)


def _pyramid() -> list[ScaleStep]:
    found = sorted(steps().values(), key=lambda step: step.number)
    return [*(each for step in found for each in _of_staff(step)), *(_of_users(step) for step in found)]


def _of_staff(step: Step) -> list[ScaleStep]:
    """Professionals have no step 7."""
    return [_titled(step.number, step.staff, step.staff_german, STAFF)] if step.staff and step.staff_german else []


def _of_users(step: Step) -> ScaleStep:
    return _titled(step.number, step.users, step.users_german, USERS)


def _titled(number: int, title: str, german: str, when: str) -> ScaleStep:
    return ScaleStep(number, f"{number} – {title}", when, german if shows_originals() else "")
