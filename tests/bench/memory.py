"""How much memory a process holds, as Linux tells it."""

from dataclasses import dataclass
from pathlib import Path

from tests.bench.servers import Server


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes: `own` counts what workers share once among them (PSS), `whole` counts it for each of them (RSS)."""

    own: float
    whole: float


def memory(server: Server) -> Memory:
    """That of the largest worker."""
    return max((_memory(pid) for pid in server.workers), key=lambda found: found.whole)


def _memory(pid: int) -> Memory:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(value.split()[0]) for name, _colon, value in (line.partition(":") for line in lines)}
    return Memory(kilobytes["Pss"] / 1000, kilobytes["Rss"] / 1000)
