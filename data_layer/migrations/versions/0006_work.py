"""What turns the map into work: pilots, surveys, voices, indicators, reviews, and who takes what over"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LIVE = sa.text("trashed_by IS NULL")
COPIED: Any = {"recreate": "always", "table_kwargs": {"sqlite_autoincrement": True}}


def upgrade() -> None:
    _new_tables()
    _new_columns()


def _new_tables() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_calendar_feed_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_calendar_feed_account_id"), "calendar_feed", ["account_id"], unique=False)

    op.create_table(
        "theme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("description", sa.String(length=1000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_theme_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_theme_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_theme_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_theme_network_id"), "theme", ["network_id"], unique=False)
    op.create_index(
        "uq_theme_name_live",
        "theme",
        ["network_id", "name"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )

    op.create_table(
        "pilot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.String(length=4000), nullable=True),
        sa.Column("start_first", sa.Date(), nullable=True),
        sa.Column("start_last", sa.Date(), nullable=True),
        sa.Column("end_first", sa.Date(), nullable=True),
        sa.Column("end_last", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(end_first IS NULL) = (end_last IS NULL) AND (end_first IS NULL OR end_first <= end_last)", name=op.f("ck_pilot_end_vague")
        ),
        sa.CheckConstraint(
            "(start_first IS NULL) = (start_last IS NULL) AND (start_first IS NULL OR start_first <= start_last)",
            name=op.f("ck_pilot_start_vague"),
        ),
        sa.CheckConstraint("end_last IS NULL OR start_first IS NULL OR end_last >= start_first", name=op.f("ck_pilot_start_end_order")),
        sa.ForeignKeyConstraint(
            ["network_id", "provider_id"], ["stakeholder.network_id", "stakeholder.id"], name=op.f("fk_pilot_network_id_provider_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_pilot_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_pilot_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_pilot_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pilot_network_id"), "pilot", ["network_id"], unique=False)
    op.create_index(
        "uq_pilot_name_live",
        "pilot",
        ["network_id", "name"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )

    op.create_table(
        "key_stakeholder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "part IN ('decides', 'pays', 'works', 'takes_part', 'spreads', 'unknown')", name=op.f("ck_key_stakeholder_part")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_key_stakeholder_network_id_pilot_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_key_stakeholder_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_key_stakeholder_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_key_stakeholder_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_stakeholder")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_key_stakeholder_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_key_stakeholder_network_id"), "key_stakeholder", ["network_id"], unique=False)
    op.create_index(
        "uq_key_stakeholder_once_live",
        "key_stakeholder",
        ["network_id", "pilot_id", "stakeholder_id"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )

    op.create_table(
        "pilot_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(length=1000), nullable=False),
        sa.Column("with_whom", sa.String(length=20), nullable=True),
        sa.Column("stakeholder_id", sa.Integer(), nullable=True),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("remark", sa.String(length=1000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('objective', 'success_factor', 'agreement', 'scenario')", name=op.f("ck_pilot_point_kind")),
        sa.CheckConstraint("state IN ('open', 'reached', 'partly', 'not_reached')", name=op.f("ck_pilot_point_state")),
        sa.CheckConstraint("with_whom IN ('staff', 'stakeholders', 'service_users')", name=op.f("ck_pilot_point_with_whom")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)",
            name=op.f("ck_pilot_point_day_vague"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_pilot_point_network_id_pilot_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_pilot_point_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_pilot_point_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_pilot_point_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot_point")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_pilot_point_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pilot_point_network_id"), "pilot_point", ["network_id"], unique=False)

    op.create_table(
        "pilot_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_pilot_project_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_pilot_project_network_id_pilot_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_pilot_project_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_pilot_project_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot_project")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_pilot_project_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pilot_project_network_id"), "pilot_project", ["network_id"], unique=False)
    op.create_index(
        "uq_pilot_project_once_live",
        "pilot_project",
        ["network_id", "pilot_id", "micro_project_id"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )
    op.create_table(
        "pilot_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("start_first", sa.Date(), nullable=True),
        sa.Column("start_last", sa.Date(), nullable=True),
        sa.Column("end_first", sa.Date(), nullable=True),
        sa.Column("end_last", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("state IN ('under_way', 'done')", name=op.f("ck_pilot_step_state")),
        sa.CheckConstraint("step IN ('explore', 'kick_start', 'identify', 'assess', 'momentum')", name=op.f("ck_pilot_step_step")),
        sa.CheckConstraint(
            "(end_first IS NULL) = (end_last IS NULL) AND (end_first IS NULL OR end_first <= end_last)",
            name=op.f("ck_pilot_step_end_vague"),
        ),
        sa.CheckConstraint(
            "(start_first IS NULL) = (start_last IS NULL) AND (start_first IS NULL OR start_first <= start_last)",
            name=op.f("ck_pilot_step_start_vague"),
        ),
        sa.CheckConstraint(
            "end_last IS NULL OR start_first IS NULL OR end_last >= start_first", name=op.f("ck_pilot_step_start_end_order")
        ),
        sa.CheckConstraint("end_first IS NULL OR state = 'done'", name=op.f("ck_pilot_step_done_where_ended")),
        sa.ForeignKeyConstraint(
            ["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_pilot_step_network_id_pilot_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_pilot_step_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_pilot_step_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot_step")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_pilot_step_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pilot_step_network_id"), "pilot_step", ["network_id"], unique=False)
    op.create_index(
        "uq_pilot_step_once_live",
        "pilot_step",
        ["network_id", "pilot_id", "step"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )

    op.create_table(
        "pilot_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=True),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=True),
        sa.Column("begins", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("step IN ('explore', 'kick_start', 'identify', 'assess', 'momentum')", name=op.f("ck_pilot_task_step")),
        sa.CheckConstraint("begins IS NULL OR due IS NULL OR due >= begins", name=op.f("ck_pilot_task_due_after_start")),
        sa.ForeignKeyConstraint(
            ["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_pilot_task_network_id_pilot_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_pilot_task_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_pilot_task_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_pilot_task_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot_task")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_pilot_task_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pilot_task_network_id"), "pilot_task", ["network_id"], unique=False)

    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=True),
        sa.Column("to_side", sa.String(length=20), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("state IN ('planned', 'under_way', 'done', 'taken_back')", name=op.f("ck_handover_state")),
        sa.CheckConstraint(
            "task IN ('decisions', 'money', 'rooms', 'organising', 'contacts', 'knowledge', 'other')", name=op.f("ck_handover_task")
        ),
        sa.CheckConstraint(
            "to_side IN ('users', 'users_with_support', 'both', 'professionals', 'unknown')", name=op.f("ck_handover_to_side")
        ),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_handover_day_vague")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_handover_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_handover_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_handover_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_handover_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_handover_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_handover_network_id"), "handover", ["network_id"], unique=False)

    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=True),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("definition", sa.String(length=2000), nullable=True),
        sa.Column("unit", sa.String(length=100), nullable=True),
        sa.Column("not_counted", sa.String(length=1000), nullable=True),
        sa.Column("baseline", sa.Integer(), nullable=True),
        sa.Column("baseline_words", sa.String(length=1000), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("target_words", sa.String(length=1000), nullable=True),
        sa.Column("of_persons", sa.Boolean(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("pilot_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind = 'counted' OR (baseline IS NULL AND target IS NULL)", name=op.f("ck_indicator_numbers")),
        sa.CheckConstraint("kind = 'descriptive' OR (unit IS NOT NULL AND unit <> '')", name=op.f("ck_indicator_counted_in")),
        sa.CheckConstraint("kind IN ('descriptive', 'counted')", name=op.f("ck_indicator_kind")),
        sa.CheckConstraint("level IN ('individual', 'organisational', 'societal')", name=op.f("ck_indicator_level")),
        sa.CheckConstraint("micro_project_id IS NULL OR pilot_id IS NULL", name=op.f("ck_indicator_one_subject")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_indicator_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_indicator_network_id_pilot_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_indicator_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_indicator_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_indicator_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_indicator_network_id"), "indicator", ["network_id"], unique=False)

    op.create_table(
        "people_reached",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("target_groups", sa.String(length=500), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("about", sa.Boolean(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)",
            name=op.f("ck_people_reached_day_vague"),
        ),
        sa.CheckConstraint("persons >= 0", name=op.f("ck_people_reached_persons")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_people_reached_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_people_reached_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_people_reached_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people_reached")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_people_reached_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_people_reached_network_id"), "people_reached", ["network_id"], unique=False)

    op.create_table(
        "readiness",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=False),
        sa.Column("dimension", sa.String(length=20), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("dimension IN ('management', 'quality', 'financing', 'users')", name=op.f("ck_readiness_dimension")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_readiness_day_vague")
        ),
        sa.CheckConstraint("step BETWEEN 1 AND 4", name=op.f("ck_readiness_step")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_readiness_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_readiness_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_readiness_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readiness")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_readiness_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_readiness_network_id"), "readiness", ["network_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=True),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("who", sa.String(length=300), nullable=True),
        sa.Column("first", sa.String(length=4000), nullable=True),
        sa.Column("second", sa.String(length=4000), nullable=True),
        sa.Column("third", sa.String(length=4000), nullable=True),
        sa.Column("fourth", sa.String(length=4000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('action_review', 'appreciative')", name=op.f("ck_review_kind")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_review_day_vague")
        ),
        sa.CheckConstraint("(micro_project_id IS NULL) <> (pilot_id IS NULL)", name=op.f("ck_review_one_subject")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_review_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_review_network_id_pilot_id")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_review_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_review_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_review_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_review_network_id"), "review", ["network_id"], unique=False)

    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=True),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("story", sa.String(length=4000), nullable=False),
        sa.Column("teller", sa.String(length=20), nullable=False),
        sa.Column("domain", sa.String(length=20), nullable=True),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("matters", sa.String(length=1000), nullable=True),
        sa.Column("chosen_by", sa.String(length=300), nullable=True),
        sa.Column("chosen_why", sa.String(length=1000), nullable=True),
        sa.Column("fed_back", sa.Date(), nullable=True),
        sa.Column("consent", sa.String(length=20), nullable=False),
        sa.Column("consent_text", sa.String(length=1000), nullable=True),
        sa.Column("consent_day", sa.Date(), nullable=True),
        sa.Column("withdrawn_day", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("consent = 'none' OR consent_day IS NOT NULL", name=op.f("ck_story_consent_dated")),
        sa.CheckConstraint("consent IN ('none', 'leaders', 'funders', 'public')", name=op.f("ck_story_consent")),
        sa.CheckConstraint("domain IN ('individual', 'organisational', 'societal')", name=op.f("ck_story_domain")),
        sa.CheckConstraint(
            "teller IN ('service_user', 'relative', 'professional', 'volunteer', 'authority', 'other', 'unknown')",
            name=op.f("ck_story_teller"),
        ),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_story_day_vague")
        ),
        sa.CheckConstraint("(micro_project_id IS NULL) <> (pilot_id IS NULL)", name=op.f("ck_story_one_subject")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_story_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id", "pilot_id"], ["pilot.network_id", "pilot.id"], name=op.f("fk_story_network_id_pilot_id")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_story_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_story_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_story_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_story_network_id"), "story", ["network_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("presence", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("presence IN ('came', 'stayed_away')", name=op.f("ck_attendance_presence")),
        sa.ForeignKeyConstraint(
            ["network_id", "event_id"], ["event.network_id", "event.id"], name=op.f("fk_attendance_network_id_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_attendance_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_attendance_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_attendance_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_attendance_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attendance_network_id"), "attendance", ["network_id"], unique=False)
    op.create_index(
        "uq_attendance_once_live",
        "attendance",
        ["network_id", "event_id", "stakeholder_id"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=True),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(length=1000), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("(review_id IS NULL) <> (story_id IS NULL)", name=op.f("ck_decision_one_origin")),
        sa.ForeignKeyConstraint(
            ["network_id", "review_id"], ["review.network_id", "review.id"], name=op.f("fk_decision_network_id_review_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_decision_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id", "story_id"], ["story.network_id", "story.id"], name=op.f("fk_decision_network_id_story_id")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_decision_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_decision_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_decision_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decision_network_id"), "decision", ["network_id"], unique=False)

    op.create_table(
        "event_guest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("guest_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("guest_id <> network_id", name=op.f("ck_event_guest_another_network")),
        sa.ForeignKeyConstraint(["guest_id"], ["network.id"], name=op.f("fk_event_guest_guest_id")),
        sa.ForeignKeyConstraint(
            ["network_id", "event_id"], ["event.network_id", "event.id"], name=op.f("fk_event_guest_network_id_event_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_event_guest_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_event_guest_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_guest")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_event_guest_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_event_guest_guest_id"), "event_guest", ["guest_id"], unique=False)
    op.create_index(op.f("ix_event_guest_network_id"), "event_guest", ["network_id"], unique=False)
    op.create_index(
        "uq_event_guest_once_live",
        "event_guest",
        ["network_id", "event_id", "guest_id"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )

    op.create_table(
        "observation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("evidence", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("value IS NOT NULL OR (words IS NOT NULL AND words <> '')", name=op.f("ck_observation_says_something")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)",
            name=op.f("ck_observation_day_vague"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "indicator_id"], ["indicator.network_id", "indicator.id"], name=op.f("fk_observation_network_id_indicator_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_observation_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_observation_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_observation_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_observation_network_id"), "observation", ["network_id"], unique=False)

    op.create_table(
        "survey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("stage IN ('needs', 'design', 'delivery', 'evaluation', 'unknown')", name=op.f("ck_survey_stage")),
        sa.CheckConstraint("(micro_project_id IS NULL) <> (event_id IS NULL)", name=op.f("ck_survey_one_subject")),
        sa.CheckConstraint("slips BETWEEN 0 AND 500", name=op.f("ck_survey_slips")),
        sa.ForeignKeyConstraint(["network_id", "event_id"], ["event.network_id", "event.id"], name=op.f("fk_survey_network_id_event_id")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_survey_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_survey_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_survey_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_survey_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_survey_network_id"), "survey", ["network_id"], unique=False)

    op.create_table(
        "voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("teller", sa.String(length=20), nullable=False),
        sa.Column("target_groups", sa.String(length=500), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("checked", sa.Boolean(), nullable=False),
        sa.Column("consent", sa.String(length=20), nullable=False),
        sa.Column("consent_text", sa.String(length=1000), nullable=True),
        sa.Column("consent_day", sa.Date(), nullable=True),
        sa.Column("withdrawn_day", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("consent = 'none' OR checked", name=op.f("ck_voice_consent_checked")),
        sa.CheckConstraint("consent = 'none' OR consent_day IS NOT NULL", name=op.f("ck_voice_consent_dated")),
        sa.CheckConstraint("consent IN ('none', 'leaders', 'funders', 'public')", name=op.f("ck_voice_consent")),
        sa.CheckConstraint("kind IN ('helped', 'did_not_help', 'other')", name=op.f("ck_voice_kind")),
        sa.CheckConstraint(
            "teller IN ('service_user', 'relative', 'professional', 'volunteer', 'authority', 'other', 'unknown')",
            name=op.f("ck_voice_teller"),
        ),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_voice_day_vague")
        ),
        sa.ForeignKeyConstraint(["network_id", "event_id"], ["event.network_id", "event.id"], name=op.f("fk_voice_network_id_event_id")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_voice_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_voice_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_voice_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_voice_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_voice_network_id"), "voice", ["network_id"], unique=False)

    op.create_table(
        "coding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(length=20), nullable=False),
        sa.Column("theme", sa.String(length=20), nullable=True),
        sa.Column("own_theme_id", sa.Integer(), nullable=True),
        sa.Column("coder_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("round IN ('first', 'second', 'settled')", name=op.f("ck_coding_round")),
        sa.CheckConstraint("theme IN ('relation', 'mutuality', 'choice', 'time', 'knowledge', 'sharing')", name=op.f("ck_coding_theme")),
        sa.CheckConstraint("(theme IS NULL) <> (own_theme_id IS NULL)", name=op.f("ck_coding_one_theme")),
        sa.ForeignKeyConstraint(["coder_id"], ["account.id"], name=op.f("fk_coding_coder_id")),
        sa.ForeignKeyConstraint(
            ["network_id", "own_theme_id"], ["theme.network_id", "theme.id"], name=op.f("fk_coding_network_id_own_theme_id")
        ),
        sa.ForeignKeyConstraint(["network_id", "voice_id"], ["voice.network_id", "voice.id"], name=op.f("fk_coding_network_id_voice_id")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_coding_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_coding_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coding")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_coding_network_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_coding_network_id"), "coding", ["network_id"], unique=False)

    op.create_table(
        "survey_result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("answers >= 5", name=op.f("ck_survey_result_answers")),
        sa.ForeignKeyConstraint(
            ["network_id", "survey_id"], ["survey.network_id", "survey.id"], name=op.f("fk_survey_result_network_id_survey_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_survey_result_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_survey_result_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_result")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_survey_result_network_id_id")),
        sa.UniqueConstraint("survey_id", name=op.f("uq_survey_result_survey_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_survey_result_network_id"), "survey_result", ["network_id"], unique=False)

    op.create_table(
        "used_form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("form_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_used_form_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_used_form")),
        sa.UniqueConstraint("survey_id", "form_hash", name=op.f("uq_used_form_survey_id_form_hash")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "waiting_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_waiting_answer_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_answer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_waiting_answer_survey_id"), "waiting_answer", ["survey_id"], unique=False)

    op.create_index(
        "uq_coding_once_live",
        "coding",
        ["network_id", "voice_id", "round", sa.text("coalesce(theme, '')"), sa.text("coalesce(own_theme_id, 0)")],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index(
        "uq_indicator_once_live",
        "indicator",
        ["network_id", "name", sa.text("coalesce(micro_project_id, 0)"), sa.text("coalesce(pilot_id, 0)")],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )


def _new_columns() -> None:
    op.drop_index("uq_assessment_once_live", "assessment")
    with op.batch_alter_table("assessment", **COPIED) as table:
        table.add_column(sa.Column("pilot_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_assessment_network_id_pilot_id"), "pilot", ["network_id", "pilot_id"], ["network_id", "id"])
        table.drop_constraint(op.f("ck_assessment_one_subject"), type_="check")
        table.create_check_constraint(
            op.f("ck_assessment_one_subject"),
            "CASE WHEN micro_project_id IS NULL THEN 0 ELSE 1 END + CASE WHEN event_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN pilot_id IS NULL THEN 0 ELSE 1 END = 1",
        )
    op.create_index(
        "uq_assessment_once_live",
        "assessment",
        [
            "network_id",
            *(sa.text(f"coalesce({link}, 0)") for link in ("micro_project_id", "event_id", "pilot_id")),
            "side",
            "stage",
            *(sa.text(f"coalesce({day}, '0001-01-01')") for day in ("day_first", "day_last")),
        ],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    _add_code_sets("event", "target_groups")
    _add_code_sets("funding_source", "formats", "phases")
    with op.batch_alter_table("micro_project", **COPIED) as table:
        for vague in ("run_since", "ended"):
            first, last = f"{vague}_first", f"{vague}_last"
            table.add_column(sa.Column(first, sa.Date(), nullable=True))
            table.add_column(sa.Column(last, sa.Date(), nullable=True))
            table.create_check_constraint(
                op.f(f"ck_micro_project_{vague}_vague"),
                f"({first} IS NULL) = ({last} IS NULL) AND ({first} IS NULL OR {first} <= {last})",
            )
        table.add_column(sa.Column("currency", sa.String(length=3), nullable=True))
        for amount in ("monthly_cost_minor", "in_hand_minor", "needed_minor"):
            table.add_column(sa.Column(amount, sa.BigInteger(), nullable=True))
            table.create_check_constraint(op.f(f"ck_micro_project_{amount}"), f"{amount} >= 0")
        table.add_column(sa.Column("in_hand_on", sa.Date(), nullable=True))
        table.create_check_constraint(
            op.f("ck_micro_project_currency"), "currency IS NOT NULL OR coalesce(monthly_cost_minor, in_hand_minor, needed_minor) IS NULL"
        )
    with op.batch_alter_table("need", **COPIED) as table:
        table.add_column(sa.Column("found_by", sa.String(length=20), nullable=True))
        table.add_column(sa.Column("event_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("provider_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_need_network_id_event_id"), "event", ["network_id", "event_id"], ["network_id", "id"])
        table.create_foreign_key(op.f("fk_need_network_id_provider_id"), "stakeholder", ["network_id", "provider_id"], ["network_id", "id"])
        table.create_check_constraint(
            op.f("ck_need_found_by"),
            "found_by IN ('kitchen_talk', 'future_workshop', 'search_conference', 'rapid_appraisal', 'interview', 'workshop', 'other')",
        )
        table.create_check_constraint(op.f("ck_need_taken_up"), "provider_id IS NULL OR status = 'taken_up'")


def _add_code_sets(name: str, *columns: str) -> None:
    """Sets of codes are never empty of their two strokes; rows that are there get the empty set."""
    with op.batch_alter_table(name, **COPIED) as table:
        for column in columns:
            table.add_column(sa.Column(column, sa.String(length=500), nullable=False, server_default="|"))
    with op.batch_alter_table(name, **COPIED) as table:
        for column in columns:
            table.alter_column(column, server_default=None)
