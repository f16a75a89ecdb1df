"""Does `import` take rosters, rows with keys and updates as its options say?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

ROSTER = ("--as", "roster", "--as-of", "filename", "--set", "organisation=Acme")


@pytest.fixture
def staff(tmp_path: Path) -> tuple[str, str]:
    first, second = tmp_path / "staff-2023-06.csv", tmp_path / "staff-2024-06.csv"
    first.write_text("name\nAda Example\nBob Sample\n", encoding="utf-8")
    second.write_text("name\nBob Sample\nCy Test\n", encoding="utf-8")
    return str(first), str(second)


def test_two_rosters_say_who_came_and_who_left(
    talentdb: CommandLine, ledger_url: str, staff: tuple[str, str]
) -> None:
    for path in staff:
        said = done(talentdb("import", path, *ROSTER))
    assert "roster of 1 organisation on 2024-06: opened 1, ended 1, kept 1\n" in said.err
    assert sorted(stored(ledger_url, "roles", "started", "ended", "seen")) == [
        ("[..2023-06-30]", "..", "2024-06"),
        ("[..2023-06-30]", "[2023-06..2024-06]", "2023-06"),
        ("[2023-06..2024-06]", "..", "2024-06"),
    ]
    assert [row["person"] for row in json_rows(talentdb, "query", "departures", "Acme")] == [
        "Ada Example"
    ]
    done(talentdb("undo", "-y"))
    assert len(stored(ledger_url, "roles", "id")) == 2


def test_a_dry_run_of_a_roster_writes_nothing(
    talentdb: CommandLine, ledger_url: str, staff: tuple[str, str]
) -> None:
    before = everything(ledger_url)
    said = done(talentdb("import", staff[0], *ROSTER, "--dry-run"))
    assert "opened 2, ended 0, kept 0" in said.err
    assert everything(ledger_url) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--as", "roster"),
        ("--as-of", "2024"),
        ("--as", "roster", "--as-of", "by 2024"),
        ("--as", "roster", "--as-of", "soon"),
        ("--key", "=id"),
    ],
)
def test_options_that_say_nothing_are_refused(
    talentdb: CommandLine, staff: tuple[str, str], words: tuple[str, ...]
) -> None:
    assert talentdb("import", staff[0], *words).code == 2


def test_a_key_and_an_update_mend_what_is_recorded(
    talentdb: CommandLine, ledger_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    for row, words in (
        ("7,Ada Example,Acme,2020,2022", ("--key", "hr=number")),
        ("7,Ada Example,Globex,2019,2022", ("--key", "hr=number")),
        ("9,Ada Example,Globex,2019,2023", ("--update", "--ignore", "number")),
    ):
        path.write_text(f"number,person,organisation,started,ended\n{row}\n", encoding="utf-8")
        done(talentdb("import", str(path), *words))
    assert stored(ledger_url, "roles", "started", "ended") == [("2019", "2023")]
    assert stored(ledger_url, "row_keys", "scheme", "value") == [("hr", "7")]
