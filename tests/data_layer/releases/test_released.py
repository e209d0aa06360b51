"""The tables of a release as they are stored."""

import json
from datetime import date

from data_layer.releases.released import Gap, MoneyLine, NetworkLine, ReleasedTables, Remark, Stated, Tally, from_json, to_json

TABLES = ReleasedTables(
    networks=(NetworkLine("Luleå", "SE", "migrants", ("migrants",)),),
    unclear=(NetworkLine("Somewhere", None, None, ()),),
    micro_projects=2,
    became=(Tally("cooperative", 1, 0), Tally("unknown", 1, 0)),
    phases=(Tally("start_up", 2, 2),),
    ends=(Tally("unknown", 2, 0),),
    money=(
        MoneyLine(
            micro_project="Tailors",
            what_for="machines",
            funder="City",
            source_name=None,
            state="awarded",
            currency="SEK",
            amount=100,
            in_kind=False,
            decided=(date(2017, 1, 1), date(2017, 12, 31)),
            before_sempre=False,
            regrant=False,
            source="a report",
            remarks=(Remark("awarded_minor", "conflict", "SEK 2"),),
        ),
    ),
    gaps=(Gap("phase", 1, 2),),
    stated=(Stated("networks", 11, "a brief"),),
)


def test_what_was_stored_is_read_back_unchanged():
    assert from_json(json.loads(json.dumps(to_json(TABLES)))) == TABLES
