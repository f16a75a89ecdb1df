"""Which record does a word mean? (design.md §3, Identity)"""

import pytest
from sqlalchemy import Connection

from talentdb.errors import NameIsAmbiguous, NameNotFound, NameRefused, RecordNotFound
from talentdb.queries import resolve
from talentdb.queries.names import ORGANISATION, PERSON
from talentdb.schema import people
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.names import add_alias, add_identifier
from talentdb.writes.people import person_values
from tests.builders import AUTHOR, Ledger


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def homonyms(ledger: Ledger, *names: str) -> list[int]:
    """People made without asking whether there is one of that name."""
    change = ChangeSet(ledger.connection, AUTHOR)
    return [change.insert_one(people, **person_values(name)) for name in names]


@pytest.mark.parametrize(
    "text", ["Ada Example", "ada example", "  ÁDA  EXAMPLE ", "Ada-Example", "Ada Example"]
)
def test_person_is_named_however_it_is_spelled(ledger: Ledger, text: str) -> None:
    ada = ledger.person("Ada Example")
    assert resolve.person(ledger.connection, text) == ada


@pytest.mark.parametrize("text", ["Acme", "ACME Inc.", "Acme, Ltd", "acme gmbh"])
def test_organisation_is_named_without_its_legal_form(ledger: Ledger, text: str) -> None:
    acme = ledger.organisation("Acme Corp.")
    assert resolve.organisation(ledger.connection, text) == acme


def test_person_is_named_by_alias_identifier_and_id(ledger: Ledger) -> None:
    ada = ledger.person("Ada Example")
    change = ChangeSet(ledger.connection, AUTHOR)
    add_alias(change, PERSON, ada, "Countess")
    add_identifier(change, PERSON, ada, "orcid:0000-0001")
    for text in ("countess", "orcid:0000-0001", f"person:{ada}"):
        assert resolve.person(ledger.connection, text) == ada


@pytest.mark.parametrize("noun", ["organisation", "organization", "org"])
def test_organisation_id_has_three_spellings(ledger: Ledger, noun: str) -> None:
    acme = ledger.organisation("Acme")
    assert resolve.organisation(ledger.connection, f"{noun}:{acme}") == acme


@pytest.mark.parametrize("id", ["999", "0", "999999999999999999"])
def test_id_of_nobody_is_said(ledger: Ledger, id: str) -> None:
    with pytest.raises(RecordNotFound, match=f"there is no person:{int(id)}"):
        resolve.person(ledger.connection, f"person:{id}")


def test_name_and_alias_of_one_record_are_not_ambiguous(ledger: Ledger) -> None:
    ada = ledger.person("Ada Example")
    change = ChangeSet(ledger.connection, AUTHOR)
    add_alias(change, PERSON, ada, "ADA EXAMPLE")
    assert resolve.person(ledger.connection, "Ada Example") == ada


def test_several_of_one_name_are_listed_with_what_tells_them_apart(ledger: Ledger) -> None:
    ids = homonyms(ledger, "Wei Zhang", "Wei  ZHANG", "Bob Sample")
    change = ChangeSet(ledger.connection, AUTHOR)
    add_identifier(change, PERSON, ids[1], "orcid:0000-0002")
    add_alias(change, PERSON, ids[2], "wei zhang")
    with pytest.raises(NameIsAmbiguous) as refused:
        resolve.person(ledger.connection, "Wei Zhang")
    assert refused.value.exit_code == 3
    assert [line.split()[0] for line in refused.value.candidates] == [f"person:{i}" for i in ids]
    assert "orcid:0000-0002" in refused.value.candidates[1]
    assert "Bob Sample" in refused.value.candidates[2]


def test_homonyms_are_told_apart_by_where_they_have_been(ledger: Ledger) -> None:
    [first] = homonyms(ledger, "Wei Zhang")
    ledger.career("Wei Zhang", "Acme 2010–2012 · Globex 2012–now")
    homonyms(ledger, "Wei Zhang")
    with pytest.raises(NameIsAmbiguous, match=rf"person:{first}\s+Wei Zhang \(.*Acme, Globex"):
        resolve.person(ledger.connection, "Wei Zhang")


@pytest.mark.parametrize("text", ["Ada Exampel", "example ada", "Ada"])
def test_unknown_name_is_answered_with_the_nearest(ledger: Ledger, text: str) -> None:
    for name in ("Ada Example", "Bob Sample"):
        ledger.person(name)
    with pytest.raises(NameNotFound, match="Near: Ada Example"):
        resolve.person(ledger.connection, text)


def test_unknown_name_that_is_like_none_says_so(ledger: Ledger) -> None:
    ledger.person("Ada Example")
    with pytest.raises(NameNotFound, match="talentdb find") as refused:
        resolve.person(ledger.connection, "Zoë Quux")
    assert list(refused.value.near) == []


def test_homophones_are_suggested_and_never_taken_for_one_another(ledger: Ledger) -> None:
    ledger.person("李伟")
    with pytest.raises(NameNotFound, match="Near: 李伟"):
        resolve.person(ledger.connection, "李玮")


def test_anybody_is_a_person_or_an_organisation(ledger: Ledger) -> None:
    ada, acme = ledger.person("Ada Example"), ledger.organisation("Acme")
    for text, noun, id in (
        ("Ada Example", PERSON, ada),
        (f"person:{ada}", PERSON, ada),
        ("acme", ORGANISATION, acme),
        (f"org:{acme}", ORGANISATION, acme),
    ):
        assert resolve.anybody(ledger.connection, text) == (noun, id)
    homonyms(ledger, "Acme")
    with pytest.raises(NameIsAmbiguous, match="person or organisation"):
        resolve.anybody(ledger.connection, "Acme")
    with pytest.raises(NameNotFound, match="Near: Acme"):
        resolve.anybody(ledger.connection, "Acmee")


def test_source_is_named_by_handle_or_id(ledger: Ledger) -> None:
    memo = ledger.source("memo", title="Memo")
    for text in ("memo", f"source:{memo}"):
        assert resolve.source(ledger.connection, text) == memo
    with pytest.raises(NameNotFound, match="Near: memo"):
        resolve.source(ledger.connection, "memos")
    with pytest.raises(RecordNotFound):
        resolve.source(ledger.connection, "source:999")


def test_newest_name_is_followed_through_every_rename(ledger: Ledger) -> None:
    ledger.link("B", "renamed", "C")
    ledger.link("A", "renamed", "B")
    newest = ledger.organisation("C")
    for name in "ABC":
        assert resolve.by_newest_name(ledger.connection, ledger.organisation(name)) == newest


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "\udcff"])
def test_text_that_cannot_be_a_name_is_refused(ledger: Ledger, text: str) -> None:
    with pytest.raises(NameRefused):
        resolve.person(ledger.connection, text)
