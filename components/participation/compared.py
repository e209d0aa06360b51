"""How both sides compare by stage, by target group and over time: the sentences and the table."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.compared import Agreement, Compared, compared, largest_gap
from components.formats import number
from components.participation.notes import compared_source
from components.question import question
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import labels


def compared_questions(
    stages: Mapping[str, Agreement], groups: Mapping[str | None, Agreement], years: Mapping[int | None, Agreement]
) -> list[Component]:
    """One question each on how both sides compare by stage, by target group (None: unknown) and by year (None: no date)."""
    by_stage = [Compared(words, stages[code], unknown=code == "unknown") for code, words in labels("stage").items() if code in stages]
    by_group = [Compared(words, groups[code]) for code, words in labels("target_group").items() if code in groups]
    by_group += [Compared(_("group unknown"), groups[None], unknown=True)] if None in groups else []
    dated = sorted(year for year in years if year is not None)
    by_year = [(year, Compared(str(year), years[year])) for year in dated]
    undated = [(None, Compared(_("no date"), years[None], unknown=True))] if None in years else []
    in_time = [*by_year, *undated]
    once = _("Each stage of a micro project, event or pilot counts once, with the latest reading of each side.")
    several = _("What is for several groups counts in each of them; a pilot names none.")
    same_year = _("Of each year the latest reading of each side counts; both have to be of the same stage and year.")
    return [
        _differ("stages", _("At which stage do both sides differ?"), _("Stage"), by_stage, once),
        _differ("groups", _("With which groups do both sides differ?"), _("Target group"), by_group, f"{once} {several}"),
        _differ(
            "years", _("How did the gap change over time?"), _("Year"), [row for _n, row in in_time], same_year, says=change_now(in_time)
        ),
    ]


def _differ(name: str, text: str, head: str, rows: Sequence[Compared], rule: str, *, says: str | None = None) -> Component:
    return question(
        text,
        compared(rows, name=text),
        name=f"participation-gap-{name}",
        reads=says or compared_now(rows),
        table=compared_table(rows, head=head, caption=text),
        source=compared_source(rule),
        level=3,
    )


def compared_now(rows: Sequence[Compared]) -> str:
    """Where professionals name more than service users feel, and the largest gap; rows may be of unknown kind."""
    pairs = sum(row.found.pairs for row in rows)
    if pairs == 0:
        return _("No side has judged the same stage as the other yet, so no gap can be told.")
    apart = [row for row in rows if row.found.widest is not None]
    if not apart:
        return ngettext("Both sides agree in the one pair.", "Both sides agree in all %(num)s pairs.", pairs)
    return " ".join([_where_less(rows), *_largest(apart), *_only_claimed(rows)])


def change_now(years: Sequence[tuple[int | None, Compared]]) -> str:
    """What changed from the first to the last year in which both sides judged the same; a year of None has no date."""
    counted = [(year, row.found) for year, row in years if year is not None and row.found.pairs]
    if not counted:
        return _("In no year did both sides judge the same stage, so no change of the gap can be told.")
    (first, before), (last, now) = counted[0], counted[-1]
    if first == last:
        return _("Both sides judged the same stage in %(year)s only, so no change of the gap can be told.", year=first)
    return _(
        "In %(first)s both sides agreed in %(then)s of %(of_then)s pairs, in %(last)s in %(now)s of %(of_now)s.",
        first=first,
        then=number(before.agree),
        of_then=number(before.pairs),
        last=last,
        now=number(now.agree),
        of_now=number(now.pairs),
    )


def compared_table(rows: Sequence[Compared], *, head: str, caption: str) -> Component:
    """One row per kind; `head` names the kind of kind ("Stage")."""
    columns = [
        Column(head, header=True),
        Column(_("Pairs of both sides"), numeric=True),
        Column(_("Both agree"), numeric=True),
        Column(_("Professionals name more"), numeric=True),
        Column(_("Service users name more"), numeric=True),
        Column(_("Shared in words only"), numeric=True),
        Column(_("Professionals have no role"), numeric=True),
        Column(_("Largest gap")),
    ]
    return table(columns, [_row(row) for row in rows], caption=caption)


def _row(row: Compared) -> Row:
    found = row.found
    counts = (found.agree, found.staff_higher, found.users_higher, found.claimed)
    return [
        unknown(row.label) if row.unknown else row.label,
        number(found.pairs),
        *(number(count) if found.pairs else unknown(_("no pair")) for count in counts),
        number(found.no_role),
        (largest_gap(found) or _("no clear gap")) if found.pairs else unknown(_("no pair")),
    ]


def _where_less(rows: Sequence[Compared]) -> str:
    most = max(row.found.staff_higher for row in rows)
    if most == 0:
        return _("Nowhere do professionals name a higher step than service users.")
    found = [row for row in rows if row.found.staff_higher == most]
    where = ", ".join(_("%(kind)s (%(n)s of %(pairs)s)", kind=row.label, n=number(most), pairs=number(row.found.pairs)) for row in found)
    return _("Professionals name a higher step than service users most often for: %(where)s.", where=where)


def _largest(apart: Sequence[Compared]) -> list[str]:
    row = max(apart, key=_width)
    return [_("The largest gap is for %(kind)s: %(gap)s.", kind=row.label, gap=largest_gap(row.found))]


def _width(row: Compared) -> tuple[int, int, bool]:
    assert row.found.widest is not None
    staff, users = row.found.widest
    least = max(users.low - staff.high, staff.low - users.high)
    return least, max(users.high - staff.low, staff.high - users.low), users.high < staff.low


def _only_claimed(rows: Sequence[Compared]) -> list[str]:
    found = [row for row in rows if row.found.claimed]
    if not found:
        return []
    where = ", ".join(_("%(kind)s (%(n)s)", kind=row.label, n=number(row.found.claimed)) for row in found)
    return [_("Shared in words only: %(where)s.", where=where)]
