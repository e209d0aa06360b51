"""A mistake about a field of a form is told beside the field; every other one in the message area."""

import pytest
from dash import Input, Output

from dashboard.permissions import Permission
from dashboard.security import callback
from data_layer.problem import Problem


@pytest.fixture
def form(monkeypatch):
    """`form(function)` gives what the browser would call, and keeps what was declared to Dash."""
    declared = []
    monkeypatch.setattr(
        "dashboard.security.dash.callback", lambda *parts, **_options: declared.extend(parts) or (lambda function: function)
    )
    monkeypatch.setattr("dashboard.security.actor", lambda: None)
    monkeypatch.setattr("dashboard.security.allowed", lambda _permission: True)

    def make(function, *outputs):
        fields = {"name": "name-problem", "age": "age-problem"}
        checked = callback(*(outputs or [Output("a", "b")]), Input("c", "d"), permission=Permission.HELP_READ, fields=fields)(function)
        return checked, declared

    return make


def save(_clicks: int):
    return "saved"


def save_two(_clicks: int):
    return "saved", "twice"


def refuse_age(_clicks: int):
    raise Problem("required", "age")


def refuse_all(_clicks: int):
    raise Problem("too_many_attempts", "password", seconds=3)


def test_each_field_has_an_output_after_the_forms_own(form):
    _checked, declared = form(save)
    assert [str(part) for part in declared] == ["a.b", "name-problem.children", "age-problem.children", "c.d"]


def test_when_all_is_well_old_problems_go(form):
    checked, _declared = form(save)
    assert checked(1) == ("saved", "", "")


def test_several_outputs_stay_in_their_order(form):
    checked, _declared = form(save_two, Output("a", "b"), Output("e", "f"))
    assert checked(1) == ("saved", "twice", "", "")


def test_a_problem_is_told_beside_its_field_and_nothing_else_changes(form):
    checked, _declared = form(refuse_age)
    kept, name, age = checked(1)
    assert (type(kept).__name__, name, age) == ("NoUpdate", "", "Something is missing here. Please fill it in.")


def test_a_problem_about_no_field_of_the_form_goes_on(form):
    checked, _declared = form(refuse_all)
    with pytest.raises(Problem):
        checked(1)
