"""Every word has one entry, and every link to the help page leads to one."""

import ast
import re
from pathlib import Path

import pytest

from components.help.glossary import entries, glossary
from components.vocabulary import labels

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path for folder in ("pages", "components", "dashboard") for path in (ROOT / folder).rglob("*.py") if path.name != "help_link.py"
)
ALL = [entry for group in glossary() for entry in group.entries]


TERM_AT = {"help_link": 0, "with_help": 1}


def terms_of(path):
    """The terms that a file links to: an argument of help_link or with_help, and addresses on the help page."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    tables = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _is_literal(node.value)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TERM_AT]
    named = [term for call in calls for term in _terms(call.args[TERM_AT[call.func.id]], tables)]
    return [*named, *re.findall(r'"/help#([\w-]+)"', text)]


def _terms(argument, tables):
    """The word itself, or all words of the table that it is looked up in."""
    if isinstance(argument, ast.Constant):
        return [argument.value]
    if isinstance(argument, ast.Subscript) and argument.value.id in tables:
        return list(tables[argument.value.id].values())
    return [f"not known before it runs: {ast.unparse(argument)}"]


def _is_literal(node):
    return all(isinstance(part, ast.Constant) for part in (*node.keys, *node.values))


@pytest.mark.parametrize("path", [path for path in SOURCES if terms_of(path)], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_the_help_page_leads_to_an_entry(path):
    assert [term for term in terms_of(path) if term not in entries()] == []


def test_every_anchor_is_used_once():
    anchors = [entry.anchor for entry in ALL] + [group.anchor for group in glossary()]
    assert len(anchors) == len(set(anchors))


def test_anchors_are_short_words_in_small_letters():
    assert [entry.anchor for entry in ALL if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.anchor)] == []


def test_every_word_has_one_entry():
    assert len({entry.term for entry in ALL}) == len(ALL)


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.anchor)
def test_related_entries_exist(entry):
    assert [anchor for anchor in entry.see if anchor not in entries() or anchor == entry.anchor] == []


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.anchor)
def test_every_entry_explains_itself_in_whole_sentences(entry):
    texts = [*entry.what, *([entry.counted] if entry.counted else [])]
    assert entry.what
    assert [text for text in texts if not text.strip().endswith((".", ":", "?"))] == []


FIGURES = (
    "stakeholder tie density confirmed between-sectors parts mean-steps hub bridge connector if-one-leaves power-interest who-is-missing "
    "phase end-state time-in-phase need-flow stalled pilot hangs-on-one deadline funding-case totals largest-source "
    "reading gap words-only step-4 middle-step how-much-known attention twin release vague-dates unknown"
)


@pytest.mark.parametrize("anchor", FIGURES.split())
def test_every_figure_has_its_counting_rule(anchor):
    assert entries()[anchor].counted


WORDS = (
    "lens facilitator role-in-network micro-project need supporters accelerator-team self-sustaining roadmap pyramid participation stage "
    "our-reading invented conflict counting-rules roles privacy small-numbers sign-in keyboard filters tables marks sempre empowerment"
)


@pytest.mark.parametrize("anchor", WORDS.split())
def test_every_word_of_the_domain_is_explained(anchor):
    assert anchor in entries()


@pytest.mark.parametrize(
    ("anchor", "vocabulary"),
    [("end-state", "end_state"), ("relation", "relation"), ("case-state", "case_state"), ("role-in-network", "stakeholder_role")],
)
def test_every_value_of_a_vocabulary_is_explained(anchor, vocabulary):
    assert {name for name, _meaning in entries()[anchor].parts} == set(labels(vocabulary).values())


def test_every_role_is_explained():
    assert {name for name, _meaning in entries()["roles"].parts} == set(labels("account_role").values())


@pytest.mark.parametrize("phase", ["needs", "design", "support", "start-up", "unknown"])
def test_every_phase_has_an_entry_of_its_own(phase):
    assert f"phase-{phase}" in entries()
