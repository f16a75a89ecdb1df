"""How does a temporary table stand before a stored one of the same name?

SQLite and PostgreSQL both look for a table among the temporary ones first. So a statement over
`spells` reads the temporary one where there is one, and the stored one everywhere else.
"""

from sqlalchemy import Column, Connection, Index, MetaData, Table, text
from sqlalchemy.schema import CreateIndex, CreateTable

_SCHEMA = text(
    "SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = to_regclass(:name)"
)


def stored(connection: Connection, table: Table) -> Table:
    """The stored table, called so that no temporary one can stand before it.

    Must be asked for before there is one.
    """
    schema = "main"
    if connection.dialect.name != "sqlite":
        schema = str(connection.scalar(_SCHEMA, {"name": table.name}))
    return Table(table.name, MetaData(), *_columns(table), schema=schema)


def shadow(connection: Connection, table: Table) -> Table:
    """An empty temporary table in front of a stored one, with its columns and no constraints.

    It is gone with the transaction or the connection; what is stored stays as it is, and may be
    open for reading only.
    """
    temporary = Table(
        table.name,
        MetaData(),
        *_columns(table),
        prefixes=["TEMPORARY"],
        postgresql_on_commit="DROP",
    )
    connection.execute(CreateTable(temporary))
    return temporary


def index(connection: Connection, temporary: Table) -> None:
    """Indexes on every reference of a temporary table, once it is filled."""
    for column in temporary.columns:
        if column.name.endswith("_id") or column.primary_key:
            name = f"temporary_{temporary.name}_{column.name}"
            connection.execute(CreateIndex(Index(name, column)))
    if connection.dialect.name != "sqlite":
        # Nobody else will: the server's own housekeeping does not see temporary tables.
        connection.execute(text(f"ANALYZE {temporary.name}"))


def _columns(table: Table) -> list[Column[object]]:
    return [Column(column.name, column.type, key=column.key) for column in table.columns]
