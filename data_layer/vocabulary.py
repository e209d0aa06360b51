"""The codes that the database knows; their words in each language are in `components/vocabulary.py`."""

from enum import StrEnum


class NetworkStatus(StrEnum):
    """`unclear`: a source names it without saying that it is a Local Empowerment Network; kept out of counts of LENs."""

    LEN = "len"
    UNCLEAR = "unclear"


class TargetGroup(StrEnum):
    """Groups of service users that SEMPRE's sources name."""

    SINGLE_PARENTS = "single_parents"
    MIGRANTS = "migrants"
    DISABILITIES = "disabilities"
    OLDER = "older"
    YOUTH = "youth"
    UNEMPLOYED = "unemployed"
    ADDICTION = "addiction"
    MENTAL_HEALTH = "mental_health"
    FAMILIES = "families"
    EX_OFFENDERS = "ex_offenders"
    RESIDENTS = "residents"


class StakeholderKind(StrEnum):
    """An office is a function ("the mayor"), never a person."""

    ORGANISATION = "organisation"
    GROUP = "group"
    OFFICE = "office"


class Sector(StrEnum):
    USERS = "users"
    PROVIDER = "provider"
    AUTHORITY = "authority"
    JOB_CENTRE = "job_centre"
    HEALTH = "health"
    EDUCATION = "education"
    CHURCH = "church"
    NON_PROFIT = "non_profit"
    BUSINESS = "business"
    BUSINESS_SUPPORT = "business_support"
    FUNDER = "funder"
    MEDIA = "media"
    OTHER = "other"


class StakeholderRole(StrEnum):
    """What a stakeholder is in the LEN; belonging to a LEN is this role, never a tie."""

    FACILITATOR = "facilitator"
    CORE = "core"
    MEMBER = "member"
    INVITED = "invited"
    OUTSIDE = "outside"


class Relation(StrEnum):
    COOPERATION = "cooperation"
    SUPPORT = "support"
    REFERRAL = "referral"
    MONEY = "money"
    INFORMATION = "information"
    SHARED_SPACE = "shared_space"
    DECISION = "decision"
    CONFLICT = "conflict"
    NOT_STATED = "not_stated"


class TieReporter(StrEnum):
    """Who says that the tie exists: a document, one of its two ends, or somebody else."""

    DOCUMENT = "document"
    FROM_SIDE = "from_side"
    TO_SIDE = "to_side"
    OTHER = "other"


class NeedStatus(StrEnum):
    OPEN = "open"
    TAKEN_UP = "taken_up"
    MICRO_PROJECT = "micro_project"
    PARKED = "parked"


class EventKind(StrEnum):
    MEETING = "meeting"
    WORKSHOP = "workshop"
    VISIT = "visit"
    TRAINING = "training"
    REVIEW = "review"
    INFORMATION = "information"
    OTHER = "other"


class Phase(StrEnum):
    """SEMPRE's three phases and the social start-up that may follow; the order of the members is the order of the path."""

    UNKNOWN = "unknown"
    NEEDS = "needs"
    DESIGN = "design"
    SUPPORT = "support"
    START_UP = "start_up"


class EndState(StrEnum):
    SELF_SUSTAINING = "self_sustaining"
    TAKEN_UP = "taken_up"
    INFORMAL = "informal"
    ENDED = "ended"
    OPEN = "open"
    UNKNOWN = "unknown"


class OrganisationalFormat(StrEnum):
    INFORMAL_GROUP = "informal_group"
    ASSOCIATION = "association"
    COOPERATIVE = "cooperative"
    SOCIAL_ENTERPRISE = "social_enterprise"
    NGO = "ngo"
    PART_OF_PROVIDER = "part_of_provider"
    UNDECIDED = "undecided"
    ENDED = "ended"
    UNKNOWN = "unknown"


class RunBy(StrEnum):
    USERS = "users"
    USERS_WITH_SUPPORT = "users_with_support"
    BOTH = "both"
    PROFESSIONALS = "professionals"
    UNKNOWN = "unknown"


class Instrument(StrEnum):
    GRANT = "grant"
    START_UP_GRANT = "start_up_grant"
    MICRO_LOAN = "micro_loan"
    FAST_CASH = "fast_cash"
    DONATION = "donation"
    MEMBERSHIP_FEES = "membership_fees"
    SALES_AGREEMENT = "sales_agreement"
    PROCUREMENT = "procurement"
    OWN_MEANS = "own_means"
    EU_PROGRAMME = "eu_programme"
    IN_KIND = "in_kind"
    UNKNOWN = "unknown"


class Effort(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Payment(StrEnum):
    ADVANCE = "advance"
    AFTERWARDS = "afterwards"


class CaseState(StrEnum):
    """`unknown`: a source says that support was given, not how far the case went."""

    IDEA = "idea"
    APPLIED = "applied"
    REFUSED = "refused"
    AWARDED = "awarded"
    RECEIVED = "received"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Side(StrEnum):
    PROFESSIONALS = "professionals"
    USERS = "users"


class Stage(StrEnum):
    NEEDS = "needs"
    DESIGN = "design"
    DELIVERY = "delivery"
    EVALUATION = "evaluation"
    UNKNOWN = "unknown"


class NeedMethod(StrEnum):
    """How a need was found out; the methods that SEMPRE's documents name, and what people do besides."""

    KITCHEN_TALK = "kitchen_talk"
    FUTURE_WORKSHOP = "future_workshop"
    SEARCH_CONFERENCE = "search_conference"
    RAPID_APPRAISAL = "rapid_appraisal"
    INTERVIEW = "interview"
    WORKSHOP = "workshop"
    OTHER = "other"


class Presence(StrEnum):
    CAME = "came"
    STAYED_AWAY = "stayed_away"


class ReadinessDimension(StrEnum):
    """What Accelerator Teams work on."""

    MANAGEMENT = "management"
    QUALITY = "quality"
    FINANCING = "financing"
    USERS = "users"


class HandoverTask(StrEnum):
    DECISIONS = "decisions"
    MONEY = "money"
    ROOMS = "rooms"
    ORGANISING = "organising"
    CONTACTS = "contacts"
    KNOWLEDGE = "knowledge"
    OTHER = "other"


class HandoverState(StrEnum):
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    TAKEN_BACK = "taken_back"


class VoiceKind(StrEnum):
    HELPED = "helped"
    DID_NOT_HELP = "did_not_help"
    OTHER = "other"


class Teller(StrEnum):
    """The role of who said it, never the name."""

    SERVICE_USER = "service_user"
    RELATIVE = "relative"
    PROFESSIONAL = "professional"
    VOLUNTEER = "volunteer"
    AUTHORITY = "authority"
    OTHER = "other"
    UNKNOWN = "unknown"


class Consent(StrEnum):
    """How far what somebody said may go: nowhere outside the LEN, to the programme's leaders, to funders, to everybody."""

    NONE = "none"
    LEADERS = "leaders"
    FUNDERS = "funders"
    PUBLIC = "public"


# Whoever agreed to more agreed to this as well.
TO_LEADERS = (Consent.LEADERS, Consent.FUNDERS, Consent.PUBLIC)
TO_FUNDERS = (Consent.FUNDERS, Consent.PUBLIC)


class CodingRound(StrEnum):
    """`settled`: what the two agreed on where they had chosen different themes; what each had chosen stays as it was."""

    FIRST = "first"
    SECOND = "second"
    SETTLED = "settled"


class FeedbackTheme(StrEnum):
    """What 70 participants of three search conferences called helpful."""

    RELATION = "relation"
    MUTUALITY = "mutuality"
    CHOICE = "choice"
    TIME = "time"
    KNOWLEDGE = "knowledge"
    SHARING = "sharing"


class EvaluationLevel(StrEnum):
    INDIVIDUAL = "individual"
    ORGANISATIONAL = "organisational"
    SOCIETAL = "societal"


class IndicatorKind(StrEnum):
    DESCRIPTIVE = "descriptive"
    COUNTED = "counted"


class RoadmapStep(StrEnum):
    """The five steps of the Organisational Roadmap, in order."""

    EXPLORE = "explore"
    KICK_START = "kick_start"
    IDENTIFY = "identify"
    ASSESS = "assess"
    MOMENTUM = "momentum"


class StepState(StrEnum):
    UNDER_WAY = "under_way"
    DONE = "done"


class PointKind(StrEnum):
    OBJECTIVE = "objective"
    SUCCESS_FACTOR = "success_factor"
    AGREEMENT = "agreement"
    SCENARIO = "scenario"


class PointWith(StrEnum):
    STAFF = "staff"
    STAKEHOLDERS = "stakeholders"
    SERVICE_USERS = "service_users"


class PointState(StrEnum):
    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


class PilotPart(StrEnum):
    """What a pilot depends on a stakeholder for."""

    DECIDES = "decides"
    PAYS = "pays"
    WORKS = "works"
    TAKES_PART = "takes_part"
    SPREADS = "spreads"
    UNKNOWN = "unknown"


class ReviewKind(StrEnum):
    """After Action Review (four questions) and Appreciative Inquiry (four D)."""

    ACTION_REVIEW = "action_review"
    APPRECIATIVE = "appreciative"


class NoteKind(StrEnum):
    """What is special about one field: stated by another source than the row's, our reading, invented, or in conflict."""

    STATED = "stated"
    READING = "reading"
    INVENTED = "invented"
    CONFLICT = "conflict"


class AccountRole(StrEnum):
    COORDINATOR = "coordinator"
    LEADER = "leader"
    FUNDER = "funder"
    ADMINISTRATOR = "administrator"


class Language(StrEnum):
    ENGLISH = "en"
    GERMAN = "de"


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
