"""Biographies and words of a release on its page."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.question import question
from components.releases.story import Quote, Story, quotes_alone, stories
from components.releases.tables import ToldProject, Word


def story_section(told: Sequence[ToldProject], words: Sequence[Word]) -> Component | None:
    """The biographies, each a dated list; None where there is none."""
    found = stories(told, words)
    if not found:
        return None
    return question(
        stories_question(),
        [_story(story) for story in found],
        name="outcomes-told",
        source=stories_rule(),
    )


def words_section(told: Sequence[ToldProject], words: Sequence[Word]) -> Component | None:
    """The words that stand in no biography; None where there are none."""
    found = quotes_alone(told, words)
    if not found:
        return None
    return question(words_question(), [_quote(quote) for quote in found], name="outcomes-words", source=words_rule())


def stories_question() -> str:
    """What is asked about the biographies."""
    return _("How did it happen?")


def stories_rule() -> str:
    """What biographies are made of."""
    return _("Only what is public, with its source; numbers of people are left out.")


def words_question() -> str:
    """What is asked about the words."""
    return _("What do people say themselves?")


def words_rule() -> str:
    """What makes words readable."""
    return _("Words stand here as long as those who said them agree.")


def _story(story: Story) -> Component:
    about = [html.P(text) for text in (story.about, story.description) if text]
    moments = [
        html.Li(
            [
                html.B(moment.when),
                html.Span([moment.what, *([html.Small(_("Source: %(source)s", source=moment.source))] if moment.source else [])]),
            ]
        )
        for moment in story.moments
    ]
    return html.Article(
        [html.H3(story.name), *about, html.Ol(moments, className="not-known told"), *(_quote(quote) for quote in story.quotes)],
        className="told-project",
    )


def _quote(quote: Quote) -> Component:
    return html.Figure([html.Blockquote(quote.words), html.Figcaption(quote.teller)], className="released-words")
