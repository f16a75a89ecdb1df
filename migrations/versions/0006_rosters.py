"""Rosters and who was on them, rows' own keys, and the files of an import."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change_set_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_change_set_files_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_set_files")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_change_set_files_change_set_id"),
        "change_set_files",
        ["change_set_id"],
        unique=False,
    )
    op.create_table(
        "rosters",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_earliest", sa.Date(), nullable=True),
        sa.Column("day_latest", sa.Date(), nullable=True),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_rosters_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_rosters_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rosters")),
        sa.UniqueConstraint("organisation_id", "day", name=op.f("uq_rosters_organisation_id_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "presences",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("roster_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('employment', 'founder', 'academic', 'advisor', 'board', 'affiliate', 'visiting', 'contractor', 'intern', 'volunteer', 'student')",
            name=op.f("ck_presences_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_presences_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_presences_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["roster_id"],
            ["rosters.id"],
            name=op.f("fk_presences_roster_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presences")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_presences_person_id"), "presences", ["person_id"], unique=False)
    op.create_index(op.f("ix_presences_roster_id"), "presences", ["roster_id"], unique=False)
    op.create_table(
        "row_keys",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column(
            "scheme", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "value", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=True),
        sa.Column("transition_id", sa.Integer(), nullable=True),
        sa.Column("organisation_link_id", sa.Integer(), nullable=True),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "CASE WHEN role_id IS NULL THEN 0 ELSE 1 END + CASE WHEN transition_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_link_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_row_keys_exactly_one"),
        ),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_row_keys_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_link_id"],
            ["organisation_links.id"],
            name=op.f("fk_row_keys_organisation_link_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name=op.f("fk_row_keys_role_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["transition_id"],
            ["transitions.id"],
            name=op.f("fk_row_keys_transition_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_keys")),
        sa.UniqueConstraint("scheme", "value", name=op.f("uq_row_keys_scheme_value")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_row_keys_organisation_link_id",
        "row_keys",
        ["organisation_link_id"],
        unique=False,
        sqlite_where=sa.text("organisation_link_id IS NOT NULL"),
        postgresql_where=sa.text("organisation_link_id IS NOT NULL"),
    )
    op.create_index(
        "ix_row_keys_role_id",
        "row_keys",
        ["role_id"],
        unique=False,
        sqlite_where=sa.text("role_id IS NOT NULL"),
        postgresql_where=sa.text("role_id IS NOT NULL"),
    )
    op.create_index(
        "ix_row_keys_transition_id",
        "row_keys",
        ["transition_id"],
        unique=False,
        sqlite_where=sa.text("transition_id IS NOT NULL"),
        postgresql_where=sa.text("transition_id IS NOT NULL"),
    )
