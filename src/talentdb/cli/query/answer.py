"""How is a question answered whose counts open? With the counts, or with what they count.

A command hands over two functions: one for the answer, one for what is behind it (`--explain`; see
`queries/behind.py`). Only the one that is asked for is called, and notes only if they are read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Union

from talentdb.cli.invocation import invocation
from talentdb.cli.query.noted import notes_if_read
from talentdb.cli.show import show_result, show_statement
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

Shown = Union["Select[Any]", Result]


def show_answer(
    connection: "Connection",
    answer: Callable[[], Shown],
    *,
    behind: Callable[[], Shown],
    rule: str,
    notes: Callable[[], Iterable[str]],
    hidden: Sequence[str] = (),
    when_empty: Callable[[], Iterable[str]] | None = None,
) -> None:
    """Prints the answer, or with `--explain` what is behind it, and what must be said of it.

    `hidden` fields of the answer are for machines.
    """
    explains = bool(invocation()["explain"])
    shown = behind() if explains else answer()
    said = notes_if_read(notes)
    if isinstance(shown, Result):
        show_result(replace(shown, rule=rule, notes=(*shown.notes, *said)), when_empty)
        return
    fields = () if explains else hidden
    show_statement(connection, shown, fields, rule=rule, notes=said, when_empty=when_empty)
