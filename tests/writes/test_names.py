"""How does a person or an organisation get an alias, an identifier, a tag?"""

import pytest
from sqlalchemy import Connection

from talentdb.dates import parse
from talentdb.errors import EndsBeforeStart, NameRefused, RecordContradicted
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.queries.resolve import organisation, person
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.names import (
    RESERVED,
    add_alias,
    add_identifier,
    add_tag,
    local_identifier,
    split_identifier,
)
from tests.builders import AUTHOR, Ledger


@pytest.fixture
def change(connection: Connection) -> ChangeSet:
    return ChangeSet(connection, AUTHOR)


def test_alias_leads_to_its_owner(change: ChangeSet) -> None:
    acme = Ledger(change.connection).organisation("Acme")
    assert add_alias(change, ORGANISATION, acme, "Acme Rocketry, Inc.") is not None
    assert organisation(change.connection, "ACME rocketry") == acme


def test_alias_is_one_by_folded_name_and_start(change: ChangeSet) -> None:
    acme = Ledger(change.connection).organisation("Acme")
    add_alias(change, ORGANISATION, acme, "Rocketry", parse("2019"))
    assert add_alias(change, ORGANISATION, acme, "ROCKETRY Ltd", parse("2019")) is None
    assert add_alias(change, ORGANISATION, acme, "Rocketry", parse("2020")) is not None
    assert add_alias(change, ORGANISATION, acme, "Rocketry") is not None


def test_two_may_share_an_alias(change: ChangeSet) -> None:
    ledger = Ledger(change.connection)
    for name in ("Ada Example", "Bob Sample"):
        assert add_alias(change, PERSON, ledger.person(name), "The Boss") is not None


def test_name_that_ends_before_it_starts_is_refused(change: ChangeSet) -> None:
    ada = Ledger(change.connection).person("Ada Example")
    with pytest.raises(EndsBeforeStart):
        add_alias(change, PERSON, ada, "Ada Older", parse("2020"), parse("2019"))


@pytest.mark.parametrize("name", ["", "  ", "a\0b", "\ud800"])
def test_name_that_cannot_be_kept_is_refused(change: ChangeSet, name: str) -> None:
    ada = Ledger(change.connection).person("Ada Example")
    with pytest.raises(NameRefused):
        add_alias(change, PERSON, ada, name)


def test_identifier_leads_to_its_owner_and_is_recorded_once(change: ChangeSet) -> None:
    ada = Ledger(change.connection).person("Ada Example")
    assert add_identifier(change, PERSON, ada, "ORCID: 0000-0001 ") is not None
    assert add_identifier(change, PERSON, ada, "orcid:0000-0001") is None
    assert person(change.connection, "orcid:0000-0001") == ada


@pytest.mark.parametrize("noun", [PERSON, ORGANISATION])
def test_identifier_of_another_is_refused_and_its_owner_named(
    change: ChangeSet, noun: object
) -> None:
    ledger = Ledger(change.connection)
    ada = ledger.person("Ada Example")
    add_identifier(change, PERSON, ada, "wikidata:Q1")
    with pytest.raises(RecordContradicted, match=f"already an identifier of person:{ada}"):
        if noun is PERSON:
            add_identifier(change, PERSON, ledger.person("Bob Sample"), "wikidata:Q1")
        else:
            add_identifier(change, ORGANISATION, ledger.organisation("Acme"), "wikidata:Q1")


@pytest.mark.parametrize("text", ["", "orcid", "orcid:", ":1", "or cid:1", "é:1", "1a:2"])
def test_what_is_no_identifier_is_refused(text: str) -> None:
    with pytest.raises(NameRefused, match="scheme:value"):
        split_identifier(text)


@pytest.mark.parametrize("word", RESERVED)
def test_words_for_the_ledgers_own_ids_are_no_schemes(word: str) -> None:
    with pytest.raises(NameRefused, match="own ids"):
        split_identifier(f"{word}:12")


def test_value_may_hold_colons() -> None:
    assert split_identifier("url:https://example.org/a") == ("url", "https://example.org/a")


def test_tag_is_added_once_to_each(change: ChangeSet) -> None:
    ledger = Ledger(change.connection)
    ada, acme = ledger.person("Ada Example"), ledger.organisation("Acme")
    assert add_tag(change, PERSON, ada, " safety ") is not None
    assert add_tag(change, PERSON, ada, "safety") is None
    assert add_tag(change, ORGANISATION, acme, "safety") is not None


def test_homonyms_get_local_identifiers_that_nobody_has(change: ChangeSet) -> None:
    ada = Ledger(change.connection).person("Wei Zhang")
    found = []
    for _ in range(3):
        found.append(local_identifier(change.connection, "Wei  Zhang", 2))
        add_identifier(change, PERSON, ada, found[-1])
    assert found == ["local:wei-zhang-2", "local:wei-zhang-3", "local:wei-zhang-4"]
    assert local_identifier(change.connection, "…", 7) == "local:...-7"
