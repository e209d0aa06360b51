"""The pages that are measured: whose they are, how they are reached, and what must stand before they count as ready."""

from dataclasses import dataclass, field

from tests.bench.database import SAMPLE, Database
from tests.bench.releases import COMPOSING, address_of

QUESTION = "#_pages_content .ask"
LINK = "link"
SHARED, PREVIEW = "/shared/<token>", f"{COMPOSING} (preview)"


@dataclass(frozen=True, slots=True)
class Visit:
    """A page on one database; ready when `selector` is there, nothing is under way and, with `canvas`, the graph is drawn.

    `parts` are selectors whose first appearance is timed as well. Warm, the page may take `goal` times a bare one. A page for
    `leaders_alone` is none for coordinators; the role LINK has no account, and its page no script.
    """

    page: str
    address: str
    role: str = "leader"
    selector: str = QUESTION
    goal: float = 1.0
    canvas: bool = False
    leaders_alone: bool = False
    parts: dict[str, str] = field(default_factory=dict)


BARE = Visit("a bare page", "/", role="", selector="#bare")
# The picture alone; its figures and tables have a goal of their own.
NETWORK_GOAL, FIGURES_GOAL = 3.0, 2.0
FIGURES = "figures and tables"


def visits(database: Database) -> list[Visit]:
    """Every page of the dashboard for reading, on this database. The leader sees all LENs, so has the most to load."""
    goal = 1.6 if database.name == SAMPLE else 2.5
    return [
        Visit("/", "/", goal=goal),
        Visit(
            "/network",
            f"/network?network={database.network}",
            goal=NETWORK_GOAL,
            canvas=True,
            parts={FIGURES: f"{QUESTION} .figures"},
        ),
        Visit("/network/change", f"/network/change?network={database.network}", goal=goal),
        Visit("/stakeholders/<id>", f"/stakeholders/{database.stakeholder}", goal=goal),
        Visit("/needs", "/needs", goal=goal),
        Visit("/micro-projects", "/micro-projects", goal=goal),
        Visit("/micro-projects/<id>", f"/micro-projects/{database.micro_project}", goal=goal),
        Visit("/ownership/<id>", f"/ownership/{database.micro_project}", goal=goal),
        Visit("/pilots", "/pilots", goal=goal),
        Visit("/pilots/<id>", f"/pilots/{database.pilot}", goal=goal),
        Visit("/funding", "/funding", goal=goal),
        Visit("/participation", "/participation", goal=goal),
        Visit("/voices", "/voices", goal=goal),
        Visit("/indicators", "/indicators", goal=goal),
        Visit("/outcomes", "/outcomes", role="funder", selector="#_pages_content .page h1", goal=goal),
        *_of_releases(database, goal),
        Visit("/help", "/help", selector="#_pages_content .page h1", goal=goal),
        Visit("/account", "/account", selector="#_pages_content .page form", goal=goal),
    ]


def _of_releases(database: Database, goal: float) -> list[Visit]:
    made = database.releases
    two = f"/outcomes/compare?one={made.earlier}&two={made.release}"
    leading = [
        Visit("/outcomes/<id>/sharing", f"/outcomes/{made.release}/sharing", goal=goal, leaders_alone=True),
        Visit(COMPOSING, COMPOSING, goal=goal, leaders_alone=True),
        Visit(PREVIEW, address_of(made.asked), goal=goal, leaders_alone=True),
        Visit("/outcomes/periods", "/outcomes/periods", goal=goal, leaders_alone=True),
        Visit("/outcomes/periods/<id>", f"/outcomes/periods/{made.period}", goal=goal, leaders_alone=True),
    ]
    return [
        Visit("/outcomes/<id>", f"/outcomes/{made.release}", role="funder", selector="#_pages_content .page h1", goal=goal),
        Visit("/outcomes/compare", two, role="funder", goal=goal),
        *leading,
        Visit(SHARED, f"/shared/{made.token}", role=LINK, selector="main h1", goal=goal),
    ]
