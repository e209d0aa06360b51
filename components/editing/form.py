"""A form for one row: which fields come first, and the control of each, in words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from flask_babel import gettext as _

from components.editing.field_words import field_hint, field_label
from components.editing.first_fields import FIRST, LAST
from components.editing.guide import Guide, guide
from components.editing.review_words import review_questions
from components.editing.scales import FOLLOWS, UP_FROM, Nudge, nudge, scale
from components.editing.value_words import FieldLike
from components.field_note import Origin
from components.vocabulary import label, labels

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
    """One choice of a control: its value as JSON, its words, whether it is chosen.

    Where the list follows another field, `when` is that field's value as JSON and `group` its words; `original` is the title in German.
    """

    value: str
    words: str
    chosen: bool
    when: str = ""
    group: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """One field in a form. `old`: the value that is kept, as JSON; `text`: what stands in a text field; `needed`: it may not be empty.

    `begun`: the field of a kept row begins with another value, which is saved with it; `labels`: what the field is called for each kind of
    row, as JSON. `follows`: the field whose value says which options there are; `up_from`: the field whose step it goes up from.
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
    follows: str = ""
    up_from: str = ""
    nudge: Nudge | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What a form shows: the fields that people need most, and the others; `guide` is a text beside them."""

    first: Sequence[Control]
    more: Sequence[Control]
    filled: bool = False
    guide: Guide | None = None


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
            begun=bool(kept) and kept.get(name) != values.get(name),
        )
        for name, each in fields.items()
    }
    if table == REVIEW:
        controls |= _asking(controls, values.get("kind"))
    controls |= {
        name: _following(table, fields[name], control, fields[leader], values)
        for name, control in controls.items()
        if (leader := FOLLOWS.get((table, name))) is not None
    }
    first = [controls.pop(name) for name in FIRST.get(table, [name for name in controls if name != LAST])]
    source = [controls.pop(LAST)] if LAST in controls else []
    more = list(controls.values())
    filled = any(control.text or control.old != "null" for control in more) and not kept
    return Form([*first, *source], more, filled=filled, guide=guide(table))


def _following(table: str, field: FormField, control: Control, leader: FormField, values: Mapping[str, Any]) -> Control:
    """A list of steps of which those are offered that go with the value of `leader`; all of them while it has none."""
    value, leading = values.get(field.name), values.get(leader.name)
    options = [
        Option(json.dumps(step.value), step.words, (step.value, step.when) == (value, leading), json.dumps(step.when), group, step.original)
        for step in scale(table, field.name)
        for group in [label(leader.vocabulary, step.when)]
    ]
    nothing = Option("null", _("Please choose"), not any(option.chosen for option in options))
    return replace(control, options=[nothing, *options], follows=leader.name)


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
        up_from=UP_FROM.get((table, field.name), ""),
        nudge=nudge(table, field.name),
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
    choices = _choices(table, field)
    if not choices:
        return []
    if field.kind == "codes":
        return [Option(json.dumps(code), words, code in (value or ())) for code, words in choices]
    if not field.required:
        choices.insert(0, (None, _("unknown")))
    elif value is None:
        choices.insert(0, (None, _("Please choose")))
    return [Option(json.dumps(code), words, code == value) for code, words in choices]


def _choices(table: str, field: FormField) -> list[tuple[Any, str]]:
    """The values of a field that has few, in words."""
    if field.kind == "yes_no":
        return [(True, _("yes")), (False, _("no"))]
    if field.codes:
        words = labels(field.vocabulary)
        return [(code, words[code]) for code in field.codes]
    return [(step.value, step.words) for step in scale(table, field.name)]
