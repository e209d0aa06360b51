"""How the columns of a table share a page, guessed from the number of signs in them."""

from collections.abc import Sequence

# Longer words are hyphenated, figures are not; longer labels, and columns of longer texts, stand on several lines.
LONGEST_WORD = 18
LONGEST_FIGURE = 26
LONGEST_HEAD = 14
LONGEST_LABEL = 27
LONGEST_LINE = 34
# What stands between two columns, and what bold words take more.
GAP, BOLD = 3, 1
# The signs that fill a page, more where many columns are set smaller, and the least part of it that a table takes.
PAGE = 96
MANY, SMALL_PAGE = 5, 112
LEAST = 0.6


def column_shares(head: Sequence[str], rows: Sequence[Sequence[str]], *, labels_first: bool = False) -> list[float]:
    """The share of each column: its texts on one line where there is room for that, never less than its longest word.

    `labels_first`: the first column gets its room before others get more than they need, because they hold figures.
    """
    columns = [[row[place] for row in rows if place < len(row)] for place in range(len(head))]
    least = [_word(words, cells) + GAP for words, cells in zip(head, columns, strict=True)]
    # Labels name what the whole line is about.
    least[:1] = [max(low, min(max(map(len, columns[0]), default=0), LONGEST_HEAD) + GAP + BOLD) for low in least[:1]]
    wished = [max(low, _line(words, cells) + GAP) for low, words, cells in zip(least, head, columns, strict=True)]
    if labels_first:
        least[0] = max(least[0], min(wished[0], _page(len(head)) - sum(least[1:])))
    room, more = _page(len(head)) - sum(least), sum(wished) - sum(least)
    part = min(1, max(room, 0) / more) if more else 1
    return [round(low + (wish - low) * part, 1) for low, wish in zip(least, wished, strict=True)]


def table_part(shares: Sequence[float]) -> float:
    """The part of the page's width that a table of figures takes: figures stay near their labels."""
    return round(min(1.0, max(LEAST, sum(shares) / _page(len(shares)))), 3)


def is_tight(shares: Sequence[float]) -> bool:
    """Whether there is not even room for all words, so that short ones are hyphenated too."""
    return sum(shares) > _page(len(shares)) + 1


def _page(columns: int) -> int:
    return SMALL_PAGE if columns > MANY else PAGE


def _line(head: str, cells: Sequence[str]) -> int:
    usual = sum(map(len, cells)) // max(len(cells), 1)
    return max(min(len(head), LONGEST_HEAD), min(max(map(len, cells), default=0), LONGEST_LABEL), min(usual, LONGEST_LINE))


def _word(head: str, cells: Sequence[str]) -> int:
    words = [_least(word) for text in cells for word in text.split(" ")]
    return max([*words, *(_least(word) + BOLD for word in head.split(" "))])


def _least(word: str) -> int:
    return min(len(word), LONGEST_FIGURE if word[:1].isdigit() or word[-1:].isdigit() else LONGEST_WORD)
