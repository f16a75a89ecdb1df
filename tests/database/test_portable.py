"""Is the same said on both databases where they spell it differently?"""

from datetime import date

import pytest
from sqlalchemy import Connection, Date, func, insert, literal, select, union_all

from talentdb.database.portable import (
    days_between,
    greater,
    holding,
    insert_unless_there,
    lesser,
    text_list,
)
from talentdb.schema import tags
from tests.builders import Ledger


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2020, 2, 28), date(2020, 3, 1), 2),
        (date(2021, 1, 1), date(2020, 1, 1), -366),
        (date(1, 1, 1), date(9999, 12, 31), 3652058),
        (date(2020, 1, 1), None, None),
    ],
)
def test_days_between_two_days_are_a_number(
    connection: Connection, first: date, last: date | None, days: int | None
) -> None:
    found = connection.scalar(select(days_between(literal(first, Date), literal(last, Date))))
    assert found == days
    assert found is None or type(found) is int


def test_texts_of_many_rows_come_as_a_list_in_code_point_order(connection: Connection) -> None:
    words = ["b", "a, b", "é", "Z", "a|b"]
    each = union_all(*(select(literal(word).label("word")) for word in words)).subquery()
    assert connection.scalar(select(text_list(each.c.word))) == sorted(words)
    assert connection.scalar(select(text_list(each.c.word)).where(each.c.word == "no")) == []


def test_greater_and_lesser_of_two(connection: Connection) -> None:
    one, two = literal(1), literal(2)
    found = connection.execute(select(greater(one, two), lesser(one, two), greater(two, one)))
    assert tuple(found.one()) == (2, 1, 2)


@pytest.mark.parametrize("part", ["50%", "a_b", "a\\b", "plain"])
def test_pattern_holds_just_that_text(connection: Connection, part: str) -> None:
    matches = literal(f"x{part}y").like(holding(part), escape="\\")
    other = literal("x50 aXb a/b plaiN").like(holding(part), escape="\\")
    assert connection.execute(select(matches)).scalar_one()
    assert part == "plain" or not connection.execute(select(other)).scalar_one()


@pytest.mark.parametrize("text", ["ÖFFENTLICHKEIT", "Ada", "ДИРЕКТОР", "50%"])
def test_letters_of_every_script_have_a_small_form(connection: Connection, text: str) -> None:
    assert connection.scalar(select(func.lower(text))) == text.lower()


def test_insert_leaves_a_row_alone_that_is_there(connection: Connection) -> None:
    ada = Ledger(connection).person("Ada Example")
    row = {"person_id": ada, "tag": "safety", "change_set_id": 1}
    connection.execute(insert(tags).values(row))
    connection.execute(insert_unless_there(connection, tags), [row, {**row, "tag": "new"}])
    found = connection.execute(select(tags.c.tag).order_by(tags.c.tag)).scalars().all()
    assert found == ["new", "safety"]
