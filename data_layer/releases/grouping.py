"""The sides of the tables of a release, with the groups that a leader merged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data_layer.disclosure.table import Dimension
from data_layer.releases.composition import AND, Merge

# The dimensions of which groups can be merged.
NETWORK, GROUP, LEVEL = "network", "target_group", "level"
MERGEABLE = (GROUP, LEVEL, NETWORK)


@dataclass(frozen=True, slots=True)
class Side:
    """A dimension as a table has it, and the code under which each of its smallest parts is counted."""

    dimension: Dimension
    code_of: Mapping[str, str]


def side(name: str, codes: Mapping[str, str] | Iterable[str], merges: Sequence[Merge] = ()) -> Side:
    """A side with these codes in order, or with these parts (their ids, each with the name that stands for it).

    Of a merge counts what is there: other networks or micro projects may not name a group any more.
    """
    names = codes if isinstance(codes, Mapping) else {code: code for code in codes}
    ours = [merge for merge in merges if merge.dimension == name]
    code_of = {part: names[part] for part in names}
    for merge in ours:
        parts = [part for part in names if part in merge.codes]
        code_of |= dict.fromkeys(parts, _joined([names[part] for part in parts], named=isinstance(codes, Mapping)))
    merged: dict[str, tuple[str, ...]] = {}
    for part, code in code_of.items():
        merged[code] = (*merged.get(code, ()), part)
    different = {code: tuple(sorted(parts)) for code, parts in merged.items() if parts != (code,)}
    return Side(Dimension(name, tuple(merged), different), code_of)


def _joined(names: Sequence[str], *, named: bool) -> str:
    return f" {AND} ".join(names) if named else AND.join(names)
