"""Does the everyday line record who moved, once, and permit nothing new by accident?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

MOVE = ("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex")


def test_move_is_recorded_with_all_that_it_names(talentdb: CommandLine, ledger_url: str) -> None:
    said = done(talentdb(*MOVE, "--on", "by 2025-06-30", "--create"))
    assert said.out == "move:1  Ada Example: Acme → Globex, by 2025-06-30: recorded\n"
    assert said.err == "Change 1; undo with: talentdb undo\n"
    assert stored(ledger_url, "transitions", "date", "origin") == [("[..2025-06-30]", "recorded")]
    assert stored(ledger_url, "people", "name") == ["Ada Example"]
    assert stored(ledger_url, "organisations", "name") == ["Acme", "Globex"]


def test_several_people_move_in_one_change_set(talentdb: CommandLine, ledger_url: str) -> None:
    people = ("Ada Example", "Bob Sample", "Ada Example")
    said = done(talentdb("add", "move", *people, "--to", "Globex", "--on", "2025", "--create"))
    assert said.out.splitlines() == [
        "move:1  Ada Example: ? → Globex, 2025: recorded",
        "move:2  Bob Sample: ? → Globex, 2025: recorded",
    ]
    assert len(stored(ledger_url, "change_sets", "id")) == 1


def test_people_come_from_a_file(talentdb: CommandLine, ledger_url: str, tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    file.write_text("Ada Example\r\n\r\n Bob Sample \r\n", encoding="utf-8-sig")
    done(talentdb("add", "move", f"@{file}", "Cy Instance", "--from", "Acme", "--create"))
    assert stored(ledger_url, "people", "name") == ["Ada Example", "Bob Sample", "Cy Instance"]


def test_file_of_names_that_is_missing_is_said(talentdb: CommandLine) -> None:
    said = talentdb("add", "move", "@nowhere.txt", "--to", "Acme", "--create")
    assert said.code == 2
    assert "@nowhere.txt: the list of names cannot be read" in said.err


def test_known_move_gets_the_finer_date_and_no_second_row(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb(*MOVE, "--on", "2025", "--create"))
    said = done(talentdb(*MOVE, "--on", "2025-06-12"))
    assert said.out.endswith("Acme → Globex, 2025-06-12: known already, refined\n")
    said = done(talentdb(*MOVE, "--on", "Jun 2025"))
    assert said.out.endswith("2025-06-12: known already, unchanged\n")
    assert said.err == ""
    assert stored(ledger_url, "transitions", "date") == ["2025-06-12"]


def test_known_move_gets_the_source(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MOVE, "--on", "2025", "--create"))
    said = done(talentdb(*MOVE, "--on", "2025", "-s", "https://example.org/memo"))
    assert said.out.endswith("known already, unchanged, 1 citation added\n")
    assert stored(ledger_url, "citations", "transition_id") == [1]


def test_same_route_in_another_year_is_another_move(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MOVE, "--on", "2019", "--create"))
    done(talentdb(*MOVE, "--on", "2025"))
    assert stored(ledger_url, "transitions", "date") == ["2019", "2025"]


def test_move_keeps_titles_manner_reasons_status_and_note(talentdb: CommandLine) -> None:
    words = ("--title", "Lead", "--from-title", "Engineer", "--manner", "laid off", "--note", "n")
    more = ("--reason", "money", "--reason", "mission", "--status", "confirmed", "--on", "2025")
    done(talentdb(*MOVE, *words, *more, "--create"))
    (move,) = json_rows(talentdb, "query", "moves")
    kept = {name: move[name] for name in ("from_title", "to_title", "manner", "status")}
    assert kept == {
        "from_title": "Engineer",
        "to_title": "Lead",
        "manner": "laid_off",
        "status": "confirmed",
    }
    assert sorted(move["reasons"]) == ["mission", "money"]


def test_script_needs_permission_for_new_organisations(
    talentdb: CommandLine, ledger_url: str
) -> None:
    before = everything(ledger_url)
    said = talentdb(*MOVE)
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        "talentdb: new organisation 'Acme'; new organisation 'Globex': "
        "add --create to create what is new.\n"
    )
    assert everything(ledger_url) == before


@pytest.mark.parametrize("option", ["-y", "--yes", "--create"])
def test_script_may_permit_what_is_new(talentdb: CommandLine, ledger_url: str, option: str) -> None:
    done(talentdb(*MOVE, option))
    assert stored(ledger_url, "organisations", "name") == ["Acme", "Globex"]


def test_near_miss_of_a_person_needs_permission(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MOVE, "--create"))
    before = everything(ledger_url)
    said = talentdb("add", "move", "Ada Exampel", "--to", "Acme")
    assert said.code == 3
    assert "new person 'Ada Exampel' (near: Ada Example)" in said.err
    assert everything(ledger_url) == before


def test_dry_run_writes_neither_move_nor_people(talentdb: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    words = ("--on", "2025", "-s", "https://example.org/memo", "--dry-run")
    said = done(talentdb(*MOVE, *words))
    assert said.out == "move:1  Ada Example: Acme → Globex, 2025: recorded, 1 citation added\n"
    assert said.err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before


def test_quiet_leaves_only_the_result(talentdb: CommandLine) -> None:
    done(talentdb("add", "source", "https://example.org/memo", "--published", "2025", "-q"))
    said = done(talentdb(*MOVE, "-s", "https://example.org/memo", "--create", "-q"))
    assert said.err == ""
    assert said.out.startswith("move:1")


def test_move_without_sides_is_refused(talentdb: CommandLine) -> None:
    said = talentdb("add", "move", "Ada Example")
    assert (said.code, said.out) == (2, "")
    assert "--from or --to, or both" in said.err
