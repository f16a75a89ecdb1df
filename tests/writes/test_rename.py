"""What does it write that an organisation was renamed?"""

import pytest
from sqlalchemy import Connection, select

from talentdb.dates import parse
from talentdb.errors import LinkMakesLoop, RecordContradicted, RuleBroken
from talentdb.schema import organisation_links, organisation_names, organisations
from talentdb.writes.rename import Renamed, rename
from tests.builders import Ledger, changing
from tests.queries.asking import moves


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def renamed(ledger: Ledger, old: str, new: str, on: str | None = None) -> Renamed:
    id = ledger.organisation(old)
    with changing(ledger.connection) as change:
        return rename(change, id, old, new, parse(on) if on else None)


def names(ledger: Ledger) -> list[tuple[str, str, str | None]]:
    """Each former or other name, with the name it stands beside and when it ended."""
    statement = (
        select(organisations.c.name, organisation_names.c.name, organisation_names.c.ended)
        .join(organisation_names, organisation_names.c.organisation_id == organisations.c.id)
        .order_by(organisation_names.c.id)
    )
    return [(one, other, ended) for one, other, ended in ledger.connection.execute(statement)]


def test_two_records_are_linked_and_nobody_has_moved(ledger: Ledger) -> None:
    ledger.career("Ada Example", "Hooli 2018–2021-06 · Piper 2021-07–now")
    assert len(moves(ledger)) == 1
    done = renamed(ledger, "Hooli", "Piper", "2021-07")
    assert (done.what, done.is_new) == ("link", True)
    (link,) = ledger.connection.execute(select(organisation_links)).all()
    assert (link.kind, link.started) == ("renamed", "2021-07")
    assert moves(ledger) == []
    assert renamed(ledger, "Hooli", "Piper", "2021-07") == Renamed("link", done.id, False)


def test_without_a_second_record_the_first_takes_the_name(ledger: Ledger) -> None:
    id = ledger.organisation("Hooli")
    done = renamed(ledger, "Hooli", "Piper", "2021-07")
    assert (done.what, done.is_new) == ("name", True)
    assert names(ledger) == [("Piper", "Hooli", "2021-07")]
    assert ledger.organisation("Piper") == ledger.organisation("Hooli") == id
    assert ledger.connection.scalars(select(organisation_links.c.id)).all() == []


def test_other_name_of_the_same_record_becomes_its_name(ledger: Ledger) -> None:
    renamed(ledger, "Hooli", "Piper", "2021")
    renamed(ledger, "Piper", "Hooli", "2023")
    assert names(ledger) == [("Hooli", "Hooli", "2021"), ("Hooli", "Piper", "2023")]


def test_former_name_that_is_known_gets_its_day(ledger: Ledger) -> None:
    renamed(ledger, "Hooli", "Piper")
    assert names(ledger) == [("Piper", "Hooli", None)]
    assert not renamed(ledger, "Hooli", "Piper").is_new
    assert renamed(ledger, "Hooli", "Piper", "2021").is_new
    assert names(ledger) == [("Piper", "Hooli", "2021")]
    assert not renamed(ledger, "Hooli", "Piper", "2021").is_new


def test_what_contradicts_the_record_is_refused(ledger: Ledger) -> None:
    ledger.organisation("Globex")
    ledger.organisation("Piper")
    renamed(ledger, "Hooli", "Piper")
    with pytest.raises(RuleBroken, match="renamed already"):
        renamed(ledger, "Hooli", "Globex")
    with pytest.raises(RuleBroken, match="renamed already"):
        renamed(ledger, "Hooli", "Unheard Of")
    with pytest.raises(LinkMakesLoop):
        renamed(ledger, "Piper", "Hooli")
    ledger.move("Ada Example", "Piper", "Globex", "2020")
    with pytest.raises(RecordContradicted, match="remove the move first"):
        renamed(ledger, "Piper", "Globex")
