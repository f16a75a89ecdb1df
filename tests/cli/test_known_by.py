"""Does `--known-by` answer as anybody could have on that day, and leave the ledger as it is?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows
from tests.imports.builders import SEEDS


@pytest.fixture
def told(talentdb: CommandLine) -> CommandLine:
    """What a rumour of May, a memo of June (which a report of July tells of) and nobody say."""
    for handle, published in (
        ("rumour", "2025-05"),
        ("memo", "2025-06-30"),
        ("report", "2025-07-10"),
        ("blog", None),
    ):
        words = ["--published", published] if published else []
        done(talentdb("add", "source", f"https://example.org/{handle}", "--handle", handle, *words))
    move = ("Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2025-06-20", "--create")
    done(talentdb("add", "move", *move, "-s", "rumour", "--status", "rumoured"))
    done(talentdb("edit", "move", "move:1", "--clear", "status"))
    claim = ("--field", "date", "--value", "2025-06-15")
    done(talentdb("cite", "move:1", "rumour", *claim, "--status", "rumoured"))
    done(talentdb("cite", "move:1", "memo", "--status", "confirmed", "--via", "report"))
    done(talentdb("cite", "move:1", "memo", "--field", "date", "--value", "2025-06-20"))
    span = ("--started", "2020", "--ended", "2024")
    done(talentdb("add", "role", "Bob Sample", "Acme", *span, "-s", "report"))
    later = ("--started", "2024", "--ended", "now", "-s", "blog", "--via", "report")
    done(talentdb("add", "role", "Bob Sample", "Globex", *later))
    done(talentdb("add", "move", "Cy Test", "--from", "Acme", "--to", "Globex", "--on", "2025"))
    return talentdb


def moves(talentdb: CommandLine, day: str, *more: str) -> list[tuple[str, str, str]]:
    rows = json_rows(talentdb, "query", "moves", "--known-by", day, *more)
    return [(row["person"].split()[0], row["date"], row["status"]) for row in rows]


def test_status_and_values_are_those_known_by_the_day(told: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    assert moves(told, "2025-04") == []
    assert moves(told, "2025-05") == []
    sure = ("--status", "rumoured", "--status", "confirmed", "--status", "reported")
    assert moves(told, "2025-05", *sure) == [("Ada", "2025-06-15", "rumoured")]
    assert moves(told, "2025-06-29", *sure) == [("Ada", "2025-06-15", "rumoured")]
    assert moves(told, "2025-06-30") == [("Ada", "2025-06-20", "confirmed")]
    assert everything(ledger_url) == before


def test_moves_are_derived_anew_from_the_roles_known_by_the_day(told: CommandLine) -> None:
    assert [row[0] for row in moves(told, "2025-07-09")] == ["Ada"]
    assert [row[0] for row in moves(told, "2025-07-10")] == ["Ada", "Bob"]
    assert [row["person"] for row in json_rows(told, "query", "moves")] != ["Ada", "Bob"]
    (row,) = json_rows(told, "query", "ratio", "Globex", "--known-by", "2025-07-09")[:1]
    assert (row["inbound"], row["outbound"]) == (1, 0)


def test_sources_and_people_are_those_known_by_the_day_and_say_so(told: CommandLine) -> None:
    def handles(day: str) -> list[str]:
        rows = json_rows(told, "query", "sources", "--known-by", day)
        return [row["source"] for row in rows]

    assert handles("2025-04") == []
    assert handles("2025-06-29") == ["rumour"]
    assert handles("2025-06-30") == ["memo", "rumour"]
    assert handles("2025-07-10") == ["report", "memo", "rumour", "blog"]
    for question in ("sources", "people"):
        said = done(told("query", question, "--known-by", "2025-07-09")).err
        assert "known by 2025-07-09 · left out: 1 without a source, 2 known only later" in said
    assert (
        "published 2025-06-01 to the last day" in told("query", "sources", "--since", "2025-6").err
    )


def test_what_was_left_out_is_counted(told: CommandLine) -> None:
    said = told("query", "moves", "--known-by", "2025-07-09").err
    assert "known by 2025-07-09" in said
    assert "left out: 1 without a source, 2 known only later or from undated sources" in said
    assert "as of 2025-07-09" in said


def test_links_without_a_source_stay_and_cited_ones_wait(told: CommandLine) -> None:
    done(told("add", "organisation", "Globex Labs", "Hooli"))
    done(told("add", "move", "Di Probe", "--to", "Globex Labs", "--on", "2025-06", "-s", "memo"))
    done(told("add", "link", "Globex Labs", "part-of", "Globex"))
    named = ("--to", "Globex")
    assert len(moves(told, "2025-06-30", *named)) == 2
    done(told("cite", "link:1", "report"))
    assert len(moves(told, "2025-06-30", *named)) == 1


def test_offers_and_works_were_known_too(told: CommandLine) -> None:
    done(told("add", "offer", "Globex", "--at", "Acme", "--at-least", "1M USD", "-s", "report"))
    done(told("add", "work", "Example-1", "--by", "Acme", "-s", "memo"))
    done(told("add", "credit", "Ada Example", "Example-1", "-s", "report"))
    day = ("--known-by", "2025-07-01")
    assert json_rows(told, "query", "offers", *day) == []
    (work,) = json_rows(told, "query", "works", *day)
    assert work["credited"] == 0
    (work,) = json_rows(told, "query", "works", "--known-by", "2025-08")
    assert (work["credited"], work["left"]) == (1, 1)


@pytest.mark.parametrize(("day", "count"), [("2025-06-15", 0), ("2025-07-01", 13)])
def test_seeds_hold_what_the_memo_says_once_it_is_out(
    talentdb: CommandLine, day: str, count: int, tmp_path: Path
) -> None:
    done(talentdb("import", str(SEEDS)))
    assert len(moves(talentdb, day, "--to", "Meta")) == count
    assert len(moves(talentdb, "2025-08-01", "--to", "Meta")) >= count
