"""Does `talentdb export -o FILE` write what the ending asks for, whole or not at all?"""

import json
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done


def test_the_ending_or_the_format_chooses(summer: CommandLine, tmp_path: Path) -> None:
    for name in ("a.json", "a.ndjson", "a.JSONL", "a.graphml", "a.db"):
        said = done(summer("export", "-o", str(tmp_path / name)))
        assert said.out == "" and said.err.endswith(f" written to {tmp_path / name}\n")
    done(summer("export", "-o", str(tmp_path / "b.txt"), "-f", "json"))
    assert (tmp_path / "b.txt").read_bytes() == (tmp_path / "a.json").read_bytes()
    assert (tmp_path / "a.JSONL").read_bytes() == (tmp_path / "a.ndjson").read_bytes()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((), "say where to"),
        (("folder", "-o", "a.json"), "say where to"),
        (("-o", "a.docx"), "no format of an export"),
        (("-o", "a.json", "-f", "csv"), "no format of an export"),
        (("-o", "a.json", "--since", "2025"), "--since chooses flows"),
        (("-o", "a.graphml", "--rollup", "all"), "not known"),
    ],
)
def test_what_makes_no_sense_is_refused(
    summer: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    what: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = summer("export", *words)
    assert (said.code, said.out) == (2, "") and what in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_written_over_only_when_told(
    summer: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "a.json"
    target.write_text("mine", encoding="utf-8")
    said = summer("export", "-o", str(target))
    assert said.code == 4 and "--replace" in said.err
    assert target.read_text(encoding="utf-8") == "mine"
    done(summer("export", "-o", str(target), "--replace"))
    assert json.loads(target.read_text(encoding="utf-8"))["talentdb"] == 1
    assert list(tmp_path.iterdir()) == [target]


def test_the_ledger_itself_is_never_written_over(command_line: CommandLine, tmp_path: Path) -> None:
    ledger = str(tmp_path / "moves.db")
    done(command_line("init", ledger))
    before = Path(ledger).read_bytes()
    for words in (
        ("export", "--replace"),
        ("query", "people", "-f", "csv"),
        ("report", "flows", "-f", "html"),
    ):
        said = command_line("--db", ledger, *words, "-o", ledger)
        assert said.code == 2 and "the ledger itself" in said.err, words
        assert Path(ledger).read_bytes() == before


def test_homonyms_are_refused_with_advice_and_no_file(
    talentdb: CommandLine, tmp_path: Path
) -> None:
    done(talentdb("add", "person", "Ada Example"))
    done(talentdb("add", "person", "Ada Example", "--homonym"))
    done(talentdb("export", "-o", str(tmp_path / "told-apart.json")))
    done(talentdb("add", "person", "Acme"))
    done(talentdb("add", "organisation", "Acme"))
    done(talentdb("add", "alias", "organisation:1", "Acme Works"))
    said = talentdb("export", "-o", str(tmp_path / "unclear.json"))
    assert said.code == 4 and "add identifier" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["told-apart.json"]


def test_what_a_redacted_export_still_tells_is_said(summer: CommandLine, tmp_path: Path) -> None:
    said = done(summer("export", "-o", str(tmp_path / "a.json"), "--redact"))
    assert "may still be known by it" in said.err


def test_the_schema_is_printed(summer: CommandLine) -> None:
    assert json.loads(done(summer("export", "--schema")).out)["type"] == "object"
