"""An invented programme of any size, the same for the same seed, written as any other data is."""

from random import Random

from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.models import Network
from data_layer.vocabulary import TargetGroup
from tests.bench.generated_money import add_cases, add_sources
from tests.bench.generated_network import SOURCE, add_members
from tests.bench.generated_projects import add_projects
from tests.bench.generated_work import add_work
from tests.bench.size import Size

COUNTRIES = ("DE", "SE", "FI", "DK", "EE", "LV", "LT", "PL", "NO")
KIND = "bench.generate"


def network_name(place: int) -> str:
    """What the LEN at this place (0 ...) is called."""
    return f"LEN {place + 1:02}"


def generate(session: Session, size: Size, *, seed: int = 1) -> None:
    """Fill an empty database; the caller commits."""
    random = Random(seed)
    with acting(session, KIND) as recorder:
        sources = add_sources(recorder, random, size.sources)
    for place in range(size.networks):
        with acting(session, KIND) as recorder:
            network = recorder.insert(_network(random, place))
            members = add_members(recorder, random, network, size)
            readings = _part(size.readings, place, size.networks)
            projects = add_projects(recorder, random, network, members, number=size.micro_projects, readings=readings)
            add_cases(recorder, random, projects, sources, _part(size.cases, place, size.networks))
            add_work(recorder, Random(seed + place), network, members, projects)


def _network(random: Random, place: int) -> Network:
    return Network(
        name=network_name(place),
        region=f"Region {place + 1:02}",
        country=COUNTRIES[place % len(COUNTRIES)],
        target_groups=tuple(sorted(random.sample(list(TargetGroup), 2))),
        description="Invented for measuring.",
        source=SOURCE,
    )


def _part(total: int, place: int, parts: int) -> int:
    """The share of one LEN; all shares together are the total."""
    return total * (place + 1) // parts - total * place // parts
