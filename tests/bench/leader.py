"""A leader who looks at a release, makes it and takes it home, over HTTP as the browser does it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import Any

from data_layer.releases.asked import TITLE, TO
from tests.bench.person import Person
from tests.bench.releases import address_of

LOOK, MAKE = "composed, protected, audited and shown", "released"
FULL, SHORT, TABLE, XLSX, CSV = "PDF: the whole report", "PDF: one page", "PDF: the indicators", "XLSX", "CSV"
FILES = {
    FULL: "report.pdf?template=full",
    SHORT: "report.pdf?template=summary",
    TABLE: "report.pdf?template=indicators",
    XLSX: "data.xlsx",
    CSV: "data.csv",
}
CHOSEN, SEAL, ADDRESS = "new-release-asked", "new-release-seal", "new-release-address"
RELEASE = {
    "output": f"{ADDRESS}.href",
    "outputs": {"id": ADDRESS, "property": "href"},
    "inputs": [{"id": "new-release-release", "property": "n_clicks", "value": 1}],
    "changedPropIds": ["new-release-release.n_clicks"],
}


class Leader(Person):
    """Seconds that each step took, one after the other."""

    def __init__(self, address: str, email: str, password: str) -> None:
        super().__init__(address, email, password)
        self.took: dict[str, list[float]] = defaultdict(list)

    def release(self, asked: Mapping[str, str]) -> None:
        """Compose this, look at it, release it, and fetch all its files."""
        page = self._timed(LOOK, lambda: self.open(address_of(dict(asked))))
        made = self._timed(MAKE, lambda: self.call(release_body(page)))[ADDRESS]["href"]
        if "?" in made:
            raise RuntimeError("the data changed while a release was looked at")
        for step, name in FILES.items():
            self._timed(step, lambda name=name: self.fetch(f"{made}/{name}"))

    def _timed(self, step: str, make: Any) -> Any:
        began = perf_counter()
        made = make()
        self.took[step].append(perf_counter() - began)
        return made


def release_body(page: Any) -> dict[str, Any]:
    """What the browser sends for the button of a preview."""
    kept = dict(_stores(page))
    return {**RELEASE, "state": [{"id": name, "property": "data", "value": kept[name]} for name in (CHOSEN, SEAL)]}


def differing(asked: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """One release after the other, each until another month, so that each is computed anew; without end."""
    year, turn = int(asked[TO][:4]), 0
    while True:
        yield {**asked, TITLE: f"Outcomes {turn + 1}", TO: f"{year - turn // 12 % 2}-{turn % 12 + 1:02}"}
        turn += 1


def _stores(part: Any) -> Iterator[tuple[str, Any]]:
    """The stores of a page, wherever they stand in it: name and what they keep."""
    if isinstance(part, dict):
        if part.get("id") in (CHOSEN, SEAL):
            yield part["id"], part["data"]
        for value in part.values():
            yield from _stores(value)
    elif isinstance(part, list):
        for value in part:
            yield from _stores(value)
