"""What is found by any part of any name, title or identifier?"""

import pytest
from sqlalchemy import Connection

from talentdb.queries.find import found
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.names import add_alias, add_identifier
from tests.builders import AUTHOR, Ledger


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    ledger = Ledger(connection)
    ledger.role("Zoë Müller", "Acme Robotics", title="Leiterin Öffentlichkeit 50%")
    ledger.role("李伟", "Globex", title="Principal Scientist")
    ledger.person("Ada_Example")
    ledger.source("acme-memo", title="Über Acme", publisher="Daily", url="https://example.org/x_y")
    change = ChangeSet(connection, AUTHOR)
    add_alias(change, PERSON, ledger.person("Zoë Müller"), "Zoe Miller-Smith")
    add_alias(change, ORGANISATION, ledger.organisation("Globex"), "Globular Experiments")
    add_identifier(change, PERSON, ledger.person("李伟"), "orcid:0000-00AX")
    return ledger


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("zoe", {("person", "name"), ("person", "alias")}),
        ("Zoë", {("person", "name"), ("person", "alias")}),
        ("MULLER", {("person", "name")}),
        ("smith zoe", {("person", "alias")}),
        ("li wei", {("person", "name")}),
        ("李伟", {("person", "name")}),
        ("robot", {("organisation", "name")}),
        ("acme", {("organisation", "name"), ("source", "source")}),
        ("ular exp", {("organisation", "alias")}),
        ("00ax", {("person", "identifier")}),
        ("orcid:0000", {("person", "identifier")}),
        ("scientist", {("role", "title")}),
        ("Öffentlichkeit", {("role", "title")}),
        ("öffentlichkeit leiterin", {("role", "title")}),
        ("50%", {("role", "title")}),
        ("Über", {("source", "source")}),
        ("example.org/x_y", {("source", "source")}),
        ("daily", {("source", "source")}),
        ("x%y", set()),
        ("nobody", set()),
    ],
)
def test_parts_of_any_text_lead_to_it(
    ledger: Ledger, words: str, expected: set[tuple[str, str]]
) -> None:
    rows = ledger.connection.execute(found(words.split())).mappings().all()
    assert {(row["what"], row["found_in"]) for row in rows} == expected


def test_same_words_find_the_same_in_the_same_order(ledger: Ledger) -> None:
    rows = ledger.connection.execute(found(["e"])).all()
    assert rows == ledger.connection.execute(found(["e"])).all()
    assert rows == sorted(rows, key=lambda row: (row.what, row.name, row.id, row.found_in))
    assert len(rows) == len(set(rows))
