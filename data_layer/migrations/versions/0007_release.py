"""Releases that leaders compose: their period and basis, words, links, messages of readers, and reporting periods"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("release", recreate="always", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("period_first", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("period_last", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("basis", sa.JSON(), nullable=True))
    _words()
    _links()
    _messages()
    _periods()


def _words() -> None:
    op.create_table(
        "release_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=True),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("micro_project_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("teller", sa.String(length=20), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(voice_id IS NULL) <> (story_id IS NULL)", name=op.f("ck_release_word_one_teller")),
        sa.ForeignKeyConstraint(["micro_project_id"], ["micro_project.id"], name=op.f("fk_release_word_micro_project_id")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_release_word_release_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_release_word_story_id")),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_release_word_voice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_word")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_release_word_release_id"), "release_word", ["release_id"], unique=False)


def _links() -> None:
    op.create_table(
        "release_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_release_link_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_release_link_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_release_link_release_id"), "release_link", ["release_id"], unique=False)


def _messages() -> None:
    op.create_table(
        "release_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_release_message_account_id")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_release_message_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_message")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_release_message_release_id"), "release_message", ["release_id"], unique=False)


def _periods() -> None:
    op.create_table(
        "reporting_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("trashed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("last >= first", name=op.f("ck_reporting_period_order")),
        sa.ForeignKeyConstraint(["trashed_by"], ["action.id"], name=op.f("fk_reporting_period_trashed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reporting_period")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_reporting_period_name_live",
        "reporting_period",
        ["name"],
        unique=True,
        sqlite_where=sa.text("trashed_by IS NULL"),
        postgresql_where=sa.text("trashed_by IS NULL"),
    )
