"""The sentences under the pictures of the participation page: what they show now."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.steps_by_kind import Kind
from components.formats import number, share
from components.participation.standing import Standing
from components.participation_steps import PARTICIPATION_BEGINS


class Coverage(Protocol):
    """Of how many micro projects (`projects`) a reading is missing: on both sides (`unread`), on one, or rightly (`no_role`)."""

    @property
    def projects(self) -> int: ...
    @property
    def unread(self) -> int: ...
    @property
    def unread_staff(self) -> int: ...
    @property
    def unread_users(self) -> int: ...
    @property
    def no_role(self) -> int: ...


class Comparison(Protocol):
    """Of the pairs of the same stage: how many stand apart, where users feel less, where say is only claimed.

    `stages_differ` counts those whose sides judged different stages.
    """

    @property
    def compared(self) -> int: ...
    @property
    def apart(self) -> int: ...
    @property
    def users_lower(self) -> int: ...
    @property
    def claimed(self) -> int: ...
    @property
    def stages_differ(self) -> int: ...


def steps_now(staff: Standing, users: Standing, coverage: Coverage) -> str:
    """What the pyramid shows: shares at step 4 or above, and for how many of the micro projects nothing is known."""
    if staff.total == users.total == 0:
        return _("No reading stands on the pyramid: how much say service users have is unknown.")
    sentences = [_staff_now(staff), _users_now(users)]
    if coverage.unread:
        missing = share(coverage.unread, coverage.projects)
        sentences.append(_("For %(share)s micro projects there is no reading on either side.", share=missing))
    return " ".join(sentences)


def gaps_now(found: Comparison, *, all_ours: bool) -> str:
    """What the comparison shows, over all its pages; `all_ours`: all readings are our own, so both sides come from one reader."""
    if found.compared == 0:
        nothing = _("No side has judged the same stage as the other yet, so no gap can be told.")
        return " ".join([nothing, *_different_stages(found)])
    if found.apart == 0:
        return " ".join([_none_apart(found.compared), *([_asked_apart()] if all_ours else []), *_different_stages(found)])
    sentences = [
        ngettext(
            "In the one pair in which both sides judged the same stage, they stand apart.",
            "In %(apart)s of %(num)s pairs in which both sides judged the same stage, they stand apart.",
            found.compared,
            apart=number(found.apart),
        )
    ]
    if found.users_lower:
        sentences.append(
            ngettext(
                "In one of these, service users feel less say than professionals name.",
                "In %(num)s of these, service users feel less say than professionals name.",
                found.users_lower,
            )
        )
    if found.claimed:
        sentences.append(_claimed(found.claimed))
    return " ".join([*sentences, *_different_stages(found)])


def change_now(years: Mapping[int, Standing], *, undated: int) -> str:
    """What changed on the service users' side from the first to the last year with readings; `years` hold that side."""
    counted = [year for year in sorted(years) if years[year].total]
    sentences = [_between_years(years, counted)]
    if undated:
        sentences.append(
            ngettext("One reading without a date stands beside.", "%(num)s readings without a date stand beside.", undated)
            if counted
            else ngettext("One reading is without a date.", "%(num)s readings are without a date.", undated)
        )
    return " ".join(sentences)


def kinds_now(kinds: Sequence[Kind], *, nothing: str) -> str:
    """For which kinds service users name the highest and the lowest middle step; unknown kinds are left out.

    `nothing` is what is said where no kind is left.
    """
    middles = {kind.label: kind.users.middle for kind in kinds if not kind.unknown and kind.users.middle is not None}
    if not middles:
        return nothing
    high, low = max(middles.values()), min(middles.values())
    if len(middles) == 1:
        return _("Only %(kind)s can be told: the middle step of service users is %(step)s.", kind=next(iter(middles)), step=high)
    if high == low:
        return _("The middle step of service users is the same everywhere: %(step)s.", step=high)
    return _(
        "Service users name the highest middle step for %(high)s (%(high_step)s), the lowest for %(low)s (%(low_step)s).",
        high=_those_at(middles, high),
        high_step=high,
        low=_those_at(middles, low),
        low_step=low,
    )


def _staff_now(staff: Standing) -> str:
    if staff.total == 0:
        return _("There is no reading on the professionals’ side.")
    return _(
        "On the professionals’ side %(share)s readings stand at step %(begins)s or above, where participation begins.",
        share=share(staff.upper, staff.total),
        begins=PARTICIPATION_BEGINS,
    )


def _users_now(users: Standing) -> str:
    if users.total == 0:
        return _("There is no reading on the service users’ side.")
    return _(
        "On the service users’ side %(share)s readings stand at step %(begins)s or above.",
        share=share(users.upper, users.total),
        begins=PARTICIPATION_BEGINS,
    )


def _none_apart(compared: int) -> str:
    return ngettext(
        "No clear gap shows in the one pair in which both sides judged the same stage.",
        "No clear gap shows in the %(num)s pairs in which both sides judged the same stage.",
        compared,
    )


def _different_stages(found: Comparison) -> list[str]:
    if not found.stages_differ:
        return []
    words = ngettext(
        "In one more the two judged different stages, which cannot be compared.",
        "In %(num)s more the two judged different stages, which cannot be compared.",
        found.stages_differ,
    )
    return [words]


def _asked_apart() -> str:
    return _("None could: we read both sides from the same documents. A gap appears once staff and service users are asked on their own.")


def _claimed(claimed: int) -> str:
    return ngettext(
        "In one, professionals speak of shared decisions (step 4 or above) and service users feel none (step 3 or below): begin there.",
        "In %(num)s, professionals speak of shared decisions (step 4 or above) and service users feel none (step 3 or below): begin there.",
        claimed,
    )


def _between_years(years: Mapping[int, Standing], counted: Sequence[int]) -> str:
    if not counted:
        return _("No reading of service users has a date yet, so no change can be told.")
    first, last = counted[0], counted[-1]
    if first == last:
        return _("Dated readings of service users are from %(year)s only, so no change can be told.", year=first)
    return _(
        "At step %(begins)s or above stood %(first_share)s readings of service users in %(first)s and %(last_share)s in %(last)s.",
        begins=PARTICIPATION_BEGINS,
        first=first,
        first_share=share(years[first].upper, years[first].total),
        last=last,
        last_share=share(years[last].upper, years[last].total),
    )


def _those_at(middles: Mapping[str, int], step: int) -> str:
    return ", ".join(label for label, middle in middles.items() if middle == step)
