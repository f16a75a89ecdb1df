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


MADE = {
    "offers": "by,at,at_least,at_most,currency,outcome\nAcme,Lab,{},,{},{}\n",
    "works": "work,by,date,makers_known\nExample-1,Acme,{},{}\n",
    "figures": "metric,organisation,published,qualifier,n\nheadcount,Acme,50,{},{}\n",
    "links": "organisation,link,other,amount,currency\nAcme,acquired,Lab,{},{}\n",
}


@pytest.mark.parametrize(
    ("kind", "recorded", "otherwise"),
    [
        ("offers", ("100", "USD", ""), ("200", "USD", "")),
        ("offers", ("100", "USD", ""), ("100", "EUR", "")),
        ("offers", ("100", "USD", "declined"), ("100", "USD", "accepted")),
        ("works", ("2024", ""), ("2025", "")),
        ("figures", ("about", ""), ("at_least", "")),
        ("figures", ("", "10"), ("", "20")),
        ("links", ("100", "USD"), ("200", "USD")),
    ],
)
def test_other_amounts_and_words_are_refused_and_only_update_overwrites(
    engine: Engine,
    tmp_path: Path,
    ledger_url: str,
    kind: str,
    recorded: tuple[str, ...],
    otherwise: tuple[str, ...],
) -> None:
    imported(engine, tmp_path, **{kind: MADE[kind].format(*recorded)})
    before = content(ledger_url)
    with pytest.raises(CsvRefused, match="is recorded with"):
        imported(engine, tmp_path, **{kind: MADE[kind].format(*otherwise)})
    assert content(ledger_url) == before
    summary = updated(engine, tmp_path, **{kind: MADE[kind].format(*otherwise)})
    assert summary.updated == 1
    undone(engine, summary.change_set)
    assert content(ledger_url) == before


@pytest.mark.parametrize(
    ("kind", "first", "then", "outcome"),
    [
        ("offers", ("100", "USD", "pending"), ("100", "USD", "accepted"), "updated"),
        ("offers", ("100", "USD", "accepted"), ("100", "USD", "pending"), "unchanged"),
        ("works", ("2024", "some"), ("2024-06", "all"), "updated"),
        ("works", ("2024-06", "all"), ("2024", "some"), "unchanged"),
        ("figures", ("exact", ""), ("about", "10"), "updated"),
    ],
)
def test_what_says_more_refines_and_what_says_less_changes_nothing(
    engine: Engine,
    tmp_path: Path,
    kind: str,
    first: tuple[str, ...],
    then: tuple[str, ...],
    outcome: str,
) -> None:
    imported(engine, tmp_path, **{kind: MADE[kind].format(*first)})
    summary = imported(engine, tmp_path, **{kind: MADE[kind].format(*then)})
    assert (summary.updated, summary.unchanged) == (outcome == "updated", outcome == "unchanged")
    assert imported(engine, tmp_path, **{kind: MADE[kind].format(*then)}).change_set is None


def test_an_end_before_the_start_stays_a_problem(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, **RECORDED)
    with pytest.raises(CsvRefused, match="before it starts"):
        updated(engine, tmp_path, links=RECORDED["links"].replace("2021", "2010"))
