"""Sittings of several skills, with a limit of time, that know why they ended; turns that know why they were chosen.

Revision: a4d0c6e81b57
Revises: 7e2b9d41c6a8
Created: 2026-11-21 15:04:00
"""

import sqlalchemy as sa
from alembic import op

revision = "a4d0c6e81b57"
down_revision = "7e2b9d41c6a8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("more_skill_ids", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ended_by", sa.String(length=20), nullable=True))
    op.execute("UPDATE sittings SET more_skill_ids = '[]'")
    op.execute("UPDATE sittings SET mode = 'practice' WHERE mode = 'practise'")
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.alter_column("more_skill_ids", existing_type=sa.JSON(), nullable=False)
    with op.batch_alter_table("turns", schema=None) as batch_op:
        batch_op.add_column(sa.Column("why", sa.JSON(), nullable=True))
        # Exposure counts the turns of the last weeks.
        batch_op.create_index(batch_op.f("ix_turns_asked_at"), ["asked_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("turns", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_turns_asked_at"))
        batch_op.drop_column("why")
    # The older version knows practice and review alone.
    op.execute("UPDATE sittings SET mode = 'practise' WHERE mode <> 'review'")
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.drop_column("ended_by")
        batch_op.drop_column("ends_at")
        batch_op.drop_column("more_skill_ids")
