"""Which publications are one source, and what does a second statement add to it?"""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from talentdb.dates import parse
from talentdb.errors import NameRefused, RecordContradicted, RuleBroken
from talentdb.schema import sources, transitions
from talentdb.writes.addresses import add_addresses
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.evidence import NewSource, add_source, source_named
from tests.builders import AUTHOR, Ledger, changing


def added(connection: Connection, **source: Any) -> tuple[int, str]:
    with changing(connection) as change:
        return add_source(change, NewSource(**source))


def handle(connection: Connection, id: int) -> str:
    return str(connection.scalar(select(sources.c.handle).where(sources.c.id == id)))


@pytest.mark.parametrize(
    "spelling",
    [
        "https://example.org/memo",
        "http://example.org/memo",
        "https://EXAMPLE.org/memo/",
        "https://example.org:443/memo#page-2",
        "https://example.org/memo?utm_source=x&fbclid=y",
    ],
)
def test_one_address_is_one_source_however_it_was_copied(
    connection: Connection, spelling: str
) -> None:
    id, _ = added(connection, url="https://example.org/memo")
    assert added(connection, url=spelling) == (id, "unchanged")
    assert connection.scalar(select(sources.c.url)) == "https://example.org/memo"


@pytest.mark.parametrize("other", ["/Memo", "/memo?page=2", ""])
def test_other_page_is_another_source(connection: Connection, other: str) -> None:
    added(connection, url="https://example.org/memo")
    assert added(connection, url=f"https://example.org{other}")[1] == "created"


@pytest.mark.parametrize(
    "url", ["https://", "https://a b.org/", "ftp://example.org", "http://x:y/"]
)
def test_malformed_address_is_refused(connection: Connection, url: str) -> None:
    with pytest.raises(NameRefused):
        added(connection, url=url)


def test_title_publisher_and_date_decide_without_an_address(connection: Connection) -> None:
    memo = {"title": "The Memo", "publisher": "Daily", "published": parse("2025-06")}
    id, _ = added(connection, **memo)
    assert added(connection, **memo | {"title": "the memo", "publisher": "DAILY"})[0] == id
    for other in ({"title": "Memo"}, {"publisher": None}, {"published": parse("2025")}):
        assert added(connection, **memo | other)[1] == "created"


def test_source_needs_something_to_be_known_by(connection: Connection) -> None:
    with pytest.raises(RuleBroken, match="a web address, a title or a handle"):
        added(connection, publisher="Daily")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({"url": "https://www.example.org/a", "published": parse("2025-06-12")}, "example-2025-06"),
        ({"url": "https://news.example.org/a"}, "news"),
        ({"title": "Ada leaves Acme for Globex, it says"}, "ada-leaves-acme-for"),
        ({"title": "Ada leaves", "published": parse("[..2025]")}, "ada-leaves"),
        ({"handle": "memo", "url": "https://example.org/a"}, "memo"),
    ],
)
def test_source_gets_a_handle(
    connection: Connection, source: dict[str, Any], expected: str
) -> None:
    assert handle(connection, added(connection, **source)[0]) == expected


def test_handles_that_are_taken_get_a_number(connection: Connection) -> None:
    ids = [added(connection, url=f"https://example.org/{page}")[0] for page in "abc"]
    assert [handle(connection, id) for id in ids] == ["example", "example-2", "example-3"]


def test_handle_of_another_address_is_refused(connection: Connection) -> None:
    added(connection, handle="memo", url="https://example.org/memo")
    with pytest.raises(RecordContradicted, match=r"belongs to https://example\.org/memo"):
        added(connection, handle="memo", url="https://example.org/other")


def test_second_statement_adds_what_the_first_left_out(connection: Connection) -> None:
    id, _ = added(connection, handle="memo", title="Memo")
    url = "https://example.org/memo"
    said = {"url": url, "author": "Ida Test", "published": parse("2025")}
    assert added(connection, handle="memo", **said) == (id, "updated")
    assert added(connection, url=url, published=parse("2025-06")) == (id, "updated")
    assert added(connection, url=url, published=parse("2025")) == (id, "unchanged")
    row = connection.execute(select(sources)).one()
    assert (row.title, row.author, row.url_key) == ("Memo", "Ida Test", "example.org/memo")
    assert (row.published, str(row.published_latest)) == ("2025-06", "2025-06-30")


def test_later_date_of_a_source_is_heard_by_what_rests_on_it(connection: Connection) -> None:
    ledger = Ledger(connection)
    _, role = ledger.career("Ada Example", "Acme 2018–2020 · Globex 2020–now")
    for name, more in (("memo", {}), ("denial", {"stance": "disputes"})):
        source = ledger.source(name, "2021" if name == "memo" else None, title=name)
        ledger.cite("role_id", role, source, **more)
    assert connection.execute(select(transitions.c.id)).all() != []
    ledger.source("denial", "2022")
    assert connection.execute(select(transitions.c.id)).all() == []


def test_source_is_named_by_handle_id_or_address(connection: Connection) -> None:
    id, _ = added(connection, handle="memo", url="https://example.org/memo")
    change = ChangeSet(connection, AUTHOR)
    for text in ("memo", f"source:{id}", "http://example.org/memo/"):
        assert source_named(change, text) == id
    assert not change.has_changes
    assert source_named(change, "https://example.org/new") != id


def test_many_addresses_become_sources_at_once(connection: Connection) -> None:
    known, _ = added(connection, url="https://example.org/a")
    change = ChangeSet(connection, AUTHOR)
    urls = ["https://example.org/b", "http://example.org/a/", "http://example.org/b"]
    found = add_addresses(change, set(urls))
    assert list(found) == sorted(urls)
    assert found["http://example.org/a/"] == known
    assert found["http://example.org/b"] == found["https://example.org/b"] != known
    row = connection.execute(select(sources).where(sources.c.id == found[urls[0]])).one()
    assert (row.url, row.handle) == ("http://example.org/b", "example-2")
    assert add_addresses(change, set(urls)) == found


def test_hosts_keep_their_own_names(connection: Connection) -> None:
    change = ChangeSet(connection, AUTHOR)
    pages = ("https://acme.org/1", "https://acme.org/2", "https://acme.net", "https://acme-2.org")
    found = add_addresses(change, set(pages))
    handles = {row.url: row.handle for row in connection.execute(select(sources))}
    assert handles[pages[3]] == "acme-2"
    assert sorted(handles.values()) == ["acme", "acme-2", "acme-3", "acme-4"]
    assert len(set(found.values())) == 4
