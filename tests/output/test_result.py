"""Are columns chosen, rows ordered and cut as asked?"""

import pytest

from talentdb.errors import UnknownChoice
from talentdb.output.result import Column, Result

COLUMNS = (Column("id", "number", screen=False), Column("person"), Column("date", "date"))
ROWS = [(1, "ada", "2025-06"), (2, "Bob", None), (3, "Zoe", "2024"), (4, "Bob", "2025-06")]


def result() -> Result:
    return Result(COLUMNS, iter(ROWS), ("a note",), "a rule")


def ids(found: Result) -> list[object]:
    return [row[0] for row in found.rows]


def test_only_shows_the_named_columns_in_their_order() -> None:
    found = result().only(["date", "id", "date"])

    assert found.columns == (Column("date", "date"), Column("id", "number"))
    assert list(found.rows)[:2] == [["2025-06", 1], [None, 2]]
    assert (found.notes, found.rule) == (("a note",), "a rule")


@pytest.mark.parametrize("ask", [lambda r: r.only(["persn"]), lambda r: r.sorted_by("-persn")])
def test_a_column_that_is_not_there_is_answered_with_those_that_are(ask: object) -> None:
    with pytest.raises(UnknownChoice, match="column 'persn' is not known: use one of id, person"):
        ask(result())  # type: ignore[operator]


@pytest.mark.parametrize(
    ("specification", "expected"),
    [
        ("date", [3, 1, 4, 2]),
        ("-date", [1, 4, 3, 2]),
        ("person", [2, 4, 3, 1]),
        ("person,-id", [4, 2, 3, 1]),
        ("date, -person", [3, 1, 4, 2]),
        ("-id", [4, 3, 2, 1]),
        ("", [1, 2, 3, 4]),
    ],
)
def test_rows_are_sorted_stably_with_the_unknown_last(
    specification: str, expected: list[int]
) -> None:
    assert ids(result().sorted_by(specification)) == expected


def test_numbers_are_sorted_by_value_and_before_text() -> None:
    rows = [("10",), (9,), (10.5,), (None,), (2,)]

    found = Result((Column("n", "number"),), rows).sorted_by("n")

    assert [row[0] for row in found.rows] == [2, 9, 10.5, "10", None]


def test_a_cut_result_says_of_how_many() -> None:
    found = result().limited(3)

    assert ids(found) == [1, 2, 3]
    assert found.notes == ("a note", "3 of 4 rows; -n all shows the rest")


@pytest.mark.parametrize("count", [4, 5, None])
def test_a_result_that_is_not_cut_says_nothing(count: int | None) -> None:
    found = result().limited(count)

    assert ids(found) == [1, 2, 3, 4]
    assert found.notes == ("a note",)
