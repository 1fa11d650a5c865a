"""An answer's scores are numbered, so that the newest is known whatever the clock did, and no two follow the same one.

Revision: 5d1f0c7a9b32
Revises: 5c1e7a90d2f4
Created: 2026-11-21 12:00:00
"""

import sqlalchemy as sa
from alembic import op

revision = "5d1f0c7a9b32"
down_revision = "5c1e7a90d2f4"
branch_labels = None
depends_on = None

NUMBER = """
UPDATE scores SET number = (
    SELECT count(*) FROM scores AS earlier
    WHERE earlier.answer_id = scores.answer_id
    AND (earlier.created_at < scores.created_at
         OR (earlier.created_at = scores.created_at AND earlier.id <= scores.id)))
"""
DOUBLES = """
DELETE FROM scores WHERE EXISTS (
    SELECT 1 FROM scores AS later
    WHERE later.answer_id = scores.answer_id AND later.scorer = scores.scorer AND later.number > scores.number)
"""


def upgrade() -> None:
    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
    op.execute(NUMBER)
    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.alter_column("number", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_constraint("uq_scores_answer_id", type_="unique")
        batch_op.create_unique_constraint("uq_scores_answer_id", ["answer_id", "number"])


def downgrade() -> None:
    # The older version keeps one score for each scorer: of several the newest stays.
    op.execute(DOUBLES)
    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.drop_constraint("uq_scores_answer_id", type_="unique")
        batch_op.drop_column("number")
        batch_op.create_unique_constraint("uq_scores_answer_id", ["answer_id", "scorer"])
