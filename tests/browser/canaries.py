"""A LEN whose every text is an attack: script, markup, links, templates, placeholders, signs that turn or break the line."""

from datetime import date
from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer import vocabulary as words
from data_layer.accounts.account import add_account
from data_layer.action import Recorder, acting
from data_layer.clock import now
from data_layer.codes import CODES
from data_layer.models import (
    Assessment,
    Decision,
    Event,
    FundingCase,
    FundingSource,
    Handover,
    Indicator,
    KeyStakeholder,
    MicroProject,
    Need,
    Network,
    Note,
    Observation,
    PeopleReached,
    PhaseChange,
    Pilot,
    PilotPoint,
    PilotStep,
    PilotTask,
    Position,
    Readiness,
    Receipt,
    ReportingPeriod,
    Review,
    Stakeholder,
    Story,
    Survey,
    Tie,
    Voice,
)
from data_layer.releases.outcome import make_sample_release

RUN = "window.__pwned=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"</script><script>{RUN}</script>",
    f"</title></style></textarea><script>{RUN}</script>",
    "<script src=https://canary.example/x.js></script>",
    "<script src=//canary.example/x.js></script>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" onerror="{RUN}">',
    f"<IMG SRC=x OnErRoR={RUN}>",
    f"<img/src/onerror={RUN}>",
    f"<img src=x:x onerror&#61;{RUN}>",
    "<img src=https://canary.example/pixel.gif>",
    '<img srcset="https://canary.example/a.png 1x">',
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "<svg><use href=https://canary.example/x.svg#y /></svg>",
    '<svg><a xlink:href="javascript:window.__pwned=1"><text x=20 y=20>x</text></a></svg>',
    f"<math><mtext></mtext><mglyph><svg><mtext><style><img src=x onerror={RUN}></style>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "<object data=javascript:alert(1)>",
    "<embed src=https://canary.example/x.swf>",
    "<base href=https://canary.example/>",
    '<meta http-equiv="refresh" content="0;url=https://canary.example/">',
    '<link rel=stylesheet href="https://canary.example/x.css">',
    "<style>@import url(https://canary.example/x.css);*{display:none}</style>",
    '<div style="background:url(https://canary.example/x.png)">x</div>',
    '<form action="https://canary.example/"><button>Log in again</button></form>',
    f"<template><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f"' onmouseover='{RUN}' x='",
    f'" onfocus="{RUN}" autofocus="',
    f"`-{RUN}-`",
    f"';{RUN};//",
    f'\\";{RUN};//',
    "{{7*7}} {{constructor.constructor('window.__pwned=1')()}}",
    "${window.__pwned=1} #{7*7} <%= 7*7 %>",
    "{0.__class__.__mro__} %(name)s %s %n 100 %",
    '{"props": {"children": "x"}, "type": "Script", "namespace": "dash_html_components"}',
    "[name = 'x'], node[id != '1'] { label: 1 }",
    "__proto__",
    "constructor",
    "[x](javascript:window.__pwned=1) ![x](https://canary.example/x.png) <http://canary.example>",
    '=HYPERLINK("https://canary.example","x") +cmd|\' /C calc\'!A0',
    "&lt;b&gt; &amp; &#x3C;b&#x3E; %3Cb%3E \\u003cb\\u003e",
    "\u202eevil\u202c \u2066x\u2069 \u200b\u200d\ufeff e\u0301\u0301\u0301\u0301 𝕏 👩‍👩‍👧 ﷽",
    "W" * 200,
)
# Columns that hold no free text: the database or the rules know what may stand there, or they point somewhere.
BOUND = {"country", "currency", "field", "table_name", "time_zone"}
PREFIX = {"website": "https://example.org/"}
EVIL_ADDRESS = "<svg/onload=window.__pwned=1>@example.org"
PASSWORD = "three words together"


def plant(session: Session) -> dict[str, str]:
    """Fill an empty database; returns, for pages that need more than a path, the address that shows the most."""
    with acting(session, "test") as action:
        planted = _Canaries(action).plant()
    for role in words.AccountRole:
        networks = [PAYLOADS[0], PAYLOADS[1]] if role in ("coordinator", "leader") else []
        add_account(session, email=f"{role}.{EVIL_ADDRESS}", password=PASSWORD, role=role, networks=networks)
    make_sample_release(session, readers=[f"funder.{EVIL_ADDRESS}", f"leader.{EVIL_ADDRESS}"])
    return planted


class _Canaries:
    """Rows in which every free text is the next attack of the list."""

    def __init__(self, action: Recorder) -> None:
        self.action = action
        self.next = count()

    def plant(self) -> dict[str, str]:
        first, second = (self._row(Network, name=PAYLOADS[n], sample=True, target_groups=("migrants",)) for n in (0, 1))
        self._row(Stakeholder, network_id=second.id, name=PAYLOADS[0])
        people = [self._row(Stakeholder, network_id=first.id, name=name, sector=_nth(words.Sector, n)) for n, name in enumerate(PAYLOADS)]
        self._ties(people)
        projects = [self._project(first, people[n], name, n) for n, name in enumerate(PAYLOADS)]
        self._around(first, people[0], projects[0])
        pilot, survey = self._work(first, people, projects[0])
        period = self._row(ReportingPeriod, first=date(2040, 1, 1), last=date(2040, 12, 31))
        return {
            "/ownership/": f"/ownership/{projects[0].id}",
            "/pilots/": f"/pilots/{pilot.id}",
            "/surveys/": f"/surveys/{survey.id}",
            "/micro-projects/": f"/micro-projects/{projects[0].id}",
            "/network": f"/network?network={first.id}",
            "/outcomes/": "/outcomes/1",
            "/outcomes/periods/": f"/outcomes/periods/{period.id}",
            "/stakeholders/": f"/stakeholders/{people[0].id}",
        }

    def _ties(self, people: list[Stakeholder]) -> None:
        for n, other in enumerate(people[1:]):
            home = {"network_id": other.network_id}
            self._row(Tie, **home, from_id=people[0].id, to_id=other.id, relation=_nth(words.Relation, n), directed=bool(n % 2))
            self._row(Position, **home, stakeholder_id=other.id, power=1 + n % 4, interest=4 - n % 4, influence=n)

    def _project(self, network: Network, group: Stakeholder, name: str, n: int) -> MicroProject:
        end = _nth(words.EndState, n)
        project = self._row(MicroProject, network_id=network.id, name=name, group_id=group.id, target_groups=("migrants",), end_state=end)
        phase = _nth(list(words.Phase)[1:], n)
        self._row(PhaseChange, network_id=network.id, micro_project_id=project.id, from_phase="unknown", to_phase=phase, **_day(n))
        for side in words.Side:
            self._row(Assessment, network_id=network.id, micro_project_id=project.id, side=side, level_from=1, level_to=5, **_day(n))
        return project

    def _around(self, network: Network, group: Stakeholder, project: MicroProject) -> None:
        home = {"network_id": network.id}
        for n in range(len(PAYLOADS)):
            self._row(Event, **home, micro_project_id=project.id, kind=_nth(words.EventKind, n), participants=n, **_day(n))
            self._row(
                Need, **home, micro_project_id=project.id, status="micro_project", target_groups=("migrants",), participants=9, votes=n
            )
            source = self._row(
                FundingSource,
                entered_by_id=network.id,
                body_id=None,
                instrument=_nth(words.Instrument, n),
                currency="EUR",
                amount_max_minor=n,
            )
            case = self._row(
                FundingCase, **home, micro_project_id=project.id, funding_source_id=source.id, state=_nth(words.CaseState, n),
                currency="EUR", awarded_minor=100 * n, in_kind_quantity=n, **_day(n, "decided"),
            )  # fmt: skip
            self._row(Receipt, **home, funding_case_id=case.id, currency="EUR", amount_minor=100 + n, **_day(n))
        for row, field in ((project, "description"), (project, "name"), (group, "name"), (group, "sector"), (network, "description")):
            table = row.__tablename__
            for kind in words.NoteKind:
                self._row(Note, **home, table_name=table, row_id=row.id, field=field, kind=kind)

    def _work(self, network: Network, people: list[Stakeholder], project: MicroProject) -> tuple[Pilot, Survey]:
        home = {"network_id": network.id}
        pilot = self._row(Pilot, **home, provider_id=people[0].id)
        self._row(PilotStep, **home, pilot_id=pilot.id, step="explore")
        for n, kind in enumerate(words.PointKind):
            self._row(PilotPoint, **home, pilot_id=pilot.id, kind=kind)
            self._row(PilotTask, **home, pilot_id=pilot.id, stakeholder_id=people[n].id, due=date(2018, 1, 1 + n))
            self._row(KeyStakeholder, **home, pilot_id=pilot.id, stakeholder_id=people[n].id)
        for review in [self._row(Review, **home, pilot_id=pilot.id, kind=kind) for kind in words.ReviewKind]:
            self._row(Decision, **home, review_id=review.id)
        self._row(Story, **home, pilot_id=pilot.id, story=PAYLOADS[0])
        for n, dimension in enumerate(words.ReadinessDimension):
            self._row(Readiness, **home, micro_project_id=project.id, dimension=dimension, step=1 + n)
            self._row(Handover, **home, micro_project_id=project.id, task=_nth(words.HandoverTask, n))
            self._row(PeopleReached, **home, micro_project_id=project.id, persons=10 * n)
            self._row(Voice, **home, micro_project_id=project.id, kind=_nth(words.VoiceKind, n), words=PAYLOADS[n])
            indicator = self._row(Indicator, **home, micro_project_id=project.id, kind="counted", level="societal")
            self._row(Observation, **home, indicator_id=indicator.id, value=n)
        survey = self._row(Survey, **home, micro_project_id=project.id, ends=date(2030, 1, 1), made_at=now(), language="en")
        return pilot, survey

    def _row(self, model: type[Any], **values: Any) -> Any:
        return self.action.insert(model(**{**self._texts(model), **values}))

    def _texts(self, model: type[Any]) -> dict[str, str]:
        return {column.key: self._text(column) for column in sa.inspect(model).local_table.columns if _is_free(column)}

    def _text(self, column: sa.Column[Any]) -> str:
        attack = PREFIX.get(column.key, "") + PAYLOADS[next(self.next) % len(PAYLOADS)]
        return attack[: column.type.length].strip()


def _is_free(column: sa.Column[Any]) -> bool:
    return isinstance(column.type, sa.String) and column.key not in BOUND and f"{column.table.name}.{column.key}" not in CODES


def _nth(codes: Any, n: int) -> Any:
    return list(codes)[n % len(list(codes))]


def _day(n: int, name: str = "day") -> dict[str, date]:
    day = date(2018, 1 + n % 12, 1 + n % 28)
    return {f"{name}_first": day, f"{name}_last": day}
