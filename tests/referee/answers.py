"""The referee's answers, in the fields of the commands."""

import sqlite3
from pathlib import Path
from typing import Any

from tests.referee.arithmetic import FINISHED, Row, boomerangs

ANSWERS = Path(__file__).parent / "sql" / "answers"


def answer(connection: sqlite3.Connection, question: str, **more: Any) -> list[Row]:
    """The rows of one question."""
    if question == "boomerangs":
        return list(boomerangs(_rows(connection, question), _rows(connection, "chains")))
    rows = _rows(connection, question, **more)
    finish = FINISHED.get(question)
    return rows if finish is None else list(finish(rows))


def _rows(connection: sqlite3.Connection, name: str, **more: Any) -> list[Row]:
    statement = (ANSWERS / f"{name}.sql").read_text(encoding="utf-8")
    return [dict(row) for row in connection.execute(statement, more)]
