"""Which browser the tests drive: the system's own, else one that is installed here; `python -m tests.browser.chromium` prints it."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
MAC_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
OF_PLAYWRIGHT = "Playwright’s own Chromium"
PLAYWRIGHT = (sys.executable, "-m", "playwright")
NO_DRIVER = """
Playwright, which drives the browser, does not start here: `.venv/bin/python -m playwright --version` says why.
On Debian and Ubuntu this mends it most of the time:
    sudo apt-get install libatomic1"""
NO_BROWSER = """
No browser could be installed for the tests. One of these mends it:
    sudo apt-get install chromium                                      (Debian)
    sudo .venv/bin/python -m playwright install --with-deps chromium   (Ubuntu and other systems)
    LEN_CHROMIUM=/path/to/chrome make test                             (a browser in an unusual place)"""


def system_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge of this system that starts, or None. LEN_CHROMIUM names one and comes first."""
    candidates = (os.environ.get("LEN_CHROMIUM"), *map(shutil.which, NAMES), *MAC_PLACES)
    return next((path for path in candidates if path and _succeeds(path, "--version")), None)


def ensure_browser() -> str | None:
    """The browser that the tests will drive, installed first where there is none; None where that did not succeed."""
    return system_browser() or _from_debian() or _from_playwright()


def ensure_driver() -> bool:
    """Whether Playwright starts; on a bare Debian it lacks a library, which is installed first."""
    return _succeeds(*PLAYWRIGHT, "--version") or (_apt_get_install("libatomic1") and _succeeds(*PLAYWRIGHT, "--version"))


def _from_debian() -> str | None:
    return system_browser() if _distribution() == "debian" and _apt_get_install("chromium", "fonts-liberation") else None


def _from_playwright() -> str | None:
    needs = ("--with-deps",) if _may_apt_get() else ()
    print("Looking for Playwright’s own Chromium (the first time downloads about 170 MB) ...", flush=True)
    return OF_PLAYWRIGHT if subprocess.run((*PLAYWRIGHT, "install", *needs, "chromium"), check=False).returncode == 0 else None


def _apt_get_install(*packages: str) -> bool:
    if not _may_apt_get():
        return False
    print(f"Installing {' and '.join(packages)} for the browser tests (up to a minute) ...", flush=True)
    get = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    return _succeeds(*get, "update") and _succeeds(*get, "install", "-y", "--no-install-recommends", "--no-upgrade", *packages)


def _may_apt_get() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def _succeeds(*command: str) -> bool:
    if not shutil.which(command[0]):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quiet, check=False, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def _distribution() -> str:
    return platform.freedesktop_os_release().get("ID", "") if Path("/etc/os-release").exists() else ""


if __name__ == "__main__":
    if not ensure_driver():
        sys.exit(NO_DRIVER)
    browser = ensure_browser()
    if not browser:
        sys.exit(NO_BROWSER)
    print(f"Browser for the tests: {browser}")
