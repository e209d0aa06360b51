"""Files made to do harm are refused with a reason, soon and without costing others anything."""

import resource
import subprocess
import sys
import time

import pytest

from data_layer.files.limits import MEMORY
from data_layer.files.limits import SECONDS as MOST_SECONDS
from data_layer.files.reading import ROOT, read_file, taking_turns
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


def test_the_process_that_reads_cannot_have_more_memory_or_time():
    """What a process used is told with what its parent had before; so the limits are looked at, which the system keeps."""
    ask = "import resource as r, data_layer.files.child as c; c.main(); print(); print(r.getrlimit(r.RLIMIT_AS)[1], r.getrlimit(r.RLIMIT_CPU)[1])"
    child = subprocess.run((sys.executable, "-c", ask, "list.csv", "{}"), capture_output=True, text=True, check=True, cwd=ROOT, input="")
    assert child.stdout.splitlines()[-1].split() == [str(MEMORY), str(MOST_SECONDS)]


@pytest.mark.parametrize("part", range(1, 21))
def test_a_workbook_cut_off_anywhere_is_refused(part):
    data = workbook()
    with pytest.raises(Problem) as refused:
        read_file(data[: len(data) * part // 21], "list.xlsx")
    assert refused.value.code == "file_broken"


def test_a_good_workbook_is_read_whatever_its_name_says():
    assert read_file(workbook(), "list.pdf").tables[0].rows == (("Sewing group", "Luleå"),)


def test_who_would_have_to_wait_long_is_told_so(monkeypatch):
    monkeypatch.setattr("data_layer.files.reading.PATIENCE_SECONDS", 0.01)
    with taking_turns, pytest.raises(Problem, match="file_busy"):
        read_file(workbook(), "list.xlsx")
