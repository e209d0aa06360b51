"""A release with every kind of table, biographies and words, made by hand: nothing is computed."""

from dataclasses import dataclass, replace
from datetime import date

from data_layer.releases.released import (
    FigureTable,
    Gap,
    Moment,
    MoneyLine,
    NetworkLine,
    ReleasedTables,
    Remark,
    Stated,
    Tally,
    ToldProject,
)

FIGURES = (
    FigureTable("networks_by_country", "organisations", "country", ("DE", "EE", "LT", "SE"), None, (), True, ((4,), (2,), (1,), (3,), (10,))),
    FigureTable(
        "projects_by_phase",
        "projects",
        "network",
        ("Luleå", "Plön", "Jurbarkas"),
        "phase",
        ("needs", "design", "support", "start_up", "unknown"),
        True,
        ((0, 2, 1, 3, 0, 6), (1, 1, 0, 2, 1, 5), (0, 0, 2, 2, 2, 6), (1, 3, 3, 7, 3, 17)),
    ),
    FigureTable("projects_by_end", "projects", "end_state", ("self_sustaining", "ended", "unknown"), None, (), True, ((6,), (3,), (8,), (17,))),
    FigureTable("projects_by_format", "projects", "organisational_format", ("association", "cooperative", "unknown"), None, (), True, ((5,), (1,), (11,), (17,))),
    FigureTable(
        "say_by_side",
        "answers",
        "side",
        ("professionals", "users"),
        "level",
        ("1", "2", "3", "4", "5", "6", "7"),
        True,
        ((None, 10, 15, 25, 20, 10, None, 85), (None, 10, None, 30, 25, 15, 10, 100), (15, 20, 25, 55, 45, 25, None, 185)),
    ),
    FigureTable("reached", "persons", "target_group", ("single_parents", "migrants", "youth", "unknown"), None, (), True, ((125,), (340,), (None,), (None,), (520,))),
    FigureTable(
        "reached_by_group",
        "persons",
        "target_group",
        ("single_parents", "migrants+families", "youth"),
        "period",
        ("2017", "2018", "2019", "undated"),
        False,
        ((45, 60, 35, None), (110, 150, 95, 25), (None, 15, None, None)),
    ),
    FigureTable("jobs", "persons", "network", ("Luleå", "Plön", "Jurbarkas"), None, (), True, ((None,), (15,), (None,), (35,))),
    FigureTable(
        "money_EUR",
        "money",
        "instrument",
        ("grant", "donation", "eu_programme"),
        "state",
        ("received", "awarded"),
        True,
        ((1_250_000, 400_050, 1_650_050), (None, None, 71_234), (None, None, 9_876_543), (11_000_000, 597_827, 11_597_827)),
    ),
    FigureTable("ties", "organisations", "tie_result", ("won", "cooperating"), None, (), False, ((43,), (29,))),
    FigureTable(
        "indicators_by_level",
        "organisations",
        "evaluation_level",
        ("individual", "organisational", "societal"),
        "indicator_kind",
        ("descriptive", "counted"),
        True,
        ((3, 4, 7), (2, 5, 7), (1, 0, 1), (6, 9, 15)),
    ),
)  # fmt: skip
TOLD = (
    ToldProject(
        7,
        "Größenwahn Nähstube",
        "Luleå",
        "SE",
        "foreign-born women",
        "A sewing room that became a cooperative; Живая мастерская, Jūratė.",
        (
            Moment("phase", (date(2017, 1, 1), date(2017, 12, 31)), "", "brochure, page 12", code="design"),
            Moment("event", (date(2018, 4, 18), date(2018, 4, 18)), "Opening of the shop", "local paper", code="meeting", place="Luleå"),
            Moment("money", (date(2018, 5, 1), date(2018, 5, 31)), "Region Norrbotten", "annual report", "received", None, 250_000, "EUR", "reading"),
            Moment("end", (None, None), "", None, code="self_sustaining"),
        ),
    ),
)  # fmt: skip
MONEY = (
    MoneyLine("Nähstube", "machines", "Region Norrbotten", "start-up grant", "received", "EUR", 250_000, False, (date(2018, 5, 1), date(2018, 5, 31)), False, False, "annual report", (Remark("state", "reading", None),)),
    MoneyLine("Day centre", None, "Harku", None, "awarded", None, None, False, (None, None), True, True, "web page", ()),
)  # fmt: skip
WHOLE = ReleasedTables(
    networks=(
        NetworkLine("Luleå", "SE", "foreign-born women", ("migrants",)),
        NetworkLine("Plön", "DE", None, ("single_parents", "families")),
        NetworkLine("Jurbarkas", "LT", None, ("youth",)),
    ),
    unclear=(NetworkLine("Sunderby", "SE", None, ()),),
    micro_projects=17,
    became=(Tally("association", 5, 0), Tally("cooperative", 1, 0), Tally("unknown", 11, 0)),
    phases=(Tally("start_up", 7, 2), Tally("unknown", 10, 0)),
    ends=(Tally("open", 17, 0),),
    money=MONEY,
    gaps=(Gap("amount", 1, 2), Gap("end_state", 8, 17)),
    stated=(Stated("micro_projects", 26, "sempre-project.eu"),),
    figures=FIGURES,
    told=TOLD,
)


@dataclass(frozen=True)
class Said:
    """Words as a release gives them."""

    words: str
    teller: str = "service_user"
    place: str | None = "Norrbotten"
    country: str | None = "SE"
    invented: bool = False
    micro_project_id: int | None = None


@dataclass(frozen=True)
class Printed:
    """A release as those who show it take it."""

    title: str = "Spring 2026"
    as_of: date = date(2026, 5, 1)
    sample: bool = False
    tables: ReleasedTables = WHOLE
    period: tuple[date | None, date | None] = (date(2017, 1, 1), date(2019, 12, 31))


WORDS = (Said("We decide ourselves now.", micro_project_id=7), Said("I was asked, for the first time in years.", invented=True))


def whole(**changes: object) -> ReleasedTables:
    """The same release with other parts."""
    return replace(WHOLE, **changes)
