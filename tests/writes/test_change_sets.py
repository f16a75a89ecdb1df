"""Does a change set keep what it writes over, and nothing else?"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from talentdb.database import portions as portions_module
from talentdb.schema import change_sets, changes, people, roles
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.people import person_values
from tests.builders import AUTHOR, Ledger


def images(connection: Connection, change: ChangeSet) -> dict[tuple[str, int], Any]:
    statement = select(changes).where(changes.c.change_set_id == change.id)
    rows = connection.execute(statement).mappings()
    return {(row["table_name"], row["row_id"]): row["before"] for row in rows}


def count(connection: Connection, table: Any) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def test_command_that_writes_nothing_leaves_no_change_set(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Acme", started="2020")
    before = count(connection, change_sets)
    assert ledger.role("Ada Example", "Acme", started="2020")[1] == "unchanged"
    assert count(connection, change_sets) == before
    change = ChangeSet(connection, AUTHOR)
    change.insert(people, [])
    change.update(people, [])
    assert not change.has_changes


def test_change_set_says_who_wrote_what_and_when(connection: Connection) -> None:
    ChangeSet(connection, AUTHOR).insert_one(people, **person_values("Ada Example"))
    row = connection.execute(select(change_sets)).one()
    assert (row.at, row.actor, row.command) == (AUTHOR.at, "tester", "talentdb test")


def test_inserted_rows_bear_the_change_set_and_have_no_image(connection: Connection) -> None:
    change = ChangeSet(connection, AUTHOR)
    id = change.insert_one(people, **person_values("Ada Example"))
    change.update(people, [{"id": id, "note": "new"}])
    change.delete(people, [id])
    assert images(connection, change) == {}
    assert (change.created["people"], change.updated["people"], change.removed["people"]) == (
        1,
        1,
        1,
    )


def test_ids_of_inserted_rows_come_in_their_order(connection: Connection) -> None:
    change = ChangeSet(connection, AUTHOR)
    names = [f"Person {number}" for number in range(50)]
    ids = change.insert(people, [person_values(name) for name in names])
    found = connection.execute(select(people.c.id, people.c.name).order_by(people.c.id)).all()
    assert [(row.id, row.name) for row in found] == list(zip(ids, names, strict=True))


def test_ids_of_removed_rows_are_not_given_out_again(connection: Connection) -> None:
    change = ChangeSet(connection, AUTHOR)
    last = change.insert(people, [person_values("Ada"), person_values("Bob")])[-1]
    change.delete(people, [last])
    assert change.insert_one(people, **person_values("Cy")) > last


def test_first_image_of_a_row_wins(connection: Connection) -> None:
    id = Ledger(connection).person("Ada Example")
    change = ChangeSet(connection, AUTHOR)
    change.update(people, [{"id": id, "note": "one"}])
    change.update(people, [{"id": id, "note": "two"}])
    change.delete(people, [id])
    [(key, image)] = images(connection, change).items()
    assert key == ("people", id)
    assert (image["name"], image["note"]) == ("Ada Example", None)


def test_each_change_set_keeps_its_own_image(connection: Connection) -> None:
    id = Ledger(connection).person("Ada Example")
    sets = [ChangeSet(connection, AUTHOR) for _ in range(2)]
    for change, note in zip(sets, ("one", "two"), strict=True):
        change.update(people, [{"id": id, "note": note}])
    kept = [images(connection, change)["people", id]["note"] for change in sets]
    assert kept == [None, "one"]


def test_days_are_kept_as_their_iso_text(connection: Connection) -> None:
    id, _ = Ledger(connection).role("Ada Example", "Acme", started="2020-06~")
    change = ChangeSet(connection, AUTHOR)
    change.delete(roles, [id])
    image = images(connection, change)["roles", id]
    assert (image["started"], image["started_earliest"], image["started_latest"]) == (
        "2020-06~",
        "2020-06-01",
        "2020-06-30",
    )
    assert date.fromisoformat(image["started_latest"]) == date(2020, 6, 30)


def test_images_hold_every_column(connection: Connection) -> None:
    id = Ledger(connection).person("Ada Example")
    change = ChangeSet(connection, AUTHOR)
    change.delete(people, [id])
    assert images(connection, change)["people", id].keys() == set(people.c.keys())


def test_sets_of_rows_longer_than_a_batch_are_written_whole(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions_module, "BATCH", 3)
    ids = ChangeSet(connection, AUTHOR).insert(people, [person_values(f"P{n}") for n in range(8)])
    change = ChangeSet(connection, AUTHOR)
    change.update(people, [{"id": id, "note": "seen"} for id in ids])
    change.delete(people, ids)
    assert len(images(connection, change)) == 8
    assert count(connection, people) == 0


def test_more_rows_than_a_statement_takes_parameters(connection: Connection) -> None:
    # SQLite takes 32,766 parameters by default, PostgreSQL 65,535.
    rows = [person_values("Ada Example")] * (portions_module.BATCH + 2000)
    ids = ChangeSet(connection, AUTHOR).insert(people, rows)
    change = ChangeSet(connection, AUTHOR)
    change.delete(people, ids)
    assert count(connection, people) == 0
    assert count(connection, changes) == len(rows)
