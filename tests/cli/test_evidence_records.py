"""Are offers, works, credits and figures recorded, shown, mended, removed and taken back?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

MEMO = "https://example.org/memo"


@pytest.fixture
def acme(talentdb: CommandLine) -> CommandLine:
    """A ledger with Acme, Globex and Ada, who made Example-1 at Acme and left."""
    done(talentdb("add", "organisation", "Acme", "Globex"))
    done(talentdb("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2025"))
    done(talentdb("add", "work", "Example-1", "--by", "Acme", "--on", "2024", "-s", MEMO))
    done(talentdb("add", "credit", "Ada Example", "example 1", "--as", "lead", "-s", MEMO))
    return talentdb


def test_offer_keeps_amounts_as_people_write_them(acme: CommandLine, ledger_url: str) -> None:
    words = ("Globex", "Ada Example", "--kind", "signing", "--at-least", "$2M", "--on", "2025-06")
    said = done(acme("add", "offer", *words, "--status", "rumoured", "-s", MEMO))
    assert said.out == (
        "offer:1  Globex to Ada Example, at least 2,000,000 USD: recorded, 1 citation added\n"
    )
    done(acme("add", "offer", *words, "--at-most", "5m USD", "--outcome", "declined"))
    fields = ("at_least", "at_most", "currency", "kind", "outcome", "date")
    assert stored(ledger_url, "offers", *fields) == [
        (2_000_000, 5_000_000, "USD", "signing", "declined", "2025-06")
    ]
    card = done(acme("show", "offer:1")).out
    assert card.startswith("Globex to Ada Example: 2,000,000–5,000,000 USD\n")
    assert "2,000,000" in done(acme("show", "Ada Example")).out


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("--at-least", "00M"), 2, "write '$100M' in single quotes"),
        (("--at-least", "100M"), 2, "it has no currency"),
        (("--at-least", "100M ?"), 4, "an amount needs a currency"),
        (("--at-least", "2M USD", "--at-most", "1M USD"), 4, "is more than at most"),
        (("--at-least", "2M USD", "--at-most", "3M EUR"), 2, "in two currencies"),
        (("--amount", "1 USD", "--at-most", "3 USD"), 2, "--amount says both"),
        (("--kind", "bribe"), 2, "kind of offer 'bribe' is not known"),
        (("--outcome", "maybe"), 2, "outcome 'maybe' is not known"),
        (("--at", "Initech"), 3, "add --create"),
        (("-s", "https://exa mple.org"), 2, "a web address looks like"),
        (("-s", MEMO, "--via", MEMO), 4, "cannot be known via itself"),
    ],
)
def test_offer_that_cannot_be_is_refused(
    acme: CommandLine, ledger_url: str, words: tuple[str, ...], code: int, why: str
) -> None:
    before = everything(ledger_url)
    said = acme("add", "offer", "Globex", "Ada Example", *words)
    assert (said.code, said.out) == (code, "")
    assert why in " ".join(said.err.split())
    assert everything(ledger_url) == before


def test_currency_may_be_unknown_while_rumoured(acme: CommandLine, ledger_url: str) -> None:
    words = ("Globex", "--at", "Acme", "--at-most", "100M ?", "--status", "rumoured")
    assert "somebody at Acme, at most 100,000,000 ?" in done(acme("add", "offer", *words)).out
    said = acme("edit", "offer", "offer:1", "--status", "reported")
    assert (said.code, "needs a currency" in said.err) == (4, True)
    done(acme("edit", "offer", "1", "--status", "reported", "--at-most", "90M USD"))
    assert stored(ledger_url, "offers", "at_most", "currency") == [(90_000_000, "USD")]


def test_currencies_are_never_added_up(acme: CommandLine) -> None:
    for amount, on in (("1M USD", "2024"), ("2M USD", "2025"), ("4M EUR", "2026")):
        done(acme("add", "offer", "Globex", "--at", "Acme", "--at-least", amount, "--on", on))
    done(acme("add", "offer", "Globex", "Ada Example", "--outcome", "accepted"))
    rows = json_rows(acme, "query", "offers", "Globex", "--totals")
    assert [(r["outcome"], r["currency"], r["offers"], r["at_least"]) for r in rows] == [
        ("accepted", None, 1, None),
        ("unknown", "EUR", 1, 4_000_000),
        ("unknown", "USD", 2, 3_000_000),
    ]
    rows = json_rows(acme, "query", "offers", "--at", "Acme", "--since", "2025")
    assert [row["date"] for row in rows] == ["2026", "2025"]


def test_denied_offer_is_left_out_and_a_rumour_is_not(acme: CommandLine) -> None:
    for status in ("denied", "rumoured"):
        done(acme("add", "offer", "Globex", "--on", "2025", "--kind", "total", "--status", status))
        assert len(json_rows(acme, "query", "offers")) == (status == "rumoured")


def test_work_tells_who_left_and_where_to(acme: CommandLine) -> None:
    done(acme("add", "role", "Bob Sample", "Acme", "--started", "2020", "--ended", "now"))
    done(acme("add", "credit", "Bob Sample", "Example-1"))
    (row,) = json_rows(acme, "query", "works", "Example-1")
    assert row == {
        "work": "Example-1",
        "organisation": "Acme",
        "makers_known": "some",
        "credited": 2,
        "left": 1,
        "share_left": None,
    }
    notes = acme("query", "works", "Example-1").err
    assert "1 of those recorded have left; now at Globex 1; the record lists only some" in notes
    done(acme("edit", "work", "Example-1", "--makers-known", "all"))
    assert json_rows(acme, "query", "works", "--organisation", "Acme")[0]["share_left"] == 0.5
    card = done(acme("show", "work", "Example-1")).out
    assert [line.split() for line in card.splitlines() if line.startswith("Bob")] == [
        ["Bob", "Sample", "there", "Acme"]
    ]
    assert "Example-1" in done(acme("show", "Ada Example")).out


def test_departures_of_the_makers_of_a_work(acme: CommandLine) -> None:
    done(acme("add", "move", "Bob Sample", "--from", "Acme", "--to", "Globex", "--on", "2025"))
    rows = json_rows(acme, "query", "departures", "--work", "Example-1")
    assert [(row["person"], row["now_at"]) for row in rows] == [("Ada Example", "Globex")]
    done(acme("add", "work", "Example-2", "--by", "Acme"))
    assert acme("query", "departures", "--work", "Example-2").code == 4
    said = acme("query", "departures", "--work", "Exampel-1")
    assert (said.code, "Near: Example-1" in said.err) == (3, True)


def test_works_of_one_name_are_told_apart(acme: CommandLine) -> None:
    done(acme("add", "work", "Example-1", "--by", "Globex"))
    said = acme("add", "credit", "Ada Example", "Example-1")
    assert said.code == 3
    assert "work:1  Example-1 (by Acme)\n  work:2  Example-1 (by Globex)" in said.err
    done(acme("add", "credit", "Ada Example", "Example-1", "--by", "Globex"))
    done(acme("show", "work:2"))


def test_work_with_credits_goes_only_with_them(acme: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    assert acme("remove", "work", "Example-1").code == 4
    assert "1 work" in acme("remove", "organisation", "Acme").err
    said = done(acme("remove", "work", "Example-1", "--with-facts"))
    assert said.out == "work:1  removed, with 1 credit, 2 citations\n"
    done(acme("undo", "-y"))
    for table in ("works", "credits", "citations"):
        assert everything(ledger_url)[table] == before[table]


def test_works_are_found_and_their_history_is_told(acme: CommandLine) -> None:
    rows = json_rows(acme, "find", "example 1")
    assert [(row["what"], row["name"]) for row in rows] == [("work", "Example-1")]
    assert len(json_rows(acme, "log", "--person", "Ada Example")) == 2
    lines = json_rows(acme, "log", "4")
    assert "as lead" in next(line["after"] for line in lines if line["record"] == "credit:1")


@pytest.mark.parametrize(
    ("words", "record", "table", "field", "value"),
    [
        (("offer", "offer:1", "--outcome", "accepted"), "offer:1", "offers", "outcome", "accepted"),
        (("work", "Example-1", "--name", "Other"), "work:1", "works", "name_key", "other"),
        (("credit", "1", "--clear", "as"), "credit:1", "credits", "credited_as", None),
        (("figure", "1", "--published", "about 3"), "figure:1", "figures", "published", 3.0),
    ],
)
def test_only_the_fields_named_change(
    acme: CommandLine,
    ledger_url: str,
    words: tuple[str, ...],
    record: str,
    table: str,
    field: str,
    value: object,
) -> None:
    done(acme("add", "offer", "Globex", "Ada Example", "--kind", "total"))
    done(acme("add", "figure", "moves", "2", "--organisation", "Globex"))
    assert done(acme("edit", *words)).out.startswith(f"{record}  changed ")
    assert stored(ledger_url, table, field) == [value]
    done(acme("undo", "-y"))
    assert stored(ledger_url, table, field) != [value]
    noun = words[0]
    if noun != "work":
        done(acme("remove", noun, record))
        assert stored(ledger_url, table, field) == []


def test_deal_shows_the_moves_that_came_with_it(acme: CommandLine) -> None:
    deal = ("--started", "2025-06", "--amount", "5000000", "--currency", "USD")
    done(acme("add", "link", "Globex", "acquired", "Acme", *deal))
    card = done(acme("show", "link:1")).out
    assert ["amount", "5,000,000"] in [line.split() for line in card.splitlines()]
    assert "Ada Example  Acme  Globex  2025" in card
