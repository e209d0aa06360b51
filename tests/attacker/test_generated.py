"""Of the generated programme enough is shown."""

from tests.attacker.generated import released_whole
from tests.bench.generator import generate
from tests.bench.size import FULL


def test_of_the_generated_programme_organisations_are_shown_and_most_of_the_figures_of_people(session):
    generate(session, FULL)
    found = released_whole(session)
    assert found.organisations > 200
    assert found.organisations_hidden == 0
    assert found.people > 100
    assert found.share >= 0.5
