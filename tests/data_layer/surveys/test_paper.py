"""Paper answers are entered as a batch of at least five."""

import pytest

from data_layer.problem import Problem
from data_layer.surveys.paper import enter_paper
from data_layer.undo import undo
from tests.data_layer.surveys.answers import new_survey, readings, results, send, voices

FIVE = {"say": {"4": 3, "5": 1, "unknown": 1}, "helped": {"time": 4}}


def enter(session, survey, counts=FIVE, helped=(), **more):
    return enter_paper(session, survey.id, counts, {"helped": helped, "did_not_help": ()}, **more)


def test_a_batch_is_added_to_what_came_through_the_link(session):
    survey = new_survey(session)
    send(session, survey, *"44444")
    enter(session, survey)
    (result,) = results(session)
    assert (result.answers, result.counts["say"]["4"], result.counts["helped"]["time"]) == (10, 8, 4)


def test_fewer_than_five_are_refused(session):
    with pytest.raises(Problem, match="too_few_answers"):
        enter(session, new_survey(session), {"say": {"4": 4}})


@pytest.mark.parametrize("counts", [{"say": {"4": -1, "5": 7}}, {"say": {"4": 10_001}}])
def test_numbers_that_cannot_be_are_refused(session, counts):
    with pytest.raises(Problem, match="count_range"):
        enter(session, new_survey(session), counts)


def test_no_theme_was_chosen_more_often_than_there_are_answers(session):
    with pytest.raises(Problem, match="more_than_answers"):
        enter(session, new_survey(session), {"say": {"4": 5}, "helped": {"time": 6}})


def test_there_are_not_more_words_than_answers(session):
    with pytest.raises(Problem, match="more_than_answers"):
        enter(session, new_survey(session), helped=["one"] * 6)


def test_words_come_one_a_line_in_alphabetical_order(session):
    enter(session, new_survey(session), helped=["the cooking", "", " a lift home "])
    assert [(voice.words, voice.source) for voice in voices(session)] == [
        ("a lift home", "answers on paper"),
        ("the cooking", "answers on paper"),
    ]


def test_numbers_and_addresses_in_words_are_refused(session):
    with pytest.raises(Problem, match="contact_in_words"):
        enter(session, new_survey(session), helped=["call 0431 123456"], no_names=True)


def test_a_name_is_refused_unless_somebody_says_that_it_is_none(session):
    survey = new_survey(session)
    with pytest.raises(Problem, match="name_in_words"):
        enter(session, survey, helped=["the talk with Anna Lind"])
    enter(session, survey, helped=["the talk with Anna Lind"], no_names=True)
    assert len(voices(session)) == 1


def test_a_batch_can_be_taken_back_as_it_shows_nothing_that_was_not_typed(session):
    survey = new_survey(session)
    action = enter(session, survey, {"say": {"4": 5}})
    undo(session, action)
    assert [result for result in results(session) if result.trashed_by is None] == []
    send(session, survey, *"77777")
    (result,), (reading,) = results(session), readings(session)
    assert (result.answers, result.counts["say"]["4"], reading.level_from) == (5, 0, 7)
