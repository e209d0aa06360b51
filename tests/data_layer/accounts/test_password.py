"""What makes a password, and how it is kept."""

import pytest
from argon2 import extract_parameters

from data_layer.accounts.password import check_password, hash_password, is_outdated, matches
from data_layer.problem import Problem

pytestmark = pytest.mark.usefixtures("salted")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "password_short"),
        ("x" * 201, "password_long"),
        ("1234567890", "password_common"),
        ("QWERTYUIOP", "password_common"),
        ("aaaaaaaaaaaa", "password_common"),
        ("anneliese2026", "password_context"),
        ("my sempre account", "password_context"),
    ],
)
def test_a_weak_password_is_refused(password, code):
    with pytest.raises(Problem, match=code):
        check_password(password, email="anneliese@example.org")


@pytest.mark.parametrize(
    "password", ["correct horse battery", "y" * 32 + "abcd" * 8, "пароль из трёх слов", "näkymätön sävel 🎵", "k9!z" * 50]
)
def test_a_good_password_is_taken_as_it_is(password):
    check_password(password, email="anneliese@example.org")
    assert matches(hash_password(password), password)


def test_the_hash_is_as_strong_as_it_should_be():
    parameters = extract_parameters(hash_password("correct horse battery"))
    assert parameters.memory_cost >= 19 * 1024
    assert parameters.time_cost >= 2


def test_the_end_of_a_long_password_counts():
    stored = hash_password("a" * 199 + "b")
    assert not matches(stored, "a" * 199 + "c")


def test_a_hash_with_weaker_parameters_is_outdated():
    assert is_outdated("$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub+b3dWRWJTmaaJObG")


def test_a_broken_hash_matches_nothing():
    assert not matches("broken", "correct horse battery")
