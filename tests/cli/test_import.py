"""Does `import` take files whole or not at all, and say what it did?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

Files = Callable[..., list[str]]
PEOPLE = "person,identifiers,tags,note\nAda Example,orcid:0000-0001,reasoning,\nBob Sample,,,\n"
ROLES = (
    "person,organisation,title,kind,started,ended,seen,status,note\n"
    "Ada Example,Acme,Engineer,,2019,2025-06,,,\n"
    "Ada Example,Globex,Lead,,2025-06,..,,,\n"
)
MOVES = (
    "person,from,to,date,from_title,to_title,manner,reasons,status,note\n"
    "Bob Sample,Acme,Globex,[..2025-06-30],,,,money | mission,,\n"
)
ORGANISATIONS = (
    "organisation,kind,country,website,identifiers,tags,note\nAcme,company,,,,,\nGlobex,,,,,,\n"
)
FIELDS = ["file", "rows", "created", "updated", "unchanged", "rejected", "problems", "change_set"]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Call it with texts by kind: their files, in one folder."""

    def write(**texts: str) -> list[str]:
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        for kind, text in texts.items():
            (folder / f"{kind}.csv").write_text(text, encoding="utf-8")
        return [str(folder / f"{kind}.csv") for kind in texts]

    return write


@pytest.fixture
def paths(files: Files) -> list[str]:
    """Four files that agree."""
    return files(organisations=ORGANISATIONS, people=PEOPLE, roles=ROLES, moves=MOVES)


def test_files_are_taken_and_counted(
    talentdb: CommandLine, ledger_url: str, paths: list[str]
) -> None:
    said = done(talentdb("import", *paths))
    assert said.out.splitlines()[0] == "7 rows read"
    assert "2 people" in said.out
    assert "undo with: talentdb undo" in said.err
    assert stored(ledger_url, "people", "name") == ["Ada Example", "Bob Sample"]
    moves = json_rows(talentdb, "query", "moves")
    assert sorted(move["person"] for move in moves) == ["Ada Example", "Bob Sample"]


def test_order_of_files_does_not_matter(talentdb: CommandLine, paths: list[str]) -> None:
    done(talentdb("import", *reversed(paths)))
    assert len(json_rows(talentdb, "query", "moves")) == 2


def test_directory_stands_for_its_files(talentdb: CommandLine, paths: list[str]) -> None:
    said = done(talentdb("import", str(Path(paths[0]).parent)))
    assert said.out.startswith("7 rows read\n")


def test_second_import_changes_nothing(
    talentdb: CommandLine, ledger_url: str, paths: list[str]
) -> None:
    done(talentdb("import", *paths))
    before = everything(ledger_url)
    said = done(talentdb("import", *paths))
    assert "created: nothing\nupdated: 0, unchanged: 7\n" in said.out
    assert "Nothing changed: all of it was known already.\n" in said.err
    assert everything(ledger_url) == before


def test_json_is_the_promised_object(talentdb: CommandLine, paths: list[str]) -> None:
    summary = json.loads(done(talentdb("import", *paths, "--json")).out)
    assert list(summary) == FIELDS
    assert summary["file"] == " ".join(paths)
    assert (summary["rows"], summary["rejected"], summary["problems"]) == (7, 0, [])
    created = summary["created"]
    assert {created[word] for word in ("people", "organisations", "roles")} == {2}
    assert created["transitions"] == 1
    assert summary["change_set"] == 1
    again = json.loads(done(talentdb("import", *paths, "--json")).out)
    assert (again["unchanged"], again["change_set"]) == (7, None)


def test_refused_json_is_the_same_object(
    talentdb: CommandLine, ledger_url: str, files: Files
) -> None:
    bad = ROLES + "Cy Instance,Acme,,chef,2020,,,,\nDee Model,Acme,,,2023-02-30,2019,,,\n"
    paths = files(people=PEOPLE, roles=bad)
    before = everything(ledger_url)
    said = talentdb("import", *paths, "--json")
    assert said.code == 4
    summary = json.loads(said.out)
    assert list(summary) == FIELDS
    assert (summary["rows"], summary["rejected"]) == (6, 2)
    assert summary["change_set"] is None
    problems = summary["problems"]
    assert all(list(each) == ["file", "line", "column", "value", "message"] for each in problems)
    assert [(each["line"], each["column"], each["value"]) for each in problems] == [
        (4, "kind", "chef"),
        (5, "started", "2023-02-30"),
    ]
    assert everything(ledger_url) == before


def test_refused_files_write_nothing_and_name_every_problem(
    talentdb: CommandLine, ledger_url: str, files: Files
) -> None:
    before = everything(ledger_url)
    paths = files(people=PEOPLE, roles=ROLES + "Ada Example,Acme,,chef,06/07/2025,,,,\n")
    said = talentdb("import", *paths)
    assert (said.code, said.out) == (4, "")
    assert f"{paths[1]}:4 kind 'chef'" in said.err
    assert f"{paths[1]}:4 started '06/07/2025'" in said.err
    assert "2 problems; nothing was written." in said.err
    assert everything(ledger_url) == before


def test_dry_run_reads_all_and_writes_nothing(
    talentdb: CommandLine, ledger_url: str, paths: list[str]
) -> None:
    before = everything(ledger_url)
    said = done(talentdb("import", *paths, "--dry-run", "--json"))
    assert json.loads(said.out)["change_set"] is None
    assert said.err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before


def test_kind_is_said_outright(talentdb: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("person\nAda Example\n")
    done(talentdb("import", str(file), "--as", "people"))
    assert talentdb("import", str(file), "--as", "nonsense").code in (2, 4)


@pytest.mark.parametrize("content", ["", "\n", "nonsense\n1\n", "person,organisation\nAda\n"])
def test_file_that_is_none_is_refused(
    talentdb: CommandLine, ledger_url: str, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(content)
    before = everything(ledger_url)
    said = talentdb("import", str(file))
    assert said.code == 4, said
    assert everything(ledger_url) == before


def test_missing_file_is_said(talentdb: CommandLine) -> None:
    said = talentdb("import", "nowhere.csv")
    assert (said.code, said.out) == (4, "")
    assert "nowhere.csv does not exist" in said.err


def test_message_is_kept(talentdb: CommandLine, ledger_url: str, paths: list[str]) -> None:
    done(talentdb("import", *paths, "-m", "the memo's table"))
    assert stored(ledger_url, "change_sets", "message") == ["the memo's table"]
