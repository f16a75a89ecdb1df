"""Publications, and what each says of a fact."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column(
            "handle", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "url", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=True
        ),
        sa.Column(
            "url_key", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=True
        ),
        sa.Column("archive", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_earliest", sa.Date(), nullable=True),
        sa.Column("published_latest", sa.Date(), nullable=True),
        sa.Column("accessed", sa.Text(), nullable=True),
        sa.Column("accessed_earliest", sa.Date(), nullable=True),
        sa.Column("accessed_latest", sa.Date(), nullable=True),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(url IS NULL) = (url_key IS NULL)", name=op.f("ck_sources_url")),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_sources_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("handle", name=op.f("uq_sources_handle")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sources_url_key"), "sources", ["url_key"], unique=True)
    op.create_table(
        "citations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=True),
        sa.Column("transition_id", sa.Integer(), nullable=True),
        sa.Column("organisation_link_id", sa.Integer(), nullable=True),
        sa.Column("person_name_id", sa.Integer(), nullable=True),
        sa.Column("organisation_name_id", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("said_by", sa.Text(), nullable=True),
        sa.Column("via_source_id", sa.Integer(), nullable=True),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("stance IN ('supports', 'disputes')", name=op.f("ck_citations_stance")),
        sa.CheckConstraint(
            "status IN ('denied', 'rumoured', 'reported', 'confirmed')",
            name=op.f("ck_citations_status"),
        ),
        sa.CheckConstraint("(field IS NULL) = (value IS NULL)", name=op.f("ck_citations_claim")),
        sa.CheckConstraint(
            "CASE WHEN role_id IS NULL THEN 0 ELSE 1 END + CASE WHEN transition_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_link_id IS NULL THEN 0 ELSE 1 END + CASE WHEN person_name_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_name_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_citations_exactly_one"),
        ),
        sa.CheckConstraint("via_source_id <> source_id", name=op.f("ck_citations_via")),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_citations_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_link_id"],
            ["organisation_links.id"],
            name=op.f("fk_citations_organisation_link_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_name_id"],
            ["organisation_names.id"],
            name=op.f("fk_citations_organisation_name_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_name_id"],
            ["person_names.id"],
            name=op.f("fk_citations_person_name_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name=op.f("fk_citations_role_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["sources.id"],
            name=op.f("fk_citations_source_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["transition_id"],
            ["transitions.id"],
            name=op.f("fk_citations_transition_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["via_source_id"],
            ["sources.id"],
            name=op.f("fk_citations_via_source_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citations")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_citations_organisation_link_id",
        "citations",
        ["organisation_link_id"],
        unique=False,
        sqlite_where=sa.text("organisation_link_id IS NOT NULL"),
        postgresql_where=sa.text("organisation_link_id IS NOT NULL"),
    )
    op.create_index(
        "ix_citations_organisation_name_id",
        "citations",
        ["organisation_name_id"],
        unique=False,
        sqlite_where=sa.text("organisation_name_id IS NOT NULL"),
        postgresql_where=sa.text("organisation_name_id IS NOT NULL"),
    )
    op.create_index(
        "ix_citations_person_name_id",
        "citations",
        ["person_name_id"],
        unique=False,
        sqlite_where=sa.text("person_name_id IS NOT NULL"),
        postgresql_where=sa.text("person_name_id IS NOT NULL"),
    )
    op.create_index(
        "ix_citations_role_id",
        "citations",
        ["role_id"],
        unique=False,
        sqlite_where=sa.text("role_id IS NOT NULL"),
        postgresql_where=sa.text("role_id IS NOT NULL"),
    )
    op.create_index(op.f("ix_citations_source_id"), "citations", ["source_id"], unique=False)
    op.create_index(
        "ix_citations_transition_id",
        "citations",
        ["transition_id"],
        unique=False,
        sqlite_where=sa.text("transition_id IS NOT NULL"),
        postgresql_where=sa.text("transition_id IS NOT NULL"),
    )
