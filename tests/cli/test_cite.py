"""Does a source come under a fact, and what it says otherwise beside the record?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

MEMO = "https://example.org/memo"


@pytest.fixture
def told(talentdb: CommandLine) -> CommandLine:
    """A ledger with a role, a derived move (move:1), a link, a name and a source."""
    span = ("--started", "2019", "--ended", "2021")
    done(talentdb("add", "role", "Ada Example", "Acme", *span, "--create"))
    done(talentdb("add", "role", "Ada Example", "Globex", "--started", "2021", "--create"))
    done(talentdb("add", "link", "Acme", "part-of", "Globex"))
    done(talentdb("add", "alias", "Acme", "Zenith"))
    done(talentdb("add", "source", MEMO, "--handle", "memo", "--published", "2022"))
    return talentdb


def test_source_is_put_under_a_fact_with_its_words(told: CommandLine, ledger_url: str) -> None:
    words = ("--quote", "she left", "--said-by", "Cy Test", "--locator", "p. 3")
    said = done(told("cite", "role:1", "memo", *words, "--status", "confirmed"))
    assert said.out == "role:1  memo: citation:1\n"
    assert said.err == "Change 6; undo with: talentdb undo\n"
    fields = ("role_id", "quote", "said_by", "locator", "status", "stance")
    assert stored(ledger_url, "citations", *fields) == [
        (1, "she left", "Cy Test", "p. 3", "confirmed", "supports")
    ]
    assert [row["status"] for row in json_rows(told, "query", "roles")].count("confirmed") == 1


@pytest.mark.parametrize(
    "fact", ["role:1", "move:1", "transition:1", "link:1", "organisation-name:1", "org-name:1"]
)
def test_any_fact_can_be_cited(told: CommandLine, ledger_url: str, fact: str) -> None:
    done(told("cite", fact, "memo"))
    assert stored(ledger_url, "citations", "source_id") == [1]


def test_cited_derived_move_is_recorded_and_says_its_new_id(
    told: CommandLine, ledger_url: str
) -> None:
    assert [row["id"] for row in json_rows(told, "query", "moves", "--uncited")] == [1]
    assert done(told("cite", "move:1", "memo")).out == "move:2  memo: citation:1\n"
    row = json_rows(told, "query", "moves")[0]
    assert (row["id"], row["origin"], row["citations"], row["source"]) == (2, "recorded", 1, "memo")
    assert json_rows(told, "query", "moves", "--uncited") == []


def test_claims_that_differ_are_conflicts(told: CommandLine) -> None:
    done(told("cite", "role:1", "memo", "--field", "started", "--value", "spring 2019"))
    keys = ("fact", "field", "value", "chosen", "status", "source")
    assert [tuple(row[key] for key in keys) for row in json_rows(told, "query", "conflicts")] == [
        ("role:1", "started", "2019", True, None, None),
        ("role:1", "started", "2019-21", False, None, "memo"),
    ]
    evidence = done(told("show", "role", "1")).out
    assert "2019-21" in evidence or "spring 2019" in evidence


def test_sources_are_listed_with_their_facts_and_shown(told: CommandLine) -> None:
    done(told("cite", "role:1", "memo", "--quote", "she left"))
    done(told("cite", "role:1", "memo", "--field", "title", "--value", "Chief"))
    done(told("cite", "link:1", "memo"))
    assert [(row["source"], row["facts"]) for row in json_rows(told, "query", "sources")] == [
        ("memo", 2)
    ]
    card = done(told("show", "source", "memo")).out
    assert MEMO in card
    assert [line.split()[0] for line in card.splitlines() if line.startswith(("role", "link"))] == [
        "role:1",
        "role:1",
        "link:1",
    ]


def test_one_address_is_one_source(told: CommandLine, ledger_url: str) -> None:
    for spelling in (f"{MEMO}/", f"{MEMO}#top", f"{MEMO}?utm_source=x", "http://example.org/memo"):
        done(told("cite", "link:1", spelling))
    assert stored(ledger_url, "sources", "url") == [MEMO]
    assert stored(ledger_url, "citations", "source_id") == [1]


def test_same_citation_again_changes_nothing(told: CommandLine, ledger_url: str) -> None:
    done(told("cite", "role:1", "memo"))
    before = everything(ledger_url)
    said = done(told("cite", "role:1", "memo"))
    assert (said.out, said.err) == ("role:1  memo: known already: unchanged\n", "")
    assert everything(ledger_url) == before


def test_same_citation_is_refined_by_what_it_says_more(told: CommandLine, ledger_url: str) -> None:
    done(told("cite", "role:1", "memo", "--quote", "she left"))
    said = done(told("cite", "role:1", "memo", "--status", "denied", "--disputes"))
    assert said.out == "role:1  memo: known already: refined\n"
    span = ("--started", "2019", "--ended", "2021")
    again = done(
        told("add", "role", "Ada Example", "Acme", *span, "-s", "memo", "--quote", "Gone.")
    )
    assert again.out.endswith(": known already, unchanged, 1 citation refined\n")
    move = ("Cy Test", "--from", "Acme", "--to", "Globex", "-s", "memo")
    done(told("add", "move", *move))  # change 9
    assert done(told("add", "move", *move, "--quote", "off")).out.endswith("1 citation refined\n")
    assert stored(ledger_url, "citations", "stance", "status", "quote") == [
        ("disputes", "denied", "Gone."),
        ("supports", None, "off"),
    ]
    assert [row["person"] for row in json_rows(told, "query", "moves")] == ["Cy Test"]
    done(told("undo", "8", "-y"))
    done(told("undo", "7", "-y"))
    assert stored(ledger_url, "citations", "stance", "quote")[0] == ("supports", "she left")


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("role:9", "memo"), 3, "there is no role:9."),
        (("person:1", "memo"), 2, "'person:1' is no fact that can be cited"),
        (("role:1", "nobody"), 3, "no source called 'nobody'"),
        (("role:1", "https://"), 2, "a web address looks like https://example.org/page"),
        (("role:1", "https://exa mple.org"), 2, "a web address looks like"),
        (("role:1", "memo", "--via", "memo"), 4, "a source cannot be known via itself"),
        (("role:1", "memo", "--field", "title"), 2, "--field and --value go together"),
        (("role:1", "memo", "--field", "size", "--value", "1"), 2, "field 'size' is not known"),
        (("role:1", "memo", "--field", "ended", "--value", "06/07/2025"), 2, "is either"),
        (("role:1", "memo", "--status", "sure"), 2, "status 'sure' is not known"),
    ],
)
def test_what_cannot_be_cited_is_refused(
    told: CommandLine, ledger_url: str, words: tuple[str, ...], code: int, why: str
) -> None:
    before = everything(ledger_url)
    said = told("cite", *words)
    assert (said.code, said.out) == (code, "")
    assert why in said.err
    assert everything(ledger_url) == before


def test_loop_of_sources_is_refused(told: CommandLine) -> None:
    letter = "https://example.org/letter"
    done(told("cite", "role:1", "memo", "--via", letter))
    said = told("cite", "role:2", letter, "--via", "memo")
    assert said.code == 4
    assert said.err.endswith(": one of the two was there first.\n")


def test_facts_that_no_source_supports_are_counted(told: CommandLine) -> None:
    done(told("cite", "role:1", "memo"))
    done(told("cite", "link:1", "memo", "--disputes"))
    done(told("add", "source", "https://example.org/letter"))
    said = done(told("query", "sources", "--sort", "-facts", "-n", "1", "--columns", "url,facts"))
    assert said.out.splitlines()[-1].split() == [MEMO, "2"]
    assert "2 of 3 facts have no source: roles 1, links 1\n" in said.err
    done(told("cite", "role:2", "memo"))
    done(told("cite", "link:1", "memo", "--locator", "p. 2"))
    assert told("query", "sources").err == ""
