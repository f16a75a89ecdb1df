"""Do the keys of citations.csv find their facts, bars and all?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from talentdb.imports.fact_keys import key_of, parts_of
from talentdb.schema import citations
from tests.imports.builders import imported, problems, rows

FACTS = {
    "people": "person\nAda Example\n",
    "roles": "person,organisation,title,kind,started\n"
    "Ada Example,Acme,Chief | Lead,founder,2023-05\nAda Example,Acme,Engineer,,\n",
    "moves": "person,from,to,date\nAda Example,,Acme,[..2025-06-30]\n",
    "links": "organisation,link,other,started\nAcme,part-of,Globex,2014\n",
    "names": "of,name,started\nAcme,Acme\\Labs,\nAda Example,Ada|Other,2001\n",
    "sources": "source\nmemo\nletter\n",
}


@pytest.mark.parametrize(
    ("fact", "column"),
    [
        (r"role|Ada Example|Acme|Chief \| Lead|founder|2023-05", "role_id"),
        ("role|ada example|ACME Inc.|engineer||", "role_id"),
        ("ROLE|Ada Example|Acme|Engineer|employment|2020", "role_id"),
        ("move|Ada Example||Acme|by 30 June 2025", "transition_id"),
        ("move|Ada Example||Acme|", "transition_id"),
        ("link|Acme|part of|Globex|2014", "organisation_link_id"),
        ("name|Acme|Acme\\Labs|", "organisation_name_id"),
        (r"name|Ada Example|Ada\|Other|2001", "person_name_id"),
    ],
)
def test_a_fact_is_found_by_its_key(engine: Engine, tmp_path: Path, fact: str, column: str) -> None:
    text = f"fact,source,stance,via\n{fact},memo,,letter\n"
    imported(engine, tmp_path, **FACTS, citations=text)
    ((cited, via),) = rows(engine, citations, column, "via_source_id")
    assert cited is not None and via is not None
    assert imported(engine, tmp_path, **FACTS, citations=text).change_set is None


@pytest.mark.parametrize(
    "fact",
    [
        "role|Ada Example|Acme|Chief|founder|2023-05",
        "role|Ada Example|Acme|Engineer|advisor|",
        "role|Bob Sample|Acme|Engineer||",
        "role|Ada Example|Initech|Engineer||",
        "move|Ada Example|Acme||2025",
        "move|Ada Example||Acme|2026",
        "link|Globex|part-of|Acme|2014",
        "name|Acme|Acme Works|",
        "name|Initech|Acme Works|",
    ],
)
def test_a_fact_that_is_not_recorded_is_a_problem(
    engine: Engine, tmp_path: Path, fact: str
) -> None:
    found = problems(engine, tmp_path, **FACTS, citations=f"fact,source\n{fact},memo\n")
    assert found == [("citations", 2, "fact", fact)]


def test_what_a_citation_says_more_is_added_and_what_contradicts_is_told(
    engine: Engine, tmp_path: Path
) -> None:
    head = "fact,source,stance,status,quote,field,value\n"
    fact = "role|Ada Example|Acme|Engineer||,memo"
    imported(engine, tmp_path, **FACTS, citations=f"{head}{fact},,,,,\n")
    text = f"{head}{fact},disputes,confirmed,no,,\n{fact},,,,title,Chief\n"
    summary = imported(engine, tmp_path, citations=text)
    assert (summary.updated, summary.created["citations"]) == (1, 1)
    found = rows(engine, citations, "stance", "status", "quote", "value")
    assert found == [("disputes", "confirmed", "no", None), ("supports", None, None, "Chief")]
    text = f"{head}{fact},,,yes,,\n{fact},,,no,,\n"
    assert [line for _, line, _, _ in problems(engine, tmp_path, citations=text)] == [2]


def test_a_source_cannot_be_known_via_itself_and_a_claim_needs_both_halves(
    engine: Engine, tmp_path: Path
) -> None:
    fact = "role|Ada Example|Acme|Engineer||,memo"
    text = f"fact,source,via,field,value\n{fact},memo,,\n{fact},,title,\n{fact},,,Chief\n"
    assert problems(engine, tmp_path, **FACTS, citations=text) == [
        ("citations", 2, "via", "memo"),
        ("citations", 3, "value", ""),
        ("citations", 4, "field", ""),
    ]


@given(st.lists(st.text(alphabet="a|\\ ", max_size=6), min_size=1, max_size=4))
def test_parts_of_a_key_come_back_as_they_were(parts: list[str]) -> None:
    assert parts_of(key_of(parts)) == parts
