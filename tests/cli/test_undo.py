"""Does undo say what goes, ask, and leave the ledger as it was before?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored
from tests.cli.terminals import at_a_terminal

ROLE = ("add", "role", "Ada Example", "Acme", "--title", "Engineer", "--started", "2019")
NEXT = ("add", "role", "Ada Example", "Globex", "--started", "2025-06-02", "--ended", "now")
MEMO = "https://example.org/memo"
# Each rests on those before it, on a ledger of its own; what is derived gets the ids 1, 2, …
COMMANDS = [
    ("add", "source", MEMO, "--handle", "memo", "--published", "2025-07-01"),
    (*ROLE, "--ended", "2025-06-02", "-s", "memo"),
    (*NEXT, "--title", "Lead"),
    ("edit", "move", "move:1", "--on", "2025-06-12", "--reason", "money"),
    ("cite", "move:2", "memo", "--field", "date", "--value", "2025-06-13", "-m", "as it says"),
    ("add", "move", "Bob Sample", "--from", "Acme", "--to", "Globex", "--on", "2024", "-s", MEMO),
    ("add", "link", "Globex", "renamed", "Initech"),
    ("add", "alias", "Acme", "Zenith"),
    ("add", "identifier", "Ada Example", "orcid:1"),
    ("add", "tag", "Ada Example", "reasoning"),
    ("edit", "person", "Ada Example", "--name", "Ada Beispiel", "--note", "née Example"),
    ("edit", "organisation", "Acme", "--kind", "lab"),
    ("edit", "role", "role:2", "--clear", "title", "--started", "2025-06"),
    ("edit", "source", "memo", "--published", "2025-07"),
    ("edit", "alias", "organisation-name:1", "--ended", "2023"),
    ("edit", "identifier", "identifier:1", "--value", "2"),
    ("edit", "link", "link:1", "--kind", "acquired"),
    ("edit", "citation", "citation:1", "--stance", "disputes"),
    ("remove", "citation", "citation:1"),
    ("remove", "tag", "Ada Beispiel", "reasoning"),
    ("remove", "identifier", "identifier:1"),
    ("remove", "alias", "organisation-name:1"),
    ("remove", "link", "link:1"),
    ("remove", "organisation", "Globex", "--with-facts"),
    ("remove", "person", "Ada Beispiel", "--with-facts"),
]

CREATING = [("add", "role"), ("add", "move"), ("add", "link")]


def exported(talentdb: CommandLine, folder: Path) -> dict[str, bytes]:
    done(talentdb("export", str(folder), *(["--replace"] if folder.exists() else [])))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def facts(url: str) -> dict[str, object]:
    """Every recorded row of every table, and the roles, people and dates of what is derived."""
    rows = everything(url)
    del rows["change_sets"], rows["changes"]
    rows["spells"] = [row[1:] for row in rows["spells"]]
    rows["transitions"] = [row if row[-1] else row[1:] for row in rows["transitions"]]
    return {name: sorted(found, key=repr) for name, found in rows.items()}


@pytest.mark.slow
def test_undo_of_each_command_leaves_every_export_as_it_was(
    talentdb: CommandLine, ledger_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    states = []
    for words in COMMANDS:
        states.append((exported(talentdb, folder), facts(ledger_url)))
        done(talentdb(*words, *(["--create"] if words[:2] in CREATING else [])))
        assert states[-1][1] != facts(ledger_url), words
    for before in reversed(states):
        done(talentdb("undo", "-y"))
        assert (exported(talentdb, folder), facts(ledger_url)) == before
    said = talentdb("undo", "-y")
    assert (said.code, said.err) == (
        4,
        "talentdb: there is nothing of tester to undo: `talentdb log` lists every change.\n",
    )


def test_undo_shows_what_goes_and_asks(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--create", "-m", "as told"))
    done(talentdb("edit", "role", "role:1", "--title", "Chief"))
    before = everything(ledger_url)
    said = at_a_terminal("--db", ledger_url, "undo", answer="n")
    assert (said.code, said.out) == (130, "")
    lines = said.err.splitlines()
    assert lines[0].startswith("change 2 (tester, 20")
    assert lines[0].endswith(" edit role role:1 --title Chief")
    assert "  updated role:1  title: Engineer → Chief" in lines
    assert lines[-2:] == ["Take this back? [y/N] n", "Nothing was written."]
    assert everything(ledger_url) == before
    said = at_a_terminal("--db", ledger_url, "undo", answer="y")
    assert (said.code, said.out) == (0, "Change 2 is undone, by change 3.\n")
    assert stored(ledger_url, "roles", "title") == ["Engineer"]


def test_script_says_yes(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--create"))
    said = talentdb("undo")
    assert said.code == 2
    assert said.err.endswith("talentdb: undo asks first: in a script, add -y.\n")
    assert stored(ledger_url, "roles", "id") == [1]


def test_dry_run_takes_nothing_back(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--create"))
    before = everything(ledger_url)
    said = done(talentdb("undo", "--dry-run"))
    assert said.err.endswith("Nothing was written (--dry-run).\n")
    assert "Undo the undoing" not in said.err
    assert everything(ledger_url) == before


def test_undoing_is_in_the_log_and_can_be_undone(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--create"))
    recorded = facts(ledger_url)
    done(talentdb("undo", "-y", "-m", "wrong person"))
    rows = json_rows(talentdb, "log")
    assert [(row["change"], row["undone_by"]) for row in rows] == [(2, None), (1, 2)]
    assert rows[0]["command"].endswith(" undo -y -m 'wrong person'")
    assert (rows[0]["message"], rows[0]["removed"]) == ("wrong person", 3)
    said = done(talentdb("undo", "2", "-y"))
    assert said.err.endswith("Undo the undoing with: talentdb undo 3\n")
    assert facts(ledger_url) == recorded
    assert stored(ledger_url, "people", "id") == [1]


def test_undo_names_what_rests_on_it(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--create"))
    done(talentdb("edit", "role", "role:1", "--title", "Chief"))
    before = everything(ledger_url)
    said = talentdb("undo", "1", "-y")
    assert said.code == 4
    first, second = said.err.splitlines()
    assert first == "talentdb: change 1 cannot be undone: later writes rest on it."
    assert second.startswith("  change 2 (tester, ")
    assert second.endswith(" edit role role:1 --title Chief")
    assert everything(ledger_url) == before


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ((), 4, "there is nothing of tester to undo"),
        (("7",), 3, "there is no change:7."),
        (("one",), 2, "Input should be a valid integer"),
    ],
)
def test_undo_of_nothing_is_refused(
    talentdb: CommandLine, words: tuple[str, ...], code: int, why: str
) -> None:
    said = talentdb("undo", *words, "-y")
    assert (said.code, said.out) == (code, "")
    assert why in said.err


def test_what_is_undone_is_not_undone_again(talentdb: CommandLine) -> None:
    done(talentdb(*ROLE, "--create"))
    done(talentdb("undo", "-y"))
    said = talentdb("undo", "1", "-y")
    assert said.code == 4
    assert said.err == "talentdb: change 1 is undone already: undo that undoing instead.\n"


def test_each_undoes_only_their_own(
    talentdb: CommandLine, ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALENTDB_ACTOR", "ada")
    done(talentdb("add", "person", "Ada Example"))
    monkeypatch.setenv("TALENTDB_ACTOR", "bob")
    done(talentdb("add", "person", "Bob Sample"))
    monkeypatch.setenv("TALENTDB_ACTOR", "ada")
    done(talentdb("undo", "-y"))
    assert stored(ledger_url, "people", "name") == ["Bob Sample"]
    assert talentdb("undo", "-y").err.startswith("talentdb: there is nothing of ada to undo")
    monkeypatch.setenv("TALENTDB_ACTOR", "bob")
    done(talentdb("undo", "-y"))
    assert stored(ledger_url, "people", "name") == []
