"""How is every table of the ledger spelled: ids, dates, words from a list, references?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    TEXT,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# Order and ranges by code point, the same on both databases (SQLite compares bytes by itself).
CodePointText = Text().with_variant(TEXT(collation="C"), "postgresql")


def table(name: str, *parts: Any) -> Table:
    """A table with an `id` that is never given out twice."""
    identity: Column[Any] = Column("id", Integer, primary_key=True, autoincrement=True)
    return Table(name, metadata, identity, *parts, sqlite_autoincrement=True)


def reference(name: str, target: str, required: bool = False, **options: Any) -> Column[Any]:
    """A reference to the id of another table, checked when the transaction ends."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED", **options)
    return Column(name, Integer, key, nullable=not required)


def created_in() -> Column[Any]:
    """The change set that created the row."""
    return reference("change_set_id", "change_sets", required=True)


def partial_date(name: str) -> tuple[Column[Any], Column[Any], Column[Any]]:
    """A date as EDTF text with its earliest and latest day (NULL: unbounded on that side)."""
    return (
        Column(name, Text),
        Column(f"{name}_earliest", Date),
        Column(f"{name}_latest", Date),
    )


def one_of(column: str, choices: Sequence[str]) -> CheckConstraint:
    """The column holds one of these words, or NULL."""
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def ends_after_start() -> CheckConstraint:
    """An end that certainly lies before the start is refused; NULL passes."""
    return CheckConstraint("ended_latest >= started_earliest", name="period")


def exactly_one(columns: Sequence[str]) -> CheckConstraint:
    """Just one of these references is set."""
    counted = " + ".join(f"CASE WHEN {column} IS NULL THEN 0 ELSE 1 END" for column in columns)
    return CheckConstraint(f"{counted} = 1", name="exactly_one")


def index_where_set(table_name: Table, column: str) -> Index:
    """An index over the rows in which a mostly empty reference is set.

    On a server it is the same, by the migrations; to say so here too would load all that there
    is for PostgreSQL whenever a file is read.
    """
    place = table_name.c[column]
    return Index(f"ix_{table_name.name}_{column}", place, sqlite_where=place.is_not(None))
