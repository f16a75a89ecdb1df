"""Does a row's own id decide which fact it is, whatever else of the row has changed?"""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from talentdb.errors import CsvRefused, OptionMisused
from talentdb.imports.pipeline import Manner
from talentdb.imports.recipe import KEY, Recipe, Taken, keyed
from talentdb.imports.recipe_files import recipe_in, toml_of
from talentdb.imports.summary import Summary
from talentdb.schema import (
    citations,
    organisation_links,
    roles,
    row_keys,
    transition_reasons,
    transitions,
)
from tests.imports.builders import content, files, imported, rows, taken, undone

HEAD = "id,person,organisation,title,started,ended\n"
FIRST = f"{HEAD}1,Ada Example,Acme,Engineer,2020,\n2,Bob Sample,Acme,,2021,\n"


def by_key(engine: Engine, folder: Path, text: str, name: str = "list", **said: Any) -> Summary:
    recipe = Recipe(columns={KEY: Taken(("id",))}, **said)
    return taken(engine, files(folder, {name: text}), manner=Manner(recipe))


def refused(engine: Engine, folder: Path, text: str, **said: Any) -> list[tuple[int, str]]:
    with pytest.raises(CsvRefused) as found:
        by_key(engine, folder, text, **said)
    return [(problem.line, problem.message.partition(":")[0]) for problem in found.value.problems]


def test_a_row_that_changed_updates_its_fact(
    engine: Engine, tmp_path: Path, ledger_url: str
) -> None:
    by_key(engine, tmp_path, FIRST)
    before = content(ledger_url)
    changed = FIRST.replace("Engineer,2020,", "Chief,2018-05,2022").replace(
        "Bob Sample,Acme", "Bob Sample,Globex"
    )
    summary = by_key(engine, tmp_path, changed)
    assert (summary.updated, summary.unchanged, summary.created["roles"]) == (2, 0, 0)
    names = ("title", "started", "ended", "organisation_id")
    assert rows(engine, roles, *names) == [("Chief", "2018-05", "2022", 1), (None, "2021", None, 2)]
    again = by_key(engine, tmp_path, changed)
    assert (again.change_set, again.unchanged) == (None, 2)
    undone(engine, summary.change_set)
    assert content(ledger_url) == before


def test_a_row_that_leaves_cells_blank_stays_its_fact(engine: Engine, tmp_path: Path) -> None:
    by_key(engine, tmp_path, FIRST)
    blank = FIRST.replace("Acme,Engineer,2020,", "Globex,,,")
    summary = by_key(engine, tmp_path, blank)
    assert (summary.updated, summary.created["roles"]) == (1, 0)
    names = ("title", "started", "organisation_id")
    assert rows(engine, roles, *names) == [("Engineer", "2020", 2), (None, "2021", 1)]
    ids = dict(rows(engine, roles, "title", "id"))
    assert dict(rows(engine, row_keys, "value", "role_id"))["1"] == ids["Engineer"]
    assert by_key(engine, tmp_path, blank).change_set is None
    moves = "id,person,from,to,date,reasons,source\n{}\n"
    first = "1,Ada Example,Acme,Globex,2020,,"
    by_key(engine, tmp_path, moves.format(first), "moves", key_scheme="news")
    then = "1,Ada Example,,Initech,,mission,https://example.org/memo"
    by_key(engine, tmp_path, moves.format(then), "moves", key_scheme="news")
    assert rows(engine, transitions, "date", "from_organisation_id", "to_organisation_id") == [
        ("2020", 1, 3)
    ]
    assert rows(engine, transition_reasons, "reason") == [("mission",)]
    assert rows(engine, citations, "transition_id") == [(1,)]


def test_a_row_that_did_not_change_leaves_what_others_said_since(
    engine: Engine, tmp_path: Path
) -> None:
    by_key(engine, tmp_path, FIRST.replace("2020,", "2020,now"))
    plain = "person,organisation,title,started,ended\nAda Example,Acme,Engineer,2020-03,2024\n"
    imported(engine, tmp_path, roles=plain)
    again = by_key(engine, tmp_path, FIRST.replace("2020,", "2020,now"))
    assert (again.change_set, again.unchanged) == (None, 2)
    assert rows(engine, roles, "started", "ended")[0] == ("2020-03", "2024")


def test_facts_that_are_there_get_their_keys_and_equal_rows_have_one_in_common(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, roles=FIRST.replace("id,", "note,"))
    twice = FIRST + "3,Bob Sample,Acme,,2021,\n"
    by_key(engine, tmp_path, twice)
    keys = dict(rows(engine, row_keys, "value", "role_id"))
    assert keys["1"] != keys["2"] == keys["3"]
    # One of the two changes: by now they are two.
    third = "3,Bob Sample,Acme,Lead,2023"
    by_key(engine, tmp_path, twice.replace("3,Bob Sample,Acme,,2021", third))
    assert {key: id for key, id in rows(engine, row_keys, "value", "role_id") if key != "3"} == {
        key: id for key, id in keys.items() if key != "3"
    }
    titles = dict(rows(engine, roles, "id", "title"))
    assert [titles[id] for _, id in rows(engine, row_keys, "value", "role_id")] == [
        "Engineer",
        None,
        "Lead",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIRST.replace("2,Bob", "1,Bob"), [(3, "the row of ")]),
        (FIRST.replace("Ada Example", "Cy Test"), [(2, "another person has this key")]),
        (FIRST.replace("2020,", "2020,2019"), [(2, "it would end (2019) before it starts (2020)")]),
    ],
)
def test_what_a_key_cannot_mean_is_a_problem(
    engine: Engine, tmp_path: Path, text: str, expected: list[tuple[int, str]]
) -> None:
    by_key(engine, tmp_path, FIRST)
    found = refused(engine, tmp_path, text)
    assert [line for line, _ in found] == [line for line, _ in expected]
    assert all(
        said.startswith(start) for (_, said), (_, start) in zip(found, expected, strict=True)
    )


def test_moves_and_links_have_keys_too_and_schemes_keep_files_apart(
    engine: Engine, tmp_path: Path
) -> None:
    moves = "id,person,from,to,date\n1,Ada Example,Acme,Globex,2020\n"
    links = "id,organisation,link,other,started\n1,Lab,part-of,Acme,2019\n"
    by_key(engine, tmp_path, moves, "moves", key_scheme="news")
    by_key(engine, tmp_path, links, "links", key_scheme="firms")
    by_key(engine, tmp_path, moves.replace("2020", "2021-02"), "moves", key_scheme="news")
    by_key(engine, tmp_path, links.replace("2019", "2018"), "links", key_scheme="firms")
    assert rows(engine, transitions, "date") == [("2021-02",)]
    assert rows(engine, organisation_links, "started") == [("2018",)]
    found = refused(engine, tmp_path, links, key_scheme="news")
    assert found == [(2, "another kind of fact has this key")]


def test_people_have_identifiers_instead(engine: Engine, tmp_path: Path) -> None:
    text = "id,person\n1,Ada Example\n"
    with pytest.raises(CsvRefused, match="people have no such column"):
        taken(
            engine,
            files(tmp_path, {"list": text}),
            "people",
            Manner(Recipe(columns={KEY: Taken(("id",))})),
        )


def test_a_recipe_keeps_the_key(tmp_path: Path) -> None:
    columns, scheme = keyed("hr = Row id")
    recipe = Recipe(columns=columns, key_scheme=scheme)
    path = tmp_path / "list.toml"
    path.write_text(toml_of(recipe), encoding="utf-8")
    assert recipe_in(path) == recipe
    assert (scheme, columns) == ("hr", {KEY: Taken(("Row id",))})
    with pytest.raises(OptionMisused, match="--key"):
        keyed("=id")
