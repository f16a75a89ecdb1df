"""Each change set keeps the last day of which the record then spoke; the latest one begins."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DATED = (
    ("roles", "seen_latest"),
    ("roles", "started_latest"),
    ("roles", "ended_latest"),
    ("transitions", "date_latest"),
    ("sources", "published_latest"),
)


def upgrade() -> None:
    op.add_column("change_sets", sa.Column("last_day", sa.Date(), nullable=True))
    days = " UNION ALL ".join(f"SELECT max({day}) AS day FROM {table}" for table, day in DATED)
    op.execute(
        f"UPDATE change_sets SET last_day = (SELECT max(day) FROM ({days}) AS days) "
        "WHERE id = (SELECT max(id) FROM change_sets)"
    )
