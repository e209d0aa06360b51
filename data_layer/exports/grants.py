"""Awards as 360Giving publishes them."""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.clock import today
from data_layer.days import day_text
from data_layer.editing.amount import MINOR
from data_layer.exports.filtering import criteria
from data_layer.files.grants import OWN_IDENTIFIER, OWN_PART, PROJECT_IDENTIFIER
from data_layer.models import FundingCase, FundingSource, MicroProject, Network, Receipt, Stakeholder
from data_layer.scope import Scope

VERSION = "1.4"


def grants_bytes(session: Session, scope: Scope, *, title: str, publisher: str) -> bytes:
    """The package of all awards whose amount and date are known. What we do not have is left out. Two statements.

    A vague date of the award is its first day; the part "len" keeps it as it is, for reading it in again.
    The recipient is the group behind the micro project, the micro project where none is named.
    """
    query = (
        sa.select(FundingCase, FundingSource, MicroProject, Stakeholder, Network.name)
        .join(FundingSource, FundingSource.id == FundingCase.funding_source_id)
        .join(MicroProject, MicroProject.id == FundingCase.micro_project_id)
        .join(Network, Network.id == FundingCase.network_id)
        .outerjoin(Stakeholder, Stakeholder.id == MicroProject.group_id)
        .where(*criteria(scope, FundingCase), FundingCase.awarded_minor.is_not(None), FundingCase.decided_first.is_not(None))
        .order_by(FundingCase.id)
    )
    received = _received(session)
    package = {
        "version": VERSION,
        "title": title,
        "issued": today().isoformat(),
        "publisher": {"name": publisher},
        "grants": [_grant(*row, received) for row in session.execute(query)],
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _received(session: Session) -> dict[int, int]:
    """Case -> what has arrived, in hundredths."""
    query = sa.select(Receipt.funding_case_id, sa.func.sum(Receipt.amount_minor)).group_by(Receipt.funding_case_id)
    return {case_id: int(minor) for case_id, minor in session.execute(query.order_by(Receipt.funding_case_id))}


def _grant(
    case: FundingCase, source: FundingSource, project: MicroProject, group: Stakeholder | None, network: str, received: Mapping[int, int]
) -> dict[str, Any]:
    assert case.decided_first is not None
    arrived = received.get(case.id)
    told = {
        "id": f"{OWN_IDENTIFIER}{case.id}",
        "title": project.name,
        "description": project.description or project.name,
        "currency": case.currency,
        "amountAppliedFor": _amount(case.applied_minor),
        "amountAwarded": _amount(case.awarded_minor),
        "amountDisbursed": _amount(arrived),
        "awardDate": case.decided_first.isoformat(),
        "fundingOrganization": [{"id": source.funder_external_id or f"{OWN_IDENTIFIER}funder-{source.id}", "name": source.funder}],
        "recipientOrganization": [_recipient(project, group)],
        "beneficiaryLocation": _place(project),
        "grantProgramme": [{"title": source.name}] if source.name else None,
        "dataSource": case.source if (case.source or "").startswith("http") else None,
        "relatedActivity": [network],
        OWN_PART: {"decided": day_text(case.decided_first, case.decided_last), "state": case.state, "instrument": source.instrument},
    }
    return {name: value for name, value in told.items() if value is not None}


def _recipient(project: MicroProject, group: Stakeholder | None) -> dict[str, str]:
    if group is None:
        return {"id": f"{PROJECT_IDENTIFIER}{project.id}", "name": project.name}
    told = {"id": f"{OWN_IDENTIFIER}stakeholder-{group.id}", "name": group.name, "url": group.website}
    return {name: value for name, value in told.items() if value}


def _place(project: MicroProject) -> list[dict[str, str]] | None:
    told = {"name": project.place, "countryCode": project.country}
    known = {name: value for name, value in told.items() if value}
    return [known] if known else None


def _amount(minor: int | None) -> float | int | None:
    if minor is None:
        return None
    return minor // MINOR if minor % MINOR == 0 else minor / MINOR
