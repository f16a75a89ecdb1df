"""Is a table calm and complete at every width?"""

import io
from typing import get_args

import pytest
from rich.cells import cell_len

from talentdb.output.formats import write
from talentdb.output.result import Column, Kind, Result

MOVES = (
    Column("id", "number", screen=False),
    Column("person"),
    Column("from"),
    Column("to"),
    Column("date", "date"),
    Column("people", "number"),
    Column("left", "share"),
)
ROWS: list[tuple[object, ...]] = [
    (1, "Ada Example", "Acme", "Globex", "[..2025-06-30]", 12, 0.725),
    (2, "何恺明", "Initech Research Laboratories", "Acme", None, None, None),
]


def table(
    columns: tuple[Column, ...],
    rows: list[tuple[object, ...]],
    width: int | None = None,
    colour: bool = False,
) -> str:
    stream = io.StringIO()
    write(Result(columns, rows, ("a note",), "a rule"), "table", stream, width=width, colour=colour)
    return stream.getvalue()


def test_a_piped_table_is_never_folded_and_has_only_screen_columns() -> None:
    assert table(MOVES, ROWS) == (
        "person       from                           to      date           people    left\n"
        "─────────────────────────────────────────────────────────────────────────────────\n"
        "Ada Example  Acme                           Globex  by 2025-06-30      12  72.5 %\n"
        "何恺明       Initech Research Laboratories  Acme    ?\n"
    )


def test_names_are_folded_between_words_before_dates_are() -> None:
    assert table(MOVES, ROWS, width=64) == (
        "person       from          to      date           people    left\n"
        "────────────────────────────────────────────────────────────────\n"
        "Ada Example  Acme          Globex  by 2025-06-30      12  72.5 %\n"
        "何恺明       Initech       Acme    ?\n"
        "             Research\n"
        "             Laboratories\n"
    )


def test_at_60_columns_dates_are_folded_before_words_are_broken() -> None:
    assert table(MOVES, ROWS, width=60) == (
        "person      from          to      date        people    left\n"
        "────────────────────────────────────────────────────────────\n"
        "Ada         Acme          Globex  by              12  72.5 %\n"
        "Example                           2025-06-30\n"
        "何恺明      Initech       Acme    ?\n"
        "            Research\n"
        "            Laboratories\n"
    )


def test_columns_that_cannot_stand_side_by_side_become_lists_of_fields() -> None:
    assert table(MOVES[1:5], ROWS_OF_FIELDS, width=24) == (
        "person  Ada Example\n"
        "from    Acme\n"
        "to      Globex Research\n"
        "        Laboratories\n"
        "date    now\n"
        "\n"
        "person  Bob Sample\n"
        "from\n"
        "to      Acme\n"
        "date    ?\n"
    )


ROWS_OF_FIELDS: list[tuple[object, ...]] = [
    ("Ada Example", "Acme", "Globex Research Laboratories", ".."),
    ("Bob Sample", None, "Acme", None),
]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_every_line_fits(width: int) -> None:
    rows: list[tuple[object, ...]] = [*ROWS, (3, "x" * 300, "何" * 90, "a b " * 50, "2025", 1, 1.0)]

    for line in table(MOVES, rows, width=width).split("\n"):
        assert cell_len(line) <= width


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_column_finds_its_width(kind: Kind) -> None:
    value = None if kind in ("text", "list", "date", "end") else 7
    columns = (Column("what", kind), Column("note"))
    for width in (30, 80):
        lines = table(columns, [(value, "as it was said " * 5)], width).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_a_table_without_rows_is_its_header() -> None:
    assert table((Column("person"), Column("to")), []) == "person  to\n──────────\n"


def test_numbers_have_two_decimals_and_small_ones_three_digits() -> None:
    rows: list[tuple[object, ...]] = [(10.6,), (0.020709,), (7,), (-33.984,)]

    assert [line.strip() for line in table((Column("ratio", "number"),), rows).split("\n")] == [
        "ratio",
        "──────",
        "10.60",
        "0.0207",
        "7",
        "-33.98",
        "",
    ]


def test_colour_makes_the_header_bold_and_touches_no_data() -> None:
    plain = table(MOVES, ROWS, width=60).split("\n")
    coloured = table(MOVES, ROWS, width=60, colour=True).split("\n")

    assert coloured[0] == f"\x1b[1m{plain[0]}\x1b[0m"
    assert coloured[1] == f"\x1b[2m{plain[1]}\x1b[0m"
    assert coloured[2:] == plain[2:]
    assert "\x1b" not in "".join(plain)


NET: list[tuple[object, ...]] = [("Acme", 16), ("Globex", -8), ("Initech", None), ("Hooli", 1)]
NET_COLUMNS = (Column("organisation"), Column("net", "bar"))


def test_bars_are_drawn_beside_their_numbers_at_a_terminal() -> None:
    assert table(NET_COLUMNS, NET, width=34).split("\n")[2:] == [
        "Acme           16 ████████████████",
        "Globex         -8 ████████".replace("█", "░"),
        "Initech",
        "Hooli           1 █",
        "",
    ]


def test_bars_give_way_to_numbers_in_a_pipe_and_where_there_is_no_room() -> None:
    bare = ["Acme           16", "Globex         -8", "Initech", "Hooli           1", ""]

    assert table(NET_COLUMNS, NET).split("\n")[2:] == bare
    assert table(NET_COLUMNS, NET, width=21).split("\n")[2:] == bare


def test_a_stream_without_box_characters_gets_ascii_and_escaped_names() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="")
    rows = [("Zoë Example", 4), ("Łukasz", 2)]
    write(Result(NET_COLUMNS, rows), "table", stream, width=25)
    stream.seek(0)

    assert stream.read() == (
        "organisation  net\n-------------------------\n"
        + "Zoë Example     4 #######\n"
        + "\\u0141ukasz     2 ####\n"
    )
