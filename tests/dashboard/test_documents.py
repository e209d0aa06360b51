"""One style sheet for all pages, in the order in which the rules must win."""

from dashboard.documents import asset, style, style_files, style_sheet


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


def test_no_private_file_lies_among_the_assets(client):
    assert client.get("/assets/../app.py").status_code in (302, 404)
    assert client.get("/assets/%2e%2e/app.py").status_code in (302, 404)
