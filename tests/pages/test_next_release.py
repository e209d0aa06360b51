"""A release and what is already there: it is as its preview was, and a later one over the same data, or a little more, tells nothing new."""

import re
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network, Release
from data_layer.releases.released import from_json
from tests.factories import make_micro_project, make_people_reached
from tests.opening import open_page, page_text
from tests.pages.test_new_release import address, asked, release_it, released, seal_on


def test_the_preview_is_of_the_same_blocks_and_the_same_period_as_the_release(as_user):
    browser = as_user("leader_everywhere")
    page = open_page(browser, address())
    release_it(browser, asked(), seal_on(page))
    before, after = page.get_data(as_text=True), page_text(as_user("funder"), f"/outcomes/{released().id}")
    blocks = re.compile(r"outcomes-(?:became|phases|ends|money|networks|unknown)-heading")
    assert set(blocks.findall(before)) == set(blocks.findall(after))
    for words in ("January 2016 to December 2019", "it is never counted as none. This release"):
        assert (words in before) == (words in after)


SAME = "An earlier one has exactly the same figures: nothing in them has changed since."
AGAINST = "It was checked against 1 earlier release about these networks."


def test_over_the_same_data_a_day_later_the_leader_is_told_so_and_readers_get_the_same(as_user, clock):
    leader = as_user("leader_everywhere")
    clock(datetime(2026, 5, 1, 12, tzinfo=UTC))
    first = open_page(leader, address())
    release_it(leader, asked(), seal_on(first))
    clock(datetime(2026, 5, 2, 12, tzinfo=UTC))
    leader = as_user("leader_everywhere")
    again = page_text(leader, address())
    assert (SAME in first.get_data(as_text=True), SAME in again, AGAINST in again) == (False, True, True)
    release_it(leader, asked(title="Again"), seal_on(open_page(leader, address(title="Again"))))
    with bare_session() as session:
        one, two = session.execute(sa.select(Release.tables, Release.as_of).where(Release.title.in_(["Spring", "Again"]))).all()
    assert (one.tables == two.tables, str(one.as_of), str(two.as_of)) == (True, "2026-05-01", "2026-05-02")


@pytest.mark.parametrize("persons", [1, 9, 10, 25])
def test_after_some_more_people_came_no_difference_is_exact_and_it_is_not_called_the_same(as_user, persons):
    leader = as_user("leader_everywhere")
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
        project = make_micro_project(session, network, "Counted")
        make_people_reached(session, project, 41, target_groups=("migrants",))
        session.commit()
    release_it(leader, asked(), seal_on(open_page(leader, address())))
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == "Luleå")).one()
        make_people_reached(session, make_micro_project(session, network, "Counted too"), persons, target_groups=("migrants",))
        session.commit()
    page = open_page(leader, address(title="Again"))
    assert SAME not in page.get_data(as_text=True)
    release_it(leader, asked(title="Again"), seal_on(page))
    with bare_session() as session:
        stored = session.scalars(sa.select(Release.tables).where(Release.title.in_(["Spring", "Again"])).order_by(Release.id)).all()
    one, two = (figures_of_people(tables) for tables in stored)
    changes = [two[place] - one[place] for place in one.keys() & two.keys() if None not in (one[place], two[place])]
    assert all(change % 5 == 0 for change in changes)
    assert all(value in (None, 0) or (value >= 10 and value % 5 == 0) for value in (*one.values(), *two.values()))


def figures_of_people(tables):
    """Each figure of people of a stored release, by its place."""
    return {
        (table.code, row, column): value
        for table in from_json(tables).figures
        if table.unit in ("persons", "answers")
        for row, line in enumerate(table.cells)
        for column, value in enumerate(line)
    }
