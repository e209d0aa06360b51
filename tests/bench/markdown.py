"""Tables in Markdown, and whether a goal is reached."""

from collections.abc import Sequence

Cell = str | int | float


def reached(good: bool, goal: str = "") -> str:
    """The goal and whether it is reached."""
    return f"{goal} {'reached' if good else 'NOT REACHED'}".strip()


def titled(title: str, about: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """A heading, a sentence and a table."""
    lines = [head, ["---"] * len(head), *rows]
    table = "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
    return f"### {title}\n\n{about}\n\n{table}"
