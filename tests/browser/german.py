"""What is not German on a German page: words that are ours in English; what people recorded stays in its own language."""

import re
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from flask_babel import force_locale, get_translations
from sqlalchemy.orm import Session

from app import server as flask_server
from data_layer.engine import Base
from data_layer.models import Release
from tests.browser.visitor import Visitor

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


def texts_recorded(session: Session) -> list[str]:
    """All texts of the database, the longest first."""
    found = set()
    for mapper in Base.registry.mappers:
        columns = [column for column in mapper.local_table.columns if isinstance(column.type, sa.String)]
        for column in columns:
            found |= set(session.scalars(sa.select(column).where(column.is_not(None)).distinct()))
    for tables in session.scalars(sa.select(Release.tables)):
        found |= set(_strings(tables))
    return sorted((text for text in found if len(text) > 1), key=len, reverse=True)


def texts_translated() -> set[str]:
    """English texts of the program that have another German one."""
    with flask_server.test_request_context(), force_locale("de"):
        catalogue = get_translations()._catalog
    return {text for text, german in catalogue.items() if isinstance(text, str) and german not in (text, "")}


def faults_of_words(window: Visitor, untranslated: set[str], recorded: list[str]) -> list[str]:
    """The texts of the page that are English, apart from those that were recorded."""
    everything = "\0".join(recorded).lower()
    ours = [text for text in window.page.evaluate(TEXTS) if not CITED.match(text) and text.lower() not in everything]
    faults = [f"in English: {text!r}" for text in ours if text in untranslated]
    suspect = [text for text in ours if ENGLISH.search(text)]
    return faults + [f"English words in {text[:200]!r}" for text in suspect if ENGLISH.search(_own_words(text, recorded))]


def _strings(value: Any) -> Iterator[str]:
    """All texts inside a stored JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _own_words(text: str, recorded: list[str]) -> str:
    for value in recorded:
        for shown in (value, f"{value[:59]}…"):  # labels shorten what is long
            if len(value) > 3 and shown in text:
                text = text.replace(shown, " … ")
    return text
