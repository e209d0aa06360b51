"""The tables, one module per area; importing this package registers them all."""

from data_layer.models.account import Account, Grant, LogInAttempt, SignIn
from data_layer.models.calendar import CalendarFeed
from data_layer.models.event import Attendance, Event, EventGuest, GuestEvent
from data_layer.models.funding import FundingCase, FundingSource, Receipt
from data_layer.models.history import Action, Change
from data_layer.models.importing import ImportDraft, ImportMapping
from data_layer.models.indicator import Indicator, Observation
from data_layer.models.micro_project import MicroProject, Need, PhaseChange
from data_layer.models.network import Network, Position, Stakeholder, Tie
from data_layer.models.note import CatalogueNote, Note
from data_layer.models.ownership import Handover, PeopleReached, Readiness
from data_layer.models.participation import Assessment
from data_layer.models.pilot import KeyStakeholder, Pilot, PilotPoint, PilotProject, PilotStep, PilotTask
from data_layer.models.release import AgreedWord, Release, ReleaseLink, ReleaseMessage, ReleaseReader, ReleaseWord, ReportingPeriod
from data_layer.models.review import Decision, Review, Story
from data_layer.models.survey import Survey, SurveyResult, UsedForm, WaitingAnswer
from data_layer.models.voice import Coding, Voice, VoiceTheme

__all__ = [
    "Account",
    "Action",
    "AgreedWord",
    "Assessment",
    "Attendance",
    "CalendarFeed",
    "CatalogueNote",
    "Change",
    "Coding",
    "Decision",
    "Event",
    "EventGuest",
    "FundingCase",
    "FundingSource",
    "Grant",
    "GuestEvent",
    "Handover",
    "ImportDraft",
    "ImportMapping",
    "Indicator",
    "KeyStakeholder",
    "LogInAttempt",
    "MicroProject",
    "Need",
    "Network",
    "Note",
    "Observation",
    "PeopleReached",
    "PhaseChange",
    "Pilot",
    "PilotPoint",
    "PilotProject",
    "PilotStep",
    "PilotTask",
    "Position",
    "Readiness",
    "Receipt",
    "Release",
    "ReleaseLink",
    "ReleaseMessage",
    "ReleaseReader",
    "ReleaseWord",
    "ReportingPeriod",
    "Review",
    "SignIn",
    "Stakeholder",
    "Story",
    "Survey",
    "SurveyResult",
    "Tie",
    "UsedForm",
    "Voice",
    "VoiceTheme",
    "WaitingAnswer",
]
