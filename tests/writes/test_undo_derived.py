"""Do spells and derived moves follow the facts when these are taken back?"""

import pytest
from sqlalchemy import Connection, Table, select

from talentdb.schema import (
    citations,
    organisation_links,
    organisations,
    people,
    roles,
    sources,
    spells,
)
from talentdb.writes.edit import edit
from talentdb.writes.remove import remove
from talentdb.writes.undo import undo
from tests.builders import Ledger, date_of
from tests.writes.dumps import dump, follows_from_the_facts, written


def edited(connection: Connection, table: Table, id: int, **values: object) -> int | None:
    return written(connection, lambda change: edit(change, table, id, values))


def removed(connection: Connection, table: Table, id: int, with_facts: bool = False) -> int | None:
    return written(connection, lambda change: remove(change, table, id, with_facts))


@pytest.mark.parametrize("what", ["role", "link", "name", "status", "stance", "published"])
def test_what_follows_from_the_roles_follows_undo(connection: Connection, what: str) -> None:
    ledger = Ledger(connection)
    role, _ = ledger.career("Ada Example", "Acme 2010–2015 · Globex 2010–2015")
    old, new = ledger.source("memo", "2020"), ledger.source("letter", "2021")
    ledger.cite("role_id", role, old)
    denial = ledger.cite("role_id", role, new, status="confirmed")
    acme = connection.scalar(select(organisations.c.id).where(organisations.c.name == "Acme"))
    assert denial is not None
    assert acme is not None
    link, _ = ledger.link("Acme", "renamed", "Initech")
    writes = {
        "role": lambda: removed(connection, people, 1, with_facts=True),
        "link": lambda: removed(connection, organisation_links, link),
        "name": lambda: edited(connection, organisations, acme, name="Zeta"),
        "status": lambda: edited(connection, roles, role, status="denied"),
        "stance": lambda: edited(connection, citations, denial, stance="disputes"),
        "published": lambda: edited(connection, sources, new, published=date_of("2019")),
    }
    before = dump(connection)
    id = writes[what]()
    assert dump(connection) != before
    assert follows_from_the_facts(connection)
    assert id is not None
    written(connection, lambda change: undo(change, id))
    assert dump(connection) == before
    assert connection.execute(select(spells)).all()
