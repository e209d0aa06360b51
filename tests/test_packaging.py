"""What a fresh machine gets: pinned packages, one check command, and a clear sentence where something is missing."""

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ("requirements.txt", "requirements-test.txt")
AT_LEAST = {"dash": (4, 4, 1), "gunicorn": (23, 0, 0), "jinja2": (3, 1, 6), "werkzeug": (3, 1, 4)}
PIN = re.compile(r"(?P<name>[a-z0-9._-]+)==(?P<version>[0-9][0-9a-z.]*)(?: ; [^\\]+)?(?: --hash=sha256:[0-9a-f]{64})+")


def pins(file: str) -> list[str]:
    text = (ROOT / file).read_text(encoding="utf-8").replace(" \\\n   ", "")
    return [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def versions(file: str) -> dict[str, tuple[int, ...]]:
    found = map(PIN.fullmatch, pins(file))
    return {pin["name"]: tuple(map(int, pin["version"].split("."))) for pin in found if pin}


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_each_package_is_pinned_with_a_hash(file):
    assert [line for line in pins(file) if not PIN.fullmatch(line)] == []


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_no_index_address_and_no_local_folder_is_written_into_the_pins(file):
    assert re.findall(r"https?:|file:|index-url|find-links|trusted-host|[ (]/\w+", (ROOT / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_each_named_package_is_pinned_at_the_named_version(file):
    named = re.findall(r"^([a-z0-9-]+)==([0-9.]+)", (ROOT / file).with_suffix(".in").read_text(encoding="utf-8"), re.MULTILINE)
    pinned = versions(file)
    assert {name: version for name, version in named if pinned.get(name) != tuple(map(int, version.split(".")))} == {}


@pytest.mark.parametrize(("package", "version"), AT_LEAST.items())
def test_no_package_is_older_than_its_last_known_hole(package, version):
    assert versions("requirements.txt")[package] >= version


def test_both_files_agree_on_the_packages_that_they_share():
    run, test = map(versions, REQUIREMENTS)
    assert {name: test[name] for name in run.keys() & test.keys()} == {name: run[name] for name in run.keys() & test.keys()}


def test_the_dashboard_runs_without_the_packages_of_the_tests():
    assert {"playwright", "pytest", "mypy", "ruff", "hypothesis"} & versions("requirements.txt").keys() == set()


def test_the_check_before_a_change_is_kept_calls_make_test():
    run = ROOT / ".ci" / "run"
    assert "make test" in run.read_text(encoding="utf-8").splitlines()
    assert run.stat().st_mode & stat.S_IXUSR


def test_make_alone_lists_every_verb():
    done = subprocess.run(("make", "--no-print-directory"), cwd=ROOT, capture_output=True, text=True, check=True, env=without_make())
    assert re.findall(r"make (\w+)", done.stdout) == ["run", "test", "lint", "bench", "audit", "translate", "lock"]


def test_what_others_made_carries_its_licence():
    assert [folder.name for folder in (ROOT / "assets" / "vendor").iterdir() if not (folder / "LICENSE").is_file()] == []


def test_without_python_the_set_up_names_the_command_that_mends_it(tmp_path):
    assert "apt-get install python3 python3-venv" in set_up_with(tmp_path, python=None)


def test_with_an_old_python_the_set_up_asks_for_a_newer_one(tmp_path):
    assert "Python 3.11 or later" in set_up_with(tmp_path, python="exit 1")


def test_without_the_venv_module_the_set_up_names_its_package(tmp_path):
    assert "apt-get install python3.11-venv" in set_up_with(
        tmp_path, python='case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11 ;; esac'
    )


def set_up_with(folder: Path, *, python: str | None) -> str:
    """What the set-up says on a machine that has nothing but this python, a shell script."""
    for name in ("bin", "deploy"):
        (folder / name).mkdir()
    shutil.copy(ROOT / "deploy" / "set-up.sh", folder / "deploy")
    for tool in ("dirname", "id", "sh"):
        (folder / "bin" / tool).symlink_to(str(shutil.which(tool)))
    if python is not None:
        (folder / "bin" / "python3").write_text(f"#!/bin/sh\n{python}\n", encoding="utf-8")
        (folder / "bin" / "python3").chmod(0o755)
    command = (folder / "deploy" / "set-up.sh", "requirements.txt")
    done = subprocess.run(command, env={"PATH": str(folder / "bin")}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    return done.stderr


def without_make() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
