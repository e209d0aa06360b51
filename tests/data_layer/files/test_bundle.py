"""The workbook in our packed export, and nothing else."""

import zipfile
from io import BytesIO

import pytest

from data_layer.files.bundle import EVERYTHING, workbook_in
from data_layer.files.limits import MOST_BYTES
from data_layer.problem import Problem
from tests.data_layer.files.hostile import packed, workbook


def test_the_workbook_is_found():
    inside = workbook()
    told = BytesIO()
    with zipfile.ZipFile(told, "w") as archive:
        archive.writestr(EVERYTHING, inside)
    assert workbook_in(told.getvalue()) == inside


def test_another_packed_file_is_not_ours():
    assert workbook_in(workbook()) is None
    assert workbook_in(packed({"a.csv": "x"})) is None


def test_one_that_is_too_large_is_not_unpacked():
    with pytest.raises(Problem, match="file_large"):
        workbook_in(packed({EVERYTHING: " " * (MOST_BYTES + 2)}))


@pytest.mark.parametrize("cut", [30, 60, 100])
def test_one_that_is_cut_off_is_told(cut):
    with pytest.raises(Problem, match="file_broken"):
        workbook_in(packed({EVERYTHING: "x" * 500})[:-cut])
