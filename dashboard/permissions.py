"""What can be allowed, and which role has it."""

from enum import StrEnum

from data_layer.vocabulary import AccountRole


class Permission(StrEnum):
    """One thing that a role may do, as `resource:action`."""

    ACCOUNT_EDIT = "account:edit"
    ADMIN = "installation:administer"
    CATALOGUE_EDIT = "catalogue:edit"
    DATA_EDIT = "data:edit"
    DATA_EXPORT = "data:export"
    EDITING = "editing:use"
    FUNDING_READ = "funding:read"
    HELP_READ = "help:read"
    HISTORY_READ = "history:read"
    INDICATOR_READ = "indicator:read"
    MICRO_PROJECT_READ = "micro_project:read"
    NEED_READ = "need:read"
    NETWORK_READ = "network:read"
    OVERVIEW_READ = "overview:read"
    PARTICIPATION_READ = "participation:read"
    PILOT_EDIT = "pilot:edit"
    PILOT_READ = "pilot:read"
    RELEASE_MAKE = "release:make"
    RELEASE_READ = "release:read"
    STAKEHOLDER_READ = "stakeholder:read"
    VOICE_READ = "voice:read"


EVERYBODY = frozenset({Permission.ACCOUNT_EDIT, Permission.HELP_READ})
NETWORKS = frozenset(
    {
        Permission.DATA_EXPORT,
        Permission.FUNDING_READ,
        Permission.INDICATOR_READ,
        Permission.MICRO_PROJECT_READ,
        Permission.NEED_READ,
        Permission.NETWORK_READ,
        Permission.OVERVIEW_READ,
        Permission.PARTICIPATION_READ,
        Permission.PILOT_READ,
        Permission.STAKEHOLDER_READ,
        Permission.VOICE_READ,
    }
)
PILOTS = frozenset({Permission.EDITING, Permission.PILOT_EDIT})
EDITING = PILOTS | {Permission.CATALOGUE_EDIT, Permission.DATA_EDIT, Permission.HISTORY_READ}
GRANTED: dict[AccountRole, frozenset[Permission]] = {
    AccountRole.COORDINATOR: EVERYBODY | NETWORKS | EDITING,
    AccountRole.LEADER: EVERYBODY | NETWORKS | PILOTS | {Permission.RELEASE_MAKE, Permission.RELEASE_READ},
    AccountRole.FUNDER: EVERYBODY | {Permission.RELEASE_READ},
    AccountRole.ADMINISTRATOR: EVERYBODY | {Permission.ADMIN, Permission.CATALOGUE_EDIT, Permission.EDITING},
}
LANDING: dict[AccountRole, str] = {
    AccountRole.COORDINATOR: "/",
    AccountRole.LEADER: "/",
    AccountRole.FUNDER: "/outcomes",
    AccountRole.ADMINISTRATOR: "/admin",
}
# The catalogue of funding sources is no LEN's own.
CATALOGUE = "funding_source"

# What leaders work with as well: pilots and what was looked back on.
OF_PILOTS = frozenset(
    {"pilot", "pilot_step", "pilot_point", "pilot_project", "pilot_task", "key_stakeholder", "review", "story", "decision"}
)


def to_edit(table: str) -> Permission:
    """The permission that the rows of this table ask of those who edit them."""
    if table in OF_PILOTS:
        return Permission.PILOT_EDIT
    return Permission.CATALOGUE_EDIT if table == CATALOGUE else Permission.DATA_EDIT
