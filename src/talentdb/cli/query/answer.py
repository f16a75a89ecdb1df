"""How is a question answered whose counts open? With the counts, or with what they count.

A command hands over two functions: one for the answer, one for what is behind it (`--explain`; see
`queries/behind.py`). Only the one that is asked for is called, and notes only if they are read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Union

from talentdb.cli.invocation import invocation
from talentdb.cli.query.dissent import with_dissent
from talentdb.cli.query.noted import notes_if_read
from talentdb.cli.query.sentence import say_sentences, sentences_asked
from talentdb.cli.show import show_result, show_statement
from talentdb.output.result import Result
from talentdb.output.sentences import Sentence

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
    sentences: Callable[[], Iterable[tuple[Sentence, str]]] | None = None,
    remarks: Callable[[], Iterable[str]] = tuple,
) -> None:
    """Prints the answer, or with `--explain` what is behind it, and what must be said of it.

    `hidden` fields of the answer are for machines. `sentences` say the answer for `-f sentence`,
    each with the row of `behind` that it rests on (`A → B`), or one side of all of them (`A`);
    `remarks` belong into their footnotes.
    """
    if sentences_asked() and sentences is not None:
        sources = sources_behind(connection, behind())
        backed = ((one, sources_of(sources, about)) for one, about in sentences())
        say_sentences(backed, "; ".join((rule, *remarks())), notes)
        return
    explains = bool(invocation()["explain"])
    shown = behind() if explains else answer()
    said = notes_if_read(notes)
    watch = with_dissent(connection, "move") if explains else None
    if isinstance(shown, Result):
        show_result(replace(shown, rule=rule, notes=(*shown.notes, *said)), when_empty, watch)
        return
    fields = () if explains else hidden
    show_statement(
        connection, shown, fields, rule=rule, notes=said, when_empty=when_empty, watch=watch
    )


def sources_behind(connection: "Connection", shown: Shown) -> list[tuple[str, list[str]]]:
    """Which sources stand behind what each row counts for certain, from the rows of `behind`."""
    dicts: Iterable[Mapping[str, Any]]
    if isinstance(shown, Result):
        names = [column.name for column in shown.columns]
        dicts = (dict(zip(names, row, strict=True)) for row in shown.rows)
    else:
        dicts = (dict(row) for row in connection.execute(shown).mappings())
    return [(row["of"], list(row["sources"] or ())) for row in dicts if row["counted"] == "certain"]


def sources_of(known: Iterable[tuple[str, list[str]]], about: str) -> list[str]:
    """The sources of the moves of one pair; with one organisation alone, of all that touch it."""
    sides = set(about.split(" → "))
    found = {
        handle
        for of, handles in known
        if of == about or (len(sides) == 1 and sides & set(of.split(" → ")))
        for handle in handles
    }
    return sorted(found)
