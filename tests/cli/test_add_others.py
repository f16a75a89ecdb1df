"""Do sources, aliases, identifiers, tags and links say what became of them?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored


@pytest.fixture
def acme(talentdb: CommandLine) -> CommandLine:
    """A ledger with Acme, Globex and Ada."""
    done(talentdb("add", "organisation", "Acme", "Globex"))
    done(talentdb("add", "person", "Ada Example"))
    return talentdb


def test_source_is_recorded_and_refined(talentdb: CommandLine, ledger_url: str) -> None:
    address = ("add", "source", "https://example.org/memo")
    said = done(talentdb(*address, "--handle", "memo", "--published", "30 June 2025"))
    assert said.out == "source:1  memo: recorded\n"
    said = done(talentdb(*address, "--title", "The memo", "--language", "en"))
    assert said.out == "source:1  memo: known already, refined\n"
    said = done(talentdb("add", "source", "HTTPS://EXAMPLE.org/memo"))
    assert said.out == "source:1  memo: known already, unchanged\n"
    assert stored(ledger_url, "sources", "handle", "title", "published") == [
        ("memo", "The memo", "2025-06-30")
    ]


def test_source_without_address_has_a_title(talentdb: CommandLine) -> None:
    done(talentdb("add", "source", "--title", "A letter", "--publisher", "The Gazette"))
    assert talentdb("add", "source").code in (2, 4)


def test_alias_finds_the_organisation(acme: CommandLine) -> None:
    said = done(acme("add", "alias", "Acme", "Zenith Works", "--ended", "2020"))
    assert said.out == "organisation:1  Acme, also Zenith Works\n"
    said = done(acme("add", "alias", "Acme", "zenith works"))
    assert "Acme" in done(acme("show", "Zenith Works")).out


def test_known_alias_changes_nothing(acme: CommandLine, ledger_url: str) -> None:
    done(acme("add", "alias", "Ada Example", "A. Example"))
    before = everything(ledger_url)
    said = done(acme("add", "alias", "Ada Example", "a example"))
    assert said.out.endswith(": known already\n")
    assert everything(ledger_url) == before


def test_alias_is_cited(acme: CommandLine, ledger_url: str) -> None:
    done(acme("add", "alias", "Acme", "Zenith", "-s", "https://example.org/memo"))
    assert stored(ledger_url, "citations", "organisation_name_id") == [1]


def test_identifiers_tell_records_apart(acme: CommandLine, ledger_url: str) -> None:
    words = ("add", "identifier", "Ada Example", "orcid:0000-0001", "github:ada")
    assert done(acme(*words)).out.splitlines() == [
        "person:1  Ada Example, orcid:0000-0001",
        "person:1  Ada Example, github:ada",
    ]
    before = everything(ledger_url)
    assert done(acme(*words)).out.count("known already") == 2
    assert everything(ledger_url) == before
    assert "Ada Example" in done(acme("show", "github:ada")).out


def test_identifier_belongs_to_one_record_alone(acme: CommandLine, ledger_url: str) -> None:
    done(acme("add", "identifier", "Ada Example", "x:1"))
    before = everything(ledger_url)
    said = acme("add", "identifier", "Acme", "y:2", "x:1")
    assert (said.code, said.out) == (4, "")
    assert "already an identifier of person:1" in said.err
    assert everything(ledger_url) == before


def test_tags_find_people(acme: CommandLine) -> None:
    said = done(acme("add", "tag", "Ada Example", "reasoning", "safety", "reasoning"))
    assert [line.endswith("known already") for line in said.out.splitlines()] == [
        False,
        False,
        True,
    ]
    (person,) = json_rows(acme, "query", "people", "--tag", "safety")
    assert person["tags"] == ["reasoning", "safety"]


def test_link_reads_as_a_sentence(acme: CommandLine, ledger_url: str) -> None:
    words = ("add", "link", "Globex", "acquired", "Acme", "--started", "2024")
    said = done(acme(*words, "--amount", "5000000", "--currency", "USD"))
    assert said.out == "link:1  Globex acquired Acme: recorded\n"
    said = done(acme(*words))
    assert said.out == "link:1  Globex acquired Acme: known already, unchanged\n"
    assert stored(ledger_url, "organisation_links", "kind", "started", "amount") == [
        ("acquired", "2024", 5000000)
    ]


def test_link_is_cited(acme: CommandLine, ledger_url: str) -> None:
    words = ("-s", "https://example.org/memo", "--status", "rumoured")
    said = done(acme("add", "link", "Globex", "acquired", "Acme", *words))
    assert said.out.endswith("recorded, 1 citation added\n")
    assert stored(ledger_url, "citations", "organisation_link_id", "status") == [(1, "rumoured")]


def test_script_needs_permission_to_link_a_new_organisation(
    acme: CommandLine, ledger_url: str
) -> None:
    before = everything(ledger_url)
    assert acme("add", "link", "Zenith", "part-of", "Acme").code == 3
    assert everything(ledger_url) == before
    done(acme("add", "link", "Zenith", "part-of", "Acme", "--create"))


def test_rename_joins_what_was_counted_apart(acme: CommandLine) -> None:
    done(acme("add", "role", "Ada Example", "Acme", "--started", "2019", "--ended", "2021"))
    done(acme("add", "role", "Ada Example", "Globex", "--started", "2021"))
    assert len(json_rows(acme, "query", "moves")) == 1
    done(acme("add", "link", "Acme", "renamed", "Globex"))
    assert json_rows(acme, "query", "moves") == []


@pytest.mark.parametrize(
    "words",
    [
        ("source", "https://example.org/memo"),
        ("alias", "Acme", "Zenith"),
        ("identifier", "Acme", "x:1"),
        ("tag", "Acme", "big"),
        ("link", "Acme", "part-of", "Zenith"),
    ],
)
def test_dry_run_writes_nothing(acme: CommandLine, ledger_url: str, words: tuple[str, ...]) -> None:
    before = everything(ledger_url)
    said = done(acme("add", *words, "--dry-run"))
    assert said.err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before
