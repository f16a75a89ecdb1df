"""Does `show` show one thing, whole?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done
from tests.cli.terminals import at_a_terminal

CARDS = {
    "person": ("show", "person", "Ada Example"),
    "organisation": ("show", "organisation", "Acme"),
    "move": ("show", "move:2"),
}


@pytest.mark.parametrize("noun", sorted(CARDS))
def test_card_at_a_terminal_100_wide(
    summer_url: str, golden: Callable[[str, str], None], noun: str
) -> None:
    said = at_a_terminal("--db", summer_url, *CARDS[noun], NO_COLOR="1")
    assert said.code == 0
    assert max(len(line) for line in said.out.splitlines()) <= 100
    golden(f"cli/show-{noun}", said.out)


@pytest.mark.parametrize("noun", sorted(CARDS))
def test_card_as_json_is_one_object(summer: CommandLine, noun: str) -> None:
    card = json.loads(done(summer(*CARDS[noun], "--json")).out)
    assert isinstance(card["id"], int)
    lists = {"person": "moves", "organisation": "departures", "move": "evidence"}
    assert card[lists[noun]]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("Ada Example",), "Ada Example"),
        (("ada example",), "Ada Example"),
        (("person:1",), "Ada Example"),
        (("person", "1"), "Ada Example"),
        (("orcid:0000-0001",), "Ada Example"),
        (("people", "Ada Example"), "Ada Example"),
        (("Acme",), "Acme"),
        (("org", "Acme"), "Acme"),
        (("organization:1",), "Acme"),
        (("move", "2"), "Bob Sample: Acme → Globex"),
        (("transition:2",), "Bob Sample: Acme → Globex"),
    ],
)
def test_things_are_shown_by_name_identifier_or_id(
    summer: CommandLine, words: tuple[str, ...], title: str
) -> None:
    said = done(summer("show", *words))
    assert said.out.splitlines()[0] == title


def test_move_card_tells_its_sources(summer: CommandLine) -> None:
    card = json.loads(done(summer("show", "move:2", "--json")).out)
    assert card["person"] == "Bob Sample"
    assert [row["source"] for row in card["evidence"]] == ["memo"]
    assert card["status"] == "reported"


def test_card_goes_into_a_file(summer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "ada.json"
    said = done(summer("show", "Ada Example", "-o", str(file)))
    assert said.out == ""
    assert said.err == f"written to {file}\n"
    assert json.loads(file.read_text())["person"] == "Ada Example"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("person:99",), 3, "there is no person:99."),
        (("person", "99"), 3, "there is no person:99."),
        (("organisation:99",), 3, "there is no organisation:99."),
        (("move:99",), 3, "there is no move:99."),
        (("move", "Ada Example"), 2, "'Ada Example' is no id of a move"),
        (("Ada", "Example"), 2, "'Ada' is none of person"),
        (("a", "b", "c"), 2, "quote a name that has spaces"),
        (("Ada Exampel",), 3, "Near: Ada Example."),
        (("",), 2, "it is empty"),
    ],
)
def test_what_cannot_be_shown(
    summer: CommandLine, words: tuple[str, ...], code: int, sentence: str
) -> None:
    said = summer("show", *words)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("ada",), ["Ada Example"]),
        (("exam", "AD"), ["Ada Example"]),
        (("0000-0001",), ["Ada Example"]),
        (("glob",), ["Globex", "Globex Research"]),
        (("director",), ["Eve Pattern, Acme"]),
        (("nobody at all",), []),
        (("%",), []),
    ],
)
def test_find_by_any_part(summer: CommandLine, words: tuple[str, ...], names: list[str]) -> None:
    rows = json.loads(done(summer("find", *words, "--json")).out)
    assert sorted(row["name"] for row in rows if row["what"] != "source") == names
    assert all(list(row) == ["what", "id", "name", "found_in", "text"] for row in rows)


def test_find_says_when_it_finds_nothing(summer: CommandLine) -> None:
    assert "Nothing found" in done(summer("find", "zzz")).err
