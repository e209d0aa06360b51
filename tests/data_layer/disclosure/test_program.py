"""The solver as disclosure control uses it."""

import subprocess
import sys

SOLVED = "from data_layer.disclosure.program import Equation, Program\nProgram([(0, 9)], [Equation(((0, 1.0),), 1, 5)], whole={}).least({{0: 1.0}})"


def test_the_solver_prints_nothing():
    for whole in ((), (True,)):
        done = subprocess.run([sys.executable, "-c", SOLVED.format(whole)], capture_output=True, check=True)
        assert (done.stdout, done.stderr) == (b"", b"")
