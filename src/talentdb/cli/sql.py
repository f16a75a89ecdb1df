"""`talentdb sql`: a question in SQL, which can only read."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from numbers import Number
from typing import Annotated

import typer

from talentdb.cli.ledger import ledger
from talentdb.cli.show import show_result
from talentdb.errors import OptionMisused
from talentdb.output.result import Column, Result


def sql(
    statement: Annotated[
        str, typer.Argument(metavar="SELECT|-", help="One statement; - reads it from stdin.")
    ],
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            metavar="NAME=VALUE",
            help="The value of :NAME in the statement; a whole number compares as one.",
        ),
    ] = None,
) -> None:
    """Answer one SELECT over the tables and the views v_people, v_roles, v_moves; never write.

    Example: talentdb sql "select person from v_moves where date = :day" --param day=2025-07
    """
    from talentdb.database.readonly import answered

    text = sys.stdin.read().removeprefix("\ufeff") if statement == "-" else statement
    with answered(ledger(), text, parameters(param or ())) as answer:
        rows = map(tuple, (map(showable, row) for row in answer.rows))
        first = list(islice(rows, 1))
        fields = columns(answer.columns, first[0] if first else ())
        show_result(Result(fields, chain(first, rows)), lambda: ())


def parameters(given: Iterable[str]) -> dict[str, str]:
    """The values by name. Raises OptionMisused for what is no NAME=VALUE, or said twice."""
    values: dict[str, str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name.isidentifier():
            raise OptionMisused(f"--param takes NAME=VALUE, not {each!r}.")
        if name in values:
            raise OptionMisused(f"--param {name} is given twice: leave one out.")
        values[name] = value
    return values


def columns(names: Sequence[str], first: Sequence[object]) -> tuple[Column, ...]:
    """The columns, each with a name of its own; numbers, told by the first row, to the right."""
    numbers = [isinstance(value, Number) for value in first] or [False] * len(names)
    return tuple(
        Column(name, "number" if number else "text")
        for name, number in zip(distinct(names), numbers, strict=True)
    )


def distinct(names: Sequence[str]) -> Iterator[str]:
    """The names; of several that are equal, the second is NAME_2."""
    taken = set(names)
    seen: set[str] = set()
    for name in names:
        free, number = name, 1
        while free in seen or (number > 1 and free in taken):
            number += 1
            free = f"{name}_{number}"
        seen.add(free)
        yield free


def showable(value: object) -> object:
    """The value as a result can hold it: bytes in hexadecimal, what has no other form as text."""
    if value is None or isinstance(value, str | Number | date):
        return value
    if isinstance(value, bytes | memoryview):
        return value.hex()
    if isinstance(value, list):
        return [showable(item) for item in value]
    return value if isinstance(value, dict) else str(value)
