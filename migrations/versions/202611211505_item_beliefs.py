"""What is believed of the questions, fitted from the answers of each purpose.

Revision: 3f8a6c1d9e47
Revises: a4d0c6e81b57
Created: 2026-11-21 15:05:00
"""

import sqlalchemy as sa
from alembic import op

revision = "3f8a6c1d9e47"
down_revision = "a4d0c6e81b57"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "item_beliefs",
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("question_id", sa.String(length=60), nullable=False),
        sa.Column("question_version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("belief", sa.LargeBinary(), nullable=False),
        sa.Column("grid", sa.String(length=16), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("scorer", sa.String(length=64), nullable=False),
        sa.Column("fitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("purpose", "question_id", "question_version", "level", name=op.f("pk_item_beliefs")),
    )


def downgrade() -> None:
    op.drop_table("item_beliefs")
