"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("all_networks", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=True),
        sa.Column("theme", sa.String(length=10), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("all_networks = false OR role IN ('coordinator', 'leader')", name=op.f("ck_account_all_networks")),
        sa.CheckConstraint("language IN ('en', 'de')", name=op.f("ck_account_language")),
        sa.CheckConstraint("role IN ('coordinator', 'leader', 'funder', 'administrator')", name=op.f("ck_account_role")),
        sa.CheckConstraint("theme IN ('light', 'dark')", name=op.f("ck_account_theme")),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_account_email_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "log_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email_hash", sa.String(length=64), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_in_attempt")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("log_in_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_in_attempt_address_hash"), ["address_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_in_attempt_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_in_attempt_email_hash"), ["email_hash"], unique=False)

    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_action_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_at"), ["at"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_account_id"), ["account_id"], unique=False)

    op.create_table(
        "network",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("region", sa.String(length=200), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("time_zone", sa.String(length=60), nullable=True),
        sa.Column("target_groups", sa.String(length=500), nullable=False),
        sa.Column("for_whom", sa.String(length=300), nullable=True),
        sa.Column("founded_first", sa.Date(), nullable=True),
        sa.Column("founded_last", sa.Date(), nullable=True),
        sa.Column("ended_first", sa.Date(), nullable=True),
        sa.Column("ended_last", sa.Date(), nullable=True),
        sa.Column("description", sa.String(length=4000), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("status IN ('len', 'unclear')", name=op.f("ck_network_status")),
        sa.CheckConstraint(
            "(ended_first IS NULL) = (ended_last IS NULL) AND (ended_first IS NULL OR ended_first <= ended_last)",
            name=op.f("ck_network_ended_vague"),
        ),
        sa.CheckConstraint(
            "(founded_first IS NULL) = (founded_last IS NULL) AND (founded_first IS NULL OR founded_first <= founded_last)",
            name=op.f("ck_network_founded_vague"),
        ),
        sa.CheckConstraint(
            "ended_last IS NULL OR founded_first IS NULL OR ended_last >= founded_first", name=op.f("ck_network_founded_ended_order")
        ),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_network_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("network", schema=None) as batch_op:
        batch_op.create_index(
            "uq_network_name_live",
            ["name"],
            unique=True,
            sqlite_where=sa.text("trashed_by IS NULL"),
            postgresql_where=sa.text("trashed_by IS NULL"),
        )

    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("tables", sa.JSON(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_release_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=True),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_change_action_id")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_change_network_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_change_network_id"), ["network_id"], unique=False)
        batch_op.create_index("ix_change_row", ["table_name", "row_id"], unique=False)

    op.create_table(
        "funding_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entered_by_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("funder", sa.String(length=200), nullable=False),
        sa.Column("funder_external_id", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("instrument", sa.String(length=20), nullable=False),
        sa.Column("who_may_apply", sa.String(length=500), nullable=True),
        sa.Column("open_to_informal", sa.Boolean(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("amount_min_minor", sa.BigInteger(), nullable=True),
        sa.Column("amount_max_minor", sa.BigInteger(), nullable=True),
        sa.Column("amount_note", sa.String(length=300), nullable=True),
        sa.Column("effort", sa.String(length=20), nullable=True),
        sa.Column("plain_language", sa.Boolean(), nullable=True),
        sa.Column("paid", sa.String(length=20), nullable=True),
        sa.Column("paid_after_months", sa.Integer(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("effort IN ('low', 'medium', 'high')", name=op.f("ck_funding_source_effort")),
        sa.CheckConstraint(
            "instrument IN ('grant', 'start_up_grant', 'micro_loan', 'fast_cash', 'donation', 'membership_fees', 'sales_agreement', 'procurement', 'own_means', 'eu_programme', 'in_kind', 'unknown')",
            name=op.f("ck_funding_source_instrument"),
        ),
        sa.CheckConstraint("paid IN ('advance', 'afterwards')", name=op.f("ck_funding_source_paid")),
        sa.CheckConstraint("amount_max_minor >= amount_min_minor", name=op.f("ck_funding_source_amount_range")),
        sa.CheckConstraint("amount_min_minor >= 0", name=op.f("ck_funding_source_amount_min")),
        sa.CheckConstraint(
            "currency IS NOT NULL OR (amount_min_minor IS NULL AND amount_max_minor IS NULL)", name=op.f("ck_funding_source_currency")
        ),
        sa.CheckConstraint("paid_after_months >= 0", name=op.f("ck_funding_source_paid_after_months")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["network.id"], name=op.f("fk_funding_source_entered_by_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_funding_source_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_source")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_grant_account_id")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_grant_network_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant")),
        sa.UniqueConstraint("account_id", "network_id", name=op.f("uq_grant_account_id_network_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grant_network_id"), ["network_id"], unique=False)

    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("other_value", sa.String(length=500), nullable=True),
        sa.Column("text", sa.String(length=1000), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind <> 'conflict' OR other_value IS NOT NULL", name=op.f("ck_note_conflict")),
        sa.CheckConstraint("kind IN ('stated', 'reading', 'invented', 'conflict')", name=op.f("ck_note_kind")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_note_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_note_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_note_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_network_id"), ["network_id"], unique=False)
        batch_op.create_index("ix_note_row", ["table_name", "row_id"], unique=False)

    op.create_table(
        "release_reader",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_release_reader_account_id")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_release_reader_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_reader")),
        sa.UniqueConstraint("release_id", "account_id", name=op.f("uq_release_reader_release_id_account_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("release_reader", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_reader_account_id"), ["account_id"], unique=False)

    op.create_table(
        "stakeholder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("sector", sa.String(length=20), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=True),
        sa.Column("several", sa.Boolean(), nullable=False),
        sa.Column("start_first", sa.Date(), nullable=True),
        sa.Column("start_last", sa.Date(), nullable=True),
        sa.Column("end_first", sa.Date(), nullable=True),
        sa.Column("end_last", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("website", sa.String(length=500), nullable=True),
        sa.Column("contact_point", sa.String(length=300), nullable=True),
        sa.Column("external_ids", sa.String(length=500), nullable=True),
        sa.Column("description", sa.String(length=2000), nullable=True),
        sa.Column("x", sa.Double(), nullable=True),
        sa.Column("y", sa.Double(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('organisation', 'group', 'office')", name=op.f("ck_stakeholder_kind")),
        sa.CheckConstraint("role IN ('facilitator', 'core', 'member', 'invited', 'outside')", name=op.f("ck_stakeholder_role")),
        sa.CheckConstraint(
            "sector IN ('users', 'provider', 'authority', 'job_centre', 'health', 'education', 'church', 'non_profit', 'business', 'business_support', 'funder', 'media', 'other')",
            name=op.f("ck_stakeholder_sector"),
        ),
        sa.CheckConstraint(
            "(end_first IS NULL) = (end_last IS NULL) AND (end_first IS NULL OR end_first <= end_last)",
            name=op.f("ck_stakeholder_end_vague"),
        ),
        sa.CheckConstraint(
            "(start_first IS NULL) = (start_last IS NULL) AND (start_first IS NULL OR start_first <= start_last)",
            name=op.f("ck_stakeholder_start_vague"),
        ),
        sa.CheckConstraint("(x IS NULL) = (y IS NULL)", name=op.f("ck_stakeholder_placed")),
        sa.CheckConstraint(
            "end_last IS NULL OR start_first IS NULL OR end_last >= start_first", name=op.f("ck_stakeholder_start_end_order")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_stakeholder_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_stakeholder_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stakeholder")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_stakeholder_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("stakeholder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stakeholder_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stakeholder_network_id"), ["network_id"], unique=False)
        batch_op.create_index(
            "uq_stakeholder_name_live",
            ["network_id", "name"],
            unique=True,
            sqlite_where=sa.text("trashed_by IS NULL"),
            postgresql_where=sa.text("trashed_by IS NULL"),
        )

    op.create_table(
        "micro_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("target_groups", sa.String(length=500), nullable=False),
        sa.Column("for_whom", sa.String(length=300), nullable=True),
        sa.Column("description", sa.String(length=4000), nullable=True),
        sa.Column("became", sa.String(length=500), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("end_state", sa.String(length=20), nullable=False),
        sa.Column("format", sa.String(length=20), nullable=False),
        sa.Column("run_by", sa.String(length=20), nullable=False),
        sa.Column("jobs", sa.Integer(), nullable=True),
        sa.Column("accelerated", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "end_state IN ('self_sustaining', 'taken_up', 'informal', 'ended', 'open', 'unknown')", name=op.f("ck_micro_project_end_state")
        ),
        sa.CheckConstraint(
            "format IN ('informal_group', 'association', 'cooperative', 'social_enterprise', 'ngo', 'part_of_provider', 'undecided', 'ended', 'unknown')",
            name=op.f("ck_micro_project_format"),
        ),
        sa.CheckConstraint(
            "run_by IN ('users', 'users_with_support', 'both', 'professionals', 'unknown')", name=op.f("ck_micro_project_run_by")
        ),
        sa.CheckConstraint("jobs >= 0", name=op.f("ck_micro_project_jobs")),
        sa.ForeignKeyConstraint(
            ["network_id", "group_id"], ["stakeholder.network_id", "stakeholder.id"], name=op.f("fk_micro_project_network_id_group_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_micro_project_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_micro_project_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_micro_project")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_micro_project_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("micro_project", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_micro_project_network_id"), ["network_id"], unique=False)
        batch_op.create_index(
            "uq_micro_project_name_live",
            ["network_id", "name"],
            unique=True,
            sqlite_where=sa.text("trashed_by IS NULL"),
            postgresql_where=sa.text("trashed_by IS NULL"),
        )

    op.create_table(
        "position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("question", sa.String(length=500), nullable=True),
        sa.Column("mapped_by", sa.String(length=200), nullable=True),
        sa.Column("influence", sa.Integer(), nullable=True),
        sa.Column("power", sa.Integer(), nullable=True),
        sa.Column("interest", sa.Integer(), nullable=True),
        sa.Column("wished_power", sa.Integer(), nullable=True),
        sa.Column("wished_interest", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_position_day_vague")
        ),
        sa.CheckConstraint("influence >= 0", name=op.f("ck_position_influence")),
        sa.CheckConstraint("interest BETWEEN 1 AND 4", name=op.f("ck_position_interest")),
        sa.CheckConstraint("power BETWEEN 1 AND 4", name=op.f("ck_position_power")),
        sa.CheckConstraint("wished_interest BETWEEN 1 AND 4", name=op.f("ck_position_wished_interest")),
        sa.CheckConstraint("wished_power BETWEEN 1 AND 4", name=op.f("ck_position_wished_power")),
        sa.ForeignKeyConstraint(
            ["network_id", "stakeholder_id"],
            ["stakeholder.network_id", "stakeholder.id"],
            name=op.f("fk_position_network_id_stakeholder_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_position_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_position_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_position_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_position_network_id"), ["network_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("participants_unit", sa.String(length=100), nullable=True),
        sa.Column("about", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=500), nullable=True),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('meeting', 'workshop', 'visit', 'training', 'review', 'information', 'other')", name=op.f("ck_event_kind")
        ),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_event_day_vague")
        ),
        sa.CheckConstraint("participants >= 0", name=op.f("ck_event_participants")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_event_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_event_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_event_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_event_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_network_id"), ["network_id"], unique=False)

    op.create_table(
        "funding_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=False),
        sa.Column("funding_source_id", sa.Integer(), nullable=False),
        sa.Column("what_for", sa.String(length=300), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("applied_minor", sa.BigInteger(), nullable=True),
        sa.Column("awarded_minor", sa.BigInteger(), nullable=True),
        sa.Column("applied_first", sa.Date(), nullable=True),
        sa.Column("applied_last", sa.Date(), nullable=True),
        sa.Column("decided_first", sa.Date(), nullable=True),
        sa.Column("decided_last", sa.Date(), nullable=True),
        sa.Column("in_kind_quantity", sa.Integer(), nullable=True),
        sa.Column("in_kind_unit", sa.String(length=100), nullable=True),
        sa.Column("regrant", sa.Boolean(), nullable=False),
        sa.Column("before_sempre", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('idea', 'applied', 'refused', 'awarded', 'received', 'ended', 'unknown')", name=op.f("ck_funding_case_state")
        ),
        sa.CheckConstraint(
            "(applied_first IS NULL) = (applied_last IS NULL) AND (applied_first IS NULL OR applied_first <= applied_last)",
            name=op.f("ck_funding_case_applied_vague"),
        ),
        sa.CheckConstraint(
            "(decided_first IS NULL) = (decided_last IS NULL) AND (decided_first IS NULL OR decided_first <= decided_last)",
            name=op.f("ck_funding_case_decided_vague"),
        ),
        sa.CheckConstraint("(in_kind_quantity IS NULL) = (in_kind_unit IS NULL)", name=op.f("ck_funding_case_in_kind")),
        sa.CheckConstraint("applied_minor >= 0", name=op.f("ck_funding_case_applied")),
        sa.CheckConstraint("awarded_minor >= 0", name=op.f("ck_funding_case_awarded")),
        sa.CheckConstraint(
            "currency IS NOT NULL OR (applied_minor IS NULL AND awarded_minor IS NULL)", name=op.f("ck_funding_case_currency")
        ),
        sa.CheckConstraint(
            "decided_last IS NULL OR applied_first IS NULL OR decided_last >= applied_first",
            name=op.f("ck_funding_case_applied_decided_order"),
        ),
        sa.ForeignKeyConstraint(["funding_source_id"], ["funding_source.id"], name=op.f("fk_funding_case_funding_source_id")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_funding_case_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_funding_case_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_funding_case_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_case")),
        sa.UniqueConstraint("network_id", "id", "currency", name=op.f("uq_funding_case_network_id_id_currency")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_funding_case_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("funding_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_funding_case_funding_source_id"), ["funding_source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_funding_case_network_id"), ["network_id"], unique=False)

    op.create_table(
        "need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("target_groups", sa.String(length=500), nullable=False),
        sa.Column("method", sa.String(length=200), nullable=True),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=True),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("micro_project_id IS NULL OR status = 'micro_project'", name=op.f("ck_need_became")),
        sa.CheckConstraint("status IN ('open', 'taken_up', 'micro_project', 'parked')", name=op.f("ck_need_status")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_need_day_vague")
        ),
        sa.CheckConstraint("participants >= 0", name=op.f("ck_need_participants")),
        sa.CheckConstraint("votes >= 0", name=op.f("ck_need_votes")),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_need_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_need_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_need_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_need_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_network_id"), ["network_id"], unique=False)

    op.create_table(
        "phase_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=False),
        sa.Column("from_phase", sa.String(length=20), nullable=False),
        sa.Column("to_phase", sa.String(length=20), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "CASE to_phase WHEN 'unknown' THEN 0 WHEN 'needs' THEN 1 WHEN 'design' THEN 2 WHEN 'support' THEN 3 WHEN 'start_up' THEN 4 END > CASE from_phase WHEN 'unknown' THEN 0 WHEN 'needs' THEN 1 WHEN 'design' THEN 2 WHEN 'support' THEN 3 WHEN 'start_up' THEN 4 END OR (reason IS NOT NULL AND reason <> '')",
            name=op.f("ck_phase_change_forward_or_reason"),
        ),
        sa.CheckConstraint("from_phase IN ('unknown', 'needs', 'design', 'support', 'start_up')", name=op.f("ck_phase_change_from_phase")),
        sa.CheckConstraint("to_phase IN ('unknown', 'needs', 'design', 'support', 'start_up')", name=op.f("ck_phase_change_to_phase")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)",
            name=op.f("ck_phase_change_day_vague"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_phase_change_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_phase_change_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_phase_change_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_change")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_phase_change_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("phase_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phase_change_network_id"), ["network_id"], unique=False)

    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(length=20), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("level_from", sa.Integer(), nullable=False),
        sa.Column("level_to", sa.Integer(), nullable=False),
        sa.Column("judges", sa.Integer(), nullable=True),
        sa.Column("method", sa.String(length=300), nullable=True),
        sa.Column("evidence", sa.String(length=2000), nullable=True),
        sa.Column("agreed", sa.String(length=2000), nullable=True),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "level_from >= 1 AND level_from <= level_to AND level_to <= CASE side WHEN 'users' THEN 7 ELSE 6 END",
            name=op.f("ck_assessment_levels"),
        ),
        sa.CheckConstraint("side IN ('professionals', 'users')", name=op.f("ck_assessment_side")),
        sa.CheckConstraint("stage IN ('needs', 'design', 'delivery', 'evaluation', 'unknown')", name=op.f("ck_assessment_stage")),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)",
            name=op.f("ck_assessment_day_vague"),
        ),
        sa.CheckConstraint("(micro_project_id IS NULL) <> (event_id IS NULL)", name=op.f("ck_assessment_one_subject")),
        sa.CheckConstraint("judges >= 1", name=op.f("ck_assessment_judges")),
        sa.ForeignKeyConstraint(
            ["network_id", "event_id"], ["event.network_id", "event.id"], name=op.f("fk_assessment_network_id_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_assessment_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_assessment_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_assessment_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_assessment_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_network_id"), ["network_id"], unique=False)

    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("funding_case_id", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("day_first", sa.Date(), nullable=True),
        sa.Column("day_last", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(day_first IS NULL) = (day_last IS NULL) AND (day_first IS NULL OR day_first <= day_last)", name=op.f("ck_receipt_day_vague")
        ),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_receipt_amount")),
        sa.ForeignKeyConstraint(
            ["network_id", "funding_case_id", "currency"],
            ["funding_case.network_id", "funding_case.id", "funding_case.currency"],
            name=op.f("fk_receipt_network_id_funding_case_id_currency"),
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_receipt_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_receipt_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_receipt_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_receipt_network_id"), ["network_id"], unique=False)

    op.create_table(
        "tie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("directed", sa.Boolean(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=True),
        sa.Column("strength", sa.Integer(), nullable=True),
        sa.Column("trust", sa.Integer(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("start_first", sa.Date(), nullable=True),
        sa.Column("start_last", sa.Date(), nullable=True),
        sa.Column("end_first", sa.Date(), nullable=True),
        sa.Column("end_last", sa.Date(), nullable=True),
        sa.Column("reported_by", sa.String(length=20), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "relation IN ('cooperation', 'support', 'referral', 'money', 'information', 'shared_space', 'decision', 'conflict', 'not_stated')",
            name=op.f("ck_tie_relation"),
        ),
        sa.CheckConstraint("reported_by IN ('document', 'from_side', 'to_side', 'other')", name=op.f("ck_tie_reported_by")),
        sa.CheckConstraint(
            "(end_first IS NULL) = (end_last IS NULL) AND (end_first IS NULL OR end_first <= end_last)", name=op.f("ck_tie_end_vague")
        ),
        sa.CheckConstraint(
            "(start_first IS NULL) = (start_last IS NULL) AND (start_first IS NULL OR start_first <= start_last)",
            name=op.f("ck_tie_start_vague"),
        ),
        sa.CheckConstraint("end_last IS NULL OR start_first IS NULL OR end_last >= start_first", name=op.f("ck_tie_start_end_order")),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_tie_two_ends")),
        sa.CheckConstraint("strength BETWEEN 1 AND 4", name=op.f("ck_tie_strength")),
        sa.CheckConstraint("trust BETWEEN 1 AND 4", name=op.f("ck_tie_trust")),
        sa.CheckConstraint("value BETWEEN 1 AND 4", name=op.f("ck_tie_value")),
        sa.ForeignKeyConstraint(["network_id", "event_id"], ["event.network_id", "event.id"], name=op.f("fk_tie_network_id_event_id")),
        sa.ForeignKeyConstraint(
            ["network_id", "from_id"], ["stakeholder.network_id", "stakeholder.id"], name=op.f("fk_tie_network_id_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "micro_project_id"],
            ["micro_project.network_id", "micro_project.id"],
            name=op.f("fk_tie_network_id_micro_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["network_id", "to_id"], ["stakeholder.network_id", "stakeholder.id"], name=op.f("fk_tie_network_id_to_id")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_tie_network_id")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_tie_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
        sa.UniqueConstraint("network_id", "id", name=op.f("uq_tie_network_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tie_network_id"), ["network_id"], unique=False)
    op.create_index(
        "uq_assessment_once_live",
        "assessment",
        [
            "network_id",
            sa.text("coalesce(micro_project_id, 0)"),
            sa.text("coalesce(event_id, 0)"),
            "side",
            "stage",
            sa.text("coalesce(day_first, '0001-01-01')"),
            sa.text("coalesce(day_last, '0001-01-01')"),
        ],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )
