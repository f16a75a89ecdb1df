"""Is what other sources say printed with every use of a fact, and only with its use?"""

import json

import pytest

from tests.cli.lines import CommandLine, done, json_rows


@pytest.fixture
def disputed(talentdb: CommandLine) -> CommandLine:
    """A stated move, one that follows from roles, an offer: a letter and a blog say otherwise."""
    for handle, published in (("letter", "2025-06"), ("blog", "2025-08")):
        address = f"https://example.org/{handle}"
        done(talentdb("add", "source", address, "--handle", handle, "--published", published))
    sides = ("--from", "Acme", "--to", "Globex")
    done(talentdb("add", "move", "Ada Example", *sides, "--on", "by 2025-06-30", "--create"))
    done(talentdb("cite", "move:1", "blog", "--field", "date", "--value", "2025-07-01"))
    done(talentdb("cite", "move:1", "letter", "--disputes"))
    for place, span in (("Acme", ("2019", "--ended", "2021")), ("Globex", ("2021",))):
        done(talentdb("add", "role", "Bob Sample", place, "--started", *span))
    claim = ("--field", "ended", "--value", "2020", "--status", "confirmed")
    done(talentdb("cite", "role:1", "letter", *claim))
    done(talentdb("add", "offer", "Globex", "Ada Example", "--at-most", "2M USD"))
    done(talentdb("cite", "offer:1", "blog", "--field", "at_most", "--value", "1500000"))
    return talentdb


ADA = (
    "dissent: Ada Example, move:1: letter disputes it\n"
    "dissent: Ada Example, move:1 date is by 2025-06-30 here; blog says 2025-07-01\n"
)
BOB = "dissent: Bob Sample, role:1 ended is 2021 here; letter says 2020 (confirmed)\n"


@pytest.mark.parametrize(
    ("words", "dissent"),
    [
        (("moves",), ADA + BOB),
        (("moves", "--person", "Bob Sample"), BOB),
        (("flows", "--explain"), ADA + BOB),
        (("roles", "--organisation", "Acme"), BOB),
        (("roles", "--organisation", "Globex"), ""),
        (
            ("offers",),
            "dissent: Ada Example, offer:1 at_most is 2,000,000 here; blog says 1,500,000\n",
        ),
        (("offers", "--totals"), "dissent on 1 offer: query offers says what\n"),
        (("flows",), "dissent on 2 moves: --explain says what\n"),
        (("flows", "--from", "Acme", "--since", "2024"), ""),
        (("net", "Globex"), "dissent on 2 moves: --explain says what\n"),
        (("tenure", "Acme"), "dissent on 1 stay: --explain says what\n"),
        (("tenure", "Globex"), ""),
        (("tenure", "Acme", "--explain"), BOB),
        (("renames",), ""),
    ],
)
def test_dissent_stands_under_the_rows_that_it_is_about(
    disputed: CommandLine, words: tuple[str, ...], dissent: str
) -> None:
    lines = done(disputed("query", *words)).err.splitlines(keepends=True)
    assert "".join(line for line in lines if line.startswith("dissent")) == dissent


def test_dissent_of_rows_that_are_not_shown_is_not_told(disputed: CommandLine) -> None:
    words = ("query", "roles", "--sort", "started", "-n", "1", "--json", "--with-notes")
    answer = json.loads(done(disputed(*words)).out)
    assert [row["started"] for row in answer["rows"]] == ["2019"]
    assert BOB.strip() in answer["notes"]
    said = done(disputed("query", "roles", "--sort", "-started", "-n", "1")).err
    assert "dissent" not in said


def test_conflicts_and_cards_are_as_they_were_known(disputed: CommandLine) -> None:
    facts = {row["fact"] for row in json_rows(disputed, "query", "conflicts")}
    assert facts == {"move:1", "role:1", "offer:1"}
    then = ("--known-by", "2025-07-31")
    rows = json_rows(disputed, "query", "conflicts", *then)
    assert [(row["fact"], row["value"]) for row in rows if not row["chosen"]] == []
    assert "known by 2025-07-31" in disputed("query", "conflicts", *then).err
    card = done(disputed("show", "role:1", *then))
    assert ("ended         2020" in card.out, "known by 2025-07-31" in card.err) == (True, True)
    early = disputed("show", "role:1", "--known-by", "2025-05")
    assert (early.code, early.out) == (4, "")
    assert "role:1 was not known by 2025-05: name a later day" in early.err
    assert disputed("show", "role:1", "--history", *then).code == 2
