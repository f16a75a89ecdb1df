"""How is a ledger made of random careers, opened for the referee, and asked by commands?"""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from talentdb.cli import main
from talentdb.database.engine import open_ledger
from tests.referee.careers import write_files
from tests.referee.comparing import Facts
from tests.referee.ledger import facts_of
from tests.referee.questions import Asked


def run(*words: str) -> str:
    """What a command writes on stdout; it must succeed."""
    out, notes = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(notes):
        code = main(words)
    assert code == 0, notes.getvalue()
    out.seek(0)
    return out.read()


def said(ledger: str, asked: Asked) -> list[dict[str, Any]]:
    """The rows of a command's answer."""
    return list(json.loads(run("--db", ledger, *asked.words, "--json")))


def invent(ledger: str, folder: Path, seed: int, people: int) -> None:
    """Fill a ledger with the careers of so many people; the same for the same seed."""
    write_files(folder, seed, people)
    run("--db", ledger, "import", str(folder), "--skip-problems", "-y")


def facts_at(ledger: str) -> Facts:
    """The plain facts of a ledger."""
    engine = open_ledger(ledger)
    with engine.connect() as connection:
        facts = facts_of(connection)
    engine.dispose()
    return facts
