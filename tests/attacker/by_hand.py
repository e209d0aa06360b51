"""The second opinion: whole-number bounds of hidden figures of small tables, by trying values out."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

Ranges = dict[Hashable, tuple[int, int]]
# Each total with the parts that it is the sum of.
Sums = Sequence[tuple[Sequence[Hashable], Hashable]]


def bounds(ranges: Ranges, sums: Sums, wanted: Iterable[Hashable]) -> dict[Hashable, tuple[int, int]]:
    """The least and the most that each wanted figure can be, where all figures lie in these ranges and all sums hold."""
    found = {}
    for name in wanted:
        least, most = ranges[name]
        low = next(number for number in range(least, most + 1) if _possible({**ranges, name: (number, number)}, sums))
        high = next(number for number in range(most, low - 1, -1) if _possible({**ranges, name: (number, number)}, sums))
        found[name] = (low, high)
    return found


def range_of(shown: int | None, k: int, most: int) -> tuple[int, int]:
    """What a shown count can stand for; None is the mark. No count is over `most`."""
    if shown is None:
        return 0, most
    return (k if shown == -(-k // 5) * 5 else shown - 2), shown + 2


def sums_of(cells: Mapping[tuple[str, str], int | None]) -> Sums:
    """The sums of a table with both totals, which stand under ""."""
    rows, columns = (dict.fromkeys(position[side] for position in cells if position[side]) for side in (0, 1))
    by_row = [([(row, column) for column in columns], (row, "")) for row in (*rows, "")]
    return [*by_row, *(([(row, column) for row in rows], ("", column)) for column in (*columns, ""))]


def _possible(ranges: Ranges, sums: Sums) -> bool:
    """Whether whole numbers fit: ranges are narrowed by their sums, then the narrowest is halved and both halves are tried."""
    narrowed = _narrowed(ranges, sums)
    if narrowed is None:
        return False
    open_ = [name for name, (low, high) in narrowed.items() if low < high]
    if not open_:
        return True
    name = min(open_, key=lambda each: narrowed[each][1] - narrowed[each][0])
    low, high = narrowed[name]
    middle = (low + high) // 2
    return any(_possible({**narrowed, name: half}, sums) for half in ((low, middle), (middle + 1, high)))


def _narrowed(ranges: Ranges, sums: Sums) -> Ranges | None:
    ranges, changed = dict(ranges), True
    while changed:
        changed = False
        for parts, total in sums:
            least, most = (sum(ranges[part][side] for part in parts) for side in (0, 1))
            whole = ranges[total]
            limits = {
                part: (max(low, whole[0] - (most - high)), min(high, whole[1] - (least - low)))
                for part, (low, high) in ((part, ranges[part]) for part in parts)
            }
            limits[total] = (max(whole[0], least), min(whole[1], most))
            if any(low > high for low, high in limits.values()):
                return None
            changed = changed or any(ranges[name] != limit for name, limit in limits.items())
            ranges |= limits
    return ranges
