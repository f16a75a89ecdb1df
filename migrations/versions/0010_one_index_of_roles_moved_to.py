"""The role that a move leads to is in one index; that one derived move leads to each is as derived."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("uq_transitions_derived", "transitions")
