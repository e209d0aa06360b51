"""In German every word that is ours is German; only what people recorded stays in its own language."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from flask_babel import force_locale, get_translations

from app import server as flask_server
from data_layer.engine import Base
from data_layer.models import Release
from tests.browser.inspection import none
from tests.browser.places import open_to, type_address

# Frequent English words that are not German ones too.
ENGLISH = re.compile(
    r"\b(the|and|of|with|without|which|are|this|that|these|from|each|every|has|have|nobody|unknown|shown|only|their|there|where|when|"
    r"what|how|does|who|by|not|no|to|for|all|any|other|one|two|it|its|is|be|been|can|people|money|step|steps|tie|ties|page|show|open|"
    r"search|year|years|network|networks|stakeholder|stakeholders|micro|project|projects|users|staff|reading|readings|source|sources)\b"
)
# A source is named as it names itself.
CITED = re.compile(r"[\w.-]+\.(eu|org), ")
# What stands on the page for readers, not what stands in another language on purpose.
TEXTS = """() => {
  const ours = (element) => element.closest('[lang]').lang === 'de' && !element.closest('script, style, noscript');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [document.title];
  while (walker.nextNode()) if (ours(walker.currentNode.parentElement)) found.push(walker.currentNode.data);
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    if (ours(element)) found.push(...['aria-label', 'title', 'placeholder', 'alt'].map(name => element.getAttribute(name)));
  return [...new Set(found.map(text => (text || '').trim()).filter(text => /[a-z]/i.test(text)))];
}"""


def strings(value: Any) -> Iterator[str]:
    """All texts inside a stored JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


@pytest.fixture(scope="module")
def recorded(server):
    """All texts of the database, the longest first."""
    found = set()
    with server.rows() as session:
        for mapper in Base.registry.mappers:
            columns = [column for column in mapper.local_table.columns if isinstance(column.type, sa.String)]
            for column in columns:
                found |= set(session.scalars(sa.select(column).where(column.is_not(None)).distinct()))
        for tables in session.scalars(sa.select(Release.tables)):
            found |= set(strings(tables))
    return sorted((text for text in found if len(text) > 1), key=len, reverse=True)


@pytest.fixture(scope="module")
def untranslated():
    """English texts of the program that have another German one."""
    with flask_server.test_request_context(), force_locale("de"):
        catalogue = get_translations()._catalog
    return {text for text, german in catalogue.items() if isinstance(text, str) and german not in (text, "")}


def own_words(text, recorded):
    for value in recorded:
        for shown in (value, f"{value[:59]}…"):  # labels shorten what is long
            if len(value) > 3 and shown in text:
                text = text.replace(shown, " … ")
    return text


@pytest.mark.parametrize(("role", "place"), [(role, place) for role in ("coordinator", "leader") for place in open_to(role)])
def test_a_german_page_speaks_german(role, place, visit, recorded, untranslated):
    window = visit(role, language="de")
    type_address(window, place)
    window.open_details()
    texts = window.page.evaluate(TEXTS)
    everything = "\0".join(recorded).lower()
    ours = [text for text in texts if not CITED.match(text) and text.lower() not in everything]
    faults = [f"in English: {text!r}" for text in ours if text in untranslated]
    faults += [f"English words in {text[:200]!r}" for text in ours if ENGLISH.search(own_words(text, recorded))]
    none(faults)


@pytest.mark.parametrize("path", ["/login", "/logout", "/nothing-here", "/account/nothing"])
def test_what_stands_outside_speaks_german(path, visit, new_window, untranslated):
    window = new_window(language="de") if path == "/login" else visit("coordinator", language="de")
    window.refusals_meant = True
    window.page.goto(f"{window.address}{path}")
    window.page.wait_for_selector("h1")
    texts = window.page.evaluate(TEXTS)
    none([f"in English: {text!r}" for text in texts if text in untranslated or ENGLISH.search(text)])
