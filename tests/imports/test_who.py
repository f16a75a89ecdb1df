"""Whom do the cells of files mean: by name, other name, identifier, id?"""

from pathlib import Path

from sqlalchemy import Engine

from talentdb.schema import (
    identifiers,
    organisation_names,
    organisations,
    people,
    person_names,
    roles,
    tags,
)
from tests.imports.builders import content, imported, problems, rows, told

TWO = "person,identifiers\nWei Zhang,orcid:1\nWei Zhang,orcid:2\n"


def test_two_of_one_name_with_identifiers_of_one_scheme_are_two(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, people=TWO)
    assert rows(engine, people, "name") == [("Wei Zhang",), ("Wei Zhang",)]
    assert imported(engine, tmp_path, people=TWO).change_set is None


def test_identifiers_of_different_schemes_are_of_one_person(engine: Engine, tmp_path: Path) -> None:
    text = (
        "person,identifiers\nAda Example,orcid:1\nAda Example,wikidata:Q1 | orcid:1\nADA EXAMPLE,\n"
    )
    imported(engine, tmp_path, people=text)
    assert rows(engine, people, "name") == [("Ada Example",)]
    assert rows(engine, identifiers, "scheme", "value") == [("orcid", "1"), ("wikidata", "Q1")]


def test_other_files_may_use_an_identifier_that_people_csv_brings(
    engine: Engine, tmp_path: Path
) -> None:
    text = "person,organisation\norcid:2,Acme\n"
    imported(engine, tmp_path, roles=text, people=TWO)
    ((second,),) = [
        (row,) for row in rows(engine, identifiers, "person_id", "value") if row[1] == "2"
    ]
    assert rows(engine, roles, "person_id") == [(second[0],)]


def test_a_name_that_two_bear_in_the_same_import_names_both(engine: Engine, tmp_path: Path) -> None:
    (problem,) = told(engine, tmp_path, people=TWO, roles="person,organisation\nWei Zhang,Acme\n")
    assert (problem.file, problem.line, problem.column) == ("roles", 2, "person")
    assert "people.csv:2 (orcid:1)" in problem.message
    assert "people.csv:3 (orcid:2)" in problem.message


def test_a_name_that_two_recorded_people_bear_lists_their_ids(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, people=TWO)
    (problem,) = told(engine, tmp_path, roles="person,organisation\nWei Zhang,Acme\n")
    for id, value in rows(engine, identifiers, "person_id", "value"):
        assert f"person:{id}  Wei Zhang (orcid:{value})" in problem.message


def test_a_row_that_may_be_either_homonym_is_a_problem(engine: Engine, tmp_path: Path) -> None:
    text = TWO + "Wei Zhang,wikidata:Q1\n"
    assert [line for _, line, _, _ in problems(engine, tmp_path, people=text)] == [2, 3, 4]
    text = TWO + "Wei Zhang,\n"
    assert [line for _, line, _, _ in problems(engine, tmp_path, people=text)] == [4]


def test_an_identifier_decides_before_the_name_and_the_name_stays(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, people="person,identifiers\nAda Example,orcid:1\n")
    imported(engine, tmp_path, people="person,identifiers,note\nA. Sample,orcid:1,mended\n")
    assert rows(engine, people, "name", "note") == [("Ada Example", "mended")]
    assert rows(engine, person_names, "name") == []


def test_an_identifier_of_an_organisation_is_refused_for_a_person(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, organisations="organisation,identifiers\nAcme,lei:1\n")
    found = problems(engine, tmp_path, people="person,identifiers\nAda Example,lei:1\n")
    assert found == [("people", 2, "identifiers", "lei:1")]


def test_two_identifiers_of_two_people_in_one_row_are_a_problem(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, people=TWO)
    text = "person,identifiers\nWei Zhang,orcid:1 | orcid:2\n"
    found = problems(engine, tmp_path, people=text)
    assert found == [("people", 2, "identifiers", "orcid:1 | orcid:2")]


def test_an_id_names_the_one_recorded(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, people=TWO)
    (first, *_), _ = rows(engine, people, "id")
    imported(engine, tmp_path, roles=f"person,organisation\nperson:{first},Acme\n")
    assert rows(engine, roles, "person_id") == [(first,)]


def test_everybody_mentioned_is_created_once(engine: Engine, tmp_path: Path) -> None:
    imported(
        engine,
        tmp_path,
        roles="person,organisation\nada  EXAMPLE,Acme Inc.\nAda Example,Acme\nAda Example,Acme\n",
        moves="person,from,to\nBob Sample,ACME,Globex\n",
        links="organisation,link,other\nGlobex,part-of,Initech\n",
    )
    assert rows(engine, people, "name") == [("Ada Example",), ("Bob Sample",)]
    assert rows(engine, organisations, "name") == [("Acme",), ("Globex",), ("Initech",)]


def test_another_name_of_the_same_import_names_its_owner(engine: Engine, tmp_path: Path) -> None:
    imported(
        engine,
        tmp_path,
        roles="person,organisation\nAda Example,Acme Mind\nBob Sample,AM\n",
        names="of,name\nAM,Mind of Acme\nAcme Mind,AM\n",
    )
    assert rows(engine, organisations, "name") == [("Acme Mind",)]


def test_names_in_any_order_lead_to_one_owner(engine: Engine, tmp_path: Path) -> None:
    imported(
        engine,
        tmp_path,
        organisations="organisation\nAcme Mind\n",
        names="of,name\nAM,Mind of Acme\nAcme Mind,AM\n",
        roles="person,organisation\nAda Example,AM\nBob Sample,Mind of Acme\n",
    )
    assert rows(engine, organisations, "name") == [("Acme Mind",)]
    assert rows(engine, organisation_names, "name") == [("AM",), ("Mind of Acme",)]


def test_the_name_of_a_person_and_an_organisation_asks_for_the_noun(
    engine: Engine, tmp_path: Path
) -> None:
    (problem,) = told(
        engine,
        tmp_path,
        people="person\nMorgan\n",
        organisations="organisation\nMorgan\n",
        names="of,name\nMorgan,Mo\n",
    )
    assert (problem.file, problem.line, problem.column) == ("names", 2, "of")
    assert "person:ID or organisation:ID" in problem.message


def test_an_organisation_bears_its_name_before_anothers_alias(
    engine: Engine, ledger_url: str, tmp_path: Path
) -> None:
    texts = {
        "organisations": "organisation,kind\nAcme,company\nGlobex,lab\n",
        "names": "of,name\nGlobex,Acme\n",
    }
    imported(engine, tmp_path, **texts)
    before = content(ledger_url)
    assert imported(engine, tmp_path, **texts).change_set is None
    assert content(ledger_url) == before


def test_several_tags_stand_in_one_cell(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, people="person,tags\nAda,vision | a\\|b | vision\n")
    assert rows(engine, tags, "tag") == [("a|b",), ("vision",)]


def test_an_identifier_like_name_needs_its_own_file(engine: Engine, tmp_path: Path) -> None:
    text = "person,organisation\nAda,x:lab\n"
    assert problems(engine, tmp_path, roles=text) == [("roles", 2, "organisation", "x:lab")]
    imported(engine, tmp_path, roles=text, organisations="organisation\nx:lab\n")
    assert rows(engine, organisations, "name") == [("x:lab",)]
