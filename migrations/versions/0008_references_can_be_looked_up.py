"""Whoever refers to a row that goes is found by an index; a spell's last role is a plain number."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

REFERENCES = (
    ("transitions", "from_role_id"),
    ("transitions", "to_role_id"),
    ("citations", "via_source_id"),
)
# As 0003 wrote it.
KEY = re.compile(r",\s*CONSTRAINT fk_spells_last_role_id FOREIGN KEY[^,]*(?=,)")


def upgrade() -> None:
    for table, column in REFERENCES:
        present = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            op.f(f"ix_{table}_{column}"),
            table,
            [column],
            sqlite_where=present,
            postgresql_where=present,
        )
    if op.get_bind().dialect.name == "sqlite":
        _spells_anew()
    else:
        op.drop_constraint(op.f("fk_spells_last_role_id"), "spells", type_="foreignkey")


def _spells_anew() -> None:
    """SQLite drops no constraint in place: the table is made again, with its rows, under its views."""
    bind = op.get_bind()
    found = sa.text("SELECT name, sql FROM sqlite_schema WHERE type = :type ORDER BY rowid")
    views = bind.execute(found, {"type": "view"}).all()
    made = dict(iter(bind.execute(found, {"type": "table"}).all()))["spells"]
    last = bind.scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'spells'"))
    for name, _ in views:
        op.execute(f"DROP VIEW {name}")
    anew, changed = KEY.subn("", made)
    assert changed == 1, made
    bind.exec_driver_sql(anew.replace("CREATE TABLE spells", "CREATE TABLE spells_new", 1))
    op.execute("INSERT INTO spells_new SELECT * FROM spells")
    op.drop_table("spells")
    op.rename_table("spells_new", "spells")
    if last is not None:  # an id that was given out is not given out again
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'spells'")
        op.execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('spells', {int(last)})")
    op.create_index(op.f("ix_spells_first_role_id"), "spells", ["first_role_id"], unique=True)
    op.create_index(op.f("ix_spells_organisation_id"), "spells", ["organisation_id"])
    op.create_index(op.f("ix_spells_person_id"), "spells", ["person_id"])
    for _, statement in views:
        bind.exec_driver_sql(statement)
