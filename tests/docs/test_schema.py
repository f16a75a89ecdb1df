"""Does docs/schema.md describe every table, column and view of a ledger?"""

from sqlalchemy import Connection, inspect

from talentdb.schema import REVISION, metadata
from tests.docs.pages import code_in, first_table, page, sections

PAGE = page("docs/schema.md")
TOLD = {
    code_in(heading)[0]: {code_in(row[0])[0]: row[1:] for row in first_table(text)}
    for heading, text in sections(PAGE, "###").items()
}
DATES = ("_earliest", "_latest")


def whole(columns: dict[str, list[str]]) -> set[str]:
    """The columns of a section; one that is a date stands for three."""
    dates = {name for name, cells in columns.items() if cells[0] == "date"}
    return set(columns) | {date + bound for date in dates for bound in DATES}


def test_every_table_has_its_columns_and_no_other() -> None:
    tables = {table.name: set(table.c.keys()) for table in metadata.sorted_tables}
    assert {name: whole(TOLD[name]) for name in tables} == tables


def test_every_view_has_its_columns_and_no_other(connection: Connection) -> None:
    inspector = inspect(connection)
    views = {
        name: {column["name"] for column in inspector.get_columns(name)}
        for name in inspector.get_view_names()
    }
    assert {name: whole(TOLD[name]) for name in views} == views
    assert set(TOLD) == set(views) | set(metadata.tables)


def test_references_say_where_they_lead() -> None:
    told = {
        (table, column): code_in(cells[0])
        for table, columns in TOLD.items()
        for column, cells in columns.items()
        if cells[0].startswith("→")
    }
    leading = {
        (table.name, column.name): [key.column.table.name for key in column.foreign_keys]
        for table in metadata.sorted_tables
        for column in table.c
        if column.foreign_keys
    }
    assert told == leading


def test_every_column_has_a_meaning() -> None:
    silent = [
        (table, column)
        for table, columns in TOLD.items()
        for column, cells in columns.items()
        if len(cells) != 2 or not all(cells)
    ]
    assert silent == []


def test_the_revision_is_the_one_of_the_code() -> None:
    assert f"revision `{REVISION}`" in PAGE
