"""The second opinion: whole-number bounds of every hidden cell of one small table, by trying values out."""


def bounds(cells, k: int, *, most: int) -> dict[tuple[int, int], tuple[int, int]]:
    """The least and the most that each hidden inner cell can be.

    `cells`: rows of shown values (None is the mark), the last row and the last column are totals. No value is over `most`.
    """
    ranges = [[_range(value, k, most) for value in row] for row in cells]
    found = {}
    for row, line in enumerate(cells[:-1]):
        for column, value in enumerate(line[:-1]):
            if value is None:
                low = next(number for number in range(most + 1) if _possible(_set(ranges, row, column, number)))
                high = next(number for number in range(most, -1, -1) if _possible(_set(ranges, row, column, number)))
                found[row, column] = (low, high)
    return found


def _range(value, k: int, most: int) -> tuple[int, int]:
    if value is None:
        return 0, most
    return (k if value == -(-k // 5) * 5 else value - 2), value + 2


def _set(ranges, row: int, column: int, number: int):
    copy = [list(line) for line in ranges]
    copy[row][column] = (number, number)
    return copy


def _possible(ranges) -> bool:
    """Whether whole numbers fit: ranges are narrowed by their sums, then the widest is halved and both halves are tried."""
    ranges = _narrowed(ranges)
    if ranges is None:
        return False
    width, row, column = max((high - low, row, column) for row, line in enumerate(ranges) for column, (low, high) in enumerate(line))
    if width == 0:
        return True
    low, high = ranges[row][column]
    middle = (low + high) // 2
    for half in ((low, middle), (middle + 1, high)):
        copy = [list(line) for line in ranges]
        copy[row][column] = half
        if _possible(copy):
            return True
    return False


def _narrowed(ranges):
    ranges = [list(line) for line in ranges]
    lines = [[(row, column) for column in range(len(ranges[0]))] for row in range(len(ranges))]
    lines += [[(row, column) for row in range(len(ranges))] for column in range(len(ranges[0]))]
    changed = True
    while changed:
        changed = False
        for *parts, total in lines:
            least, most = (sum(ranges[row][column][side] for row, column in parts) for side in (0, 1))
            limits = [(place, ranges[place[0]][place[1]]) for place in parts]
            whole = ranges[total[0]][total[1]]
            limits = [(place, (max(low, whole[0] - (most - high)), min(high, whole[1] - (least - low)))) for place, (low, high) in limits]
            limits.append((total, (max(whole[0], least), min(whole[1], most))))
            for (row, column), (low, high) in limits:
                if low > high:
                    return None
                changed |= (low, high) != ranges[row][column]
                ranges[row][column] = (low, high)
    return ranges
