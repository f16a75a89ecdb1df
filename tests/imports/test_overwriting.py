"""Does `--update` overwrite what contradicts a file, and nothing else?"""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from talentdb.errors import CsvRefused
from talentdb.imports.pipeline import Manner
from talentdb.imports.summary import Summary
from talentdb.schema import organisation_links, organisation_names, roles
from tests.imports.builders import content, files, imported, rows, taken, undone

RECORDED = {
    "roles": "person,organisation,started,ended\n"
    "Ada Example,Acme,2020,2022\nBob Sample,Acme,2020,2022-05\n",
    "links": "organisation,link,other,started,ended\nLab,part-of,Acme,2019,2021\n",
    "names": "of,name,started,ended\nAcme,Apex,2001,2004\n",
}
OTHERWISE = {
    "roles": "person,organisation,started,ended\n"
    "Ada Example,Acme,2020,2024-02\nBob Sample,Acme,2020,2022\n",
    "links": "organisation,link,other,started,ended\nLab,part-of,Acme,2019,2023\n",
    "names": "of,name,started,ended\nAcme,Apex,2001,2006\n",
}


def updated(engine: Engine, folder: Path, **texts: str) -> Summary:
    return taken(engine, files(folder, texts), manner=Manner(update=True))


def ends(engine: Engine) -> list[tuple[str, ...]]:
    tables = (roles, organisation_links, organisation_names)
    return [end for table in tables for end in rows(engine, table, "ended")]


def test_contradictions_are_overwritten_and_undo_brings_them_back(
    engine: Engine, tmp_path: Path, ledger_url: str
) -> None:
    imported(engine, tmp_path, **RECORDED)
    before = content(ledger_url)
    with pytest.raises(CsvRefused):
        imported(engine, tmp_path, **OTHERWISE)
    summary = updated(engine, tmp_path, **OTHERWISE)
    assert (summary.updated, summary.unchanged) == (3, 1)
    assert ends(engine) == [("2022-05",), ("2024-02",), ("2023",), ("2006",)]
    assert updated(engine, tmp_path, **OTHERWISE).change_set is None
    undone(engine, summary.change_set)
    assert content(ledger_url) == before


@pytest.mark.parametrize("kind", ["roles", "links", "names"])
def test_two_rows_of_a_file_that_contradict_one_another_stay_a_problem(
    engine: Engine, tmp_path: Path, ledger_url: str, kind: str
) -> None:
    imported(engine, tmp_path, **RECORDED)
    before = content(ledger_url)
    lines = OTHERWISE[kind].splitlines()
    text = "\n".join([*lines[:2], lines[1].rpartition(",")[0] + ",2030"]) + "\n"
    with pytest.raises(CsvRefused):
        updated(engine, tmp_path, **{kind: text})
    assert content(ledger_url) == before


def test_an_end_before_the_start_stays_a_problem(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, **RECORDED)
    with pytest.raises(CsvRefused, match="before it starts"):
        updated(engine, tmp_path, links=RECORDED["links"].replace("2021", "2010"))
