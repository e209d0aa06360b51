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
HELP = """
No browser could be installed for the tests. One of these mends it:
    sudo apt-get install chromium                                      (Debian)
    sudo .venv/bin/python -m playwright install --with-deps chromium   (Ubuntu and other systems)
    LEN_CHROMIUM=/path/to/chrome make test                             (a browser in an unusual place)"""


def system_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge of this system that starts, or None. LEN_CHROMIUM names one and comes first."""
    candidates = (os.environ.get("LEN_CHROMIUM"), *map(shutil.which, NAMES), *MAC_PLACES)
    return next((path for path in candidates if path and _succeeds(path, "--version")), None)


def ensure_browser() -> str | None:
    """As `system_browser`, after installing one where there is none; "playwright" stands for Playwright's own, None for no success."""
    return system_browser() or _from_debian() or _from_playwright()


def _from_debian() -> str | None:
    if not (_is_root() and _distribution() == "debian" and shutil.which("apt-get")):
        return None
    print("Installing Debian’s chromium for the browser tests (about a minute) ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    packages = ("chromium", "fonts-liberation")
    done = _succeeds(*get, "update", env=quiet) and _succeeds(*get, "install", "-y", "--no-install-recommends", *packages, env=quiet)
    return system_browser() if done else None


def _from_playwright() -> str | None:
    needs = ("--with-deps",) if _is_root() and shutil.which("apt-get") else ()
    print("Looking for Playwright’s own Chromium (the first time downloads about 170 MB) ...", flush=True)
    installed = subprocess.run((sys.executable, "-m", "playwright", "install", *needs, "chromium"), check=False).returncode == 0
    return "playwright" if installed else None


def _succeeds(*command: str, env: dict[str, str] | None = None) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, env=env, check=False, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _distribution() -> str:
    return platform.freedesktop_os_release().get("ID", "") if Path("/etc/os-release").exists() else ""


if __name__ == "__main__":
    browser = ensure_browser()
    if not browser:
        sys.exit(HELP)
    print(f"Browser for the tests: {browser}")
