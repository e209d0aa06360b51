"""Which browser the tests choose."""

from pathlib import Path

import pytest

from tests.browser.chromium import system_browser


def program(path: Path, *, status: int) -> str:
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch, tmp_path):
    monkeypatch.setattr("tests.browser.chromium.MAC_PLACES", ())
    monkeypatch.delenv("LEN_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_the_browser_that_the_setting_names_comes_first(monkeypatch, tmp_path):
    program(tmp_path / "chromium", status=0)
    monkeypatch.setenv("LEN_CHROMIUM", program(tmp_path / "mine", status=0))
    assert system_browser() == str(tmp_path / "mine")


def test_a_browser_that_does_not_start_is_passed_over(tmp_path):
    program(tmp_path / "chromium", status=1)
    program(tmp_path / "google-chrome", status=0)
    assert system_browser() == str(tmp_path / "google-chrome")


def test_a_machine_without_a_browser_has_none():
    assert system_browser() is None
