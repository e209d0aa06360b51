"""Releases that leaders compose: looked at first, checked against all earlier ones, then fixed."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data_layer.access import reading
from data_layer.accounts.account import add_account, grant_network
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.disclosure.protection import protect
from data_layer.giving_way import answered
from data_layer.models import Release
from data_layer.problem import Problem
from data_layer.releases import composing
from data_layer.releases.choosing import offer
from data_layer.releases.composing import release
from data_layer.releases.composition import Merge
from data_layer.releases.released import to_json
from data_layer.vocabulary import AccountRole
from tests.composing import DAY, column, composition, figures, fix, look, network_with
from tests.factories import (
    make_micro_project,
    make_people_reached,
)


def test_counts_of_people_under_ten_are_hidden_and_others_rounded(session, programme):
    shown = column(look(session, composition(*programme)), "reached")
    assert (shown["older"], shown["youth"]) == (None, None)
    assert (shown["migrants"], shown["families"]) == (95, 80)


def test_a_total_does_not_give_away_what_is_hidden(session):
    networks = [network_with(session, name, reached={"migrants": 30, "older": n}, jobs=20)[0] for name, n in (("A", 4), ("B", 0), ("C", 0))]
    assert column(look(session, composition(*networks)), "reached")["older"] is None


def test_the_leader_is_told_why(session, programme):
    hidden = look(session, composition(*programme)).hidden
    assert {cell.reason for cell in hidden if (cell.table, cell.row) == ("reached", "older")} == {"few"}


def test_merging_small_groups_is_offered_where_it_shows_more(session, programme):
    (best, *_others) = look(session, composition(*programme)).offers
    assert {"older", "youth"} <= set(best.merge.codes)


def test_a_merge_shows_what_was_promised(session, programme):
    def count(found):
        cells = [cell for table in found.tables.figures if table.unit in ("persons", "answers") for line in table.cells for cell in line]
        return sum(cell is not None for cell in cells)

    before = look(session, composition(*programme))
    best = before.offers[0]
    after = look(session, composition(*programme, merges=(best.merge,)))
    assert count(after) == count(before) + best.shown_again


def test_merged_groups_are_shown_as_one(session, programme):
    merge = Merge("target_group", ("older", "youth"))
    table = figures(look(session, composition(*programme, merges=(merge,))), "reached")
    assert "older+youth" in table.rows
    assert "older" not in table.rows


def test_merged_networks_carry_both_names(session, programme):
    merge = Merge("network", tuple(sorted(str(network.id) for network in programme[:2])))
    assert figures(look(session, composition(*programme, merges=(merge,))), "projects_by_phase").rows[0] == "North + South"


def test_what_is_released_is_what_was_looked_at(session, programme, leader):
    found = look(session, composition(*programme))
    made = fix(session, composition(*programme), leader)
    assert made.tables == to_json(found.tables)
    assert [table["code"] for table in made.tables["figures"]] == [table.code for table in found.tables.figures]
    assert (made.period_first, made.period_last) == (date(2017, 1, 1), date(2017, 12, 31))


def test_another_seal_releases_nothing(session, programme, leader):
    with pytest.raises(Problem, match="release_changed"):
        release(session, offer(session), composition(*programme), seal="0" * 64, maker=leader.id)
    assert session.scalars(sa.select(Release)).all() == []


def test_the_same_data_a_day_later_give_the_same_pattern(session, programme, leader, clock):
    clock(datetime(2026, 5, 1, tzinfo=UTC))
    first = fix(session, composition(*programme), leader)
    clock(datetime(2026, 5, 2, tzinfo=UTC))
    second = fix(session, composition(*programme), leader)
    assert first.tables["figures"] == second.tables["figures"]


def test_a_few_people_more_do_not_show_in_the_next_release(session, programme, leader):
    before = fix(session, composition(*programme), leader)
    project = make_micro_project(session, programme[2], "Second")
    make_people_reached(session, project, 6, target_groups=("older",), **DAY)
    found = look(session, composition(*programme))
    assert found.earlier == 1
    total = column(found, "reached")[""]
    assert total is None or abs(total - before.tables["figures"][5]["cells"][-1][0]) in (0, 5, 10)
    assert column(found, "reached")["older"] is None


def test_releases_of_other_leaders_count_and_are_not_seen(session, programme, leader):
    fix(session, composition(*programme), leader)
    other = add_account(session, email="other@example.org", password="correct horse battery", role="leader", all_networks=False)
    grant_network(session, other, "North")
    session.commit()
    with reading(Actor(other.id, other.email, AccountRole.LEADER, frozenset({programme[0].id}))) as theirs:
        assert theirs.scalars(sa.select(Release)).all() == []
        assert look(theirs, composition(programme[0])).earlier == 1


def test_releases_about_other_networks_do_not_count(session, programme, leader):
    fix(session, composition(programme[0]), leader)
    assert look(session, composition(programme[1])).earlier == 0


def test_a_release_that_was_taken_back_still_counts(session, programme, leader):
    made = fix(session, composition(*programme), leader)
    with acting(session, "test") as action:
        action.trash(made)
    assert look(session, composition(*programme)).earlier == 1


def test_whoever_works_out_a_release_steps_back_behind_those_who_are_answered(session, programme, monkeypatch):
    seen = []

    def watched(*given, **named):
        seen.append(answered.number)
        return protect(*given, **named)

    monkeypatch.setattr(composing, "protect", watched)
    with answered.one():
        look(session, composition(*programme))
    assert seen == [0]
    assert answered.number == 0
