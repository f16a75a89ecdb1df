"""Do commands answer what a slow recount, written from the definitions alone, answers too?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.databases import Databases
from tests.examples import examples
from tests.referee.asking import facts_at, invent, said
from tests.referee.careers import ORGANISATIONS
from tests.referee.comparing import Facts, Referee
from tests.referee.ledger import Rule, database
from tests.referee.questions import Asked, questions

pytestmark = pytest.mark.slow

PEOPLE = 150
ASKED_ABOUT = ("Works I", "Works C")
# Of almost 300 questions each database is asked some of every kind, and not the same ones;
# `make soak` and `python -m tests.referee` ask all of them.
FIRST = {"sqlite": 0, "postgresql": 5}
EVERY = 25


@settings(max_examples=examples(1, 50), phases=[Phase.generate])
@given(seed=st.integers(1, 1_000_000))
def test_every_cell_is_equal(databases: Databases, seed: int) -> None:
    url = databases.ledger()
    referee = Referee(invented(url, seed), date.today())
    ids = referee.ids()
    listed = list(questions({name: ids[name] for name in ASKED_ABOUT}))
    chosen = listed if examples(0, 1) else some(listed, FIRST[databases.name])
    wrong = {
        " ".join(asked.words): differences
        for asked in chosen
        if (differences := referee.differences(asked, said(url, asked)))
    }
    referee.close()
    databases.drop(url)
    assert wrong == {}
    assert referee.cells > 1000


def some(listed: list[Asked], first: int) -> Iterator[Asked]:
    """A few questions of each kind, under rules that differ from kind to kind."""
    kinds: dict[str, list[Asked]] = {}
    for asked in listed:
        kinds.setdefault(asked.answer, []).append(asked)
    for number, kind in enumerate(kinds.values()):
        yield from kind[(first + 3 * number) % min(len(kind), EVERY) :: EVERY]


def test_careers_hold_what_the_definitions_are_about(databases: Databases) -> None:
    url = databases.ledger()
    facts = invented(url, seed=1)
    databases.drop(url)
    connection = database(facts, Rule(), date.today())

    def count(statement: str) -> int:
        return int(connection.execute(statement).fetchone()[0])

    assert len(facts["organisations"]) == len(ORGANISATIONS)
    assert count("SELECT count(DISTINCT continuity) FROM derived") == 5
    assert count("SELECT count(DISTINCT state) FROM spells") == 3
    assert count("SELECT count(*) FROM spells WHERE spell NOT IN (SELECT spell FROM stations)")
    for table in ("twins", "presumed", "overtaken", "begun_by", "ended_by"):
        assert count(f"SELECT count(*) FROM {table}"), table
    assert count("SELECT count(*) FROM crossings") < count("SELECT count(*) FROM moves")
    connection.close()


def invented(url: str, seed: int) -> Facts:
    with TemporaryDirectory() as folder:
        invent(url, Path(folder), seed, PEOPLE)
    return facts_at(url)
