"""Roles, and the spells and moves that follow from them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started", sa.Text(), nullable=True),
        sa.Column("started_earliest", sa.Date(), nullable=True),
        sa.Column("started_latest", sa.Date(), nullable=True),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("ended_earliest", sa.Date(), nullable=True),
        sa.Column("ended_latest", sa.Date(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=True),
        sa.Column("seen_earliest", sa.Date(), nullable=True),
        sa.Column("seen_latest", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('employment', 'founder', 'academic', 'advisor', 'board', 'affiliate', 'visiting', 'contractor', 'intern', 'volunteer', 'student')",
            name=op.f("ck_roles_kind"),
        ),
        sa.CheckConstraint(
            "status IN ('denied', 'rumoured', 'reported', 'confirmed')",
            name=op.f("ck_roles_status"),
        ),
        sa.CheckConstraint("ended_latest >= started_earliest", name=op.f("ck_roles_period")),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_roles_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_roles_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_roles_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_roles_organisation_id"), "roles", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_roles_person_id"), "roles", ["person_id"], unique=False)
    op.create_table(
        "spells",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("first_role_id", sa.Integer(), nullable=False),
        sa.Column("last_role_id", sa.Integer(), nullable=False),
        sa.Column("started", sa.Text(), nullable=True),
        sa.Column("started_earliest", sa.Date(), nullable=True),
        sa.Column("started_latest", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("ended_earliest", sa.Date(), nullable=True),
        sa.Column("ended_latest", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Date(), nullable=True),
        sa.Column("presence", sa.Date(), nullable=True),
        sa.Column("presumed_end", sa.Date(), nullable=True),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("joined_by_id", sa.Integer(), nullable=True),
        sa.Column("left_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state = 'closed') = (ended IS NOT NULL AND ended <> '..')",
            name=op.f("ck_spells_ended"),
        ),
        sa.CheckConstraint("state IN ('closed', 'open', 'unknown')", name=op.f("ck_spells_state")),
        sa.CheckConstraint(
            "status IN ('denied', 'rumoured', 'reported', 'confirmed')",
            name=op.f("ck_spells_status"),
        ),
        sa.ForeignKeyConstraint(
            ["first_role_id"],
            ["roles.id"],
            name=op.f("fk_spells_first_role_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["last_role_id"],
            ["roles.id"],
            name=op.f("fk_spells_last_role_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_spells_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_spells_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spells")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spells_first_role_id"), "spells", ["first_role_id"], unique=True)
    op.create_index(op.f("ix_spells_organisation_id"), "spells", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_spells_person_id"), "spells", ["person_id"], unique=False)
    op.create_table(
        "transitions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("from_organisation_id", sa.Integer(), nullable=True),
        sa.Column("to_organisation_id", sa.Integer(), nullable=True),
        sa.Column("from_role_id", sa.Integer(), nullable=True),
        sa.Column("to_role_id", sa.Integer(), nullable=True),
        sa.Column("from_title", sa.Text(), nullable=True),
        sa.Column("to_title", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_earliest", sa.Date(), nullable=True),
        sa.Column("date_latest", sa.Date(), nullable=True),
        sa.Column("continuity", sa.Text(), nullable=True),
        sa.Column("gap_days", sa.Integer(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("twin_of_id", sa.Integer(), nullable=True),
        sa.Column("change_set_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(origin = 'derived') = (change_set_id IS NULL)", name=op.f("ck_transitions_change_set")
        ),
        sa.CheckConstraint(
            "(origin = 'derived') = (continuity IS NOT NULL)", name=op.f("ck_transitions_derived")
        ),
        sa.CheckConstraint(
            "continuity IN ('direct', 'gap', 'presumed', 'overlap', 'unordered')",
            name=op.f("ck_transitions_continuity"),
        ),
        sa.CheckConstraint(
            "manner IN ('hired', 'acquired', 'founded', 'returned', 'laid_off', 'retired', 'other')",
            name=op.f("ck_transitions_manner"),
        ),
        sa.CheckConstraint("origin IN ('recorded', 'derived')", name=op.f("ck_transitions_origin")),
        sa.CheckConstraint(
            "status IN ('denied', 'rumoured', 'reported', 'confirmed')",
            name=op.f("ck_transitions_status"),
        ),
        sa.CheckConstraint(
            "from_organisation_id IS NOT NULL OR to_organisation_id IS NOT NULL",
            name=op.f("ck_transitions_a_side"),
        ),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_transitions_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["from_organisation_id"],
            ["organisations.id"],
            name=op.f("fk_transitions_from_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["from_role_id"],
            ["roles.id"],
            name=op.f("fk_transitions_from_role_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_transitions_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_organisation_id"],
            ["organisations.id"],
            name=op.f("fk_transitions_to_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_role_id"],
            ["roles.id"],
            name=op.f("fk_transitions_to_role_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["twin_of_id"],
            ["transitions.id"],
            name=op.f("fk_transitions_twin_of_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transitions")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_transitions_from_organisation_id"),
        "transitions",
        ["from_organisation_id"],
        unique=False,
    )
    op.create_index(op.f("ix_transitions_person_id"), "transitions", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_transitions_to_organisation_id"),
        "transitions",
        ["to_organisation_id"],
        unique=False,
    )
    op.create_index(
        "ix_transitions_twin_of_id",
        "transitions",
        ["twin_of_id"],
        unique=False,
        sqlite_where=sa.text("twin_of_id IS NOT NULL"),
        postgresql_where=sa.text("twin_of_id IS NOT NULL"),
    )
    op.create_index(
        "uq_transitions_derived",
        "transitions",
        ["to_role_id"],
        unique=True,
        sqlite_where=sa.text("origin = 'derived'"),
        postgresql_where=sa.text("origin = 'derived'"),
    )
    op.create_table(
        "transition_reasons",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("transition_id", sa.Integer(), nullable=False),
        sa.Column(
            "reason", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_transition_reasons_change_set_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["transition_id"],
            ["transitions.id"],
            name=op.f("fk_transition_reasons_transition_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transition_reasons")),
        sa.UniqueConstraint(
            "transition_id", "reason", name=op.f("uq_transition_reasons_transition_id_reason")
        ),
        sqlite_autoincrement=True,
    )
