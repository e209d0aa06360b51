"""The style sheets: tokens in one file, contrast as promised, nothing too small, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[2] / "assets" / "zz-style"
SHEETS = sorted(STYLE.glob("*.css"))
TOKENS = (STYLE / "00-tokens.css").read_text()
BLOCKS = [dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block)) for block in re.findall(r"color-scheme: \w+;([^}]+)}", TOKENS)]
LIGHT, DARK_CHOSEN, DARK_SYSTEM = BLOCKS
TEXT = 4.5
EDGE = 3.0

PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-2", "ink-3") for ground in ("ground", "surface", "sunken")),
    *((ink, ground, TEXT) for ink in ("action", "accent-ink") for ground in ("ground", "surface")),
    ("on-action", "action", TEXT),
    ("on-accent", "accent", TEXT),
    ("ink", "accent-soft", TEXT),
    ("accent-ink", "accent-soft", TEXT),
    ("action", "action-soft", TEXT),
    ("good", "good-soft", TEXT),
    ("bad", "bad-soft", TEXT),
    ("line-strong", "ground", EDGE),
    ("line-strong", "surface", EDGE),
    ("focus", "ground", EDGE),
    *((f"on-step-{n}", f"step-{n}", TEXT) for n in range(1, 8)),
    *((side, ground, EDGE) for side in ("side-staff", "side-users") for ground in ("ground", "surface")),
    *((f"cat-{n}", ground, EDGE) for n in range(1, 9) for ground in ("ground", "surface")),
]


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("theme", "tokens"), [("light", LIGHT), ("dark", DARK_CHOSEN)], ids=["light", "dark"])
def test_every_pair_has_the_contrast_it_needs(theme, tokens):
    short = {
        f"{front} on {back}": round(_contrast(tokens[f"--{front}"], tokens[f"--{back}"]), 2)
        for front, back, needed in PAIRS
        if _contrast(tokens[f"--{front}"], tokens[f"--{back}"]) < needed
    }
    assert short == {}, theme


def test_dark_is_the_same_whether_chosen_or_asked_for_by_the_system():
    assert DARK_CHOSEN == DARK_SYSTEM


def test_dark_has_every_token_that_light_has():
    assert set(DARK_CHOSEN) == set(LIGHT)


def test_paper_is_always_light():
    before_dark = TOKENS.split('[data-bs-theme="dark"]')[0]
    assert before_dark.rstrip().endswith("@media screen {")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_colours_stand_in_the_tokens_only(sheet):
    if sheet.name == "00-tokens.css":
        return
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", sheet.read_text().replace("background: #fff", "")) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_text_is_smaller_than_fourteen_pixels(sheet):
    sizes = re.findall(r"(?:font-size|--t-[\w-]+):\s*(?:clamp\()?([\d.]+)rem", sheet.read_text())
    assert [size for size in sizes if float(size) < 0.875] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_comes_from_elsewhere(sheet):
    assert re.findall(r"@import|url\((?!\"data:image/svg)", sheet.read_text()) == []


def test_every_token_that_is_used_is_defined():
    text = "".join(sheet.read_text() for sheet in SHEETS)
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    builders = "".join(path.read_text() for path in (STYLE.parents[1] / "components").rglob("*.py"))
    given = set(re.findall(r'"(--[\w-]+)"', builders))
    assert set(re.findall(r"var\((--[\w-]+)", text)) - defined - given == set()


def test_motion_stops_for_those_who_ask():
    assert "prefers-reduced-motion: reduce" in (STYLE / "10-base.css").read_text()
