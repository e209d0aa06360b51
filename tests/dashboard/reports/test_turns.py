"""Papers are set one after the other, and the same one only once."""

from threading import Event, Thread
from time import perf_counter, sleep

import pytest

from dashboard.reports import setting
from dashboard.reports.setting import set_pdf
from data_layer.problem import Problem


@pytest.fixture
def made(monkeypatch):
    """The documents that were set."""
    given = []

    def make(document):
        given.append(document)
        return b"%PDF" + document

    monkeypatch.setattr(setting, "_set_by_child", make)
    return given


def test_the_same_document_is_set_once(made):
    assert set_pdf({"title": "Spring"}) == set_pdf({"title": "Spring"})
    assert len(made) == 1


def test_a_document_that_differs_in_one_word_is_set_anew(made):
    told, taken_back = set_pdf({"quotes": ["We decide."], "language": "en"}), set_pdf({"quotes": [], "language": "en"})
    assert (b"We decide." in told, b"We decide." in taken_back) == (True, False)
    assert set_pdf({"quotes": [], "language": "de"}) not in (told, taken_back)


def test_what_could_not_be_set_is_tried_again(made, monkeypatch):
    def fail(_document):
        raise Problem("report_failed")

    with monkeypatch.context() as broken:
        broken.setattr(setting, "_set_by_child", fail)
        for _try in range(3):
            with pytest.raises(Problem, match="report_failed"):
                set_pdf({"title": "Spring"})
    assert set_pdf({"title": "Spring"})


def test_only_one_waits_and_the_next_is_told_at_once(made, monkeypatch):
    begun, go_on, answers = Event(), Event(), []

    def take_long(document):
        begun.set()
        go_on.wait(30)
        return b"%PDF" + document

    monkeypatch.setattr(setting, "_set_by_child", take_long)
    monkeypatch.setattr(setting, "PATIENCE_SECONDS", 20)
    people = [Thread(target=lambda n=n: answers.append(set_pdf({"n": n}))) for n in range(2)]
    for person in people:
        person.start()
    begun.wait(10)
    for _look in range(500):
        if not setting.in_the_room._value:
            break
        sleep(0.01)
    began = perf_counter()
    with pytest.raises(Problem, match="report_busy"):
        set_pdf({"n": 3})
    told_after = perf_counter() - began
    go_on.set()
    for person in people:
        person.join(10)
    assert (len(answers), told_after < 5) == (2, True)
