"""The seven steps of the pyramid."""

from components.participation_steps import bands, shows_originals, steps


def test_there_are_seven_steps():
    assert sorted(steps()) == [1, 2, 3, 4, 5, 6, 7]


def test_professionals_have_six_titles():
    assert [n for n, step in sorted(steps().items()) if step.staff is None] == [7]


def test_each_title_has_its_german_original():
    assert all(step.users_german and bool(step.staff) == bool(step.staff_german) for step in steps().values())


def test_the_users_titles_whose_source_is_incomplete_are_the_first_three():
    assert sorted(n for n, step in steps().items() if step.source_incomplete) == [1, 2, 3]


def test_the_bands_hold_each_step_once_from_the_top():
    assert [n for band in bands() for n in band.numbers] == [7, 6, 5, 4, 3, 2, 1]


def test_readers_of_english_may_see_the_originals():
    assert shows_originals()


def test_readers_of_german_read_them_already(reader_of_german):
    assert not shows_originals()
