"""What a micro project is now, and the needs that it came from."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.editing.edit_button import with_edit
from components.empty import empty
from components.facts import facts
from components.field_note import field_lines, field_marks
from components.formats import vague_date
from components.link import link
from components.persons import persons
from components.projects.life import Need, Notes, Profile
from components.projects.standing import capital, for_whom, phase_name, where
from components.unknown import unknown
from components.vocabulary import label, labels


def now(profile: Profile, phase: str, notes: Notes, *, twin: tuple[str, int | None] | None, masked: bool) -> Component:
    """The facts in short; `twin` is the name and id of what may be the same group, `masked` hides small counts of persons."""
    own = notes.get(("micro_project", profile.id), ())

    def marked(field: str, value: Content) -> Content:
        return [*listed(value), *field_marks(own, field), *(html.Span(line, className="fact-line") for line in field_lines(own, field))]

    pairs: list[tuple[str, Content | None]] = [
        (_("What it became"), marked("became", profile.became or unknown())),
        (_("Phase"), unknown() if phase == "unknown" else phase_name(phase)),
        (_("End"), marked("end_state", _known("end_state", profile.end_state))),
        (_("Form"), marked("format", _known("organisational_format", profile.format))),
        (_("Run by"), marked("run_by", _known("run_by", profile.run_by))),
        (_("Jobs"), marked("jobs", persons(profile.jobs, masked=masked) or unknown())),
        (
            _("For whom"),
            marked(
                "target_groups", [*listed(for_whom(profile.for_whom, profile.target_groups, labels("target_group"))), *_groups(profile)]
            ),
        ),
        (_("Place"), where(profile.place, profile.country)),
        (_("Network"), link(profile.network, f"/network?network={profile.network_id}")),
        (_("Group behind it"), _group(profile)),
        (_("Accelerator"), _accelerated(profile.accelerated)),
    ]
    if twin:
        name, twin_id = twin
        pairs.append((_("Also known as"), [_("perhaps"), " ", link(name, f"/stakeholders/{twin_id}") if twin_id else name]))
    return facts(pairs)


def needs_list(needs: Sequence[Need], *, masked: bool, editable: bool = False) -> Component:
    """The needs with how and when they were found out; `masked` hides small counts of persons."""
    if not needs:
        return empty(_("No need is recorded."), _("What it came from is unknown."))
    return html.Ul([_need(need, masked=masked, editable=editable) for need in needs], className="needs")


def needs_say(needs: Sequence[Need]) -> str | None:
    """From how many recorded needs it came; None without any."""
    return ngettext("It came from one recorded need.", "It came from %(num)s recorded needs.", len(needs)) if needs else None


def _need(need: Need, *, masked: bool, editable: bool) -> Component:
    day = unknown(_("date unknown")) if need.day_first is None else vague_date(need.day_first, need.day_last)
    about: list[str | Component] = [(need.method and capital(need.method)) or unknown(_("method unknown")), ", ", day]
    for count, words in ((need.participants, _("people took part")), (need.votes, _("votes"))):
        if count is not None:
            about.append(f", {persons(count, masked=masked)} {words}")
    source = [html.P(_("Source: %(source)s", source=need.source), className="from")] if need.source else []
    return html.Li(
        [
            html.P(need.what, className="what"),
            html.P(with_edit(about, "need", need.id, need.what, editable=editable), className="small"),
            *source,
        ]
    )


def _known(vocabulary: str, code: str) -> str | Component:
    return unknown() if code == "unknown" else label(vocabulary, code)


def _groups(profile: Profile) -> list[Component]:
    """Under which target groups it counts, where the source says it in other words."""
    counted = ", ".join(labels("target_group")[code] for code in profile.target_groups)
    if not counted or not profile.for_whom or profile.for_whom == counted:
        return []
    return [html.Span(_("counted under: %(groups)s", groups=counted), className="fact-line")]


def _group(profile: Profile) -> Content | None:
    return link(profile.group, f"/stakeholders/{profile.group_id}") if profile.group else None


def _accelerated(answer: bool | None) -> str | None:
    if answer is None:
        return None
    return _("part of SEMPRE Accelerators") if answer else _("not part of SEMPRE Accelerators")
