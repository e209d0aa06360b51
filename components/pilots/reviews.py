"""What was looked back on together: reviews with their questions in order, and stories of change."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.editing.edit_button import add_button, edit_button, edit_row
from components.editing.review_words import review_questions
from components.field_note import NoteOnField, field_marks
from components.formats import vague_date
from components.pilots.due import state
from components.pilots.rows import Notes, Review, Story, Thing
from components.unknown import unknown
from components.vocabulary import label


def review_title(review: Review) -> str:
    """Its kind and date: "After Action Review, 3 May 2026"."""
    return _("%(kind)s, %(date)s", kind=label("review_kind", review.kind), date=_date(review))


def review_list(reviews: Sequence[Review], decided: Sequence[Thing], notes: Notes, *, today: date, editable: bool) -> Component:
    """Each review with its answers and what it led to, the latest first."""
    return html.Ol([_review(review, decided, notes, today, editable) for review in reviews], className="reviews")


def _review(review: Review, decided: Sequence[Thing], notes: Notes, today: date, editable: bool) -> Component:
    found = notes.get(("review", review.id), ())
    questions = review_questions()
    answers = [(questions[field][review.kind], getattr(review, field), field) for field in questions]
    pairs = [html.Div([html.Dt(text), html.Dd(_said(answer, found, field))]) for text, answer, field in answers]
    led_to = [thing for thing in decided if thing.review_id == review.id]
    tools = _tools(editable, "review", review.id, review_title(review))
    who = html.P(_("Together with: %(who)s", who=review.who) if review.who else unknown(_("Who looked back is unknown.")))
    head = [html.H3([review_title(review), *field_marks(found, "kind", "day_first")]), who]
    return html.Li([*head, html.Dl(pairs, className="review-answers"), *_led_to(led_to, today), *tools], className="review")


def story_list(stories: Sequence[Story], decided: Sequence[Thing], notes: Notes, *, today: date, editable: bool) -> Component:
    """Each story with who chose it, why, and when that was told back, the latest first."""
    return html.Ol([_story(story, decided, notes, today, editable) for story in stories], className="reviews")


def _story(story: Story, decided: Sequence[Thing], notes: Notes, today: date, editable: bool) -> Component:
    found = notes.get(("story", story.id), ())
    told = vague_date(story.fed_back, story.fed_back) if story.fed_back else unknown(_("not yet, or not recorded"))
    pairs = [
        (_("Who says it"), label("teller", story.teller) if story.teller != "unknown" else unknown()),
        (_("Level of change"), label("evaluation_level", story.domain) if story.domain else unknown(_("left open"))),
        (_("Why it matters"), story.matters or unknown()),
        (_("Who chose it"), story.chosen_by or unknown(_("not chosen yet"))),
        (_("Why it was chosen"), story.chosen_why or unknown()),
        (_("Told back on"), told),
        (_("May be used"), label("consent", story.consent)),
    ]
    led_to = [thing for thing in decided if thing.story_id == story.id]
    return html.Li(
        [
            html.H3([story.title, *field_marks(found, "title", "story")]),
            html.P(_date(story)),
            html.Blockquote([html.P(part) for part in story.story.splitlines() if part.strip()]),
            html.Dl([html.Div([html.Dt(term), html.Dd(value)]) for term, value in pairs], className="review-answers"),
            *_led_to(led_to, today),
            *_tools(editable, "story", story.id, story.title),
        ],
        className="review",
    )


def _date(row: Review | Story) -> str:
    return vague_date(row.day_first, row.day_last) if row.day_first else _("date unknown")


def _said(answer: str | None, notes: Sequence[NoteOnField], field: str) -> list[str | Component]:
    return [unknown(_("not recorded"))] if answer is None else [answer, *field_marks(notes, field)]


def _led_to(things: Sequence[Thing], today: date) -> list[Component]:
    if not things:
        return [html.P(unknown(_("No decision is recorded from it.")), className="led-to")]
    items = [html.Li([thing.what, " ", state(thing, today)]) for thing in things]
    return [html.Div([html.H4(_("What was decided")), html.Ul(items)], className="led-to")]


def _tools(editable: bool, table: str, row_id: int, name: str) -> list[Component]:
    if not editable:
        return []
    return [edit_row(add_button(_("Add a decision"), "decision", **{table: row_id}), edit_button(table, row_id, name))]
