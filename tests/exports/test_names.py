"""Is everybody named in files so that nobody else is meant?"""

import csv
from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb.errors import RuleBroken
from talentdb.exports.csv import export_directory
from tests.imports.builders import imported

HOMONYMS = (
    "person,identifiers\nWei Zhang,local:wei-zhang-1\nWEI ZHANG,local:wei-zhang-2 | orcid:1\n"
)
ROLES = "person,organisation,title\n"


def export(engine: Engine, folder: Path) -> dict[str, list[list[str]]]:
    """The rows of every file that has any."""
    with engine.connect() as connection:
        export_directory(connection, folder / "out")
    found = {}
    for path in (folder / "out").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.reader(file))[1:]
    return {name: rows for name, rows in found.items() if rows}


def test_a_homonym_is_named_by_the_first_identifier(engine: Engine, tmp_path: Path) -> None:
    roles = ROLES + "local:wei-zhang-1,Acme,Chief\norcid:1,Acme,Lead\n"
    imported(engine, tmp_path, people=HOMONYMS, roles=roles)
    found = export(engine, tmp_path)
    assert [row[:2] for row in found["people"]] == [
        ["WEI ZHANG", "local:wei-zhang-2 | orcid:1"],
        ["Wei Zhang", "local:wei-zhang-1"],
    ]
    assert [row[0] for row in found["roles"]] == ["local:wei-zhang-1", "local:wei-zhang-2"]


def test_a_name_that_is_also_an_alias_of_somebody_else_names_nobody(
    engine: Engine, tmp_path: Path
) -> None:
    imported(
        engine,
        tmp_path,
        people="person,identifiers\nAda Example,orcid:1\nBob Sample,\n",
        roles=ROLES + "Ada Example,Acme,Chief\nBob Sample,Acme,Lead\n",
    )
    imported(engine, tmp_path, names="of,name,started,ended\nBob Sample,Ada Example,,2010\n")
    found = export(engine, tmp_path)
    assert [row[0] for row in found["roles"]] == ["Bob Sample", "orcid:1"]
    assert found["names"] == [["Bob Sample", "Ada Example", "", "2010"]]


def test_the_owner_of_a_name_is_told_from_an_organisation_of_the_same_name(
    engine: Engine, tmp_path: Path
) -> None:
    imported(
        engine,
        tmp_path,
        people="person,identifiers\nMercury,orcid:1\n",
        organisations="organisation\nMercury\n",
        names="of,name\norcid:1,Merc\n",
        roles=ROLES + "Mercury,Mercury,Chief\n",
    )
    found = export(engine, tmp_path)
    assert found["names"][0][:2] == ["orcid:1", "Merc"]
    assert found["roles"][0][:2] == ["Mercury", "Mercury"]


@pytest.mark.parametrize(
    ("texts", "advice"),
    [
        (
            {
                "people": "person,identifiers\nAda Example,orcid:1\nBob Sample,\nCy Instance,\n",
                "roles": ROLES + "Bob Sample,Acme,Chief\n",
                "names": "of,name\nCy Instance,Bob Sample\n",
            },
            "talentdb add identifier person:2 local:bob-sample-2",
        ),
        (
            {
                "people": "person\nMercury\n",
                "organisations": "organisation\nMercury\n",
                "names": "of,name\nperson:1,Merc\n",
            },
            "talentdb add identifier person:1 local:mercury-1",
        ),
    ],
)
def test_who_cannot_be_named_is_told_with_what_to_do(
    engine: Engine, tmp_path: Path, texts: dict[str, str], advice: str
) -> None:
    for name, text in texts.items():
        imported(engine, tmp_path, **{name: text})
    with pytest.raises(RuleBroken) as refused:
        export(engine, tmp_path)
    assert str(refused.value).splitlines()[1:] == [f"  {advice}"]
    assert not (tmp_path / "out").exists()


def test_who_is_named_nowhere_needs_no_identifier(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, people="person\nAda Example\nBob Sample\n")
    imported(engine, tmp_path, names="of,name\nBob Sample,Ada Example\n")
    assert len(export(engine, tmp_path)["people"]) == 2
