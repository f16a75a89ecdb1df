"""Do very many careers at once have just the spells and moves that each has by itself?"""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, Table, delete, select

from talentdb.database.bulk import as_text, driver_rows
from talentdb.dates import parse_end
from talentdb.derivation.plain import are_plain
from talentdb.queries.rule import STANDARD
from talentdb.schema import people, roles, spells, transitions
from talentdb.writes.counted import counted_rows
from talentdb.writes.derived import MOVE_COLUMNS, SPELL_COLUMNS, derived_rows
from talentdb.writes.derived_many import (
    _careers,
    derived_many,
    filling_derived,
)
from talentdb.writes.linked import Linked
from tests.builders import Ledger, changing

STARTS = ("2010", "2010-06", "2012", "2012-03-15", "2013", "[2013..2014]", "[..2012]", "[2015..]")
ENDS = ("2012", "2013-02", "2013-02-20", "2014", "[2014..2016]", "[..2015]", "[2013..]")
COLUMNS = (
    *("person_id", "organisation_id", "title", "kind"),
    *("started", "started_earliest", "started_latest"),
    *("ended", "ended_earliest", "ended_latest"),
    *("seen", "seen_earliest", "seen_latest", "status"),
)


def dated(text: str | None) -> tuple[str | None, ...]:
    if text is None:
        return None, None, None
    _, *bounds = parse_end(text)
    return (text, *(str(bound) if bound else None for bound in bounds))


def filled(ledger: Ledger, chance: random.Random, count: int) -> list[int]:
    """So many people with careers of one to four roles, most of them in order."""
    places = [ledger.organisation(f"Place {number}") for number in range(5)]
    ids = [ledger.person(f"Person {number}") for number in range(count)]
    rows = []
    for person in ids:
        year = chance.randint(2000, 2010)
        for _ in range(chance.randint(1, 4)):
            began = chance.choice((str(year), f"{year}-07", f"{year}-07-01", chance.choice(STARTS)))
            year += chance.randint(0, 3)
            over = chance.choice((str(year), f"{year}-09", chance.choice(ENDS), "..", None))
            seen = chance.choice((None, None, "2016", "[2014..]"))
            status = chance.choice((None, None, "confirmed", "rumoured"))
            start, end = dated(began), dated(over)
            if start[1] and end[2] and end[2] < start[1]:
                continue
            what = (chance.choice((None, "Engineer")), chance.choice(("employment", "advisor")))
            place = chance.choice(places)
            rows.append((person, place, *what, *start, *end, *dated(seen), status))
    with changing(ledger.connection) as change:
        change.load(roles, COLUMNS, rows)
    return ids


def kept(connection: Connection, table: Table, names: Sequence[str]) -> Counter[tuple[object, ...]]:
    """The derived rows of a table, as often as they are there, their days as ISO text."""
    wanted = select(*(as_text(table.c[name]) for name in names))
    if table is transitions:
        wanted = wanted.where(table.c.origin == "derived")
    return Counter(driver_rows(connection, wanted))


@pytest.mark.parametrize("seed", range(8))
def test_at_once_is_one_by_one(connection: Connection, seed: int) -> None:
    ledger = Ledger(connection)
    ids = filled(ledger, random.Random(seed), 150)
    if seed % 2:
        ledger.link("Place 0", "renamed", "Place 1")
        ledger.move("Person 3", "Place 2", "Place 4", "2011")
    linked = Linked(connection)
    spell_rows, move_rows = derived_rows(connection, ids, linked)
    connection.execute(delete(spells))
    connection.execute(delete(transitions).where(transitions.c.origin == "derived"))
    with filling_derived(connection) as fill:
        for some in (ids[:40], ids[40:]):
            fill(*derived_many(connection, some, linked))
    assert kept(connection, spells, SPELL_COLUMNS) == Counter(spell_rows.values())
    assert kept(connection, transitions, MOVE_COLUMNS) == Counter(move_rows.values())


def test_both_ways_are_taken(connection: Connection) -> None:
    ids = filled(Ledger(connection), random.Random(1), 150)
    linked = Linked(connection)
    rows = counted_rows(connection, ids, linked, STANDARD)
    careers, _ = _careers(list(zip(*rows, strict=True)), linked)
    assert 20 < are_plain(careers).sum() < len(rows) - 20


def test_nobody_has_nothing(connection: Connection) -> None:
    nobody: list[int] = list(connection.execute(select(people.c.id)).scalars())
    told, others = derived_many(connection, nobody, Linked(connection))
    assert not any(map(len, told))
    assert not any(map(list, others))
