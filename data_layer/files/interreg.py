"""Projects and partners of Interreg programmes, as keep.eu gives them out."""

from dataclasses import replace

from data_layer.files.source import Grid, ReadFile, Remark, SourceTable, picked, with_column

PROJECT = frozenset({"Programme", "Acronym", "Project Name", "Lead Partner"})
PARTNER = frozenset({"Programme", "Acronym", "Project Partner"})
NOTHING = frozenset({"n/a", "n.a.", "-"})
PART = "What"
MONEY = "EU money"
AS_PROJECT = (
    ("Acronym", "name"),
    ("Project Name", "description"),
    ("Website", "website"),
    ("Project start", "start"),
    ("Project end", "end"),
    ("=group", "kind"),
)
AS_MICRO_PROJECT = (("Acronym", "name"), ("Acronym", "group"), ("Description EN", "description"))
AS_SOURCE = (("Programme", "funder"), ("=eu_programme", "instrument"))
AS_CASE = (
    ("Acronym", "micro_project"),
    ("Programme", "funding_source"),
    (MONEY, "awarded_amount"),
    ("=EUR", "currency"),
    ("=awarded", "state"),
)
AS_PARTNER = (
    ("Project Partner", "name"),
    ("Town", "place"),
    ("Country", "country"),
    ("Department", "description"),
    ("Legal Status", "description"),
    ("NUTS3 (or equivalent)", "description"),
)
AS_LEAD = (("Lead Partner", "name"), ("Town", "place"), ("Country", "country"))


def read_interreg(grids: list[Grid]) -> ReadFile | None:
    """Two kinds of stakeholders, projects and organisations, and who takes part in what; None where no sheet is of this kind.

    A project is a group with a micro project and a funding case of its own. A sheet of partners alone gives the projects by their names.
    """
    grids = [_told(grid) for grid in grids]
    projects = [grid for grid in grids if set(grid.header) >= PROJECT]
    partners = [grid for grid in grids if set(grid.header) >= PARTNER]
    if not projects and not partners:
        return None
    others = [grid for grid in grids if grid not in projects and grid not in partners]
    known = {(row[grid.header.index("Project Partner")].casefold(), _acronym(grid, row)) for grid in partners for row in grid.rows}
    named = {_acronym(grid, row) for grid in projects for row in grid.rows}
    tables = [table for grid in projects for table in _of_project(grid, known)]
    tables += [table for grid in partners for table in _of_partners(grid, named)]
    remarks = tuple(Remark("file_sheet_ignored", {"name": grid.name}) for grid in others)
    return ReadFile("interreg", tuple(table for table in tables if table.rows), remarks)


def _told(grid: Grid) -> Grid:
    """The grid without the signs that say nothing."""
    return replace(grid, rows=tuple(tuple("" if cell.casefold() in NOTHING else cell for cell in row) for row in grid.rows))


def _acronym(grid: Grid, row: tuple[str, ...]) -> str:
    return row[grid.header.index("Acronym")].casefold()


def _of_project(grid: Grid, known: set[tuple[str, str]]) -> list[SourceTable]:
    lead = grid.header.index("Lead Partner")
    money = [grid.header.index(column) for column in ("EU Funding", "ERDF budget") if column in grid.header]
    told = with_column(grid, MONEY, [next((row[place] for place in money if row[place]), "") for row in grid.rows])
    alone = [place for place, row in enumerate(grid.rows) if row[lead] and (row[lead].casefold(), _acronym(grid, row)) not in known]
    leads = with_column(_only(grid, alone), PART, ["Lead partner"] * len(alone))
    return [
        picked(told, f"{grid.name}: projects", "stakeholder", _there(told, AS_PROJECT), distinct=1),
        picked(told, f"{grid.name}: micro projects", "micro_project", _there(told, AS_MICRO_PROJECT), distinct=1),
        picked(told, f"{grid.name}: programmes", "funding_source", AS_SOURCE, distinct=1),
        picked(told, f"{grid.name}: money", "funding_case", _there(told, AS_CASE)),
        picked(leads, f"{grid.name}: lead partners", "stakeholder", _there(leads, AS_LEAD), distinct=1),
        _parts(leads, f"{grid.name}: who leads", "Lead Partner"),
    ]


def _of_partners(grid: Grid, named: set[str]) -> list[SourceTable]:
    alone = [place for place, row in enumerate(grid.rows) if _acronym(grid, row) not in named]
    place = grid.header.index("Lead Partner") if "Lead Partner" in grid.header else None
    parts = ["Lead partner" if place is not None and row[place].casefold() == "yes" else "Partner" for row in grid.rows]
    return [
        picked(_only(grid, alone), f"{grid.name}: projects", "stakeholder", [("Acronym", "name"), ("=group", "kind")], distinct=1),
        picked(grid, f"{grid.name}: organisations", "stakeholder", _there(grid, AS_PARTNER), distinct=1),
        _parts(with_column(grid, PART, parts), f"{grid.name}: who takes part", "Project Partner"),
    ]


def _parts(grid: Grid, name: str, who: str) -> SourceTable:
    return picked(grid, name, "tie", [(who, "from"), ("Acronym", "to"), ("=cooperation", "relation"), (PART, "what")])


def _only(grid: Grid, places: list[int]) -> Grid:
    chosen = [[parts[place] for place in places] for parts in (grid.rows, grid.lines, grid.faults)]
    rows, lines, faults = chosen
    return replace(grid, rows=tuple(rows), lines=tuple(lines), faults=tuple(faults))  # type: ignore[arg-type]


def _there(grid: Grid, chosen: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(column, field) for column, field in chosen if column[0] == "=" or column in grid.header]
