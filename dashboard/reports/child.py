"""The process that sets one document: it reads JSON and writes a PDF, and knows nothing else."""

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from data_layer.held_back import hold_back

TEMPLATES = Path(__file__).parent / "templates"
SECONDS = 20
MEMORY = 1024 * 1024 * 1024
# What the fonts within Typst draw for certain: Latin, Greek and Cyrillic with their punctuation, and the signs that our own words use.
SURE = re.compile("[^\n\t -~\u00a0-\u024f\u0370-\u03ff\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2212]")
UNKNOWN_SIGN = "?"


def main() -> None:
    """Set the document from standard input."""
    hold_back(memory=MEMORY, seconds=SECONDS)
    document = json.load(sys.stdin.buffer)
    try:
        pdf = _pdf(document)
    except typst.TypstError:
        # PDF/UA takes no sign without a glyph: those of fonts that this machine does not have become question marks.
        pdf = _pdf(_sure(document))
    sys.stdout.buffer.write(pdf)


def _pdf(document: dict[str, Any]) -> bytes:
    made = datetime(document["year"], document["month"], document["day"], tzinfo=UTC)
    pdf = typst.compile(
        str(TEMPLATES / f"{document['template']}.typ"),
        root=str(TEMPLATES),
        format="pdf",
        sys_inputs={"document": json.dumps(document)},
        pdf_standards=["ua-1"],
        timestamp=int(made.timestamp()),
    )
    assert isinstance(pdf, bytes)
    return pdf


def _sure(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sure(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_sure(part) for part in value]
    return SURE.sub(UNKNOWN_SIGN, value) if isinstance(value, str) else value


if __name__ == "__main__":
    main()
