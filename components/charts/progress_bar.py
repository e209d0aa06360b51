"""A number on its way: a bar, with marks where it began and where it should go."""

from dash import html


def progress_bar(value: int, baseline: int | None, target: int | None) -> html.Div:
    """One small bar from nought; what is unknown has no mark. The words beside it say the same, so it is not read aloud."""
    known = [abs(number) for number in (value, baseline, target) if number is not None]
    most = max([1, *known])
    marks = [
        html.I(className=f"way-{name}", style={"--v": round(max(number, 0) / most, 4)})
        for name, number in (("value", value), ("baseline", baseline), ("target", target))
        if number is not None
    ]
    return html.Div(marks, className="way-bar", **{"aria-hidden": "true"})
