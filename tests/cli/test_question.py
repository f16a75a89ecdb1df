"""What happens at a terminal before something new is written?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, stored
from tests.cli.terminals import INTERRUPT, at_a_terminal

MOVE = ("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2025-06-12")
PLAN = """\
Ada Example: Acme → Globex, 2025-06-12
  new person 'Ada Example'
  new organisation 'Acme'
  new organisation 'Globex'
Record this? [y/N] """


@pytest.mark.parametrize("answer", ["y", "YES"])
def test_yes_at_a_terminal_records_the_plan(ledger_url: str, answer: str) -> None:
    said = at_a_terminal("--db", ledger_url, *MOVE, answer=answer)
    assert said.code == 0
    assert said.out == "move:1  Ada Example: Acme → Globex, 2025-06-12: recorded\n"
    assert said.err.startswith(PLAN)
    assert stored(ledger_url, "organisations", "name") == ["Acme", "Globex"]


@pytest.mark.parametrize("answer", ["n", "no", "yesterday"])
def test_any_other_answer_writes_nothing_and_ends_with_130(ledger_url: str, answer: str) -> None:
    before = everything(ledger_url)
    said = at_a_terminal("--db", ledger_url, *MOVE, answer=answer)
    assert (said.code, said.out) == (130, "")
    assert said.err.endswith("Nothing was written.\n")
    assert everything(ledger_url) == before


def test_interrupt_at_the_question_writes_nothing_and_ends_with_130(ledger_url: str) -> None:
    before = everything(ledger_url)
    said = at_a_terminal("--db", ledger_url, *MOVE, answer=INTERRUPT)
    assert said.code == 130
    assert "Traceback" not in said.err
    assert everything(ledger_url) == before


def test_quiet_question_still_shows_the_plan(ledger_url: str) -> None:
    said = at_a_terminal("--db", ledger_url, *MOVE, "-q", answer="y")
    assert said.err.startswith(PLAN)


@pytest.mark.parametrize("option", ["-y", "--create"])
def test_permission_given_beforehand_is_not_asked_again(ledger_url: str, option: str) -> None:
    said = at_a_terminal("--db", ledger_url, *MOVE, option)
    assert said.code == 0
    assert "Record this?" not in said.err


def test_names_that_are_all_known_raise_no_question(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*MOVE, "--create"))
    said = at_a_terminal("--db", ledger_url, *MOVE)
    assert said.code == 0
    assert said.out.endswith("known already, unchanged\n")
    assert said.err.strip() == ""


def test_roles_and_links_ask_too(ledger_url: str) -> None:
    for words in (("add", "role", "Ada Example", "Acme"), ("add", "link", "A", "part-of", "B")):
        said = at_a_terminal("--db", ledger_url, *words, answer="n")
        assert said.code == 130
        assert "new organisation" in said.err


def test_question_without_a_word_more_is_a_no(ledger_url: str) -> None:
    said = at_a_terminal("--db", ledger_url, *MOVE, answer="\x04")
    assert said.code == 130
    assert stored(ledger_url, "people", "name") == []
