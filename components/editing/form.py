"""A form for one row: which fields come first, and the control of each, in words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from flask_babel import gettext as _

from components.editing.field_words import field_hint, field_label
from components.editing.review_words import review_questions
from components.editing.value_words import FieldLike
from components.field_note import Origin
from components.participation_steps import TOP, steps
from components.vocabulary import label, labels

# What people need most stands first, in this order; all other fields stand under "More". A table that is not named here has no "More".
FIRST: dict[str, tuple[str, ...]] = {
    "network": ("name", "status", "region", "country", "target_groups", "founded", "description"),
    "stakeholder": ("name", "kind", "sector", "role", "place", "description"),
    "micro_project": ("name", "place", "target_groups", "description", "group", "end_state"),
    "event": ("title", "kind", "day", "place", "participants", "participants_unit", "outcome", "micro_project"),
    "attendance": ("event", "stakeholder", "presence"),
    "event_guest": ("event", "guest"),
    "need": ("what", "target_groups", "found_by", "method", "event", "day", "votes", "status", "provider", "micro_project"),
    "tie": ("from", "to", "relation", "directed", "what", "start"),
    "position": ("stakeholder", "day", "question", "mapped_by", "influence", "power", "interest"),
    "phase_change": ("micro_project", "to_phase", "day", "reason"),
    "funding_source": ("funder", "name", "instrument", "currency", "amount_min", "amount_max", "deadline"),
    "funding_case": ("micro_project", "funding_source", "state", "what_for", "currency", "applied_amount", "awarded_amount", "decided"),
    "receipt": ("funding_case", "amount", "day"),
    "readiness": ("micro_project", "dimension", "step", "day", "evidence"),
    "handover": ("micro_project", "task", "what", "to_side", "stakeholder", "state", "due", "day"),
    "people_reached": ("micro_project", "day", "target_groups", "persons", "about", "what"),
    "pilot": ("name", "provider", "description", "start"),
    "pilot_project": ("pilot", "micro_project"),
    "pilot_step": ("pilot", "step", "state", "start", "end", "reason"),
    "pilot_point": ("pilot", "kind", "what", "with_whom", "state", "day"),
    "key_stakeholder": ("pilot", "stakeholder", "part", "why"),
    "pilot_task": ("pilot", "what", "step", "stakeholder", "begins", "due"),
    "review": ("pilot", "micro_project", "kind", "day", "who", "first", "second", "third", "fourth"),
    "story": ("pilot", "micro_project", "title", "story", "teller", "domain", "matters", "consent"),
    "decision": ("review", "story", "what", "stakeholder", "due", "done"),
    "theme": ("name", "description"),
    "voice": ("words", "kind", "teller", "target_groups", "micro_project", "event", "day", "checked"),
    "coding": ("voice", "round", "theme", "own_theme"),
    "indicator": ("name", "level", "kind", "micro_project", "pilot", "unit", "definition", "not_counted", "target", "target_words"),
    "observation": ("indicator", "day", "value", "words", "evidence"),
    "assessment": ("micro_project", "event", "pilot", "side", "stage", "level_from", "level_to", "day", "evidence"),
}
LAST = "source"
# Ordinal answers, from 1.
SCALES = {
    **{("tie", name): 4 for name in ("strength", "trust", "value")},
    **{("position", name): 4 for name in ("power", "interest", "wished_power", "wished_interest")},
    ("readiness", "step"): 4,
    **{("assessment", name): TOP for name in ("level_from", "level_to")},
}
SELECT = "select"
REVIEW = "review"


class FormField(FieldLike, Protocol):
    """A field with what a control needs to know of it."""

    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def required(self) -> bool: ...
    @property
    def default(self) -> str | bool | None: ...
    @property
    def limit(self) -> int | None: ...
    @property
    def codes(self) -> Sequence[str]: ...


class TargetLike(Protocol):
    """A row that a link can point to."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a control: its value as JSON, its words, whether it is chosen."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One field in a form. `old`: the value that is kept, as JSON; `text`: what stands in a text field; `needed`: it may not be empty.

    `begun`: the field of a kept row begins with another value, which is saved with it; `labels`: what the field is called for each kind of
    row, as JSON.
    """

    name: str
    kind: str
    columns: str
    label: str
    hint: str | None
    needed: bool
    old: str
    text: str
    limit: int | None
    target: str
    options: Sequence[Option] = ()
    origin: str | None = None
    origin_words: str = ""
    begun: bool = False
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form shows: the fields that people need most, and the others."""

    first: Sequence[Control]
    more: Sequence[Control]
    filled: bool = False


def form(
    table: str,
    fields: Mapping[str, FormField],
    *,
    kept: Mapping[str, Any],
    values: Mapping[str, Any],
    targets: Mapping[str, Sequence[TargetLike]],
    origins: Mapping[str, Origin] | None,
) -> Form:
    """The controls for a row: `kept` is what the database holds (nothing for a new row), `values` what the controls begin with.

    `origins`: the origin of single fields; None where nobody can say one.
    """
    controls = {
        name: replace(
            _control(table, each, kept.get(name), values.get(name), targets.get(each.target, ()), origins),
            begun=bool(kept) and kept[name] != values[name],
        )
        for name, each in fields.items()
    }
    if table == REVIEW:
        controls |= _asking(controls, values.get("kind"))
    first = [controls.pop(name) for name in FIRST.get(table, [name for name in controls if name != LAST])]
    source = [controls.pop(LAST)] if LAST in controls else []
    more = list(controls.values())
    return Form([*first, *source], more, filled=any(control.text or control.old != "null" for control in more) and not kept)


def _asking(controls: Mapping[str, Control], kind: str | None) -> dict[str, Control]:
    """The answers of a review, each under what its kind asks; the names of the fields until a kind is chosen."""
    return {
        name: replace(controls[name], label=asked.get(kind or "", controls[name].label), labels=json.dumps(asked), hint=None)
        for name, asked in review_questions().items()
    }


def move_form(built: Form, *, now: str, end_state: str, chosen_end: str, phases: Sequence[str]) -> Form:
    """The form for a step of one micro project, which may stay where it is (`now`) and may have come to an end."""
    controls = {control.name: control for control in (*built.first, *built.more)}
    to_phase = controls["to_phase"]
    chosen = next((json.loads(option.value) for option in to_phase.options if option.chosen), None)
    stays = Option("null", _("stays in: %(phase)s", phase=label("phase", now)), chosen in (None, now))
    options = [Option(json.dumps(phase), _way(phase, now, phases), phase == chosen) for phase in phases if phase != now]
    ends = [Option(json.dumps(code), words, code == chosen_end) for code, words in labels("end_state").items()]
    end = Control(
        name="end_state",
        kind=SELECT,
        columns="end_state",
        label=field_label("micro_project", "end_state"),
        hint=_("Only if it has come to an end, or goes on again."),
        needed=False,
        old=json.dumps(end_state),
        text="",
        limit=None,
        target="",
        options=ends,
    )
    step = [replace(to_phase, options=[stays, *options], needed=False), controls["day"], controls["reason"], end, controls[LAST]]
    return Form(step, ())


def _way(phase: str, now: str, phases: Sequence[str]) -> str:
    """Where a step leads; back is said so, since it needs a reason."""
    words = label("phase", phase)
    return words if phases.index(phase) > phases.index(now) else _("%(phase)s (a step back, needs a reason)", phase=words)


def origin_kinds() -> list[Option]:
    """What can be said of the origin of a field; the first: as for the whole row."""
    kinds = [Option(json.dumps(code), words, False) for code, words in labels("note_kind").items()]
    return [Option("null", _("as for the whole entry"), False), *kinds]


def _control(
    table: str, field: FormField, kept: Any, value: Any, targets: Sequence[TargetLike], origins: Mapping[str, Origin] | None
) -> Control:
    options = _options(table, field, value)
    origin = None if origins is None or field.name == LAST else origins.get(field.name)
    return Control(
        name=field.name,
        kind=SELECT if options and field.kind != "codes" else str(field.kind),
        columns=" ".join(field.columns),
        label=field_label(table, field.name),
        hint=_hint(table, field),
        needed=field.required and field.default is None,
        old=json.dumps(kept),
        text=_text(value, targets if field.target else ()),
        limit=field.limit,
        target=field.target,
        options=options,
        origin=None if origins is None or field.name == LAST else json.dumps(_origin(origin)),
        origin_words="" if origin is None else label("note_kind", origin.kind),
    )


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    return None if origin is None else {name: getattr(origin, name) for name in ("kind", "other_value", "text", "source")}


def _text(value: Any, targets: Sequence[TargetLike]) -> str:
    if value is None or isinstance(value, bool | list):
        return ""
    return next((target.name for target in targets if target.id == value), "") if targets else str(value)


def _hint(table: str, field: FormField) -> str | None:
    own = field_hint(table, field.name)
    kind = {
        "vague_day": _("As exactly as you know: 2016, 2016-08, 2016-07-19, 19.7.2016 or 2016-08/2016-10."),
        "day": _("One day, for example 2026-11-30 or 30.11.2026."),
        "money": _("For example 2500 or 2500.50, without the currency."),
        "link": _("Type a part of the name and choose from the list."),
    }.get(str(field.kind))
    return " ".join(words for words in (own, kind) if words) or None


def _options(table: str, field: FormField, value: Any) -> list[Option]:
    """The choices of a control; "unknown" first where it may be empty, a request to choose where it may not and nothing is chosen."""
    scale = SCALES.get((table, field.name))
    if scale is not None:
        titles = {step: f"{step} – {each.short}" for step, each in steps().items()} if table == "assessment" else {}
        choices: list[tuple[Any, str]] = [(step, titles.get(step, str(step))) for step in range(1, scale + 1)]
    elif field.kind == "yes_no":
        choices = [(True, _("yes")), (False, _("no"))]
    elif field.codes:
        words = labels(field.vocabulary)
        choices = [(code, words[code]) for code in field.codes]
    else:
        return []
    if field.kind == "codes":
        return [Option(json.dumps(code), words, code in (value or ())) for code, words in choices]
    if not field.required:
        choices.insert(0, (None, _("unknown")))
    elif value is None:
        choices.insert(0, (None, _("Please choose")))
    return [Option(json.dumps(code), words, code == value) for code, words in choices]
