"""Steps of pilots that a file brings in are refused one by one where the step ahead of them is neither there nor in the file."""

from collections.abc import Sequence

from data_layer.chains import STEPS, check_step
from data_layer.imports.known import Known
from data_layer.imports.row import Draft
from data_layer.problem import Problem

TABLE = "pilot_step"


def refuse_out_of_order(known: Known, drafts: Sequence[Draft]) -> None:
    """Note the problem in each draft of a step that has neither the one ahead of it nor a reason."""
    begun = {(row.pilot_id, row.step) for row in known.rows.values()}
    ready = [draft for draft in drafts if draft.problem is None and draft.columns.get("step") and draft.columns.get("pilot_id")]
    for draft in sorted(ready, key=lambda draft: STEPS.index(draft.columns["step"])):
        there = known.rows.get(draft.row_id) if draft.row_id is not None else None
        reason = draft.columns.get("reason", there.reason if there else None)
        place = draft.columns["pilot_id"], draft.columns["step"]
        try:
            check_step(begun, *place, reason)
        except Problem as problem:
            draft.problem = problem
        else:
            begun.add(place)
