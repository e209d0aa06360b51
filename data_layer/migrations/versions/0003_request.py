"""An action knows the request that asked for it"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("action", recreate="always", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("request", sa.String(40), nullable=True))
        table.create_unique_constraint(op.f("uq_action_account_id_request"), ["account_id", "request"])
