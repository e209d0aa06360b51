"""What a browser sends has the type that the callback says, or it is refused."""

from typing import Literal

import pytest

from dashboard.arguments import annotations, fits

GOOD = [
    (1, int), ("a", str), (True, bool), (1.5, float), (1, float), (None, None), (None, int | None), (3, int | None),
    (["a", "b"], list[str]), ([], list[int]), ({"a": 1}, dict), ("on", Literal["on", "off"]), ([1, None], list[int | None]),
]  # fmt: skip
BAD = [
    ("1", int), (1, str), (1, bool), (True, int), (True, float), ("1.5", float), ({}, None), ("a", int | None), ({"a": 1}, str),
    (["a", 1], list[str]), ("ab", list[str]), ([], dict), ("ON", Literal["on", "off"]), (1, Literal[True]), ({"constructor": "x"}, list[str]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "annotation"), GOOD)
def test_it_fits(value, annotation):
    assert fits(value, annotation)


@pytest.mark.parametrize(("value", "annotation"), BAD)
def test_it_does_not_fit(value, annotation):
    assert not fits(value, annotation)


def test_the_annotations_come_in_order():
    def callback(first: int, second: str | None): ...

    assert list(annotations(callback)) == [int, str | None]


def test_a_callback_without_a_type_cannot_be_written():
    def callback(first, second: int): ...

    with pytest.raises(TypeError, match="first"):
        annotations(callback)
