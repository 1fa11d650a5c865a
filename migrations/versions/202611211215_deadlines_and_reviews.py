"""The day of the interview, and sittings that review due points.

Revision: 7e2b9d41c6a8
Revises: 5d1f0c7a9b32
Created: 2026-11-21 12:15:00
"""

import sqlalchemy as sa
from alembic import op

revision = "7e2b9d41c6a8"
down_revision = "5d1f0c7a9b32"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deadlines",
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("candidate", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owners.id"], name=op.f("fk_deadlines_owner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("owner_id", "candidate", name=op.f("pk_deadlines")),
    )
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mode", sa.String(length=20), nullable=True))
    op.execute("UPDATE sittings SET mode = 'practise'")
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.alter_column("mode", existing_type=sa.String(length=20), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.drop_column("mode")

    op.drop_table("deadlines")
