"""Do the seeds become the ledger that they describe?"""

import csv

from sqlalchemy import Engine, func, select

from talentdb.schema import change_sets, organisations, transitions
from tests.imports.builders import SEEDS, content, seeded


def lines(name: str) -> int:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return len(list(csv.DictReader(file)))


def test_every_row_of_the_seeds_becomes_a_record(engine: Engine) -> None:
    summary = seeded(engine)
    facts = ("roles", "names", "links", "offers", "works", "credits", "figures")
    names = ("people", "organisations", *facts, "sources", "citations")
    assert summary.created == {
        **{name: lines(name) for name in names},
        "transitions": lines("moves"),
        "identifiers": 0,
        "tags": 0,
    }
    assert summary.rows == sum(lines(name) for name in (*names, "moves"))
    assert (summary.updated, summary.unchanged, summary.rejected) == (0, 0, 0)
    assert summary.problems == ()
    assert summary.change_set is not None


def test_thirteen_people_move_to_the_lab(engine: Engine) -> None:
    seeded(engine)
    lab = organisations.c.name == "Meta Superintelligence Labs"
    moves = select(func.count()).select_from(
        transitions.join(organisations, transitions.c.to_organisation_id == organisations.c.id)
    )
    with engine.connect() as connection:
        recorded = moves.where(lab, transitions.c.origin == "recorded")
        assert connection.scalar(recorded) == 13


def test_titles_of_seeded_moves_lead_to_their_roles(engine: Engine) -> None:
    seeded(engine)
    titled = transitions.c.to_title.is_not(None), transitions.c.origin == "recorded"
    with engine.connect() as connection:
        unattached = select(func.count()).where(*titled, transitions.c.to_role_id.is_(None))
        assert connection.scalar(unattached) == 0


def test_second_import_of_the_seeds_changes_nothing(engine: Engine, ledger_url: str) -> None:
    first = seeded(engine)
    before = content(ledger_url)
    second = seeded(engine)
    assert set(second.created.values()) == {0}
    assert (second.updated, second.unchanged) == (0, first.rows)
    assert second.change_set is None
    assert content(ledger_url) == before
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(change_sets)) == 1
