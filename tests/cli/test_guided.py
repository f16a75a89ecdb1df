"""Does `add move` alone ask for a move, field by field, and offer what was entered last?"""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.cli.lines import CommandLine, done, stored
from tests.cli.terminals import PROGRAM, environment, hear
from tests.databases import Databases

ENTER = "\r"


def typed(url: str, keys: Sequence[str]) -> tuple[int, str]:
    """The exit code and what a terminal shows, where somebody answers each question by keys."""
    screen, end = pty.openpty()
    words = ("--db", url, "add", "move")
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdin=end,
        stdout=end,
        stderr=end,
        env=environment(LC_ALL="C.UTF-8"),
        start_new_session=True,
    )
    os.close(end)
    shown, waiting = "", list(keys)
    try:
        while heard := _heard(screen):
            shown += heard
            # A question is one only once nothing follows: what is typed too early is typed into
            # the question before, where Enter is another character.
            if waiting and shown.rstrip("\a").endswith((": ", "[y/N] ")) and _is_silent(screen):
                os.write(screen, waiting.pop(0).encode())
        return process.wait(60), shown.replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(screen)


def _heard(screen: int) -> str:
    ready, _, _ = select.select([screen], [], [], 60)
    assert ready, "nothing was said for a minute"
    return hear(screen).decode()


def _is_silent(screen: int) -> bool:
    return not select.select([screen], [], [], 0.2)[0]


def answers(*fields: str) -> list[str]:
    return [f"{field}{ENTER}" for field in fields]


def test_move_is_asked_for_field_by_field(talentdb: CommandLine, ledger_url: str) -> None:
    given = answers("Ada Example", "Acme", "Globex", "Jun 2025", "Lead", "hired", "money, mission")
    code, shown = typed(ledger_url, [*given, *answers("https://example.org/memo", "y")])
    assert code == 0, shown
    assert "move:1  Ada Example: Acme → Globex, 2025-06: recorded, 1 citation added" in shown
    fields = ("date", "to_title", "manner")
    assert stored(ledger_url, "transitions", *fields) == [("2025-06", "Lead", "hired")]
    assert stored(ledger_url, "transition_reasons", "reason") == ["money", "mission"]
    assert stored(ledger_url, "sources", "url") == ["https://example.org/memo"]


def test_last_entry_is_offered(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb("add", "source", "https://example.org/memo", "--handle", "memo"))
    last = ("--from", "Acme", "--to", "Globex", "--on", "by 2025-06-30", "-s", "memo", "--create")
    done(talentdb("add", "move", "Ada Example", *last))
    code, shown = typed(ledger_url, answers("Bob Sample", "Acme", "", "", "", "", "", "", "y"))
    assert code == 0, shown
    for offered in ("To [Globex]: ", "When [by 2025-06-30]: ", "[memo]: "):
        assert offered in shown
    assert "Bob Sample: Acme → Globex, by 2025-06-30: recorded, 1 citation added" in shown
    code, shown = typed(ledger_url, answers("Cy Instance", "Acme", "-", "-", "", "", "", "-", "y"))
    assert "Cy Instance: Acme → ?, ?: recorded" in shown
    assert len(stored(ledger_url, "citations", "id")) == 2


def test_what_another_entered_is_not_offered(
    talentdb: CommandLine, ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(talentdb("add", "move", "Ada Example", "--to", "Globex", "--on", "2025", "--create"))
    monkeypatch.setenv("TALENTDB_ACTOR", "bob")
    code, shown = typed(ledger_url, answers("Bob Sample", "Acme", "", "", "", "", "", "", "n"))
    assert "[Globex]" not in shown
    assert (code, stored(ledger_url, "people", "name")) == (130, ["Ada Example"])


def test_what_is_not_understood_is_asked_again(talentdb: CommandLine, ledger_url: str) -> None:
    given = answers("", "Ada Example", "-", "", "Globex", "06/07/2025", "2025-07-06", "")
    code, shown = typed(ledger_url, [*given, *answers("sold", "hired", "", "", "y")])
    assert code == 0, shown
    assert "An answer is needed here; Ctrl-C leaves without writing anything." in shown
    assert "the date '06/07/2025' is either" in shown
    assert "manner 'sold' is not known" in shown
    assert "Ada Example: ? → Globex, 2025-07-06: recorded" in shown


def test_tab_completes_names(talentdb: CommandLine, ledger_url: str, databases: Databases) -> None:
    if databases.name != "sqlite":
        return  # a server is not asked at every TAB
    done(talentdb("add", "person", "Ada Example", "Bob Sample"))
    done(talentdb("add", "organisation", "Acme Rockets", "Globex"))
    keys = [f"Ada\t{ENTER}", f"acm\t{ENTER}", f"glo\t{ENTER}"]
    code, shown = typed(ledger_url, [*keys, *answers("2025", "", "", "", "")])
    assert code == 0, shown
    assert "Ada Example: Acme Rockets → Globex, 2025: recorded" in shown


def test_ctrl_c_and_the_end_of_input_write_nothing(talentdb: CommandLine, ledger_url: str) -> None:
    for keys in (["\x04"], ["Ada Example\r", "\x04"]):
        code, shown = typed(ledger_url, keys)
        assert code == 130, shown
        assert "Traceback" not in shown
    assert stored(ledger_url, "people", "id") == []


def test_script_is_not_asked(talentdb: CommandLine) -> None:
    said = talentdb("add", "move")
    assert said.code == 2
    assert said.err == ("talentdb: a move needs who moved, and --from or --to, or both.\n")
