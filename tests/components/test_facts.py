"""Terms and values."""

from components.facts import facts
from tests.components.tree import find_all, text


def test_each_term_stands_before_its_value():
    assert text(facts([("Form", "cooperative"), ("Jobs", 6)])) == "Form cooperative Jobs 6"


def test_a_missing_value_is_unknown():
    assert text(find_all(facts([("End state", None)]), "unknown")) == "unknown"
