"""What a person does on the picture of a network, as the browser tells it to the server."""

from typing import Any

from tests.bench.database import Database

# A name, and what the callback's inputs and states hold, turn by turn; the first one is what changed.
Interaction = tuple[str, list[dict[str, Any]]]
CALLS = 40
UNSEEN = "a view never seen before"


def interactions(database: Database) -> list[Interaction]:
    """Each kind of interaction, forty times."""
    here = {"network-id.data": database.network}
    seen = database.views[-4:]
    return [
        (UNSEEN, [{"network-view.data": view, **here} for view in database.views[:CALLS]]),
        ("a view seen before", [{"network-view.data": seen[turn % len(seen)], **here} for turn in range(CALLS)]),
        ("a stakeholder in focus", [{"network-focus.data": database.stakeholder, "network-view.data": None, **here}] * CALLS),
        ("another page of the tables", [{"network-pages.data": _turned(turn), **here} for turn in range(CALLS)]),
    ]


def _turned(turn: int) -> dict[str, str]:
    """Pages of both tables by turns."""
    return {"turned": "ties", "ties": str(turn % 18 + 1)} if turn % 2 else {"turned": "stakeholders", "stakeholders": str(turn % 6 + 1)}
