"""How is a series of numbers drawn in one line?"""

import io

from hypothesis import given
from hypothesis import strategies as st

from talentdb.output.formats import write
from talentdb.output.result import Column, Result
from talentdb.output.sparks import Series, spark


def test_height_follows_the_number_and_nothing_is_a_blank() -> None:
    series = Series("Acme", [0, 1, 4, 8], 8)
    assert spark(series, 10, blocks=True) == " ▂▅█"
    assert spark(series, 10, blocks=False) == " .=#"
    assert spark(series, 2, blocks=True) == "▅█"
    assert spark(Series("Acme", [0, 0], 0), 10, blocks=True) == "  "


@given(st.lists(st.integers(0, 1000), min_size=1), st.booleans())
def test_every_number_that_is_something_is_seen_and_more_is_never_lower(
    values: list[int], blocks: bool
) -> None:
    drawn = spark(Series("Acme", values, max(values)), len(values), blocks)
    shapes = " ▁▂▃▄▅▆▇█" if blocks else " _.:-=+*#"
    heights = [shapes.index(shape) for shape in drawn]
    assert [bool(height) for height in heights] == [bool(value) for value in values]
    ordered = [height for _, height in sorted(zip(values, heights, strict=True))]
    assert ordered == sorted(ordered)


def test_series_are_drawn_below_a_table_at_a_terminal_only() -> None:
    series = (Series("Acme in", [1, 2], 2), Series("Acme\x1b out", [2, 0], 2))
    shown = Result((Column("n", "number"),), [[1]], series=series)

    def written(format: str, width: int | None) -> str:
        stream = io.StringIO()
        write(shown, format, stream, width=width)
        return stream.getvalue()

    assert written("table", 40).splitlines()[3:] == ["", "Acme in       ▅█", "Acme\\x1b out  █"]
    assert written("table", None) == "n\n─\n1\n"
    assert written("csv", 40) == "n\n1\n"
