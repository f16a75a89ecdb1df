"""Does `talentdb export` write a whole ledger, or nothing, and say which?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done

FILES = ["citations", "credits", "figures", "links", "moves", "names", "offers", "organisations"]
FILES += ["people", "roles", "sources", "works"]


@pytest.fixture
def told(talentdb: CommandLine) -> CommandLine:
    """A ledger with a person and a role."""
    done(talentdb("add", "role", "Ada Example", "Acme", "--title", " \tChief ", "--create"))
    return talentdb


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_file_is_there_even_without_rows(told: CommandLine, tmp_path: Path) -> None:
    said = done(told("export", str(tmp_path / "a" / "b")))
    assert (said.out, said.err) == ("", f"3 rows written to {tmp_path / 'a' / 'b'}\n")
    assert written(tmp_path / "a" / "b") == [f"{name}.csv" for name in FILES]
    assert (tmp_path / "a" / "b" / "names.csv").read_bytes() == b"of,name,started,ended\n"
    rows = (tmp_path / "a" / "b" / "roles.csv").read_text(encoding="utf-8").splitlines()
    assert rows[1:] == ["Ada Example,Acme,Chief,employment,,,,,"]


def test_an_earlier_export_is_replaced_only_when_told(told: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done(told("export", str(tmp_path)))
    before = (tmp_path / "people.csv").read_bytes()
    done(told("add", "person", "Bob Sample"))
    said = told("export", str(tmp_path))
    assert (said.code, said.out) == (4, "")
    assert "--replace" in said.err
    assert (tmp_path / "people.csv").read_bytes() == before
    done(told("export", str(tmp_path), "--replace"))
    assert b"Bob Sample" in (tmp_path / "people.csv").read_bytes()
    assert written(tmp_path) == sorted([*(f"{name}.csv" for name in FILES), "notes.txt"])


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_is_no_directory(told: CommandLine, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    said = told("export", str(tmp_path / place))
    assert (said.code, said.out) == (4, "")
    assert said.err.startswith(f"talentdb: {tmp_path / place} ")
    assert written(tmp_path) == ["file"]


def test_a_folder_in_the_place_of_a_file_is_never_replaced(
    told: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "out" / "roles.csv").mkdir(parents=True)
    said = told("export", str(tmp_path / "out"), "--replace")
    assert said.code == 4
    assert written(tmp_path / "out") == ["roles.csv"]


def test_homonyms_leave_and_come_back(
    told: CommandLine, command_line: CommandLine, tmp_path: Path
) -> None:
    done(told("add", "person", "Ada Example", "--homonym"))
    done(told("export", str(tmp_path / "one")))
    done(command_line("init", str(tmp_path / "new.db")))
    done(command_line("import", str(tmp_path / "one"), "--db", str(tmp_path / "new.db")))
    done(command_line("export", str(tmp_path / "two"), "--db", str(tmp_path / "new.db")))
    for name in written(tmp_path / "one"):
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()
