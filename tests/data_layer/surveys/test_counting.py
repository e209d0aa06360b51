"""What answers say together."""

from data_layer.surveys.counting import CHOICES, Answer, added, answer_of, batch_of, middle_step, named


def say(*sayings):
    return batch_of([Answer(each) for each in sayings]).counts


def test_the_middle_of_an_odd_number_is_one_of_them():
    assert middle_step(say("1", "4", "7")) == 4


def test_the_middle_of_an_even_number_is_the_lower_one():
    assert middle_step(say("2", "3", "6", "7")) == 3


def test_those_who_do_not_know_count_as_answers_and_not_as_steps():
    batch = batch_of([Answer(each) for each in ("unknown", "none", "5")])
    assert (batch.answers, named(batch.counts), middle_step(batch.counts)) == (3, 1, 5)


def test_nobody_named_a_step_so_there_is_no_middle():
    assert middle_step(say("unknown", "none")) is None


def test_a_batch_counts_themes_of_both_questions():
    batch = batch_of([Answer("4", ("time", "choice"), ("time",)), Answer("4", ("time",))])
    assert (batch.counts["helped"]["time"], batch.counts["helped"]["choice"], batch.counts["did_not_help"]["time"]) == (2, 1, 1)


def test_words_stand_in_alphabetical_order_and_apart_from_what_else_was_said():
    batch = batch_of([Answer("1", helped_words="zest"), Answer("2", helped_words="air", did_not_help_words="bus")])
    assert (batch.helped_words, batch.did_not_help_words) == (("air", "zest"), ("bus",))


def test_counts_add_up_and_hold_every_choice():
    together = added(say("1", "1"), say("1", "7"))
    assert together["say"] == {**dict.fromkeys(CHOICES["say"], 0), "1": 3, "7": 1}


def test_an_answer_comes_back_from_where_it_waited():
    answer = Answer("4", ("choice", "time"), ("knowledge",), "air", "bus")
    assert answer_of(answer.plain()) == answer
