"""Does the network that others read have the flows that `query flows` counts?"""

from pathlib import Path
from typing import Any

import networkx
from sqlalchemy import Connection, Engine

from talentdb.metrics.flows import Flow, statement
from talentdb.queries.filters import MoveFilter
from talentdb.queries.rule import Rule
from tests.builders import Ledger
from tests.exports.files import AS_OF, write_file
from tests.imports.builders import seeded


def weights(path: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """The moves and the possible ones of each edge, by the labels of its ends."""
    graph: Any = networkx.read_graphml(path)
    label = dict(graph.nodes(data="label"))
    return {
        (label[origin], label[goal]): (data["weight"], data["possible"])
        for origin, goal, data in graph.edges(data=True)
    }


def flows(connection: Connection, **rule: Any) -> dict[tuple[str, str], tuple[int, int]]:
    rows = connection.execute(statement(MoveFilter(Rule(AS_OF, **rule))))
    found = [Flow(*row) for row in rows]
    return {(f.origin or "", f.destination or ""): (f.moves, f.possible) for f in found}


def test_networkx_reads_the_weights_of_the_flows(engine: Engine, tmp_path: Path) -> None:
    seeded(engine)
    with engine.connect() as connection:
        for rule in ({}, {"since": AS_OF.replace(year=2025)}, {"rollup": "parents"}):
            write_file(connection, tmp_path / "flows.graphml", **rule)
            counted = flows(connection, **rule)
            assert counted
            assert weights(tmp_path / "flows.graphml") == counted


def test_names_of_any_form_are_text_in_xml(connection: Connection, tmp_path: Path) -> None:
    hostile = ['<b>&"', "a\u202e\x1fb", "\ufffe", "何", "x" * 200]
    for number, name in enumerate(hostile):
        Ledger(connection).move(f"Ada {number}", "Acme", name, "2020")
    write_file(connection, tmp_path / "flows.graphml")
    found = {goal for _, goal in weights(tmp_path / "flows.graphml")}
    assert found == {'<b>&"', r"a\u202e\x1fb", "\ufffd", "何", "x" * 200}


def test_two_organisations_of_one_name_are_two_nodes(
    connection: Connection, tmp_path: Path
) -> None:
    ledger = Ledger(connection)
    ledger.move("Ada Example", "Acme", "Globex", "2020")
    ledger.move("Bob Sample", "Globex", "Acme", "2021")
    write_file(connection, tmp_path / "flows.graphml")
    graph: Any = networkx.read_graphml(tmp_path / "flows.graphml")
    known = {ledger.organisation(name) for name in ("Acme", "Globex")}
    assert set(graph.nodes) == {f"organisation:{id}" for id in known}
    assert graph.graph["rule"].startswith("all time · as of 2026-01-01")
