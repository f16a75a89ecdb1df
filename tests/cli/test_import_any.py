"""Does `import` understand files of others as its options say, and tell how it did?"""

import json
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, stored

STAFF = "Name;Employer;From\nAda Example;Acme;03/04/2021\nBob Sample;Acme;2022\n"


@pytest.fixture
def staff(tmp_path: Path) -> str:
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, encoding="utf-8")
    return str(path)


def test_what_was_found_out_is_told_beside_the_result(talentdb: CommandLine, staff: str) -> None:
    said = done(talentdb("import", staff, "--date-format", "day-first"))
    assert "delimiter semicolon" in said.err
    assert "'Employer' is organisation" in said.err
    assert said.out.startswith("2 rows read\n")


def test_a_saved_recipe_says_it_all(talentdb: CommandLine, staff: str, tmp_path: Path) -> None:
    recipe = str(tmp_path / "staff.toml")
    done(talentdb("import", staff, "--date-format", "day-first", "--save-recipe", recipe))
    said = done(talentdb("import", staff, "--recipe", recipe))
    assert "guessed" not in said.err
    assert "updated: 0, unchanged: 2" in said.out


def test_preview_shows_rows_and_writes_nothing(
    talentdb: CommandLine, ledger_url: str, staff: str
) -> None:
    before = everything(ledger_url)
    said = done(talentdb("import", staff, "--preview"))
    assert "2     Ada Example  Acme" in said.out
    assert "it is either 2021-04-03 or 2021-03-04" in said.err
    assert everything(ledger_url) == before


def test_preview_is_json_too(talentdb: CommandLine, staff: str) -> None:
    said = done(talentdb("import", staff, "--preview", "--json"))
    found = json.loads(said.out)
    (table,) = found["tables"]
    assert (table["file"], table["kind"]) == (staff, "roles")
    assert table["rows"][0] == {
        **{"line": 2, "person": "Ada Example"},
        **{"organisation": "Acme", "started": "03/04/2021"},
    }
    assert [problem["line"] for problem in found["problems"]] == [2]
    assert "Nothing was written (--preview)." in said.err


def test_options_say_what_columns_mean(
    talentdb: CommandLine, ledger_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ada Example|x|2020-05-01|year|https://a.example https://b.example|AAA\n")
    columns = ["--map", "person=#1", "--map", "started=#3", "--map", "source=#5"]
    others = ["--precision", "started=#4", "--separator", "source= ", "--ignore", "#2"]
    said = ["--set", "organisation=Acme", "--identifier", "scholar=#6", "--no-header"]
    done(talentdb("import", str(path), *columns, *others, *said))
    assert stored(ledger_url, "roles", "started") == ["2020"]
    assert stored(ledger_url, "identifiers", "value") == ["AAA"]
    assert len(stored(ledger_url, "sources", "url")) == 2


def test_skipped_rows_are_counted_in_words_and_json(
    talentdb: CommandLine, tmp_path: Path, staff: str
) -> None:
    bad = tmp_path / "bad.csv"
    said = done(talentdb("import", staff, "--skip-problems", "--rejects", str(bad), "--json"))
    summary = json.loads(said.out)
    assert (summary["rows"], summary["rejected"], len(summary["problems"])) == (2, 1, 1)
    assert bad.read_text(encoding="utf-8").startswith("Name;Employer;From;problem\nAda Example;")
    said = done(talentdb("import", staff, "--skip-problems"))
    assert "left out: 1 row\n" in said.out


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("--rejects", "bad.csv"), 2, "--skip-problems"),
        (("--map", "Employer=organisation"), 2, "the other way round"),
        (("--map", "organisation=Firm"), 2, "no column here; there are: Name, Employer, From"),
        (("--date-format", "european"), 2, "day-first"),
        (("--blank-end", "maybe"), 2, "unknown, open"),
        (("--encoding", "utf-17"), 2, "--encoding"),
        (("--recipe", "nowhere.toml"), 4, "cannot be read"),
        (("--max-problems", "0"), 4, "and 1 more"),
    ],
)
def test_what_cannot_be_is_said(
    talentdb: CommandLine, staff: str, words: tuple[str, ...], code: int, why: str
) -> None:
    said = talentdb("import", staff, *words)
    assert (said.code, said.out) == (code, "")
    assert why in said.err
