"""The words for each code of the database, in the reader's language."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from flask_babel import get_domain
from flask_babel import gettext as _

Words = Mapping[str, str]


def label(vocabulary: str, code: str | None) -> str:
    """The words for a code of a vocabulary ("sector", "church"); "unknown" for None. KeyError for a code without words."""
    return _("unknown") if code is None else labels(vocabulary)[code]


def labels(vocabulary: str) -> Words:
    """All codes of a vocabulary with their words, in their order."""
    return _translated(get_domain().get_translations(), vocabulary)


@lru_cache(maxsize=256)
def _translated(_catalogue: Any, vocabulary: str) -> Words:
    """A page asks for hundreds of labels; each catalogue translates a vocabulary once."""
    return VOCABULARIES[vocabulary]()


def _network_status() -> Words:
    return {"len": _("Local Empowerment Network"), "unclear": _("status unclear")}


def _target_group() -> Words:
    return {
        "single_parents": _("single parents"),
        "migrants": _("migrants and refugees"),
        "disabilities": _("people with disabilities"),
        "older": _("older adults"),
        "youth": _("disadvantaged young people"),
        "unemployed": _("long-term unemployed people"),
        "addiction": _("people with addiction"),
        "mental_health": _("people with mental health difficulties"),
        "families": _("families at risk"),
        "ex_offenders": _("ex-offenders"),
        "residents": _("residents"),
    }


def _stakeholder_kind() -> Words:
    return {"organisation": _("organisation"), "group": _("group without legal form"), "office": _("office")}


def _sector() -> Words:
    return {
        "users": _("service users’ group"),
        "provider": _("social service provider"),
        "authority": _("municipality or public authority"),
        "job_centre": _("job centre"),
        "health": _("health"),
        "education": _("education and research"),
        "church": _("church or diaconal body"),
        "non_profit": _("non-profit"),
        "business": _("business"),
        "business_support": _("business and innovation support"),
        "funder": _("funder or programme"),
        "media": _("media"),
        "other": _("other"),
    }


def _stakeholder_role() -> Words:
    return {
        "facilitator": _("facilitator"),
        "core": _("core member"),
        "member": _("member"),
        "invited": _("invited"),
        "outside": _("outside the network"),
    }


def _relation() -> Words:
    return {
        "cooperation": _("cooperation"),
        "support": _("support and coaching"),
        "referral": _("referral"),
        "money": _("money"),
        "information": _("information"),
        "shared_space": _("shared space"),
        "decision": _("decision-making"),
        "conflict": _("conflict"),
        "not_stated": _("kind not stated"),
    }


def _tie_reporter() -> Words:
    return {"document": _("a document"), "from_side": _("the giving side"), "to_side": _("the receiving side"), "other": _("somebody else")}


def _need_status() -> Words:
    return {
        "open": _("open"),
        "taken_up": _("taken up by a provider"),
        "micro_project": _("became a micro project"),
        "parked": _("parked"),
    }


def _event_kind() -> Words:
    return {
        "meeting": _("meeting"),
        "workshop": _("workshop"),
        "visit": _("visit"),
        "training": _("training"),
        "review": _("review"),
        "information": _("information event"),
        "other": _("event"),
    }


def _phase() -> Words:
    return {
        "needs": _("needs assessment"),
        "design": _("service design"),
        "support": _("entrepreneurial support"),
        "start_up": _("social start-up"),
        "unknown": _("phase unknown"),
    }


def _end_state() -> Words:
    return {
        "self_sustaining": _("self-sustaining"),
        "taken_up": _("taken up by a provider"),
        "informal": _("stays informal by choice"),
        "ended": _("ended"),
        "open": _("open"),
        "unknown": _("unknown"),
    }


def _organisational_format() -> Words:
    return {
        "informal_group": _("informal group"),
        "association": _("association"),
        "cooperative": _("cooperative"),
        "social_enterprise": _("social enterprise"),
        "ngo": _("NGO (other)"),
        "part_of_provider": _("part of a provider"),
        "undecided": _("not yet decided"),
        "ended": _("ended"),
        "unknown": _("unknown"),
    }


def _run_by() -> Words:
    return {
        "users": _("service users"),
        "users_with_support": _("service users with support"),
        "both": _("service users and professionals together"),
        "professionals": _("professionals"),
        "unknown": _("unknown"),
    }


def _instrument() -> Words:
    return {
        "grant": _("grant"),
        "start_up_grant": _("start-up grant"),
        "micro_loan": _("micro loan"),
        "fast_cash": _("fast cash"),
        "donation": _("donation"),
        "membership_fees": _("membership fees"),
        "sales_agreement": _("sales agreement"),
        "procurement": _("public procurement"),
        "own_means": _("provider’s own means"),
        "eu_programme": _("EU programme"),
        "in_kind": _("in kind"),
        "unknown": _("kind unknown"),
    }


def _effort() -> Words:
    return {"low": _("little effort"), "medium": _("some effort"), "high": _("much effort")}


def _payment() -> Words:
    return {"advance": _("paid in advance"), "afterwards": _("paid afterwards")}


def _case_state() -> Words:
    return {
        "idea": _("idea"),
        "applied": _("applied for"),
        "refused": _("refused"),
        "awarded": _("awarded"),
        "received": _("received"),
        "ended": _("ended"),
        "unknown": _("how far it went is unknown"),
    }


def _side() -> Words:
    return {"professionals": _("professionals’ side"), "users": _("service users’ side")}


def _stage() -> Words:
    return {
        "needs": _("finding needs"),
        "design": _("designing the service"),
        "delivery": _("running the service"),
        "evaluation": _("judging the service"),
        "unknown": _("stage unknown"),
    }


def _need_method() -> Words:
    return {
        "kitchen_talk": _("kitchen talk"),
        "future_workshop": _("future workshop"),
        "search_conference": _("search conference"),
        "rapid_appraisal": _("participatory rapid appraisal"),
        "interview": _("interviews"),
        "workshop": _("workshop"),
        "other": _("another way"),
    }


def _presence() -> Words:
    return {
        "came": _("came"),
        "stayed_away": _("stayed away"),
    }


def _readiness_dimension() -> Words:
    return {
        "management": _("stable management and leadership"),
        "quality": _("range and quality of the service"),
        "financing": _("financing"),
        "users": _("service users in operation and management"),
    }


def _handover_task() -> Words:
    return {
        "decisions": _("deciding"),
        "money": _("money and book-keeping"),
        "rooms": _("rooms and keys"),
        "organising": _("organising the work"),
        "contacts": _("contacts to others"),
        "knowledge": _("know-how"),
        "other": _("something else"),
    }


def _handover_state() -> Words:
    return {
        "planned": _("planned"),
        "under_way": _("under way"),
        "done": _("handed over"),
        "taken_back": _("taken back"),
    }


def _voice_kind() -> Words:
    return {
        "helped": _("what helped"),
        "did_not_help": _("what did not help"),
        "other": _("something else"),
    }


def _teller() -> Words:
    return {
        "service_user": _("a service user"),
        "relative": _("a relative"),
        "professional": _("a professional"),
        "volunteer": _("a volunteer"),
        "authority": _("a public authority"),
        "other": _("somebody else"),
        "unknown": _("unknown"),
    }


def _consent() -> Words:
    return {
        "none": _("only in the network"),
        "leaders": _("by the programme’s leaders"),
        "funders": _("in reports for funders"),
        "public": _("by everybody"),
    }


def _coding_round() -> Words:
    return {
        "first": _("first person"),
        "second": _("second person"),
        "settled": _("both together"),
    }


def _feedback_theme() -> Words:
    return {
        "relation": _("relation"),
        "mutuality": _("mutuality"),
        "choice": _("choice"),
        "time": _("time"),
        "knowledge": _("knowledge"),
        "sharing": _("sharing of knowledge"),
    }


def _evaluation_level() -> Words:
    return {
        "individual": _("individual"),
        "organisational": _("organisational"),
        "societal": _("societal"),
    }


def _indicator_kind() -> Words:
    return {
        "descriptive": _("described in words"),
        "counted": _("counted"),
    }


def _roadmap_step() -> Words:
    return {
        "explore": _("Explore empowerment"),
        "kick_start": _("Kick-start the idea"),
        "identify": _("Identify a pilot"),
        "assess": _("Assess the outcomes"),
        "momentum": _("Keep the momentum"),
    }


def _step_state() -> Words:
    return {
        "under_way": _("under way"),
        "done": _("done"),
    }


def _point_kind() -> Words:
    return {
        "objective": _("objective"),
        "success_factor": _("success factor"),
        "agreement": _("agreement"),
        "scenario": _("scenario"),
    }


def _point_with() -> Words:
    return {
        "staff": _("staff"),
        "stakeholders": _("stakeholders"),
        "service_users": _("service users"),
    }


def _point_state() -> Words:
    return {
        "open": _("open"),
        "reached": _("reached"),
        "partly": _("partly reached"),
        "not_reached": _("not reached"),
    }


def _pilot_part() -> Words:
    return {
        "decides": _("decides on it"),
        "pays": _("pays for it"),
        "works": _("works in it"),
        "takes_part": _("takes part in it"),
        "spreads": _("spreads the word"),
        "unknown": _("unknown"),
    }


def _review_kind() -> Words:
    return {
        "action_review": _("After Action Review"),
        "appreciative": _("Appreciative Inquiry"),
    }


def _note_kind() -> Words:
    return {"stated": _("stated elsewhere"), "reading": _("our reading"), "invented": _("invented"), "conflict": _("sources disagree")}


def _account_role() -> Words:
    return {
        "coordinator": _("coordinator"),
        "leader": _("leader"),
        "funder": _("funder"),
        "administrator": _("administrator"),
    }


VOCABULARIES: dict[str, Callable[[], Words]] = {
    "network_status": _network_status,
    "target_group": _target_group,
    "stakeholder_kind": _stakeholder_kind,
    "sector": _sector,
    "stakeholder_role": _stakeholder_role,
    "relation": _relation,
    "tie_reporter": _tie_reporter,
    "need_status": _need_status,
    "event_kind": _event_kind,
    "phase": _phase,
    "end_state": _end_state,
    "organisational_format": _organisational_format,
    "run_by": _run_by,
    "instrument": _instrument,
    "effort": _effort,
    "payment": _payment,
    "case_state": _case_state,
    "side": _side,
    "stage": _stage,
    "need_method": _need_method,
    "presence": _presence,
    "readiness_dimension": _readiness_dimension,
    "handover_task": _handover_task,
    "handover_state": _handover_state,
    "voice_kind": _voice_kind,
    "teller": _teller,
    "consent": _consent,
    "coding_round": _coding_round,
    "feedback_theme": _feedback_theme,
    "evaluation_level": _evaluation_level,
    "indicator_kind": _indicator_kind,
    "roadmap_step": _roadmap_step,
    "step_state": _step_state,
    "point_kind": _point_kind,
    "point_with": _point_with,
    "point_state": _point_state,
    "pilot_part": _pilot_part,
    "review_kind": _review_kind,
    "note_kind": _note_kind,
    "account_role": _account_role,
}
