"""Does the log say who wrote what, and row by row what came of it?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, csv_rows, done, json_rows, stored

ROLE = ("add", "role", "Ada Example", "Acme", "--title", "Engineer", "--started", "2019")


@pytest.fixture(autouse=True)
def ledger_of_the_environment(ledger_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # So the commands in the log are the words of the tests alone.
    monkeypatch.setenv("TALENTDB_DB", ledger_url)


def test_log_says_who_wrote_what_and_why(command_line: CommandLine) -> None:
    done(command_line(*ROLE, "--create", "-m", "as told"))
    done(command_line("remove", "role", "role:1"))
    last, first = json_rows(command_line, "log")
    assert first.pop("at").startswith("20")
    assert first == {
        "change": 1,
        "actor": "tester",
        "command": "talentdb add role person:1 organisation:1 --title Engineer --started 2019 "
        "--create -m 'as told'",
        "message": "as told",
        "created": 3,
        "updated": 0,
        "removed": 0,
        "undone_by": None,
    }
    assert (last["change"], last["removed"], last["message"]) == (2, 1, None)


def test_log_of_one_change_tells_its_rows_before_and_after(command_line: CommandLine) -> None:
    done(command_line(*ROLE, "--create"))
    done(command_line("edit", "role", "role:1", "--title", "Chief", "--ended", "2020"))
    done(command_line("remove", "role", "role:1"))
    told = [csv_rows(done(command_line("log", number, "-f", "csv")).out)[1:] for number in "123"]
    role = "person Ada Example, organisation Acme, title {}, kind employment, started 2019"
    assert told == [
        [
            ["created", "organisation:1", "", "", "name Acme"],
            ["created", "person:1", "", "", "name Ada Example"],
            ["created", "role:1", "", "", role.format("Engineer")],
        ],
        [
            ["updated", "role:1", "title", "Engineer", "Chief"],
            ["updated", "role:1", "ended", "", "2020"],
        ],
        [["removed", "role:1", "", role.format("Chief") + ", ended 2020", ""]],
    ]


def test_log_of_an_import_says_which_files_it_read(
    command_line: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("person\nAda Example\n", encoding="utf-8")
    done(command_line("import", str(path)))
    first, second = json_rows(command_line, "log", "1")
    assert (first["what"], first["record"], second["what"]) == ("read", str(path), "created")
    assert first["after"].startswith("19 bytes, SHA-256 ")
    done(command_line("undo", "-y"))
    assert json_rows(command_line, "log", "1")[0] == first


def test_facts_are_told_by_their_ids(command_line: CommandLine) -> None:
    done(command_line("add", "source", "https://example.org/a", "--handle", "memo"))
    done(command_line(*ROLE, "--ended", "now", "--create"))
    move = ("Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2021", "--reason", "money")
    done(command_line("add", "move", *move, "--create", "-s", "memo"))
    told = {row[1]: row[4] for row in csv_rows(done(command_line("log", "3", "-f", "csv")).out)}
    assert told["move:1"] == (
        "person Ada Example, from_organisation Acme, to_organisation Globex, from_role role:1, "
        "date 2021"
    )
    assert told["citation:1"] == "move move:1, source memo, stance supports"
    assert told["reason:1"] == "move move:1, reason money"
    assert told["role:1"] == "2021"


def test_undone_change_still_tells_what_it_did(command_line: CommandLine) -> None:
    done(command_line(*ROLE, "--create"))
    before = done(command_line("log", "1")).out
    done(command_line("undo", "-y"))
    assert done(command_line("log", "1")).out.replace("(1)", "Ada Example") != ""
    removed = csv_rows(done(command_line("log", "2", "-f", "csv")).out)[1:]
    assert [row[0] for row in removed] == ["removed"] * 3
    done(command_line("undo", "2", "-y"))
    assert done(command_line("log", "1")).out == before


def test_filters_narrow_the_log(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    done(command_line("add", "person", "Ada Example"))
    done(command_line("add", "organisation", "Acme"))
    monkeypatch.setenv("TALENTDB_ACTOR", "bob")
    done(command_line(*ROLE))

    def changes(*words: str) -> list[int]:
        return [row["change"] for row in json_rows(command_line, "log", *words)]

    assert changes("--actor", "bob") == [3]
    assert changes("--person", "ada example") == [3, 1]
    assert changes("--organisation", "Acme") == [3, 2]
    assert changes("--since", "2020") == [3, 2, 1]
    assert changes("--since", "2999-01") == []
    assert command_line("log", "--since", "[..2020]").code == 2
    assert command_line("log", "--person", "Nobody").code == 3
    assert command_line("log", "9").err == "talentdb: there is no change:9.\n"


@pytest.mark.parametrize(
    "words", [("Ada Example",), ("person", "Ada Example"), ("role", "1"), ("source", "memo")]
)
def test_history_lists_who_wrote_of_one_record(
    command_line: CommandLine, words: tuple[str, ...]
) -> None:
    done(command_line("add", "source", "https://example.org/a", "--handle", "memo"))
    done(command_line(*ROLE, "--create"))
    done(command_line("cite", "role:1", "memo"))
    changes = [row["change"] for row in json_rows(command_line, "show", *words, "--history")]
    assert changes == ([3, 1] if words[0] == "source" else [3, 2])


def test_passwords_in_addresses_do_not_enter_the_log(
    command_line: CommandLine, ledger_url: str
) -> None:
    address = "https://ada:s3cret@example.org/memo"
    done(command_line("add", "person", "Ada Example", "--note", f"see {address}"))
    command = stored(ledger_url, "change_sets", "command")[0]
    assert "s3cret" not in command
    assert "https://ada:***@example.org/memo" in command


def test_names_enter_the_log_as_references(command_line: CommandLine, ledger_url: str) -> None:
    done(command_line("add", "person", "Ada Example"))
    done(command_line("add", "organisation", "Acme", "Globex"))
    for words in (
        ("add", "alias", "Ada Example", "Ada Sample"),
        ("add", "identifier", "Ada Example", "orcid:1"),
        ("add", "tag", "Ada Example", "reasoning"),
        ("edit", "person", "Ada Example", "--note", "one"),
        ("add", "role", "Ada Example", "Acme", "--ended", "now"),
        ("add", "move", "Ada Example", "--from=Acme", "--to", "Globex", "--on", "2021"),
        ("add", "link", "Acme", "part-of", "Globex"),
        ("remove", "tag", "Ada Example", "reasoning"),
        ("remove", "person", "Ada Example", "--with-facts"),
        ("remove", "organisation", "Acme", "--with-facts"),
    ):
        done(command_line(*words))
    commands = " ".join(stored(ledger_url, "change_sets", "command"))
    for name in ("Ada Example", "Acme", "Globex"):
        assert name not in commands
    assert "add move person:1 --from=organisation:1 --to organisation:2 --on 2021" in commands
