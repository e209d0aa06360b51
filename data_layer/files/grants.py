"""360Giving: grants as recipients, micro projects, sources of money and funding cases."""

from typing import Any

from data_layer.files.own import OWN_NUMBER
from data_layer.files.source import Grid, ReadFile, Remark, grid_from, picked, with_column
from data_layer.problem import Problem

NEEDED = frozenset({"Identifier", "Title", "Currency", "Amount Awarded", "Funding Org:Name", "Recipient Org:Name"})
# Identifiers that we gave ourselves say nothing new.
OWN_IDENTIFIER = f"360G-{OWN_NUMBER}"
PROJECT_IDENTIFIER = f"{OWN_IDENTIFIER}project-"
OWN_PART = "len"
STATE, INSTRUMENT, DECIDED = "Case: state", "Source: instrument", "Case: decided"
SOURCE = "Funding source"
REGRANT = "Is a regrant"
PERSON = "Recipient Ind:Name"
RECIPIENTS = (
    ("Recipient Org:Name", "name"),
    ("Recipient Org:Identifier", "external_ids"),
    ("Recipient Org:City", "place"),
    ("Recipient Org:Country", "country"),
    ("Recipient Org:Web Address", "website"),
    ("Recipient Org:Description", "description"),
)
PROJECTS = (
    ("Title", "name"),
    ("Recipient Org:Name", "group"),
    ("Description", "description"),
    ("Beneficiary Location:Name", "place"),
    ("Beneficiary Location:Country Code", "country"),
)
SOURCES = (
    ("Funding Org:Name", "funder"),
    ("Grant Programme:Title", "name"),
    ("Funding Org:Identifier", "funder_external_id"),
    ("=grant", "instrument"),
)
CASES = (
    ("Title", "micro_project"),
    (SOURCE, "funding_source"),
    ("Currency", "currency"),
    ("Amount Applied For", "applied_amount"),
    ("Amount Awarded", "awarded_amount"),
    ("Award Date", "decided"),
    (REGRANT, "regrant"),
    ("=awarded", "state"),
    ("Identifier", "source"),
)
# Name, our table, columns, and by how many of them a row is told apart.
PARTS = (
    ("recipients", "stakeholder", RECIPIENTS, 1),
    ("projects", "micro_project", PROJECTS, 2),
    ("sources", "funding_source", SOURCES, 2),
    ("grants", "funding_case", CASES, 0),
)
# Where the JSON form keeps what the spreadsheet has in a column.
PATHS = {
    "Identifier": "id",
    "Title": "title",
    "Description": "description",
    "Currency": "currency",
    "Amount Applied For": "amountAppliedFor",
    "Amount Awarded": "amountAwarded",
    "Award Date": "awardDate",
    "Recipient Org:Name": "recipientOrganization/name",
    "Recipient Org:Identifier": "recipientOrganization/id",
    "Recipient Org:City": "recipientOrganization/addressLocality",
    "Recipient Org:Country": "recipientOrganization/addressCountry",
    "Recipient Org:Web Address": "recipientOrganization/url",
    "Recipient Org:Description": "recipientOrganization/description",
    PERSON: "recipientIndividual/name",
    "Beneficiary Location:Name": "beneficiaryLocation/name",
    "Beneficiary Location:Country Code": "beneficiaryLocation/countryCode",
    "Funding Org:Name": "fundingOrganization/name",
    "Funding Org:Identifier": "fundingOrganization/id",
    "Grant Programme:Title": "grantProgramme/title",
    "For Regrant Type": "regrantType",
    STATE: f"{OWN_PART}/state",
    INSTRUMENT: f"{OWN_PART}/instrument",
    DECIDED: f"{OWN_PART}/decided",
}
# What holds for a grant, and the column that says it better in files of ours.
BETTER = {"=awarded": STATE, "=grant": INSTRUMENT, "Award Date": DECIDED}


def read_grants_sheet(grids: list[Grid]) -> ReadFile | None:
    """The sheet of grants; None where there is none."""
    grid = next((grid for grid in grids if set(grid.header) >= NEEDED), None)
    if grid is None:
        return None
    others = [other.name for other in grids if other is not grid and other.rows and other.name != "Meta"]
    return _read("grants_sheet", grid, [Remark("file_sheet_ignored", {"name": name}) for name in others])


def read_grants_json(told: Any) -> ReadFile | None:
    """A package of grants; None for other JSON."""
    if not isinstance(told, dict) or not isinstance(told.get("grants"), list):
        return None
    grants = told["grants"]
    if not all(isinstance(grant, dict) for grant in grants):
        raise Problem("file_json")
    grants = list(map(_telling, grants))
    records = [(place, [_at(grant, path) for path in PATHS.values()]) for place, grant in enumerate(grants, 1)]
    grid = grid_from("grants", [(0, list(PATHS)), *records])
    return _read("grants_json", grid, []) if grid else None


def _telling(grant: dict[str, Any]) -> dict[str, Any]:
    """The grant without what only fills a field that must not be empty."""
    empty = {"recipientOrganization": None} if _is_project(grant) else {}
    return {**grant, **empty, **({"description": None} if grant.get("description") == grant.get("title") else {})}


def _is_project(grant: dict[str, Any]) -> bool:
    """Whether an award of ours names the micro project as its recipient, since nobody knows the group behind it."""
    told = grant.get("recipientOrganization")
    one = told[0] if isinstance(told, list) and told else told
    return isinstance(one, dict) and str(one.get("id", "")).startswith(PROJECT_IDENTIFIER)


def _at(grant: Any, path: str) -> str:
    for name in path.split("/"):
        if isinstance(grant, list):
            grant = grant[0] if grant else None
        grant = grant.get(name) if isinstance(grant, dict) else None
    if isinstance(grant, dict | list) or grant is None:
        return ""
    if str(grant).startswith(OWN_IDENTIFIER):
        return ""
    return ("yes" if grant else "no") if isinstance(grant, bool) else str(grant)


def _read(form: str, grid: Grid, remarks: list[Remark]) -> ReadFile:
    names = [(_of(grid, row, "Funding Org:Name"), _of(grid, row, "Grant Programme:Title")) for row in grid.rows]
    told = with_column(grid, SOURCE, [" ".join(filter(None, both)) for both in names])
    told = with_column(told, REGRANT, ["yes" if _of(grid, row, "For Regrant Type") else "no" for row in grid.rows])
    tables = [picked(told, name, target, _there(told, chosen), distinct=distinct) for name, target, chosen, distinct in PARTS]
    persons = sum(bool(_of(grid, row, PERSON)) for row in grid.rows)
    if persons:
        remarks = [*remarks, Remark("file_persons", {"n": persons})]
    return ReadFile(form, tuple(table for table in tables if table.rows), tuple(remarks))


def _of(grid: Grid, row: tuple[str, ...], column: str) -> str:
    return row[grid.header.index(column)] if column in grid.header else ""


def _there(grid: Grid, chosen: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    better = {column: own for column, own in BETTER.items() if own in grid.header and any(_of(grid, row, own) for row in grid.rows)}
    told = [(better.get(column, column), field) for column, field in chosen]
    return [(column, field) for column, field in told if column[0] == "=" or column in grid.header]
