"""Is every problem told with its file, line, column and value, and is nothing written then?"""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb.errors import CsvRefused, RuleBroken, UnknownChoice
from talentdb.imports.documents import files_in
from tests.imports.builders import content, files, imported, problems, taken, told

ROLES = "person,organisation,title,started,ended\n"


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("roles", ROLES + "Ada Example,Acme,Chief,2025-13,\n", (2, "started", "2025-13")),
        ("roles", ROLES + "Ada Example,Acme,Chief,06/07/2025,\n", (2, "started", "06/07/2025")),
        ("roles", ROLES + "Ada Example,Acme,Chief,now,\n", (2, "started", "now")),
        ("roles", ROLES + "Ada Example,Acme,Chief,2025,2024\n", (2, "ended", "2024")),
        ("roles", ROLES + "\nAda Example,,Chief,2025,\n", (3, "organisation", "")),
        ("roles", ROLES + "Ada Example,Acme,Chief,2025\n", (2, "", "")),
        ("roles", ROLES + "Ada Example,Acme,Chief,2025,,\n", (2, "", "")),
        ("roles", ROLES + 'Ada Example,"Ac"me,Chief,2025,\n', (2, "", "")),
        ("roles", ROLES + 'Ada Example,Acme,"Chief,2025,\n', (2, "", "")),
        ("roles", ROLES + "Ada\0Example,Acme,Chief,2025,\n", (2, "person", "Ada\0Example")),
        ("roles", ROLES + "person:77,Acme,Chief,2025,\n", (2, "person", "person:77")),
        ("roles", ROLES + "orcid:77,Acme,Chief,2025,\n", (2, "person", "orcid:77")),
        ("roles", ROLES + "x" * 301 + ",Acme,Chief,2025,\n", (2, "person", "x" * 301)),
        ("roles", "person,organisation,kind\nAda Example,Acme,boss\n", (2, "kind", "boss")),
        ("roles", "person,organisation,status\nA,Acme,sure\n", (2, "status", "sure")),
        ("roles", "person,organisation,source\nA,Acme,memo\n", (2, "source", "memo")),
        ("roles", "person,organisation,source\nA,Acme,http://\n", (2, "source", "http://")),
        ("roles", "person,organisation,salary\nA,Acme,1\n", (1, "salary", "salary")),
        ("roles", "person,organisation,Person\nA,Acme,A\n", (1, "person", "Person")),
        ("roles", "person,organisation,\nA,Acme,\n", (1, "", "column 3")),
        ("roles", "", (1, "", "")),
        ("roles", "\n\n", (1, "", "")),
        ("anything", "colour,shape\nred,round\n", (1, "", "colour,shape")),
        ("moves", "person,from,to\nA,,\n", (2, "", "")),
        ("moves", "person,from,to\nA,Acme,Acme Inc.\n", (2, "", "")),
        ("moves", "person,from,to,manner\nA,Acme,Globex,sold\n", (2, "manner", "sold")),
        ("links", "organisation,link,other\nAcme,owns,Globex\n", (2, "link", "owns")),
        ("links", "organisation,link,other\nAcme,part of,Acme\n", (2, "other", "Acme")),
        ("links", "organisation,link,other,amount\nA,acquired,B,1e9\n", (2, "amount", "1e9")),
        ("names", "of,name\nNobody,Somebody\n", (2, "of", "Nobody")),
        ("names", "of,name,started,ended\nAda,A,2020,2019\n", (2, "ended", "2019")),
        ("people", "person,identifiers\nAda,orcid\n", (2, "identifiers", "orcid")),
        ("people", "person,identifiers\nAda,person:3\n", (2, "identifiers", "person:3")),
        ("people", "person,note\nAda,tall\nADA,short\n", (3, "note", "short")),
        ("sources", "source,url\n,ftp://example.org\n", (2, "url", "ftp://example.org")),
        ("sources", "source,url\nhttps://example.org,\n", (2, "source", "https://example.org")),
        ("sources", "source,title\nmemo,One\nmemo,Two\n", (3, "title", "Two")),
        ("citations", "fact,source\nrole|A,memo\n", (2, "fact", "role|A")),
        ("citations", "fact,source\njob|A|B,memo\n", (2, "fact", "job|A|B")),
        ("citations", "fact,source\nmove|A|B|C|2025-13,memo\n", (2, "fact", "move|A|B|C|2025-13")),
        ("citations", "fact,source\nname||A|,memo\n", (2, "fact", "name||A|")),
    ],
)
def test_problem_names_file_line_column_and_value(
    engine: Engine, tmp_path: Path, name: str, text: str, where: tuple[int, str, str]
) -> None:
    first, *others = (
        problems(engine, tmp_path, people="person\nAda\n", **{name: text})
        if (name == "names")
        else problems(engine, tmp_path, **{name: text})
    )
    assert (first, others) == ((name, *where), [])


def test_bytes_that_are_no_utf_8_are_shown_at_their_cell(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"\xef\xbb\xbfperson,note\nAda,fine\nRen\xe9,\xff\n")
    with pytest.raises(CsvRefused) as refused:
        taken(engine, [path])
    found = [(p.line, p.column, p.value) for p in refused.value.problems]
    assert found == [(3, "person", "Ren\\xe9"), (3, "note", "\\xff")]


def test_lines_count_the_breaks_inside_cells(engine: Engine, tmp_path: Path) -> None:
    text = (
        'person,organisation,title,started\r\nAda,Acme,"Chief\r\nof staff",2020\r\nBob,Acme,x,?\r\n'
    )
    assert problems(engine, tmp_path, roles=text) == [("roles", 4, "started", "?")]


def test_problems_of_all_files_are_told_together_in_the_order_given(
    engine: Engine, tmp_path: Path
) -> None:
    found = problems(
        engine,
        tmp_path,
        roles=ROLES + "Ada Example,Acme,,soon,never\nAda Example,Acme,Chief,2025,2024\n",
        people="person,identifiers\nAda Example,x\n",
        citations="fact,source\nmove|Ada Example|Acme|Globex|,memo\n",
    )
    assert found == [
        ("roles", 2, "started", "soon"),
        ("roles", 2, "ended", "never"),
        ("roles", 3, "ended", "2024"),
        ("people", 2, "identifiers", "x"),
        ("citations", 2, "fact", "move|Ada Example|Acme|Globex|"),
    ]


def test_what_only_follows_from_another_problem_is_not_told(engine: Engine, tmp_path: Path) -> None:
    found = problems(
        engine,
        tmp_path,
        people="person,identifiers,tags\nAda Example,orcid:1," + "x" * 301 + "\n",
        roles=ROLES + "orcid:1,Acme,Chief,2025,\n",
        citations="fact,source\nrole|orcid:1|Acme|Chief||2025,memo\n",
        sources="source,published\nmemo,yesterday\n",
    )
    assert [(file, column) for file, _, column, _ in found] == [
        ("people", "tags"),
        ("sources", "published"),
    ]


def test_an_unknown_column_is_told_with_the_known_ones(engine: Engine, tmp_path: Path) -> None:
    (problem,) = told(engine, tmp_path, people="person,colour\nAda,red\n")
    assert "person, identifiers, tags, note" in problem.message


def test_nothing_is_left_after_a_refusal(engine: Engine, ledger_url: str, tmp_path: Path) -> None:
    imported(engine, tmp_path, roles=ROLES + "Ada Example,Acme,Chief,2020,\n")
    before = content(ledger_url)
    with pytest.raises(CsvRefused):
        imported(
            engine,
            tmp_path,
            people="person,note\nBob Sample,new\nAda Example,known\n",
            roles=ROLES + "Ada Example,Acme,Chief,2020,2022\nBob Sample,Globex,,2022,2021\n",
        )
    assert content(ledger_url) == before


def test_a_row_against_the_record_is_a_problem(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, roles=ROLES + "Ada Example,Acme,Chief,2020,2022\n")
    (problem,) = told(engine, tmp_path, roles=ROLES + "Ada Example,Acme,Chief,2020,2023\n")
    assert (problem.line, problem.column) == (2, "")
    assert "recorded with the end 2022" in problem.message


def test_rows_that_contradict_one_another_name_one_another(engine: Engine, tmp_path: Path) -> None:
    text = ROLES + "Ada Example,Acme,Chief,2020,2022\nAda Example,Acme,Chief,2020,2023\n"
    (problem,) = told(engine, tmp_path, roles=text)
    assert problem.line == 3
    assert "roles.csv:2" in problem.message


def test_links_in_a_circle_are_a_problem(engine: Engine, tmp_path: Path) -> None:
    text = "organisation,link,other\nAcme,part-of,Globex\nGlobex,part-of,Acme\n"
    assert problems(engine, tmp_path, links=text) == [("links", 3, "other", "Acme")]


def test_a_header_that_lacks_what_the_kind_needs_is_a_problem(
    engine: Engine, tmp_path: Path
) -> None:
    paths = files(tmp_path, {"people": "person,organisation\nAda,Acme\n"})
    with pytest.raises(CsvRefused, match="need the columns person, from or person, to"):
        taken(engine, paths, "moves")


def test_an_unknown_kind_of_file_lists_the_known_ones(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(UnknownChoice, match="roles, moves"):
        taken(engine, files(tmp_path, {"people": "person\nAda\n"}), "jobs")


def test_a_missing_file_and_a_directory_without_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="does not exist"):
        files_in(tmp_path / "none.csv")
    with pytest.raises(RuleBroken, match="no file to import"):
        files_in(tmp_path)


def test_a_file_that_cannot_be_opened_is_refused(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="cannot be read"):
        taken(engine, [tmp_path])


def test_files_of_a_directory_come_in_the_order_of_their_dependence(tmp_path: Path) -> None:
    files(tmp_path, {"roles": "", "notes": "", "people": "", "organisations": ""})
    assert [file.stem for file in files_in(tmp_path)] == ["organisations", "people", "roles"]
