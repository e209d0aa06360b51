"""An action may take another one back"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("action", recreate="always", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("undoes_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_action_undoes_id"), "action", ["undoes_id"], ["id"])
        table.create_index(op.f("ix_action_undoes_id"), ["undoes_id"])
