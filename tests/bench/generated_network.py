"""One invented network: who is in it, how they are tied, where they stand."""

from random import Random

from data_layer.action import Recorder
from data_layer.models import Network, Note, Position, Stakeholder, Tie
from data_layer.vocabulary import NoteKind, Relation, Sector, StakeholderKind, StakeholderRole, TieReporter
from tests.bench.community import Community, community
from tests.bench.days import fields, some_day, vague
from tests.bench.size import Size

SOURCE = "invented for measuring"
# How an organisation of each sector is called, and how often it occurs.
SECTORS: dict[Sector | None, tuple[str, int]] = {
    Sector.PROVIDER: ("Care service", 9),
    Sector.AUTHORITY: ("Authority", 6),
    Sector.JOB_CENTRE: ("Job centre", 3),
    Sector.HEALTH: ("Health service", 6),
    Sector.EDUCATION: ("Learning place", 8),
    Sector.CHURCH: ("Church", 6),
    Sector.NON_PROFIT: ("Voluntary body", 12),
    Sector.BUSINESS: ("Firm", 10),
    Sector.BUSINESS_SUPPORT: ("Business adviser", 4),
    Sector.FUNDER: ("Foundation", 4),
    Sector.MEDIA: ("Newspaper", 3),
    Sector.OTHER: ("Body", 4),
    None: ("Unclear body", 5),
}
RELATIONS = {
    Relation.COOPERATION: 30,
    Relation.SUPPORT: 22,
    Relation.REFERRAL: 12,
    Relation.MONEY: 6,
    Relation.INFORMATION: 14,
    Relation.SHARED_SPACE: 6,
    Relation.DECISION: 4,
    Relation.CONFLICT: 2,
    Relation.NOT_STATED: 4,
}
DIRECTED = {Relation.SUPPORT, Relation.REFERRAL, Relation.MONEY, Relation.INFORMATION}
ROLES = [None, *[StakeholderRole.MEMBER] * 6, *[StakeholderRole.CORE] * 2, StakeholderRole.INVITED, StakeholderRole.OUTSIDE]
SECOND_TIE = 0.05
# So many bodies (a ministry, a foundation) are stakeholders of every LEN.
IN_EVERY_NETWORK = 10
GROUPS = 0.22
OFFICES = 0.08


def add_members(recorder: Recorder, random: Random, network: Network, size: Size) -> list[Stakeholder]:
    """Add the stakeholders, their ties and how half of them were mapped; returns the stakeholders."""
    found = community(random, count=size.stakeholders, ties=round(size.ties * (1 - SECOND_TIE)))
    members = [_stakeholder(random, network, place, found.points[place]) for place in range(size.stakeholders)]
    members[1].name = f"{members[0].name} North"
    recorder.insert_all(members)
    recorder.insert_all(_ties(random, members, found, size.ties))
    recorder.insert_all([_position(random, member) for member in members if random.random() < 0.5])
    recorder.insert_all([_conflict(member) for member in members[::50]])
    return members


def _stakeholder(random: Random, network: Network, place: int, point: tuple[float, float]) -> Stakeholder:
    kind, name, sector = _who(random, place)
    return Stakeholder(
        network_id=network.id,
        body_id=place + 1 if place < IN_EVERY_NETWORK else network.id * 10_000 + place,
        name=f"{name} {place + 1:03}",
        kind=kind,
        sector=sector,
        role=StakeholderRole.FACILITATOR if place % 60 == 0 else random.choice(ROLES),
        place=f"Village {random.randint(1, 12):02}",
        country=network.country,
        source=SOURCE,
        x=point[0],
        y=point[1],
        **fields("start", vague(random, some_day(random), unknown=0.6)),
    )


def _who(random: Random, place: int) -> tuple[StakeholderKind, str, Sector | None]:
    share = random.random() if place > 1 else 1.0
    if share < GROUPS:
        return StakeholderKind.GROUP, "Group", Sector.USERS
    if share < GROUPS + OFFICES:
        return StakeholderKind.OFFICE, "Office", Sector.AUTHORITY
    sector = _weighted(random, {sector: weight for sector, (_name, weight) in SECTORS.items()}) if place > 1 else Sector.HEALTH
    return StakeholderKind.ORGANISATION, SECTORS[sector][0], sector


def _ties(random: Random, members: list[Stakeholder], found: Community, count: int) -> list[Tie]:
    pairs = [*found.pairs, *random.sample(found.pairs, count - len(found.pairs))]
    return [_tie(random, members[one], members[other]) for one, other in pairs]


def _tie(random: Random, one: Stakeholder, other: Stakeholder) -> Tie:
    relation = _weighted(random, RELATIONS)
    if random.random() < 0.5:
        one, other = other, one
    return Tie(
        network_id=one.network_id,
        from_id=one.id,
        to_id=other.id,
        relation=relation,
        directed=relation in DIRECTED,
        strength=random.choice([None, 1, 2, 3, 4]),
        reported_by=random.choice(list(TieReporter)),
        confirmed=random.random() < 0.3,
        source=SOURCE,
        **fields("start", vague(random, some_day(random), unknown=0.5)),
    )


def _position(random: Random, member: Stakeholder) -> Position:
    return Position(
        network_id=member.network_id,
        stakeholder_id=member.id,
        question="Who can bring about what the group needs?",
        influence=random.randint(0, 6),
        power=random.randint(1, 4),
        interest=random.randint(1, 4),
        source=SOURCE,
        **fields("day", vague(random, some_day(random))),
    )


def _conflict(member: Stakeholder) -> Note:
    return Note(
        network_id=member.network_id,
        table_name=Stakeholder.__tablename__,
        row_id=member.id,
        field="place",
        kind=NoteKind.CONFLICT,
        other_value="Village 13",
        source=SOURCE,
    )


def _weighted(random: Random, weights: dict) -> object:
    return random.choices(list(weights), list(weights.values()))[0]
