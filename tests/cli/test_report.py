"""Does `talentdb report` write what was asked for, and say what is wrong?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done

REPORTS = {
    "html": ("organisation", "Globex"),
    "svg": ("departures", "Acme"),
    "md": ("flows", "Globex", "Acme"),
    "xlsx": ("people", "--organisation", "Globex"),
}


@pytest.mark.parametrize("ending", REPORTS)
def test_every_report_is_written_in_the_form_of_its_ending(
    summer: CommandLine, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"report.{ending}"
    said = done(summer("report", *REPORTS[ending], "--since", "2015", "-o", str(target)))
    assert said.out == "" and said.err == f"{target} written, {size(target)} kB\n"
    assert list(tmp_path.iterdir()) == [target]


def test_a_work_is_reported_as_of_one_day(talentdb: CommandLine, tmp_path: Path) -> None:
    done(talentdb("add", "organisation", "Acme"))
    done(talentdb("add", "work", "Example-1", "--by", "Acme"))
    target = str(tmp_path / "work.md")
    done(talentdb("report", "work", "example 1", "--by", "Acme", "-o", target))
    assert "# Who made Example-1\n" in Path(target).read_text(encoding="utf-8")
    said = talentdb("report", "work", "Example-1", "--since", "2020", "-o", target)
    assert (said.code, "name the day with --as-of" in said.err) == (2, True)
    assert talentdb("query", "works", "--until", "2020").code == 2
    assert talentdb("report", "work", "Example-2", "-o", target).code == 3


def size(path: Path) -> int:
    return path.stat().st_size // 1000 or 1


def test_the_command_in_the_report_makes_it_again(summer: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    words = ("report", "organisation", "Globex", "--title", "Who <left>?", "-o", str(target))
    done(summer(*words))
    before = target.read_text(encoding="utf-8")
    assert "<h1><bdi>Who &lt;left&gt;?</bdi></h1>" in before
    done(summer(*words))
    assert target.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        (("organisation", "Globex"), 2, "say where to"),
        (("organisation", "Globex", "-o", "a.pdf"), 2, "no format of a report"),
        (("organisation", "Nowhere", "-o", "a.html"), 3, "no organisation called"),
        (("flows", "-o", "a.svg", "--chart", "pie"), 2, "there is no chart 'pie'"),
        (("flows", "-o", "a.md", "--chart", "flows"), 2, "--chart chooses"),
        (("flows", "-o", "none/a.html"), 2, "cannot be written"),
        (("flows", "-o", "none/a.xlsx"), 2, "cannot be written"),
        (("flows", "-o", f"{'a' * 300}.html"), 2, "cannot be written"),
        (("flows", "-o", ".", "-f", "html"), 2, "is a folder"),
        (("flows", "-o", "/dev/null/a.html"), 2, "cannot be written"),
        (("flows", "-o", "a.html", "-n", "few"), 2, "--limit takes"),
    ],
)
def test_what_cannot_be_is_told(
    summer: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: int,
    what: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = summer("report", *words)
    assert (said.code, said.out) == (code, "") and what in said.err
    assert list(tmp_path.iterdir()) == []
