"""Does a column of a file say the same of every row, however it is kept in memory?"""

import pytest

from talentdb.imports import cells, columns
from talentdb.imports.columns import Column
from talentdb.imports.given import Given, Memo

CELLS = ("memo", " memo ", "https://example.org/a", "letter | memo", "", "\x00", "memo")


def column_of(field: str) -> Column:
    given = Given(field, (0,), Memo(" ".join), is_end=False, steps=())
    return Column(given, cells.sources)


@pytest.mark.parametrize("field", ["source", "person"])
@pytest.mark.parametrize("many", [0, 1, 50_000])
def test_each_row_says_what_its_cell_says(
    field: str, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "_MANY", many)
    column = column_of(field)
    for cell in CELLS * 3:
        column.take([[cell]], 1)
    column.settle()
    assert len(column.codes) == len(CELLS) * 3
    for code, cell in zip(column.codes, CELLS * 3, strict=True):
        assert column.raw(code) == (cell,)
        is_wrong = cell == "\x00"
        assert column.has({int(code)})[list(column.codes).index(code)]
        assert (int(code) in column.wrong) == is_wrong
        if not is_wrong:
            assert column.texts[code] == cell.strip()
            assert column.values[code] == (cells.sources(cell.strip()) if cell else None)


def test_what_may_be_its_own_in_every_row_is_not_looked_for_among_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(columns, "_MANY", 1)
    met = {}
    for field in ("source", "person"):
        column = column_of(field)
        for cell in ("a", "b", "a", "b", "a"):
            column.take([[cell]], 1)
        column.settle()
        met[field] = len(column.texts)
    assert met["source"] > met["person"] == 2


@pytest.mark.parametrize(("count", "size"), [(5, 1), (300, 2), (70_000, 4)])
def test_codes_are_as_small_as_they_can_be(count: int, size: int) -> None:
    column = column_of("person")
    column.take([[f"name {number}" for number in range(count)]], count)
    column.settle()
    assert column.codes.itemsize == size
    assert column.texts[column.codes[-1]] == f"name {count - 1}"


def test_no_rows_are_a_column_too() -> None:
    column = column_of("person")
    column.settle()
    assert len(column.codes) == 0
    assert not column.has(set()).any()
