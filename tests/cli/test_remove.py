"""Does `remove` take out just what is named, and refuse what others rest on?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, stored

URL = "https://example.org/memo"


@pytest.fixture
def told(talentdb: CommandLine) -> CommandLine:
    """A ledger with one record or two of each kind; move:1 follows from the roles."""
    span = ("--started", "2019", "--ended", "2021", "--create")
    done(talentdb("add", "role", "Ada Example", "Acme", *span))
    done(talentdb("add", "role", "Ada Example", "Globex", "--started", "2021", "--create"))
    done(talentdb("add", "source", URL, "--handle", "memo"))
    done(talentdb("add", "link", "Acme", "part-of", "Globex"))
    done(talentdb("add", "alias", "Acme", "Zenith"))
    done(talentdb("add", "identifier", "Ada Example", "orcid:1"))
    done(talentdb("add", "tag", "Ada Example", "reasoning"))
    done(talentdb("add", "tag", "Acme", "lab"))
    done(talentdb("cite", "link:1", "memo"))
    done(talentdb("cite", "move:1", "memo"))
    return talentdb


@pytest.mark.parametrize(
    ("words", "table", "left", "said"),
    [
        (("move", "move:2"), "transitions", [1], "move:2  removed, with 1 citation\n"),
        (("citation", "citation:1"), "citations", [2], "citation:1  removed\n"),
        (("link", "link:1"), "organisation_links", [], "link:1  removed, with 1 citation\n"),
        (("alias", "org-name:1"), "organisation_names", [], "organisation-name:1  removed\n"),
        (("identifier", "orcid:1"), "identifiers", [], "identifier:1  removed\n"),
        (("identifier", "1"), "identifiers", [], "identifier:1  removed\n"),
        (("tag", "Ada Example", "reasoning"), "tags", [2], "tag:1  removed\n"),
        (("tag", "Acme", "lab"), "tags", [1], "tag:2  removed\n"),
    ],
)
def test_each_kind_of_record_is_removed(
    told: CommandLine,
    ledger_url: str,
    words: tuple[str, ...],
    table: str,
    left: list[int],
    said: str,
) -> None:
    before = everything(ledger_url)
    assert done(told("remove", *words, "--dry-run")).err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before
    done_so = done(told("remove", *words, "-m", "a slip"))
    assert done_so.out == said
    assert done_so.err.endswith("; undo with: talentdb undo\n")
    assert stored(ledger_url, table, "id") == left
    assert stored(ledger_url, "change_sets", "message")[-1] == "a slip"


def test_role_and_source_go_once_nothing_rests_on_them(told: CommandLine, ledger_url: str) -> None:
    said = told("remove", "role", "role:1")
    assert (said.code, said.err) == (
        4,
        "talentdb: role:1 is needed by 1 move: remove or edit those first.\n",
    )
    said = told("remove", "source", "memo")
    assert (said.code, said.err) == (
        4,
        "talentdb: source:1 is needed by 2 citations: remove or edit those first.\n",
    )
    for words in (("move", "move:2"), ("citation", "1"), ("role", "role:1"), ("source", URL)):
        done(told("remove", *words))
    assert stored(ledger_url, "roles", "id") == [2]
    assert stored(ledger_url, "transitions", "id") == []
    assert stored(ledger_url, "sources", "id") == []


@pytest.mark.parametrize(
    ("words", "counts", "gone"),
    [
        (
            ("person", "Ada Example"),
            "person:1 is needed by 2 roles, 1 move",
            "person:1  removed, with 1 identifier, 2 roles, 1 tag, 1 move, 1 citation\n",
        ),
        (
            ("organisation", "Zenith"),
            "organisation:1 is needed by 1 role, 1 move, 1 link",
            "organisation:1  removed, with 1 link, 1 organisation-name, 1 role, 1 tag, 1 move, "
            "2 citations\n",
        ),
    ],
)
def test_whoever_has_facts_goes_only_with_them(
    told: CommandLine, ledger_url: str, words: tuple[str, ...], counts: str, gone: str
) -> None:
    before = everything(ledger_url)
    said = told("remove", *words)
    assert said.code == 4
    assert said.err == f"talentdb: {counts}: --with-facts removes them too.\n"
    assert everything(ledger_url) == before
    assert done(told("remove", *words, "--with-facts")).out == gone
    assert stored(ledger_url, "transitions", "id") == []


def test_person_without_facts_goes_by_name(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb("add", "person", "Ada Example"))
    assert done(talentdb("remove", "person", "Ada Example")).out == "person:1  removed\n"
    assert stored(ledger_url, "people", "id") == []


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("role", "role:9"), 3, "there is no role:9."),
        (("role", "link:1"), 2, "'link:1' is no id of a role"),
        (("move", "move:1"), 4, "move:1 follows from roles"),
        (("person", "Nobody"), 3, "no person called 'Nobody'"),
        (("tag", "Ada Example", "nothing"), 4, "person:1 has no tag 'nothing'"),
        (("alias", "alias:1"), 2, "'alias:1' is no id of a name"),
        (("source", "nobody"), 3, "no source called 'nobody'"),
    ],
)
def test_what_is_not_there_is_not_removed(
    told: CommandLine, ledger_url: str, words: tuple[str, ...], code: int, why: str
) -> None:
    before = everything(ledger_url)
    said = told("remove", *words)
    assert (said.code, said.out) == (code, "")
    assert why in said.err
    assert everything(ledger_url) == before
