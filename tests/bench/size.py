"""How large an invented programme is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Stakeholders, ties and micro projects are per LEN; all else is for the whole programme."""

    networks: int
    stakeholders: int
    ties: int
    micro_projects: int
    readings: int
    sources: int
    cases: int


FULL = Size(networks=11, stakeholders=300, ties=900, micro_projects=30, readings=3000, sources=60, cases=500)
TINY = Size(networks=2, stakeholders=40, ties=90, micro_projects=4, readings=40, sources=5, cases=40)
