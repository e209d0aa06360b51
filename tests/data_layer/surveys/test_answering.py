"""Answers wait until there are five; then they are counted together, and nothing of the single ones stays."""

import json
import threading
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data_layer.door import Door
from data_layer.editing.edit import trash_rows
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.history import history
from data_layer.history_filter import Wanted
from data_layer.models import Action, Change, MicroProject, Survey, UsedForm, WaitingAnswer
from data_layer.problem import Problem
from data_layer.surveys.answering import Taken, asked, is_used, respondent, take_answer
from data_layer.surveys.counting import Answer
from data_layer.undo import undo
from tests.data_layer.surveys.answers import ZONE, actions, new_survey, readings, results, send, voices, waiting
from tests.factories import make_assessment, make_survey

MAY = datetime(2026, 5, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(MAY)


def test_four_answers_wait_and_change_nothing_that_anybody_sees(session):
    survey = new_survey(session)
    before = session.scalar(sa.select(sa.func.max(Action.id)))
    send(session, survey, "4", "4", "5", "1")
    assert (waiting(session), results(session), readings(session)) == (4, [], [])
    assert session.scalar(sa.select(sa.func.max(Action.id))) == before


def test_the_fifth_counts_all_five_in_one_action_of_nobody(session):
    survey = new_survey(session)
    send(session, survey, "4", "4", "5", "1", "7")
    (result,), (action,) = results(session), actions(session)
    assert (result.answers, result.counts["say"]["4"], waiting(session), action.account_id) == (5, 2, 0, None)


def test_results_change_only_in_fives(session):
    survey = new_survey(session)
    seen = []
    for number in range(12):
        send(session, survey, "4", first=number)
        seen.append([result.answers for result in results(session)])
    assert seen == [[]] * 4 + [[5]] * 5 + [[10]] * 3


def test_the_reading_is_the_middle_step_of_those_who_named_one(session):
    survey = new_survey(session, stage="design")
    send(session, survey, "2", "4", "5", "unknown", "none")
    assert readings(session) == []
    send(session, survey, "4", "4", "4", "3", "7", first=5)
    (reading,) = readings(session)
    assert (reading.level_from, reading.level_to, reading.judges, reading.stage, reading.side) == (4, 4, 8, "design", "users")
    assert (reading.method, reading.source) == ("link", "answers through a link")


def test_the_evidence_holds_no_figure_that_a_leader_may_not_see(session):
    send(session, new_survey(session), "4", "4", "5", "1", "7")
    (reading,) = readings(session)
    assert not any(sign.isdigit() for sign in reading.evidence)


def test_a_reading_on_a_micro_project_tells_months_and_never_a_day(session, clock):
    survey = new_survey(session)
    send(session, survey, *"44444")
    clock(datetime(2026, 7, 3, tzinfo=UTC))
    send(session, survey, *"55555", first=5)
    (reading,) = readings(session)
    assert (reading.day_first, reading.day_last) == (date(2026, 5, 1), date(2026, 7, 31))


def test_a_reading_on_an_event_has_its_day(session):
    send(session, new_survey(session, event=True), *"44444")
    (reading,) = readings(session)
    assert (reading.day_first, reading.day_last, reading.micro_project_id) == (date(2026, 5, 12), date(2026, 5, 12), None)


def test_words_become_voices_in_alphabetical_order_without_consent(session):
    survey = new_survey(session)
    for number, words in enumerate(["zest", "air", "", "moon", "bus"]):
        take_answer(session, survey.id, f"form {number}", Answer("4", helped_words=words), default_zone=ZONE)
    assert [voice.words for voice in voices(session)] == ["air", "bus", "moon", "zest"]
    assert {(voice.kind, voice.teller, voice.consent, voice.checked) for voice in voices(session)} == {
        ("helped", "service_user", "none", False)
    }


def test_a_reading_in_the_trash_stays_there_and_answers_are_counted_on(session):
    survey = new_survey(session)
    send(session, survey, *"44444")
    (reading,) = readings(session)
    trash_rows(session, TABLES["assessment"], [reading.id])
    send(session, survey, *"77777", first=5)
    assert (readings(session), [result.answers for result in results(session)]) == ([], [10])


def test_a_reading_by_hand_for_the_same_date_is_not_touched(session):
    survey = new_survey(session)
    project = session.get_one(MicroProject, survey.micro_project_id)
    month = {"day_first": date(2026, 5, 1), "day_last": date(2026, 5, 31)}
    make_assessment(session, project, "users", 2, **month)
    send(session, survey, *"77777")
    assert [reading.level_from for reading in readings(session)] == [2]
    assert [result.answers for result in results(session)] == [5]


def test_two_links_about_the_same_share_one_reading(session):
    first = new_survey(session)
    second = make_survey(session, session.get_one(MicroProject, first.micro_project_id))
    send(session, first, *"22222")
    send(session, second, *"77777")
    send(session, second, *"77777", first=5)
    (reading,) = readings(session)
    assert (reading.level_from, reading.judges) == (7, 15)
    assert sorted(result.answers for result in results(session)) == [5, 10]


def test_a_form_counts_once(session):
    survey = new_survey(session)
    send(session, survey, "4")
    assert send(session, survey, "5") is Taken.USED
    assert (waiting(session), is_used(session, survey.id, "form 0"), is_used(session, survey.id, "form 1")) == (1, True, False)


def test_the_last_day_is_the_last_one_in_the_time_zone_of_the_network(session, clock):
    survey = new_survey(session, ends=date(2026, 5, 20))
    clock(datetime(2026, 5, 20, 21, 59, tzinfo=UTC))
    assert send(session, survey, "4") is Taken.KEPT
    clock(datetime(2026, 5, 20, 22, 1, tzinfo=UTC))
    assert send(session, survey, "4", first=1) is Taken.CLOSED
    assert asked(session, survey.id, default_zone=ZONE).door is Door.ENDED


def test_a_withdrawn_link_takes_nothing(session):
    survey = new_survey(session, withdrawn=True)
    assert send(session, survey, "4") is Taken.CLOSED
    assert asked(session, survey.id, default_zone=ZONE).door is Door.WITHDRAWN


def test_a_link_goes_with_its_micro_project(session):
    survey = new_survey(session)
    trash_rows(session, TABLES["micro_project"], [survey.micro_project_id])
    assert send(session, survey, "4") is Taken.CLOSED


def test_a_survey_that_never_was_is_none(session):
    assert asked(session, 999, default_zone=ZONE) is None


def test_counted_answers_cannot_be_taken_back_and_the_history_does_not_offer_it(session):
    survey = new_survey(session)
    send(session, survey, *"44444")
    (action,) = actions(session)
    with pytest.raises(Problem, match="answers_stay"):
        undo(session, action.id)
    entry = next(entry for entry in history(session, Wanted()).entries if entry.id == action.id)
    assert not entry.undoable


def test_no_single_answer_is_in_the_history(session):
    survey = new_survey(session)
    send(session, survey, *"12345", helped_words="told once")
    kept = session.scalars(sa.select(Change)).all()
    assert {change.table_name for change in kept} & {"waiting_answer", "used_form"} == set()
    assert "helped_words" not in json.dumps([[change.before, change.after] for change in kept])


def test_the_order_in_which_answers_came_is_not_kept_while_they_wait(session):
    kept = []
    first = new_survey(session)
    for survey, order in ((first, "1743"), (make_survey(session, session.get_one(MicroProject, first.micro_project_id)), "3471")):
        send(session, survey, *order)
        rows = session.scalars(sa.select(WaitingAnswer).where(WaitingAnswer.survey_id == survey.id).order_by(WaitingAnswer.id))
        kept.append([row.answer["say"] for row in rows])
    assert kept[0] == kept[1] == ["1", "3", "4", "7"]


def test_answers_at_the_same_moment_are_neither_lost_nor_doubled(database):
    with bare_session(write=True) as session:
        survey_id = new_survey(session).id
        session.commit()
    faults = []

    def answer(number):
        try:
            for turn in range(4):
                with respondent(write=True) as own:
                    take_answer(own, survey_id, f"form {number} {turn}", Answer(str(number % 7 + 1)), default_zone=ZONE)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=answer, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with bare_session() as session:
        (result,) = results(session)
        assert (faults, result.answers, sum(result.counts["say"].values()), waiting(session)) == ([], 30, 30, 2)
        assert session.scalar(sa.select(sa.func.count(UsedForm.id))) == 32
        assert len(actions(session)) == 6


def test_the_same_form_at_the_same_moment_counts_once(database):
    with bare_session(write=True) as session:
        survey_id = new_survey(session).id
        session.commit()
    taken = []

    def answer():
        with respondent(write=True) as own:
            taken.append(take_answer(own, survey_id, "slip 7", Answer("4"), default_zone=ZONE))

    threads = [threading.Thread(target=answer) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [Taken.KEPT, *[Taken.USED] * 5]
    with bare_session() as session:
        assert (waiting(session), session.get_one(Survey, survey_id).withdrawn) == (1, False)
