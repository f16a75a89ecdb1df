"""Why did people move, by the record, and does each count open?"""

import pytest

from tests.cli.lines import CommandLine, done, json_rows

MEMO = "https://example.org/memo"


@pytest.fixture
def acme(talentdb: CommandLine) -> CommandLine:
    """A ledger in which Ada went from Acme to Globex, for no stated reason."""
    done(talentdb("add", "organisation", "Acme", "Globex"))
    done(talentdb("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2025"))
    return talentdb


def test_reasons_are_counted_by_flow(acme: CommandLine) -> None:
    for name, reasons in (("Bob Sample", ("money",)), ("Cy Test", ("money", "mission"))):
        more = [word for reason in reasons for word in ("--reason", reason)]
        sides = ("--from", "Acme", "--to", "Globex")
        done(acme("add", "move", name, *sides, "--on", "2025", *more))
    rows = json_rows(acme, "query", "reasons", "--to", "Globex")
    assert [(row["reason"], row["moves"], row["of"]) for row in rows] == [
        ("money", 2, 3),
        ("mission", 1, 3),
        (None, 1, 3),
    ]


def test_reasons_open_into_the_moves_that_state_them(acme: CommandLine) -> None:
    sides = ("--from", "Acme", "--to", "Globex", "--on", "2025", "-s", MEMO)
    reasons = ("--reason", "money", "--reason", "mission")
    done(acme("add", "move", "Bob Sample", *sides, *reasons))
    rows = json_rows(acme, "query", "reasons", "--explain")
    assert [(row["reason"], row["person"], row["sources"]) for row in rows] == [
        (None, "Ada Example", []),
        ("mission", "Bob Sample", ["example"]),
        ("money", "Bob Sample", ["example"]),
    ]
