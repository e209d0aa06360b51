"""A link from a word or a figure to what the help page says about it."""

from dash.development.base_component import Component

from components.content import Content, listed
from components.link import link


def help_link(term: str, words: str) -> Component:
    """`words` as a link to the entry whose anchor in `components.help.glossary` is `term` ("gap", "density")."""
    return link(words, f"/help#{term}")


def with_help(rule: Content, term: str, words: str) -> Content:
    """A counting rule, followed by a link to what the help page says about it."""
    return [*listed(rule), " ", help_link(term, words)]
