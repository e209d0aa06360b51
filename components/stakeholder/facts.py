"""What is recorded of a stakeholder itself, what it is perhaps the same as, and where that comes from."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.facts import facts
from components.field_note import NoteOnField, field_lines, field_marks
from components.flag import FlagKind, flag
from components.formats import country, period
from components.link import link
from components.marks import sector_mark
from components.note import note
from components.stakeholder.ties import answered
from components.vocabulary import label

FLAGS: dict[str, FlagKind] = {"reading": "reading", "invented": "invented", "conflict": "conflict"}


def kind_in_words(profile: Any) -> list[str | Component]:
    """Sector with its mark, kind and role in one line."""
    sector = label("sector", profile.sector) if profile.sector else _("sector unknown")
    role = label("stakeholder_role", profile.role) if profile.role else _("role unknown")
    words = "; ".join([sector, label("stakeholder_kind", profile.kind), role, *([_("several under one name")] if profile.several else [])])
    return [sector_mark(profile.sector), f" {words}"]


def stakeholder_facts(profile: Any, notes: Sequence[NoteOnField]) -> Component:
    """The stakeholder's own fields as pairs; what nobody stated is unknown."""
    when = None if profile.start == profile.end == (None, None) else period(profile.start, profile.end)
    where = ", ".join(filter(None, (profile.place, country(profile.country) if profile.country else None)))
    return facts(
        [
            (_("Sector"), _with_marks(profile.sector and label("sector", profile.sector), notes, "sector")),
            (_("Kind"), _with_marks(label("stakeholder_kind", profile.kind), notes, "kind", "several")),
            (_("Role in the network"), _with_marks(profile.role and label("stakeholder_role", profile.role), notes, "role")),
            (_("Part of the network"), _with_marks(when, notes, "start_first", "end_first")),
            (_("Place"), _with_marks(where or None, notes, "place", "country")),
            (_("Website"), _website(profile.website)),
            (_("Contact point"), profile.contact_point),
            *([(_("Known elsewhere as"), profile.external_ids)] if profile.external_ids else []),
            (_("Strength of its ties"), answered(profile.ties, "strength")),
            (_("Trust"), answered(profile.ties, "trust")),
        ]
    )


def twin_note(profile: Any, *, editable: bool = False) -> Component | None:
    """A notice naming those that are perhaps the same stakeholder, with the way to merge them where `editable`; None without any."""
    if not profile.twins:
        return None
    named = [part for twin in profile.twins for part in _other(twin, profile.id, editable=editable)]
    return note([*named, html.P(_("If they are one and the same, the network picture changes. Somebody local will know."))])


def origin(profile: Any) -> list[Component]:
    """The source of the row, then each note on its fields and on its ties."""
    names = {tie.id: tie.other for tie in profile.ties}
    own = [html.P(profile.source)] if profile.source else []
    items = [html.Li(_note(found, names)) for found in profile.notes]
    return [*own, *([html.Ul(items, className="origins")] if items else [])]


def _with_marks(value: str | None, notes: Sequence[NoteOnField], *fields: str) -> Content | None:
    if not value:
        return None
    return [value, *field_marks(notes, *fields), *field_lines(notes, *fields)]


def _website(address: str | None) -> Content | None:
    if address is None or not address.startswith(("https://", "http://")):
        return address
    return link(address.partition("://")[2], address)


def _other(twin: Any, stakeholder_id: int, *, editable: bool) -> list[Component]:
    other_id, name = twin.second if twin.first[0] == stakeholder_id else twin.first
    heading = html.P([html.Strong(_("Two names, perhaps one: ")), link(name, f"/stakeholders/{other_id}")])
    merge = link(_("Compare and merge"), f"/data/merge?a={stakeholder_id}&b={other_id}", button=True, spoken_after=f": {name}")
    return [heading, html.P(twin.noted or _("The names are alike.")), *([html.P(merge)] if editable else [])]


def _note(found: Any, names: dict[int, str]) -> list[str | Component]:
    where = _("Tie with %(name)s", name=names[found.row_id]) if found.table_name == "tie" else _field(found.field)
    said = [_("The other source says: %(value)s.", value=found.other_value)] if found.other_value and found.kind == "conflict" else []
    source = [html.Small(_("Source: %(source)s", source=found.source))] if found.source else []
    return [
        flag(label("note_kind", found.kind), FLAGS.get(found.kind)),
        f" {where}: ",
        " ".join(filter(None, (found.text, *said))),
        *source,
    ]


def _field(field: str) -> str:
    words = {
        "name": _("Name"),
        "kind": _("Kind"),
        "sector": _("Sector"),
        "role": _("Role in the network"),
        "several": _("Several under one name"),
        "place": _("Place"),
        "country": _("Country"),
        "website": _("Website"),
        "body_id": _("Which body it is"),
        "start_first": _("Beginning"),
        "end_first": _("End"),
    }
    return words.get(field, _("A field"))
