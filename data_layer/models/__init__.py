"""The tables, one module per area; importing this package registers them all."""

from data_layer.models.account import Account, Grant, LogInAttempt, SignIn
from data_layer.models.funding import FundingCase, FundingSource, Receipt
from data_layer.models.history import Action, Change
from data_layer.models.importing import ImportDraft, ImportMapping
from data_layer.models.micro_project import Event, MicroProject, Need, PhaseChange
from data_layer.models.network import Network, Position, Stakeholder, Tie
from data_layer.models.note import CatalogueNote, Note
from data_layer.models.participation import Assessment
from data_layer.models.release import Release, ReleaseReader

__all__ = [
    "Account",
    "Action",
    "Assessment",
    "CatalogueNote",
    "Change",
    "Event",
    "FundingCase",
    "FundingSource",
    "Grant",
    "ImportDraft",
    "ImportMapping",
    "LogInAttempt",
    "MicroProject",
    "Need",
    "Network",
    "Note",
    "PhaseChange",
    "Position",
    "Receipt",
    "Release",
    "ReleaseReader",
    "SignIn",
    "Stakeholder",
    "Tie",
]
