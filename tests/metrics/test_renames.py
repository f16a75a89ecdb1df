"""Which moves look like a rename? (metrics.md §17)"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.metrics.renames import (
    Moved,
    Suspect,
    There,
    candidates,
    presences,
    result,
    statement,
    suspected,
)
from tests.builders import Ledger
from tests.queries.asking import asked


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def renames(ledger: Ledger, **options: Any) -> list[Suspect]:
    filter, run = asked(ledger, **options), ledger.connection.execute
    found, names = candidates(Moved(*row) for row in run(statement(filter)))
    origins = {origin for origin, _ in found}
    there = [There(*row) for row in run(presences(filter, origins))]
    return [suspect for _, suspect in result(found, names, there)]


@pytest.mark.parametrize(
    ("moved", "remaining", "is_one"),
    [
        ({("A", "B"): 3}, 0, True),
        ({("A", "B"): 2}, 0, False),
        ({("A", "B"): 2, ("A", "C"): 1}, 1, True),
        ({("A", "B"): 2, ("A", "C"): 1}, 2, False),
        ({("A", "B"): 3}, 3, True),
        ({("A", "B"): 3}, 4, False),
        ({("A", "B"): 3, ("B", "A"): 9}, 0, True),
    ],
)
def test_three_must_have_moved_and_half_of_those_in_the_record_to_one(
    moved: dict[tuple[str, str], int], remaining: int, is_one: bool
) -> None:
    assert (("A", "B") in suspected(moved, {"A": remaining})) is is_one


def test_the_number_in_the_record_comes_with_it() -> None:
    moved = {("A", "B"): 4, ("A", "C"): 1, ("C", "D"): 1}
    assert suspected(moved, {"A": 2, "C": 50}) == {("A", "B"): 7}


def test_whoever_went_to_two_in_a_year_is_one_of_those_who_stayed(ledger: Ledger) -> None:
    for name in ("Ada Example", "Bob Sample", "Cy Instance"):
        ledger.career(name, "Acme 2019–2020-05 · Globex 2020-06–2022")
    # She went to Globex too, then back, then elsewhere, all in one year.
    ledger.career("Dee Case", "Acme 2019–2020-02 · Globex 2020-03–2020-03 · Acme 2020-05–2020-06")
    ledger.career("Dee Case", "Initech 2020-08–now")
    (suspect,) = renames(ledger)
    assert suspect.note.startswith("4 of the 4 people of Acme who stayed in the record")


pairs = st.tuples(st.sampled_from("AB"), st.sampled_from("XYZ"))


@given(st.dictionaries(pairs, st.integers(1, 9)), st.integers(0, 9), st.integers(1, 9))
def test_who_remains_only_ever_clears_a_suspect(
    moved: dict[tuple[str, str], int], remaining: int, more: int
) -> None:
    few, many = ({"A": count, "B": count} for count in (remaining, remaining + more))
    assert suspected(moved, many).keys() <= suspected(moved, few).keys()


def renamed(ledger: Ledger, moved: int, stayed: int = 0, left: int = 0) -> None:
    for number in range(moved):
        ledger.career(f"Mover{number}", "Hooli 2018–2021-06 · Piper 2021-07–now")
    for number in range(stayed):
        ledger.career(f"Stayer{number}", "Hooli 2018–now")
    for number in range(left):
        ledger.career(f"Leaver{number}", "Hooli 2018–2021-06")


def test_suspect_is_a_link_with_its_evidence(ledger: Ledger) -> None:
    renamed(ledger, moved=4, stayed=2, left=3)
    ledger.career("Ada Example", "Hooli 2018–2021-02 · Globex 2021-03–now")
    ledger.career("Bob Sample", "Hooli 2021-02–now")
    ledger.career("Cy Test", "Hooli 2018–2019")
    ledger.career("Dee Model", "Hooli 2018–u, seen 2022")
    ledger.career("Eve Pattern", "Hooli 2018–u, seen 2020")
    note = "4 of the 8 people of Hooli who stayed in the record went to Piper in 2021"
    assert renames(ledger) == [
        Suspect("Hooli", "renamed", "Piper", "2021", None, None, None, None, note)
    ]
    ledger.career("Fay Specimen", "Hooli 2018–now")
    assert renames(ledger) == []


def test_moves_spread_over_the_years_are_no_rename(ledger: Ledger) -> None:
    for number in range(6):
        year = 2015 + number
        ledger.career(f"Mover{number}", f"Hooli 2010–{year} · Piper {year + 1}–now")
    assert renames(ledger) == []


def test_roster_moves_are_dated_between_its_days(ledger: Ledger) -> None:
    for number in range(3):
        ledger.move(f"Person{number}", "Hooli", "Piper", "[2020-10-01..2021-10-01]")
    ledger.move("Person9", "Hooli", "Piper")
    (found,) = renames(ledger)
    assert found.started == "[2020-10-01..2021-10-01]"
    assert found.note.endswith("went to Piper between 2020-10-01 and 2021-10-01")


def test_pair_is_listed_once_and_a_renamed_one_no_more(ledger: Ledger) -> None:
    renamed(ledger, moved=4)
    for number in range(3):
        ledger.career(f"Later{number}", "Hooli 2018–2022-06 · Piper 2022-07–now")
    assert [(one.other, one.started) for one in renames(ledger)] == [("Piper", "2021")]
    ledger.link("Hooli", "renamed", "Piper")
    assert renames(ledger) == []
