"""Is a conflict settled, and stays what was not chosen beside the record?"""

import pytest
from sqlalchemy import update

from talentdb.database.engine import open_ledger
from talentdb.schema import citations
from tests.cli.lines import CommandLine, done, everything, json_rows, stored


@pytest.fixture
def disputed(talentdb: CommandLine) -> CommandLine:
    """A role and a move of which three sources say three things."""
    done(talentdb("add", "role", "Ada Example", "Acme", "--started", "2019", "--create"))
    done(talentdb("add", "move", "Bob Sample", "--from", "Acme", "--to", "Globex", "--create"))
    done(talentdb("add", "organisation", "Initech"))
    for number, handle in enumerate(("memo", "letter", "rumour")):
        address = f"https://example.org/{handle}"
        published = ("--published", f"2025-0{number + 1}")
        done(talentdb("add", "source", address, "--handle", handle, *published))
        status = ("--status", "rumoured") if handle == "rumour" else ()
        for fact, field, value in (
            ("role:1", "started", f"201{number}"),
            ("move:1", "to", ("Globex", "Initech", "Acme")[number]),
        ):
            claim = ("--field", field, "--value", value)
            done(talentdb("cite", fact, handle, *claim, *status))
    return talentdb


@pytest.mark.parametrize(
    ("claim", "value"),
    [(("memo",), "2010"), (("2011",), "2011"), (("rumour",), "2012"), ((), "2011")],
)
def test_claim_is_chosen_by_source_by_value_or_as_the_surest_and_latest(
    disputed: CommandLine, ledger_url: str, claim: tuple[str, ...], value: str
) -> None:
    said = done(disputed("choose", "role:1", "started", *claim))
    assert said.out.startswith(f"role:1  started {value} (")
    assert said.out.endswith("): was 2019\n")
    assert stored(ledger_url, "roles", "started") == [value]
    rows = [row for row in json_rows(disputed, "query", "conflicts") if row["fact"] == "role:1"]
    assert [row["value"] for row in rows if row["chosen"]] == [value]
    assert len(rows) == 3
    done(disputed("undo", "-y"))
    assert stored(ledger_url, "roles", "started") == ["2019"]


def test_rumour_is_chosen_by_name_alone(disputed: CommandLine, ledger_url: str) -> None:
    claim = ("--field", "ended", "--value", "2020", "--status", "rumoured")
    done(disputed("cite", "role:1", "rumour", *claim))
    said = disputed("choose", "role:1", "ended")
    assert (said.code, "only a rumour says otherwise" in said.err) == (4, True)
    assert stored(ledger_url, "roles", "ended") == [None]
    done(disputed("choose", "role:1", "ended", "rumour"))
    assert stored(ledger_url, "roles", "ended") == ["2020"]


def test_side_of_a_move_is_chosen_by_name(disputed: CommandLine) -> None:
    assert done(disputed("choose", "move:1", "to", "letter")).out.endswith("): was Globex\n")
    asked = ("query", "moves", "--status", "rumoured")
    assert [row["to"] for row in json_rows(disputed, *asked)] == ["Initech"]


def test_claim_kept_before_it_was_checked_is_not_chosen(
    disputed: CommandLine, ledger_url: str
) -> None:
    done(disputed("cite", "role:1", "memo", "--field", "kind", "--value", "advisor"))
    engine = open_ledger(ledger_url, write=True)
    with engine.begin() as connection:
        connection.execute(update(citations).where(citations.c.field == "kind").values(value="job"))
    engine.dispose()
    said = disputed("choose", "role:1", "kind", "memo")
    assert (said.code, "kind 'job' is not known" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("role:1", "started", "2001"), 4, "they say 2011 (letter), 2010 (memo), 2012 (rumour)"),
        (("role:1", "title"), 4, "no source says otherwise of title of role:1"),
        (("role:1", "size"), 2, "field 'size' is not known"),
        (("role:9", "started"), 3, "there is no role:9"),
        (("move:1", "to", "rumour"), 4, "it would leave the organisation that it joins"),
    ],
)
def test_what_nobody_claims_is_not_chosen(
    disputed: CommandLine, ledger_url: str, words: tuple[str, ...], code: int, why: str
) -> None:
    before = everything(ledger_url)
    said = disputed("choose", *words)
    assert (said.code, said.out) == (code, "")
    assert why in said.err
    assert everything(ledger_url) == before


def test_ladder_says_when_a_rumour_became_sure(talentdb: CommandLine) -> None:
    sides = ("--from", "Acme", "--to", "Globex", "--create")
    done(talentdb("add", "move", "Ada Example", *sides))
    for published, status in (
        ("2025-03", "reported"),
        ("2025-01", "rumoured"),
        ("2025-02", "rumoured"),
        ("2025-04", "confirmed"),
    ):
        address = f"https://example.org/{published}"
        done(talentdb("add", "source", address, "--handle", published, "--published", published))
        done(talentdb("cite", "move:1", published, "--status", status))
    card = done(talentdb("show", "move:1")).out
    steps = card.partition("status_over_time")[2].partition("evidence")[0].splitlines()
    assert [line.split()[:2] for line in steps if line.startswith("2025")] == [
        ["2025-01", "rumoured"],
        ["2025-03", "reported"],
        ["2025-04", "confirmed"],
    ]
