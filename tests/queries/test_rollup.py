"""Which organisation stands for which, and when? (metrics.md §5)"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from tests.builders import Ledger
from tests.queries.asking import moves


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


def route(ledger: Ledger, **options: Any) -> str:
    """The only move: from and to; nothing if it is none."""
    found = moves(ledger, **options)
    return found[0].removeprefix("Ada: ").rpartition(" ")[0] if found else ""


@pytest.mark.parametrize(
    ("started", "ended", "moved", "inside"),
    [
        (None, None, "2010", True),
        (None, None, None, True),
        ("2020", None, "2019-12-31", False),
        ("2020-06", None, "2020", True),
        ("2020", None, "2020", True),
        ("2020", None, "2024", True),
        ("2020", "2022", "2023", False),
        ("2020", "2022", "2022-12-31", True),
        ("2020", "..", "2024", True),
        ("[..2020]", None, "2010", True),
        ("2020", None, "[..2019]", False),
        ("2020", None, "[2019..]", True),
        ("2020", None, None, True),
        ("2020", "2022", None, False),
        ("2027", None, None, False),
    ],
)
def test_part_belongs_to_its_whole_while_the_link_may_hold(
    ledger: Ledger, started: str | None, ended: str | None, moved: str | None, inside: bool
) -> None:
    ledger.link("Lab", "part-of", "Meta", started, ended=ended)
    ledger.move("Ada Example", "Acme", "Lab", moved)
    assert route(ledger, to="Meta") == ("Acme → Meta" if inside else "")
    assert route(ledger, to="Meta", exact=True) == ""
    assert route(ledger, to="Lab") == "Acme → Lab"
    assert route(ledger) == "Acme → Lab"


def test_parts_of_parts_belong_too_while_all_links_hold(ledger: Ledger) -> None:
    ledger.link("Team", "part-of", "Lab", "2015", ended="2019")
    ledger.link("Lab", "part-of", "Meta", "2018")
    for year in ("2016", "2018-06", "2021"):
        ledger.move("Ada Example", "Acme", "Team", year)
    assert moves(ledger, to="Meta") == ["Ada: Acme → Meta 2018-06"]
    assert moves(ledger, to="Lab") == ["Ada: Acme → Lab 2018-06", "Ada: Acme → Lab 2016"]
    assert moves(ledger, to="Lab, Meta") == moves(ledger, to="Lab")


def test_moves_inside_a_named_organisation_fall_away(ledger: Ledger) -> None:
    ledger.link("Lab", "part-of", "Meta")
    ledger.link("Team", "part-of", "Meta")
    ledger.move("Ada Example", "Lab", "Meta", "2020")
    ledger.move("Ada Example", "Lab", "Team", "2021")
    assert moves(ledger, organisation="Meta") == []
    assert len(moves(ledger)) == len(moves(ledger, organisation="Meta, Lab, Team")) == 2
    assert moves(ledger, to="Meta", exact=True) == ["Ada: Lab → Meta 2020"]
    assert moves(ledger, rollup="parents") == []


@pytest.mark.parametrize("rollup", ["none", "renames", "parents"])
@pytest.mark.parametrize("moved", ["2010", "2030", None])
def test_renamed_is_one_organisation_at_all_times(
    ledger: Ledger, rollup: str, moved: str | None
) -> None:
    ledger.link("Facebook", "renamed", "Meta", "2021")
    ledger.link("Meta", "renamed", "Meta Platforms", "2025")
    ledger.move("Ada Example", "Acme", "Facebook", moved)
    assert route(ledger, rollup=rollup) == "Acme → Meta Platforms"
    assert route(ledger, rollup=rollup, to="Facebook") == "Acme → Meta Platforms"


@pytest.mark.parametrize(
    ("rollup", "moved", "expected"),
    [
        ("renames", "2019", "Acme → Instagram"),
        ("renames", "2020", "Acme → Meta"),
        ("renames", "2024", "Acme → Meta"),
        ("renames", None, "Acme → Meta"),
        ("parents", "2024", "Acme → Meta"),
        ("none", "2024", "Acme → Instagram"),
    ],
)
def test_merged_into_counts_from_its_date_on(
    ledger: Ledger, rollup: str, moved: str | None, expected: str
) -> None:
    ledger.link("Instagram", "merged-into", "Meta", "2020-06")
    ledger.move("Ada Example", "Acme", "Instagram", moved)
    assert route(ledger, rollup=rollup) == expected


def test_merger_into_where_one_worked_is_no_move(ledger: Ledger) -> None:
    ledger.link("Instagram", "merged-into", "Meta", "2020")
    ledger.career("Ada Example", "Instagram 2015–2020-06 · Meta 2020-06–now")
    ledger.career("Bob Sample", "Instagram 2015–2018 · Meta 2018–now")
    assert moves(ledger) == ["Bob: Instagram → Meta 2018"]
    assert len(moves(ledger, rollup="none")) == 2


def test_undated_moves_use_the_links_of_the_day_asked_about(ledger: Ledger) -> None:
    ledger.link("Lab", "part-of", "Meta", "2020", ended="2022")
    ledger.move("Ada Example", "Acme", "Lab")
    assert route(ledger, to="Meta", as_of=date(2021, 1, 1)) == "Acme → Meta"
    assert route(ledger, to="Meta", as_of=date(2023, 1, 1)) == ""


def test_parents_climb_to_the_top_and_stop_at_a_named_one(ledger: Ledger) -> None:
    ledger.link("Team", "part-of", "Lab")
    ledger.link("Lab", "part-of", "Division")
    ledger.link("Division", "part-of", "Group")
    ledger.move("Ada Example", "Acme", "Team", "2020")
    assert route(ledger, rollup="parents") == "Acme → Group"
    assert route(ledger, rollup="parents", to="Lab") == "Acme → Lab"
    assert route(ledger, rollup="parents", to="Lab, Division") == "Acme → Lab"
    assert route(ledger, rollup="parents", from_="Acme") == "Acme → Group"
    assert route(ledger, rollup="renames") == "Acme → Team"


def test_link_of_an_unrelated_organisation_changes_nothing(ledger: Ledger) -> None:
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    before = {how: moves(ledger, rollup=how) for how in ("none", "renames", "parents")}
    for number, kind in enumerate(("part-of", "renamed", "merged-into", "split-from", "acquired")):
        ledger.link(f"Hooli {number}", kind, f"Initech {number}")
    assert {how: moves(ledger, rollup=how) for how in before} == before
    ledger.link("Globex", "part-of", "Hooli 0")
    ledger.link("Globex", "acquired", "Initech 0")
    assert moves(ledger) == moves(ledger, organisation="Globex") == before["renames"]


def test_renamed_whole_keeps_its_parts(ledger: Ledger) -> None:
    ledger.link("Lab", "part-of", "Facebook", "2015")
    ledger.link("Old Lab", "renamed", "Lab")
    ledger.link("Facebook", "renamed", "Meta")
    ledger.move("Ada Example", "Acme", "Old Lab", "2020")
    for name in ("Meta", "Facebook"):
        assert route(ledger, to=name) == "Acme → Meta"
