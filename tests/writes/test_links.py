"""Which links are kept, and which would make an organisation part or successor of itself?"""

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from talentdb.errors import EndsBeforeStart, LinkMakesLoop, RecordContradicted, RuleBroken
from talentdb.schema import organisation_links, spells
from tests.builders import Ledger

Link = tuple[str, str, str]


def linked(connection: Connection, *links: Link) -> Ledger:
    ledger = Ledger(connection)
    for link in links:
        ledger.link(*link)
    return ledger


def test_same_link_twice_is_one(connection: Connection) -> None:
    ledger = Ledger(connection)
    id, outcome = ledger.link("Lab", "part-of", "Acme", "2020")
    assert outcome == "created"
    assert ledger.link("Lab", "part-of", "Acme", "2020") == (id, "unchanged")
    assert ledger.link("Lab", "part-of", "Acme", "2024")[1] == "created"
    assert ledger.link("Lab", "acquired", "Acme", "2020")[1] == "created"
    assert connection.scalar(select(func.count()).select_from(organisation_links)) == 3


def test_known_link_takes_what_is_said_more_and_refuses_what_is_said_otherwise(
    connection: Connection,
) -> None:
    ledger = Ledger(connection)
    id, _ = ledger.link("Lab", "part-of", "Acme", "2020")
    assert ledger.link("Lab", "part-of", "Acme", "2020", ended="2024") == (id, "updated")
    with pytest.raises(RecordContradicted, match="the end 2024, not 2025"):
        ledger.link("Lab", "part-of", "Acme", "2020", ended="2025")
    ledger.link("Acme", "acquired", "Globex")
    paid: dict[str, Any] = {"amount": 14, "currency": "USD"}
    assert ledger.link("Acme", "acquired", "Globex", **paid)[1] == "updated"
    assert ledger.link("Acme", "acquired", "Globex", **paid)[1] == "unchanged"
    others: list[dict[str, Any]] = [{**paid, "amount": 15}, {**paid, "currency": "EUR"}]
    for other in others:
        with pytest.raises(RecordContradicted, match="link:2 is recorded with"):
            ledger.link("Acme", "acquired", "Globex", **other)


@pytest.mark.parametrize(
    ("links", "loop"),
    [
        ([], ("A", "part-of", "A")),
        ([], ("A", "acquired", "A")),
        ([("A", "part-of", "B")], ("B", "part-of", "A")),
        ([("A", "part-of", "B"), ("B", "part-of", "C")], ("C", "part-of", "A")),
        ([("A", "part-of", "B"), ("B", "part-of", "C")], ("C", "merged-into", "A")),
        ([("A", "merged-into", "B")], ("B", "merged-into", "A")),
        ([("A", "renamed", "B")], ("B", "renamed", "A")),
        ([("A", "renamed", "B"), ("B", "renamed", "C")], ("C", "renamed", "A")),
        ([("A", "renamed", "B")], ("A", "part-of", "B")),
        ([("A", "renamed", "B")], ("B", "merged-into", "A")),
        ([("A", "part-of", "B")], ("A", "renamed", "B")),
        ([("A", "part-of", "B")], ("B", "renamed", "A")),
        ([("A", "part-of", "C"), ("C", "part-of", "B")], ("A", "renamed", "B")),
        ([("A", "renamed", "A2"), ("A2", "part-of", "B")], ("B", "part-of", "A")),
        ([("A", "part-of", "B"), ("B", "renamed", "B2")], ("B2", "part-of", "A")),
        ([("A", "part-of", "B"), ("B", "renamed", "B2"), ("B2", "part-of", "C")],
         ("C", "renamed", "A")),
        ([("A", "part-of", "B"), ("C", "part-of", "A"), ("C", "renamed", "C2")],
         ("B", "merged-into", "C2")),
    ],
)  # fmt: skip
def test_loops_are_refused(connection: Connection, links: list[Link], loop: Link) -> None:
    ledger = linked(connection, *links)
    with pytest.raises(LinkMakesLoop, match=f"{loop[0]} {loop[1]} {loop[2]} would close a loop"):
        ledger.link(*loop)
    assert connection.scalar(select(func.count()).select_from(organisation_links)) == len(links)


RING = [("A", "part-of", "B"), ("B", "renamed", "C"), ("C", "merged-into", "D"), ("D", "part-of", "A")]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("order", list(permutations(RING)), ids=str)
def test_last_link_of_a_ring_is_refused_in_every_order(
    connection: Connection, order: tuple[Link, ...]
) -> None:
    ledger = linked(connection, *order[:-1])
    with pytest.raises(LinkMakesLoop):
        ledger.link(*order[-1])


@pytest.mark.parametrize("kind", ["split-from", "acquired", "invested-in"])
def test_links_that_replace_nothing_may_go_both_ways(connection: Connection, kind: str) -> None:
    ledger = linked(connection, ("A", kind, "B"))
    assert ledger.link("B", kind, "A")[1] == "created"
    assert ledger.link("B", "part-of", "A")[1] == "created"


def test_organisation_may_be_part_of_two(connection: Connection) -> None:
    ledger = linked(connection, ("Lab", "part-of", "A"), ("Lab", "part-of", "B"))
    assert ledger.link("B", "part-of", "A")[1] == "created"


@pytest.mark.parametrize("other", ["C", "B"])
def test_second_new_name_is_refused_and_the_newest_named(
    connection: Connection, other: str
) -> None:
    ledger = linked(connection, ("A", "renamed", "B"))
    with pytest.raises(RuleBroken, match=r"A was renamed already \(now B\)"):
        ledger.link("A", "renamed", other, "2021")
    assert ledger.link("B", "renamed", "D")[1] == "created"


def test_two_organisations_may_be_renamed_to_one(connection: Connection) -> None:
    assert linked(connection, ("A", "renamed", "C")).link("B", "renamed", "C")[1] == "created"


def test_link_that_ends_before_it_starts_is_refused(connection: Connection) -> None:
    with pytest.raises(EndsBeforeStart):
        Ledger(connection).link("A", "part-of", "B", "2020", ended="2019")


def test_renamed_touches_everybody_at_either_side(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.career("Ada Example", "Facebook 2015–2021 · Meta 2021–now")
    ledger.career("Bob Sample", "Facebook 2010–2012")
    assert connection.scalar(select(func.count()).select_from(spells)) == 3
    ledger.link("Facebook", "renamed", "Meta")
    found = connection.execute(select(spells.c.organisation_id, spells.c.started)).all()
    meta = ledger.organisation("Meta")
    assert sorted(tuple(row) for row in found) == [(meta, "2010"), (meta, "2015")]
