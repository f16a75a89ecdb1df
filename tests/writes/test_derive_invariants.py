"""What holds however the facts of a ledger are told, and in whatever order."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from talentdb.errors import TalentdbError
from talentdb.writes.derive import derive_everybody
from tests.builders import Ledger
from tests.writes.derived import content, stored

ON_ONE_LEDGER = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PLACES = ("Acme", "Globex", "Initech", "Hooli", "Acme Labs")
PEOPLE = ("Ada Example", "Bob Sample")
YEARS = ("2015", "2016", "2016-06", "2017", "2018-03-01", "[2018..2019]", "[..2019]", "2020")

Fact = tuple[str, tuple[Any, ...], dict[str, Any]]


def fact(kind: str, *places: st.SearchStrategy[Any], **more: st.SearchStrategy[Any]) -> Any:
    return st.tuples(st.just(kind), st.tuples(*places), st.fixed_dictionaries(more))


people, places = st.sampled_from(PEOPLE), st.sampled_from(PLACES)
facts = st.one_of(
    fact(
        "role",
        people,
        places,
        title=st.sampled_from(["Engineer", "Lead"]),
        started=st.sampled_from(YEARS),
        ended=st.sampled_from([None, "..", "2021", "[2021..]"]),
    ),
    fact("move", people, places, places, st.sampled_from([None, *YEARS])),
    fact("link", places, st.sampled_from(["renamed", "part-of", "merged-into"]), places),
)


@contextmanager
def undone(connection: Connection) -> Iterator[Ledger]:
    """A ledger of which nothing stays: an example of many on one database."""
    savepoint = connection.begin_nested()
    yield Ledger(connection)
    savepoint.rollback()


def told(ledger: Ledger, written: list[Fact]) -> list[Fact]:
    """Tells the facts one by one; those that were new and taken (no other one stays)."""
    taken = []
    for kind, places, more in written:
        savepoint = ledger.connection.begin_nested()
        try:
            is_new = getattr(ledger, kind)(*places, **more)[1] in ("created", True)
        except TalentdbError:
            is_new = False
        if is_new:
            savepoint.commit()
            taken.append((kind, places, more))
        else:
            savepoint.rollback()
    return taken


@ON_ONE_LEDGER
@given(st.lists(facts, max_size=10))
def test_telling_fact_by_fact_is_deriving_it_all_at_the_end(
    connection: Connection, written: list[Fact]
) -> None:
    with undone(connection) as ledger:
        told(ledger, written)
        before = stored(connection)
        derive_everybody(connection)
        assert stored(connection) == before


@ON_ONE_LEDGER
@given(st.lists(facts, max_size=8), st.randoms(use_true_random=False))
def test_order_of_telling_does_not_matter(
    connection: Connection, written: list[Fact], chance: Any
) -> None:
    with undone(connection) as ledger:
        taken = told(ledger, written)
        first = content(connection)
    chance.shuffle(taken)
    with undone(connection) as ledger:
        # A role without a start may be new in one order and another one's in the other.
        if told(ledger, taken) == taken:
            assert content(connection) == first
