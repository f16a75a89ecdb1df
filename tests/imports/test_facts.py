"""Do rows state facts, refine them as files grow, and never wipe what is known?"""

from pathlib import Path

from sqlalchemy import Engine

from talentdb.schema import (
    citations,
    organisation_links,
    organisation_names,
    organisations,
    people,
    roles,
    sources,
    spells,
    transition_reasons,
    transitions,
)
from tests.imports.builders import content, imported, problems, rows

ROLES = "Person, Organization ,TITLE,started,ended,status,note\n"


def test_a_header_may_be_in_any_case_and_order(engine: Engine, tmp_path: Path) -> None:
    text = "Ended,Organization,PERSON, Started \nnow,Acme,Ada Example,Jun 2020\n"
    imported(engine, tmp_path, anything=text)
    assert rows(engine, roles, "started", "ended", "kind") == [("2020-06", "..", "employment")]


def test_a_grown_file_fills_and_narrows(engine: Engine, tmp_path: Path) -> None:
    first = ROLES + "Ada Example,Acme,Chief,2020,,rumoured,kept\n"
    second = ROLES + "Ada Example,Acme,chief,2020-06,2022,confirmed,\n"
    imported(engine, tmp_path, roles=first)
    summary = imported(engine, tmp_path, roles=second)
    found = rows(engine, roles, "title", "started", "ended", "status", "note")
    assert found == [("Chief", "2020-06", "2022", "confirmed", "kept")]
    assert (summary.updated, summary.created["roles"]) == (1, 0)
    assert imported(engine, tmp_path, roles=first.replace("rumoured", "")).change_set is None


def test_blank_cells_never_wipe(engine: Engine, tmp_path: Path) -> None:
    full = "organisation,kind,country,website,note\nAcme,company,FR,acme.example,old\n"
    imported(engine, tmp_path, organisations=full)
    blank = "organisation,kind,country,website,note\nAcme,,,,new\n"
    assert imported(engine, tmp_path, organisations=blank).updated == 1
    found = rows(engine, organisations, "kind", "country", "website", "note")
    assert found == [("company", "FR", "acme.example", "new")]


def test_links_and_names_get_their_end_from_a_grown_file(engine: Engine, tmp_path: Path) -> None:
    links = "organisation,link,other,started,ended,amount,currency\nGlobex,part-of,Acme,2014,{}\n"
    names = "of,name,started,ended\nAcme,Acme Labs,2010,{}\n"
    imported(engine, tmp_path, links=links.format(",,"), names=names.format(""))
    summary = imported(
        engine, tmp_path, links=links.format("2023,5,USD"), names=names.format("2012")
    )
    assert summary.updated == 2
    assert rows(engine, organisation_links, "ended", "amount") == [("2023", 5)]
    assert rows(engine, organisation_names, "ended") == [("2012",)]
    found = problems(engine, tmp_path, links=links.format("2024,,"))
    assert [line for _, line, _, _ in found] == [2]


def test_moves_lead_to_the_roles_that_their_titles_name(engine: Engine, tmp_path: Path) -> None:
    imported(
        engine,
        tmp_path,
        roles="person,organisation,title,started\n"
        "Ada Example,Acme,Chief,2020\nAda Example,Globex,Lead,2022\n",
        moves="person,from,to,date,from_title,to_title,reasons\n"
        "Ada Example,Acme,Globex,2022,chief,Nobody,money | mission\n",
    )
    held = dict((title, id) for id, title in rows(engine, roles, "id", "title"))
    recorded = [
        row
        for row in rows(engine, transitions, "origin", "from_role_id", "to_role_id", "to_title")
        if row[0] == "recorded"
    ]
    assert recorded == [("recorded", held["Chief"], None, "Nobody")]
    assert rows(engine, transition_reasons, "reason") == [("mission",), ("money",)]


def test_spells_and_moves_follow_in_the_same_import(engine: Engine, tmp_path: Path) -> None:
    text = ROLES + "Ada Example,Acme,,2015,2018,,\nAda Example,Globex,,2018,now,,\n"
    imported(engine, tmp_path, roles=text)
    assert len(rows(engine, spells, "id")) == 2
    assert rows(engine, transitions, "origin", "continuity") == [("derived", "direct")]


def test_a_citation_that_denies_takes_the_role_out_of_the_spells(
    engine: Engine, tmp_path: Path
) -> None:
    imported(engine, tmp_path, roles=ROLES + "Ada Example,Acme,Chief,2015,2018,,\n")
    imported(
        engine,
        tmp_path,
        sources="source,published\nmemo,2020\n",
        citations="fact,source,stance\nrole|Ada Example|Acme|Chief||2015,memo,disputes\n",
    )
    assert rows(engine, spells, "id") == []


def test_a_source_column_cites_by_handle_and_by_address(engine: Engine, tmp_path: Path) -> None:
    texts = {
        "sources": "source,url\nmemo,\npaper,https://example.org/a\n",
        "roles": "person,organisation,source\nAda,Acme,memo | https://www.example.org/b\n",
        "moves": "person,from,to,source\nAda,Acme,Globex,http://example.org/a/?utm_source=x\n",
        "links": "organisation,link,other,source\nAcme,part-of,Globex,memo\n",
    }
    imported(engine, tmp_path, **texts)
    assert rows(engine, sources, "handle", "url") == [
        ("example", "https://www.example.org/b"),
        ("memo", None),
        ("paper", "https://example.org/a"),
    ]
    assert len(rows(engine, citations, "id")) == 4
    assert imported(engine, tmp_path, **texts).change_set is None


def test_sources_grow_and_are_one_by_address(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, sources="source,url,title\npaper,https://example.org/a,\n")
    text = "url,title,published\nhttps://EXAMPLE.org/a/,An article,July 2025\n"
    assert imported(engine, tmp_path, sources=text).updated == 1
    found = rows(engine, sources, "handle", "title", "published")
    assert found == [("paper", "An article", "2025-07")]


def test_a_sample_of_everything_twice_is_once(
    engine: Engine, ledger_url: str, tmp_path: Path
) -> None:
    texts = {
        "people": "person,identifiers,tags,note\nAda Example,orcid:1,x | y,tall\n",
        "names": "of,name,started,ended\nAda Example,Ada Other,,2010\n",
        "roles": ROLES + "Ada Example,Acme,,2015,2018,,\nAda Other,Acme,,,,,\n",
        "moves": "person,from,to,date,reasons\nAda Example,Acme,Globex,2018,money\n",
    }
    first = imported(engine, tmp_path, **texts)
    before = content(ledger_url)
    second = imported(engine, tmp_path, **texts)
    assert (second.unchanged, second.change_set) == (first.rows, None)
    assert content(ledger_url) == before
    assert len(rows(engine, people, "id")) == 1


def test_rows_of_one_role_that_disagree_in_a_note_are_told_since_none_is_the_last(
    engine: Engine, tmp_path: Path
) -> None:
    text = ROLES + "Ada Example,Acme,Chief,2020,,,one\nAda Example,Acme,Chief,2020,,,two\n"
    assert problems(engine, tmp_path, roles=text) == [("roles", 2, "", ""), ("roles", 3, "", "")]
