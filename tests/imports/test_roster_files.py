"""What does an import of rosters need to be told, what does it tell, and can it be taken back?"""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb.errors import CsvRefused, OptionMisused
from talentdb.imports.as_of import day_of
from talentdb.imports.pipeline import Manner
from talentdb.imports.recipe import Recipe
from talentdb.schema import citations, presences, roles, rosters
from tests.imports.builders import content, files, imported, rows, taken, undone
from tests.imports.rosters import held, listed, staff


def test_the_same_roster_again_changes_nothing(
    engine: Engine, tmp_path: Path, ledger_url: str
) -> None:
    for day, who in (("2023", "Ada Engineer, Bob"), ("2024", "Bob, Cy")):
        listed(engine, tmp_path, day, staff(who))
    before = content(ledger_url)
    for day, who in (("2024", "Cy, Bob"), ("2023", "Bob, Ada engineer")):
        summary = listed(engine, tmp_path, day, staff(who))
        assert (summary.change_set, summary.unchanged) == (None, 2)
    assert content(ledger_url) == before


def test_a_roster_is_the_union_of_all_that_is_said_of_a_day(engine: Engine, tmp_path: Path) -> None:
    for day, who in (("2022", "Ada, Bob"), ("2023", "Ada"), ("2024", "Ada, Bob"), ("2023", "Bob")):
        listed(engine, tmp_path, day, staff(who))
    assert held(engine) == [
        "Ada Acme - [..2022-12-31] .. seen 2024",
        "Bob Acme - [..2022-12-31] .. seen 2024",
    ]


def test_undo_of_each_roster_leaves_what_was_before(
    engine: Engine, tmp_path: Path, ledger_url: str
) -> None:
    states, changes = [content(ledger_url)], []
    for day, who in (("2023", "Ada Engineer"), ("2021", "Ada Engineer"), ("2022", "Bob")):
        changes.append(listed(engine, tmp_path, day, staff(who)).change_set)
        states.append(content(ledger_url))
    while changes:
        assert content(ledger_url) == states.pop()
        undone(engine, changes.pop())
    assert content(ledger_url) == states.pop()


def test_a_row_with_a_problem_refuses_the_whole_roster(
    engine: Engine, tmp_path: Path, ledger_url: str
) -> None:
    before = content(ledger_url)
    with pytest.raises(CsvRefused) as refused:
        listed(engine, tmp_path, "2023", [*staff("Ada"), ("", "Acme", "")])
    assert [(one.line, one.column) for one in refused.value.problems] == [(3, "person")]
    assert content(ledger_url) == before


def test_a_roster_that_may_be_before_or_after_another_is_refused(
    engine: Engine, tmp_path: Path
) -> None:
    listed(engine, tmp_path, "2023-06", staff("Ada"))
    with pytest.raises(CsvRefused) as refused:
        listed(engine, tmp_path, "2023", staff("Bob, Cy @Globex"))
    assert [(one.line, one.column) for one in refused.value.problems] == [(2, "organisation")]


def test_a_renamed_organisation_goes_on_under_its_new_name(engine: Engine, tmp_path: Path) -> None:
    listed(engine, tmp_path, "2022", staff("Ada, Bob"))
    imported(engine, tmp_path, links="organisation,link,other\nAcme,renamed,Zenith\n")
    listed(engine, tmp_path, "2023", staff("Ada @Zenith, Cy @Zenith"))
    assert held(engine) == [
        "Ada Acme - [..2022-12-31] .. seen 2023",
        "Bob Acme - [..2022-12-31] [2022..2023] seen 2022",
        "Cy Zenith - [2022..2023] .. seen 2023",
    ]


def test_organisations_that_look_renamed_are_told(engine: Engine, tmp_path: Path) -> None:
    who = ("Ada", "Bob", "Cy", "Dee")
    summary = listed(engine, tmp_path, "2022", staff(", ".join(f"{name} @Acme" for name in who)))
    assert [note for note in summary.notes if "renamed" in note] == []
    there = ", ".join(f"{name} @Zenith" for name in who[:3])
    summary = listed(engine, tmp_path, "2023", staff(f"{there}, Dee @Globex, Eve @Zenith"))
    assert [note for note in summary.notes if "renamed" in note] == [
        "looks renamed: Acme → Zenith (3 of 4 people); if so: "
        "talentdb add link 'Acme' renamed 'Zenith'"
    ]


def test_the_summary_says_what_was_opened_ended_and_kept(engine: Engine, tmp_path: Path) -> None:
    listed(engine, tmp_path, "2021", staff("Ada, Bob Engineer, Cy, Dee"))
    listed(engine, tmp_path, "2022", staff("Bob Engineer, Cy, Dee"))
    imported(
        engine,
        tmp_path,
        roles="person,organisation,title,started,ended\nEve Example,Acme,Chief,2020,2024-05-05\n",
    )
    listed(engine, tmp_path, "2024", staff("Dee, Eve"))
    summary = listed(engine, tmp_path, "2023", staff("Ada, Bob Lead, Dee"))
    told = [note for note in summary.notes if note.startswith("roster")]
    assert told == [
        "roster of 1 organisation on 2023: "
        "opened 2 (1 for a new title, 1 on a return), ended 2, kept 1"
    ]
    assert [note for note in summary.notes if "kept as recorded" in note] == [
        "1 recorded role runs on the day of a roster that does not list it: kept as recorded"
    ]


def test_sources_of_a_roster_are_cited_for_its_roles(engine: Engine, tmp_path: Path) -> None:
    text = "name,source\nAda Example,\n"
    recipe = Recipe(as_of="filename", constants={"organisation": "Acme"})
    for source, count in (("", 0), ("https://acme.example/2023", 1), ("https://b.example", 2)):
        named = {"team_2023-06": text.replace(",\n", f",{source}\n")}
        summary = taken(engine, files(tmp_path, named), "roster", Manner(recipe))
        assert summary.change_set is not None
        assert rows(engine, citations, "role_id") == rows(engine, roles, "id") * count
    assert rows(engine, presences, "kind") == [("employment",)]
    assert rows(engine, rosters, "day") == [("2023-06",)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("staff-2024-06.csv", "2024-06"),
        ("2019/staff 2024-06-30.csv.gz", "2024-06-30"),
        ("staff20240630.csv", "2024-06-30"),
        ("staff_2024_06_v2.csv", "2024-06"),
        ("2024.csv", "2024"),
        ("acme-2024Q2.csv", "2024-34"),
    ],
)
def test_the_name_of_a_file_may_say_the_day(name: str, day: str) -> None:
    assert day_of("filename", name).text == day


@pytest.mark.parametrize(
    "name", ["staff.csv", "-", "2023-2024.csv", "staff-2024-13-45.csv", "x123456789"]
)
def test_a_name_without_one_date_is_refused(name: str) -> None:
    with pytest.raises(OptionMisused, match="say --as-of DATE"):
        day_of("filename", name)


@pytest.mark.parametrize(("kind", "as_of"), [("roster", None), ("roles", "2024"), (None, "2024")])
def test_a_roster_and_its_day_go_together(
    engine: Engine, tmp_path: Path, kind: str | None, as_of: str | None
) -> None:
    paths = files(tmp_path, {"list": "person,organisation\nAda Example,Acme\n"})
    with pytest.raises(OptionMisused, match="--as-of"):
        taken(engine, paths, kind, Manner(Recipe(as_of=as_of)))
