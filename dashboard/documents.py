"""What the plain pages need besides words; style sheets and scripts of our own, several files in one."""

import hashlib
from functools import cache
from typing import Any

from flask import Blueprint, Flask, Response
from flask_babel import get_locale

from dashboard.settings import ROOT

ASSETS = ROOT / "assets"
STYLE = "style.css"
# Scripts by folder; those of the first lie in assets/ itself and are for every page.
SHELL, PICTURE, PICTURE_EDIT, EDIT, GRID = "shell", "network", "network-edit", "edit", "grid"

blueprint = Blueprint("documents", __name__)


def add_template_words(server: Flask) -> None:
    """Give the templates `asset`, `style_sheet` and `get_locale`."""
    server.context_processor(lambda: {"asset": asset, "style_sheet": style_sheet, "get_locale": get_locale})


def asset(name: str) -> str:
    """The address of a file under assets/, with its time of change as a fingerprint."""
    return f"/assets/{name}?m={(ASSETS / name).stat().st_mtime:.0f}"


def style_sheet() -> str:
    """The address of the style sheet, with a fingerprint of its content."""
    return f"/assets/{STYLE}?m={hashlib.sha256(style().encode()).hexdigest()[:12]}"


@cache
def style() -> str:
    """All style sheets in one, vendored ones first: on a weak line one file comes sooner than many."""
    return "\n".join(path.read_text(encoding="utf-8") for path in style_files())


def style_files() -> list[Any]:
    """The files of the style sheet in the order in which they count: Bootstrap, tokens, then from base to print."""
    return sorted((ASSETS / "vendor").rglob("*.css")) + sorted((ASSETS / "zz-style").glob("*.css"))


def script(name: str) -> str:
    """The address of the scripts of a folder, with a fingerprint of their content."""
    return f"/assets/{name}.js?m={hashlib.sha256(script_text(name).encode()).hexdigest()[:12]}"


@cache
def script_text(name: str) -> str:
    """The scripts of a folder in one, in the order of their names."""
    folder = ASSETS if name == SHELL else ASSETS / name
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js")))


@blueprint.get(f"/assets/<any({SHELL}, {PICTURE}, '{PICTURE_EDIT}', {EDIT}, {GRID}):name>.js")
def send_script(name: str) -> Response:
    """The scripts of a folder."""
    return Response(script_text(name), mimetype="text/javascript")


@blueprint.get(f"/assets/{STYLE}")
def send_style() -> Response:
    """The style sheet."""
    return Response(style(), mimetype="text/css")
