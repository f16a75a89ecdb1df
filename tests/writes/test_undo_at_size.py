"""Does taking back very much cost no more a row than taking back little?"""

from functools import partial

import pytest
from sqlalchemy import Connection, select, text

from talentdb.queries.changes import FACT_TABLES
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import change_sets, figures, metadata
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.figures import NewFigure, add_figure
from talentdb.writes.remove import remove
from talentdb.writes.roles import NewRole, Roles
from talentdb.writes.undo import undo
from talentdb.writes.wanted import found_or_created
from tests.builders import Ledger, date_of
from tests.writes.dumps import dump, written
from tests.writes.heard import statements


def careers(change: ChangeSet, people: int) -> None:
    """As an import does: people who went from Acme to Globex, in one change set."""
    places = [found_or_created(change, ORGANISATION, name) for name in ("Acme", "Globex")]
    persons = [found_or_created(change, PERSON, f"Person {number}") for number in range(people)]
    roles = Roles(change, persons)
    for person in persons:
        for place, year in zip(places, ("2019", "2021"), strict=True):
            roles.state(NewRole(person, place, started=date_of(year)))
    roles.write()


def test_every_reference_to_what_may_go_has_an_index() -> None:
    """Both databases look for whoever refers to a row that is deleted, row by row."""
    bare = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table is not change_sets and column.name not in indexed(table.name)
    }
    assert bare == set()


def indexed(name: str) -> set[str]:
    """The columns of a table that an index, over all rows in which they are set, begins with."""
    table = metadata.tables[name]
    found = {
        next(iter(constraint.columns)).name  # type: ignore[attr-defined]
        for constraint in table.constraints
        if type(constraint).__name__ in ("UniqueConstraint", "PrimaryKeyConstraint")
    }
    for index in table.indexes:
        column = next(iter(index.columns))
        where = index.dialect_options["sqlite"]["where"]
        if where is None or str(where) == f"{name}.{column.name} IS NOT NULL":
            found.add(column.name)
    return found


def test_deleting_a_row_scans_no_table(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL does not say how it looks for references")
    for table in FACT_TABLES:
        program = connection.execute(text(f"EXPLAIN DELETE FROM {table.name} WHERE id = 1")).all()
        assert [step.opcode for step in program if step.opcode in ("Rewind", "Last")] == []


def test_undo_asks_no_more_often_for_many_rows_than_for_few(connection: Connection) -> None:
    empty, asked = dump(connection), []
    for people in (3, 60):
        last = written(connection, partial(careers, people=people))
        full = dump(connection)
        for expected in (empty, full, empty):
            assert last is not None
            with statements(connection) as heard:
                last = written(connection, partial(undo, change_set_id=last))
            asked.append(len(heard))
            assert dump(connection) == expected
    assert asked[:3] == asked[3:]


def test_image_of_a_number_keeps_its_last_digit(connection: Connection) -> None:
    acme = Ledger(connection).organisation("Acme")
    number = 0.1 + 0.2
    written(connection, partial(add_figure, new=NewFigure("retention", acme, number)))
    [id] = connection.execute(select(figures.c.id)).scalars()
    gone = written(connection, partial(remove, table=figures, id=id))
    assert gone is not None
    written(connection, partial(undo, change_set_id=gone))
    assert connection.scalar(select(figures.c.published)) == number
