"""Do identifiers, tags, other names and sources in a file of roles reach those whom it names?"""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb import schema
from talentdb.errors import CsvRefused
from talentdb.imports.recipe import Taken
from tests.imports.builders import content, imported, mapped, rows

TWO = (
    "name,organisation,title,scholarid,linkedin\n"
    "Wei Test,Acme,Chief,AAA,https://www.linkedin.com/in/wei-one/\n"
    "Wei Test,Globex,Clerk,BBB,\n"
    "Wei Test,Initech,Clerk,AAA,\n"
    "Bob Sample,Acme,Clerk,NOSCHOLARPAGE,\n"
)
SCHOLAR = {"scholar": Taken(("scholarid",), placeholders=("noscholarpage",))}


def people(engine: Engine) -> list[tuple[str, ...]]:
    return rows(engine, schema.people, "name")


def test_identifiers_decide_who_is_who(engine: Engine, tmp_path: Path) -> None:
    summary = mapped(engine, tmp_path, TWO, identifiers=SCHOLAR)
    assert (summary.rows, summary.created["people"], summary.created["roles"]) == (4, 3, 4)
    assert people(engine) == [("Bob Sample",), ("Wei Test",), ("Wei Test",)]
    assert rows(engine, schema.identifiers, "scheme", "value") == [
        ("linkedin", "wei-one"),
        ("scholar", "AAA"),
        ("scholar", "BBB"),
    ]


def test_the_same_file_again_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    mapped(engine, tmp_path, TWO, identifiers=SCHOLAR)
    again = mapped(engine, tmp_path, TWO, identifiers=SCHOLAR)
    assert (again.change_set, again.unchanged) == (None, 4)


def test_tags_other_names_and_wholes_are_said_beside_a_role(
    engine: Engine, ledger_url: str, tmp_path: Path
) -> None:
    columns = {
        "person.tags": Taken(("skills",), separator=";"),
        "person.alias": Taken(("alias",)),
        "organisation.country": Taken(("country",)),
        "organisation.part_of": Taken(("parent",)),
        "source.title": Taken(("headline",)),
    }
    text = (
        "person,organisation,skills,alias,country,parent,url,headline\n"
        "Ada Example,Acme Labs,x; y,Ada E.,FR,Acme,https://a.example/1,Ada joins\n"
    )
    mapped(engine, tmp_path, text, columns=columns)
    found = content(ledger_url)
    assert rows(engine, schema.tags, "tag") == [("x",), ("y",)]
    assert rows(engine, schema.person_names, "name") == [("Ada E.",)]
    assert ("Acme Labs", "FR") in rows(engine, schema.organisations, "name", "country")
    assert rows(engine, schema.sources, "title", "url") == [("Ada joins", "https://a.example/1")]
    assert len(found["organisation_links"]) == len(found["citations"]) == 1
    assert mapped(engine, tmp_path, text, columns=columns).change_set is None


HOMONYMS = "person,identifiers\nWei Test,local:one\nWei Test,local:two\n"
ROLES = "person,organisation,title,started\n"


def two_called_wei(engine: Engine, folder: Path) -> None:
    roles = ROLES + "local:one,Acme,Chief,2020\nlocal:two,Globex,Clerk,2020\n"
    imported(engine, folder, people=HOMONYMS, roles=roles)


def test_a_name_that_several_bear_is_a_problem(engine: Engine, tmp_path: Path) -> None:
    two_called_wei(engine, tmp_path)
    with pytest.raises(CsvRefused, match=r"several match.*local:one.*local:two"):
        mapped(engine, tmp_path, ROLES + "Wei Test,Globex,Head,2022\n")


def test_the_organisation_may_break_the_tie(engine: Engine, tmp_path: Path) -> None:
    two_called_wei(engine, tmp_path)
    text = ROLES + "Wei Test,Globex,Head,2022\n"
    assert mapped(engine, tmp_path, text, homonyms="organisation").created["people"] == 0
    held = rows(engine, schema.roles, "person_id", "title")
    assert len({person for person, title in held if title in ("Clerk", "Head")}) == 1
    with pytest.raises(CsvRefused, match="several match"):
        mapped(engine, tmp_path, ROLES + "Wei Test,Initech,,2022\n", homonyms="organisation")


def test_somebody_new_may_be_created_once(engine: Engine, tmp_path: Path) -> None:
    two_called_wei(engine, tmp_path)
    text = ROLES + "Wei Test,Initech,Head,2022\nWei Test,Hooli,Head,2023\n"
    assert mapped(engine, tmp_path, text, homonyms="create").created["people"] == 1
    assert mapped(engine, tmp_path, text, homonyms="create").change_set is None


def test_two_employers_may_report_the_same_move(engine: Engine, tmp_path: Path) -> None:
    text = (
        "name,from,to,when,url\n"
        "Ada Example,Acme,Globex,2025-06,https://acme.example/news\n"
        "Ada Example,Acme Inc.,Globex,2025-06-30,https://globex.example/news\n"
    )
    summary = mapped(engine, tmp_path, text)
    assert (summary.created["transitions"], summary.created["citations"]) == (1, 2)
    assert rows(engine, schema.transitions, "date") == [("2025-06-30",)]
