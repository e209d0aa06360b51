"""What the page of a pilot holds for each step of the Roadmap, as words that lead to the block."""

from collections.abc import Mapping, Sequence

from flask_babel import ngettext

from components.pilots.roadmap import CODES
from components.pilots.rows import Key, Point, Review, Story, Thing
from components.pilots.steps import Recorded

GOALS, KEYS, AGREED, TASKS, PROJECTS, REVIEWS, STORIES, DECISIONS = (
    f"{name}-heading" for name in ("goals", "keys", "agreed", "tasks", "projects", "reviews", "stories", "decisions")
)


def recorded(
    *,
    points: Sequence[Point],
    keys: Sequence[Key],
    things: Sequence[Thing],
    projects: int,
    reviews: Sequence[Review],
    stories: Sequence[Story],
) -> Mapping[str, Recorded]:
    """Step -> what is recorded for it, and the anchor where it stands. Tasks stand at the step that they serve."""
    tasks = [thing for thing in things if thing.table == "pilot_task"]
    kinds = [point.kind for point in points]
    agreed, scenarios = kinds.count("agreement"), kinds.count("scenario")
    objectives, factors = kinds.count("objective"), kinds.count("success_factor")
    found: dict[str, list[tuple[int, str, str]]] = {code: [] for code in CODES}
    found["kick_start"] += [
        (agreed, ngettext("one agreement", "%(num)s agreements", agreed), AGREED),
        (scenarios, ngettext("one scenario", "%(num)s scenarios", scenarios), AGREED),
        (objectives, ngettext("one objective", "%(num)s objectives", objectives), GOALS),
        (factors, ngettext("one success factor", "%(num)s success factors", factors), GOALS),
        (len(keys), ngettext("one key stakeholder", "%(num)s key stakeholders", len(keys)), KEYS),
    ]
    found["identify"].append((projects, ngettext("one micro project", "%(num)s micro projects", projects), PROJECTS))
    found["assess"] += [
        (len(reviews), ngettext("one review", "%(num)s reviews", len(reviews)), REVIEWS),
        (len(stories), ngettext("one story of change", "%(num)s stories of change", len(stories)), STORIES),
    ]
    decisions = len(things) - len(tasks)
    found["momentum"].append((decisions, ngettext("one decision", "%(num)s decisions", decisions), DECISIONS))
    for code in CODES:
        own = [task for task in tasks if task.step == code]
        done = sum(task.done is not None for task in own)
        found[code].append((len(own), ngettext("%(done)s of one task done", "%(done)s of %(num)s tasks done", len(own), done=done), TASKS))
    return {code: [(words, anchor) for count, words, anchor in lines if count] for code, lines in found.items()}
