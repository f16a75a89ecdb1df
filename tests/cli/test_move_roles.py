"""Which role does a recorded move end, and what date does it take from its source?"""

import pytest

from tests.cli.lines import CommandLine, done, json_rows, stored

MOVE = ("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex", "--create")
ROLE = ("add", "role", "Ada Example", "Acme", "--create", "--started", "2019")
MEMO = ("add", "source", "https://example.org/memo", "--handle", "memo")


@pytest.mark.parametrize(("ended", "was"), [((), "?"), (("--ended", "now"), "now")])
def test_only_running_role_ends_and_it_is_said(
    talentdb: CommandLine, ledger_url: str, ended: tuple[str, ...], was: str
) -> None:
    done(talentdb(*ROLE, "--title", "Engineer", *ended))
    said = done(talentdb(*MOVE, "--on", "by 2025-06-30"))
    assert said.out.splitlines() == [
        "move:1  Ada Example: Acme → Globex, by 2025-06-30: recorded",
        f"  ended Engineer at Acme (role:1): by 2025-06-30, was {was}",
    ]
    assert stored(ledger_url, "roles", "ended") == ["[..2025-06-30]"]


def test_closed_role_keeps_its_end(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--ended", "2025-05"))
    said = done(talentdb(*MOVE, "--on", "2025-06"))
    assert "ended" not in said.out
    assert stored(ledger_url, "roles", "ended") == ["2025-05"]


def test_of_two_running_roles_none_ends_unless_one_is_named(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb(*ROLE, "--title", "Engineer"))
    done(talentdb(*ROLE, "--title", "Lead"))
    assert "ended" not in done(talentdb(*MOVE, "--on", "2025-06-12")).out
    said = done(talentdb(*MOVE, "--on", "2025-06-12", "--from-title", "lead"))
    assert "ended Lead at Acme (role:2): 2025-06-12, was ?" in said.out
    assert stored(ledger_url, "roles", "title", "ended") == [
        ("Engineer", None),
        ("Lead", "2025-06-12"),
    ]


@pytest.mark.parametrize("status", ["rumoured", "denied"])
def test_move_that_is_not_done_ends_nothing(
    talentdb: CommandLine, ledger_url: str, status: str
) -> None:
    done(talentdb(*ROLE, "--ended", "now"))
    said = done(talentdb(*MOVE, "--on", "2025-06-12", "--status", status))
    assert "ended" not in said.out
    assert stored(ledger_url, "roles", "ended") == [".."]


def test_undated_move_ends_nothing(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--ended", "now"))
    assert "ended" not in done(talentdb(*MOVE)).out
    assert stored(ledger_url, "roles", "ended") == [".."]


def test_dated_source_dates_the_move_and_says_so(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MEMO, "--published", "2025-06-30"))
    said = done(talentdb(*MOVE, "-s", "memo"))
    assert "Dated by 2025-06-30: the source reports it as done.\n" in said.err
    assert stored(ledger_url, "transitions", "date") == ["[..2025-06-30]"]


def test_first_of_two_dated_sources_dates_the_move(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MEMO, "--published", "2025-06-30"))
    done(talentdb("add", "source", "https://example.org/b", "--published", "2025-03"))
    done(talentdb(*MOVE, "-s", "memo", "-s", "https://example.org/b"))
    assert stored(ledger_url, "transitions", "date") == ["[..2025-03-31]"]


def test_rumour_takes_no_date_from_its_source(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MEMO, "--published", "2025-06-30"))
    done(talentdb(*MOVE, "-s", "memo", "--status", "rumoured"))
    assert stored(ledger_url, "transitions", "date") == [None]


def test_date_that_was_said_wins_over_the_source(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MEMO, "--published", "2025-06-30"))
    said = done(talentdb(*MOVE, "-s", "memo", "--on", "2024"))
    assert "Dated" not in said.err
    assert stored(ledger_url, "transitions", "date") == ["2024"]


def test_new_address_becomes_a_source(talentdb: CommandLine, ledger_url: str) -> None:
    said = done(talentdb(*MOVE, "-s", "https://example.org/memo", "--quote", "She has joined us."))
    assert "1 citation added" in said.out
    assert stored(ledger_url, "sources", "url") == ["https://example.org/memo"]
    assert stored(ledger_url, "citations", "quote") == ["She has joined us."]
    (move,) = json_rows(talentdb, "query", "moves")
    assert move["citations"] == 1


def test_via_names_the_source_that_reports_it(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MEMO))
    words = ("-s", "memo", "--via", "https://example.org/news", "--said-by", "Bob Sample")
    done(talentdb(*MOVE, *words))
    assert stored(ledger_url, "citations", "source_id", "via_source_id", "said_by") == [
        (1, 2, "Bob Sample")
    ]
