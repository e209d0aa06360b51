"""What is dated in a closed reporting period stays as it is, whichever way somebody tries."""

from contextlib import contextmanager
from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.closed_period import HAPPENED, LIVES, WORDS
from data_layer.editing.edit import Edit, add_row, edit_fields, restore_rows, trash_rows
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import TABLES
from data_layer.files.recognise import recognise
from data_layer.imports.apply import apply
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.models import Assessment, Event, Network, WaitingAnswer
from data_layer.problem import Problem
from data_layer.releases.period import add_period, close_period, open_period
from data_layer.sample.loader import load_sample
from data_layer.sample.removal import remove_sample
from data_layer.scope import DATED
from data_layer.stack import undo_last
from data_layer.surveys.answering import Taken, take_answer
from data_layer.surveys.counting import BATCH, Answer
from data_layer.undo import undo
from data_layer.vocabulary import AccountRole
from tests import factories

IN_2017, IN_2018 = (date(2017, 5, 1), date(2017, 5, 31)), (date(2018, 5, 1), date(2018, 5, 31))
OVER_BOTH = (date(2017, 12, 1), date(2018, 1, 31))


def closed(session, name="The year 2017", first=date(2017, 1, 1), last=date(2017, 12, 31)):
    period = add_period(session, name=name, first=first, last=last)
    close_period(session, period)
    return period


def dated(day, name="day"):
    return {f"{name}_first": day[0], f"{name}_last": day[1]}


@pytest.fixture
def network(session):
    return factories.make_network(session)


@contextmanager
def refused(name="The year 2017"):
    with pytest.raises(Problem, match="period_closed") as found:
        yield
    assert found.value.values == {"period": name}


@pytest.mark.parametrize("day", [IN_2017, OVER_BOTH, (date(2015, 1, 1), date(2020, 12, 31))])
def test_nothing_is_added_that_touches_the_period(session, network, day):
    closed(session)
    with refused():
        factories.make_event(session, network, **dated(day))


@pytest.mark.parametrize("day", [IN_2018, (None, None)])
def test_what_lies_outside_or_has_no_date_is_added(session, network, day):
    closed(session)
    assert factories.make_event(session, network, **dated(day)).id


def test_the_day_after_the_last_one_is_outside(session, network):
    closed(session)
    assert factories.make_event(session, network, **dated((date(2018, 1, 1), date(2018, 1, 1)))).id
    with refused():
        factories.make_event(session, network, **dated((date(2017, 12, 31), date(2017, 12, 31))))


@pytest.mark.parametrize(
    ("begins", "values"),
    [
        (IN_2017, {"kind": "training"}),
        (IN_2017, {"participants": 12}),
        (IN_2017, {"participants": 12, "title": "Another title"}),
        (IN_2017, dated(IN_2018)),
        (IN_2017, dated((None, None))),
        (IN_2018, dated(IN_2017)),
        ((None, None), dated(IN_2017)),
    ],
)
def test_nothing_in_it_changes_and_nothing_moves_into_it_or_out_of_it(session, network, begins, values):
    event = factories.make_event(session, network, **dated(begins))
    closed(session)
    with refused(), acting(session, "edit") as recorder:
        recorder.update(event, **values)


def test_a_slip_in_words_is_mended(session, network):
    event = factories.make_event(session, network, **dated(IN_2017))
    closed(session)
    with acting(session, "edit") as recorder:
        recorder.update(event, title="Another title", place="Town hall", source="minutes")
    assert event.title == "Another title"


def test_all_but_known_words_and_consent_is_kept():
    """A column that is new is kept until somebody decides that it is words."""
    for model in HAPPENED:
        free = {column.name for column in model.__table__.columns} & WORDS
        assert not [name for name in free if not isinstance(model.__table__.columns[name].type, sa.String)]


def test_the_source_of_money_is_kept_because_public_sums_are_shown(session, network):
    project, source = factories.make_micro_project(session, network), factories.make_funding_source(session)
    case = factories.make_funding_case(session, project, source, currency="EUR", state="received")
    receipt = factories.make_receipt(session, case, 100, **dated(IN_2017))
    closed(session)
    with refused(), acting(session, "edit") as recorder:
        recorder.update(receipt, source="a web page")


def test_what_people_said_is_kept(session, network):
    voice = factories.make_voice(session, network, **dated(IN_2017))
    closed(session)
    with refused(), acting(session, "edit") as recorder:
        recorder.update(voice, words="Other words")


def test_a_change_that_changes_nothing_is_none(session, network):
    event = factories.make_event(session, network, **dated(IN_2017))
    closed(session)
    with acting(session, "edit") as recorder:
        recorder.update(event, title=event.title)


def test_nothing_in_it_goes_to_the_trash_or_comes_back(session, network):
    kept, gone = (factories.make_event(session, network, **dated(IN_2017)) for _each in range(2))
    trash_rows(session, TABLES["event"], [gone.id])
    closed(session)
    with refused():
        trash_rows(session, TABLES["event"], [kept.id])
    with refused():
        restore_rows(session, TABLES["event"], [gone.id])


def test_what_it_hangs_on_stays_with_it(session, network):
    project = factories.make_micro_project(session, network)
    factories.make_event(session, network, micro_project_id=project.id, **dated(IN_2017))
    closed(session)
    with refused():
        trash_rows(session, TABLES["micro_project"], [project.id])


def test_undo_in_it_is_refused(session, network):
    action_id, event = add_row(session, TABLES["event"], network.id, {"title": "Meeting", "kind": "meeting", "day": "2017-05"})
    closed(session)
    with refused():
        undo(session, action_id)
    session.expire_all()
    assert event.trashed_by is None


def test_closing_itself_is_not_taken_back_by_undo(session):
    account = add_account(session, email="leader@example.org", password="correct horse battery", role="leader", all_networks=True)
    session.info["actor"] = Actor(account.id, account.email, AccountRole.LEADER, all_networks=True)
    closed(session)
    with pytest.raises(Problem, match="nothing_to_undo"):
        undo_last(session, account.id)


def test_in_the_grid_only_the_row_in_it_is_refused(session, network):
    inside, outside = (factories.make_event(session, network, kind="meeting", **dated(day)) for day in (IN_2017, IN_2018))
    closed(session)
    edited = edit_fields(session, [Edit("event", row.id, "kind", "meeting", "training") for row in (inside, outside)])
    assert [(refusal.place, refusal.problem.code) for refusal in edited.refusals] == [(0, "period_closed")]
    assert (inside.kind, outside.kind) == ("meeting", "training")


def test_opened_again_everything_changes_again(session, network):
    event = factories.make_event(session, network, **dated(IN_2017))
    period = closed(session)
    open_period(session, period, reason="A date was wrong.")
    with acting(session, "edit") as recorder:
        recorder.update(event, title="Another title")


def test_every_dated_kind_of_row_is_looked_after():
    assert {model for model, _names in DATED} <= HAPPENED.keys()
    rest = {
        mapper.class_.__name__
        for mapper in Network.registry.mappers
        if mapper.class_ not in HAPPENED.keys() | LIVES.keys()
        and any(column.key.endswith("_first") for column in mapper.local_table.columns)
        and hasattr(mapper.class_, "trashed_by")
    }
    assert rest == {"Release"}


def test_each_date_of_a_tie_and_of_a_funding_case_counts(session, network):
    one, other = (factories.make_stakeholder(session, network, name) for name in ("One", "Other"))
    closed(session)
    for name in ("start", "end"):
        with refused():
            factories.make_tie(session, one, other, **dated(IN_2017, name))
    assert factories.make_tie(session, one, other, **dated((date(2016, 1, 1), date(2016, 1, 1)), "start"), **dated(IN_2018, "end")).id


def test_of_what_lives_through_many_periods_only_the_dates_are_kept(session, network):
    project = factories.make_micro_project(session, network, end_state="ended", **dated(IN_2017, "ended"))
    closed(session)
    with acting(session, "edit") as recorder:
        recorder.update(project, description="What it is about")
    for values in ({"end_state": "informal"}, dated(IN_2018, "ended")):
        with refused(), acting(session, "edit") as recorder:
            recorder.update(project, **values)
        session.refresh(project)


def test_consent_is_taken_back_on_any_day(session, network):
    agreed = {"consent": "funders", "consent_day": date(2017, 6, 1), "checked": True}
    voice = factories.make_voice(session, network, **dated(IN_2017), **agreed)
    closed(session)
    with acting(session, "edit") as recorder:
        recorder.update(voice, withdrawn_day=date(2018, 1, 1))
    with refused(), acting(session, "edit") as recorder:
        recorder.update(voice, words="Other words")


def test_a_row_without_a_date_costs_no_statement_and_one_with_a_date_one(session, network, queries):
    def statements(**values):
        before = len(queries)
        factories.make_event(session, network, **values)
        return len(queries) - before

    without = statements()
    assert statements(**dated(IN_2018)) == without + 1
    event = factories.make_event(session, network)
    before = len(queries)
    with acting(session, "edit") as recorder:
        recorder.update_all((event, {"title": f"Meeting {number}", **dated(IN_2018)}) for number in range(20))
    assert sum("reporting_period" in statement for statement in queries[before:]) == 1


def test_the_sample_comes_and_goes_over_a_closed_period(session):
    closed(session)
    assert load_sample(session).networks > 0
    assert remove_sample(session).networks > 0
    assert load_sample(session).networks > 0


def test_what_people_change_in_the_sample_is_kept(session):
    load_sample(session)
    closed(session)
    event = session.scalars(sa.select(Event).where(Event.day_first == date(2017, 2, 14))).one()
    with refused(), acting(session, "edit") as recorder:
        recorder.update(event, participants=99)


def test_answers_of_service_users_wait_until_the_period_is_open(session, network):
    survey = factories.make_survey(session, factories.make_micro_project(session, network))
    period = closed(session, "All of it", date(2000, 1, 1), date(2100, 1, 1))
    for each in range(BATCH):
        assert take_answer(session, survey.id, f"form {each}", Answer("4"), default_zone="UTC") is Taken.KEPT
    assert session.scalar(sa.select(sa.func.count(Assessment.id))) == 0
    assert session.scalar(sa.select(sa.func.count(WaitingAnswer.id))) == BATCH
    open_period(session, period, reason="Answers came late.")
    take_answer(session, survey.id, "one more", Answer("4"), default_zone="UTC")
    assert session.scalars(sa.select(Assessment.judges)).one() == BATCH + 1
    assert session.scalar(sa.select(sa.func.count(WaitingAnswer.id))) == 0


def test_an_import_refuses_the_rows_in_it_and_brings_in_the_others(session, network):
    kept = factories.make_event(session, network, "Old meeting", kind="meeting", **dated(IN_2017))
    closed(session)
    text = "network,title,kind,day,participants\nVale,Old meeting,meeting,2017-05,12\nVale,New meeting,meeting,2017-06,\nVale,Later meeting,meeting,2018-06,\n"
    form = recognise(text.encode(), "event.csv", {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()})
    found = plan(session, form, first_choices(form, network.id))
    assert [row.problem.code for row in found.rows if row.problem] == ["period_closed"] * 2
    apply(session, found)
    session.refresh(kept)
    assert kept.participants is None
    assert set(session.scalars(sa.select(Event.title))) == {"Old meeting", "Later meeting"}
