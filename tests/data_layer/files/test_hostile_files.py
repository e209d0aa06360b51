"""Files made to do harm are refused with a reason, soon and without costing others anything."""

import resource
import time

import pytest

from data_layer.files.limits import MEMORY
from data_layer.files.reading import read_file
from data_layer.problem import Problem
from tests.data_layer.files.hostile import HOSTILE, workbook

SECONDS = 2


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_reason(name):
    make, code = HOSTILE[name]
    data = make()
    begun = time.process_time()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(Problem) as refused:
        read_file(data, "list.xlsx")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert refused.value.code == code
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime + time.process_time() - begun < SECONDS


def test_no_file_that_was_read_took_more_memory_than_it_may():
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY


@pytest.mark.parametrize("part", range(1, 21))
def test_a_workbook_cut_off_anywhere_is_refused(part):
    data = workbook()
    with pytest.raises(Problem) as refused:
        read_file(data[: len(data) * part // 21], "list.xlsx")
    assert refused.value.code == "file_broken"


def test_a_good_workbook_is_read_whatever_its_name_says():
    assert read_file(workbook(), "list.pdf").tables[0].rows == (("Sewing group", "Luleå"),)
