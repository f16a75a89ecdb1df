"""How dark is a number in a matrix?"""

import io

from hypothesis import given
from hypothesis import strategies as st

from talentdb.output.bars import shade
from talentdb.output.formats import write
from talentdb.output.result import Column, Result, Total

SHADES = " ░▒▓█"


@given(st.integers(0, 99), st.integers(0, 99), st.booleans())
def test_more_is_never_lighter_and_only_nothing_is_blank(
    one: int, other: int, blocks: bool
) -> None:
    shades = SHADES if blocks else " .:+#"
    less, more = sorted((one, other))
    first, second = (shades.index(shade(value, more, blocks)) for value in (less, more))
    assert first <= second
    assert (first == 0) == (less == 0)
    assert second == (4 if more else 0)


def written(format: str = "table", width: int | None = 40, text: str = "total") -> str:
    columns = (Column("from"), Column("Acme", "shade"), Column("Globex", "shade"))
    rows = [["Initech", 8, 0], ["Hooli", 1, 3], [text, Total(9), Total(3)]]
    stream = io.StringIO()
    write(Result(columns, rows), format, stream, width=width)
    return stream.getvalue()


def test_one_scale_for_all_columns_and_none_for_totals() -> None:
    assert written().splitlines() == [
        "from     Acme    Globex",
        "─────────────────────────",
        "Initech     8 █       0",
        "Hooli       1 ░       3 ▒",
        "total       9         3",
    ]


def test_shades_are_left_out_where_there_is_no_room_and_in_pipes() -> None:
    assert "█" not in written(width=22)
    assert "█" not in written(width=None)
    assert written("csv") == "from,Acme,Globex\nInitech,8,0\nHooli,1,3\ntotal,9,3\n"
    assert '"Acme": 9' in written("json")
