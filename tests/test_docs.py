"""The README names every page, permission, setting, command and package."""

import re
from pathlib import Path

import dash
import pytest

from app import server
from dashboard.permissions import Permission

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "entry", [page for page in dash.page_registry.values() if "404" not in page["path"]], ids=lambda page: page["module"]
)
def test_every_page_is_named(entry):
    address = re.sub(r"<\w+>", "<id>", entry["path_template"] or entry["path"])
    assert f"`{address}`" in README


@pytest.mark.parametrize("permission", list(Permission))
def test_every_permission_is_named(permission):
    assert f"`{permission}`" in README


def test_every_setting_is_named_and_no_other():
    used = set(re.findall(r'"(LEN_[A-Z_]+)"', (ROOT / "dashboard" / "settings.py").read_text(encoding="utf-8")))
    assert set(re.findall(r"LEN_[A-Z_]+", README)) - {"LEN_CHROMIUM"} == used


def test_every_command_is_named():
    ours = {"backup", "check", "db", "export", "import", "network", "restore", "sample", "serve", "user"}
    for name in ours:
        command = server.cli.commands[name]
        for line in [f"{name} {sub}" for sub in getattr(command, "commands", {})] or [name]:
            assert f"`{line}" in README, line


def test_every_package_has_its_reason():
    packages = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.in").read_text(encoding="utf-8"), flags=re.MULTILINE)
    reasons = README.split("## Why each package is there")[1]
    assert [package for package in packages if not re.search(rf"\b{package}\b", reasons)] == []


def test_the_screenshot_is_there():
    assert (ROOT / re.search(r"!\[[^]]+\]\(([^)]+)\)", README).group(1)).exists()
