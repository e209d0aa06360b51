"""What the browser needs to draw a network: sent once, as short as can be; assets/network reads it."""

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from components.marks import CATEGORY_OF_SECTOR
from components.network.terms import Bond, Mapped, Measure, Pair, Who
from components.vocabulary import label, labels

CATEGORY_OF_ROLE = {"facilitator": 8, "core": 3, "member": 2, "invited": 4, "outside": 6}
DIRECTED, CONFIRMED = 1, 2
STEPS = 4
GROUPS = 8  # communities that have a mark of their own; the rest share the ring
DRAWN_AT_ONCE = 1500  # as in assets/network/30-picture.js
NONE = "-"


def drawing(
    *,
    network: str,
    members: Sequence[Who],
    ties: Sequence[Bond],
    twins: Sequence[Pair],
    places: Mapping[int, tuple[float, float]],
    placed: bool,
    measured: Sequence[Measure],
    editable: bool,
) -> dict[str, Any]:
    """The stakeholders as [id, name, sector, kind, role, x, y, first year, last year] and the ties as [from, to, relation, marks, years].

    Codes are places in `codes`, ends of ties places among the stakeholders; a missing place or year is 0 or null. `placed`: people
    chose the places; `editable` adds the ids of the ties. A network too large to be drawn at once comes with its communities, from
    `measured` over all of it.
    """
    codes = {
        "sector": _present((member.sector for member in members), labels("sector")),
        "kind": _present((member.kind for member in members), labels("stakeholder_kind")),
        "role": _present((member.role for member in members), labels("stakeholder_role")),
        "relation": _present((tie.relation for tie in ties), labels("relation")),
    }
    index = {member.id: place for place, member in enumerate(members)}
    return {
        "network": network,
        "codes": codes,
        "sectors": [label("sector", code) for code in codes["sector"]],
        "relations": [label("relation", code) for code in codes["relation"]],
        "marks": [CATEGORY_OF_SECTOR.get(code, 0) for code in codes["sector"]],
        "roleMarks": [CATEGORY_OF_ROLE[code] for code in codes["role"]],
        "members": [_node(member, codes, places.get(member.id)) for member in members],
        "ties": [_edge(tie, codes, index) for tie in ties],
        "twins": [[index[pair.one.id], index[pair.other.id]] for pair in twins],
        "placed": placed,
        "words": _words(),
        **({"tieIds": [tie.id for tie in ties]} if editable else {}),
        **(_communities(measured) if len(members) > DRAWN_AT_ONCE else {}),
    }


def measures(members: Sequence[Who], measured: Sequence[Measure], positions: Mapping[int, Mapped]) -> dict[str, str]:
    """One sign per stakeholder of the network and measure: a step from 0 to 4, "-" where it is not shown; its community as a mark.

    Influence is among them where a mapping in `positions` says it of somebody.
    """
    hub = _steps({one.member.id: float(one.hub) for one in measured})
    bridge = _steps({one.member.id: one.bridge for one in measured})
    connector = _steps({one.member.id: float(one.connector) for one in measured})
    group = {one.member.id: _group_mark(one.community) for one in measured}
    columns = {"hub": hub, "bridge": bridge, "connector": connector, "group": group}
    influence = {row: float(seen.influence) for row, seen in positions.items() if seen.influence is not None}
    if influence:
        columns["influence"] = _steps(influence)
    return {name: "".join(column.get(member.id, NONE) for member in members) for name, column in columns.items()}


def community_names(measured: Sequence[Measure]) -> list[str]:
    """Each community by its size and the best tied stakeholder in it, the largest first."""
    inside: dict[int, list[Measure]] = {}
    for one in measured:
        if one.community is not None:
            inside.setdefault(one.community, []).append(one)
    return [_around(inside[community]) for community in sorted(inside)]


def _around(inside: Sequence[Measure]) -> str:
    middle = max(inside, key=lambda one: (one.hub, one.bridge))
    return ngettext("one around %(name)s", "%(num)s around %(name)s", len(inside), name=middle.member.name)


def _communities(measured: Sequence[Measure]) -> dict[str, Any]:
    return {"groups": [-1 if one.community is None else one.community for one in measured], "groupNames": community_names(measured)}


def _group_mark(community: int | None) -> str:
    return str(community + 1) if community is not None and community < GROUPS else "0"


def _steps(values: Mapping[int, float]) -> dict[int, str]:
    most = max(values.values(), default=0)
    return {key: str(ceil(STEPS * sqrt(value / most) - 1e-9) if most and value > 0 else 0) for key, value in values.items()}


def _present(found: Any, order: Mapping[str, str]) -> list[str]:
    codes = set(found)
    return [code for code in order if code in codes]


def _node(member: Who, codes: Mapping[str, Sequence[str]], place: tuple[float, float] | None) -> list[Any]:
    x, y = place or (None, None)
    coded = (_place(codes["sector"], member.sector), _place(codes["kind"], member.kind), _place(codes["role"], member.role))
    return [member.id, member.name, *coded, x, y, *_years(member)]


def _edge(tie: Bond, codes: Mapping[str, Sequence[str]], index: Mapping[int, int]) -> list[int]:
    marks = DIRECTED * tie.directed + CONFIRMED * tie.confirmed
    return [index[tie.from_id], index[tie.to_id], _place(codes["relation"], tie.relation), marks, *_years(tie)]


def _place(codes: Sequence[str], code: str | None) -> int:
    return codes.index(code) if code in codes else -1


def _years(row: Who | Bond) -> list[int]:
    """First and last year; an unknown one is 0, and nothing is sent where both are unknown."""
    first, last = row.start[0], row.end[1]
    return [first.year if first else 0, last.year if last else 0] if first or last else []


def _words() -> dict[str, str]:
    return {
        "alone": _("No tie recorded"),
        "twin": _("perhaps the same"),
        "nothing": _("No stakeholder of this name"),
        "unknown": label("sector", None),
    }
