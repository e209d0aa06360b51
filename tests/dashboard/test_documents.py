"""One style sheet for all pages, in the order in which the rules must win; and the scripts of a folder in one."""

import pytest

from dashboard.documents import (
    ASSETS,
    EDIT,
    GRID,
    PICTURE,
    PICTURE_EDIT,
    SHELL,
    asset,
    script,
    script_text,
    style,
    style_files,
    style_sheet,
)


def test_bootstrap_comes_first_then_the_tokens_then_everything_else():
    names = [path.name for path in style_files()]
    assert names[:2] == ["bootstrap.min.css", "00-tokens.css"]
    assert names[2:] == sorted(names[2:])
    assert names[-1] == "90-print.css"


def test_the_style_sheet_loads_nothing_from_elsewhere():
    text = style()
    assert "@import" not in text
    assert "url(http" not in text
    assert "url(//" not in text


def test_the_address_changes_with_the_content():
    assert style_sheet().startswith("/assets/style.css?m=")
    assert "?m=" in asset("icon.svg")


@pytest.mark.parametrize("name", [SHELL, PICTURE, PICTURE_EDIT, EDIT, GRID])
def test_the_scripts_of_a_folder_come_in_the_order_of_their_names(client, name):
    folder = ASSETS if name == SHELL else ASSETS / name
    answer = client.get(script(name))
    assert answer.mimetype == "text/javascript"
    assert answer.text == script_text(name)
    beginnings = [answer.text.find(path.read_text(encoding="utf-8")[:200]) for path in sorted(folder.glob("*.js"))]
    assert beginnings == sorted(beginnings)
    assert min(beginnings) == 0


def test_every_script_is_in_one_of_them():
    found = {path.parent.name for path in ASSETS.rglob("*.js")}
    assert found == {"assets", PICTURE, PICTURE_EDIT, EDIT, GRID}


def test_no_private_file_lies_among_the_assets(client):
    assert client.get("/assets/../app.py").status_code in (302, 404)
    assert client.get("/assets/%2e%2e/app.py").status_code in (302, 404)
