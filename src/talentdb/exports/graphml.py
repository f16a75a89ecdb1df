"""How does the network of flows become GraphML, for Gephi and the like?"""

from collections.abc import Iterator
from typing import Any, TextIO

from sqlalchemy import Connection

from talentdb.metrics.flows import statement
from talentdb.metrics.network import nodes
from talentdb.output.xml import xml_text
from talentdb.queries.filters import MoveFilter

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {"label": "string", "kind": "string", "country": "string"}
_EDGE = {"weight": "int", "possible": "int", "first": "string", "last": "string"}
_IN_PORTIONS = {"yield_per": 1000}


def write_network(connection: Connection, filter: MoveFilter, stream: TextIO) -> int:
    """A node an organisation, an edge a flow, `weight` its moves; the number of edges.

    A node's id is that of the organisation, so that it stays the same from export to export.
    Unknown values are left out.
    """
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n')
    for element, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, type in keys.items():
            key = f'id="{name}" for="{element}" attr.name="{name}" attr.type="{type}"'
            stream.write(f"  <key {key}/>\n")
    rule = xml_text(filter.rule.line())
    stream.write('  <key id="rule" for="graph" attr.name="rule" attr.type="string"/>\n')
    stream.write(f'  <graph edgedefault="directed">\n    <data key="rule">{rule}</data>\n')
    for row in _rows(connection, nodes(filter)):
        cells = zip(_NODE, (row.organisation, row.kind, row.country), strict=True)
        stream.write(f'    <node id="organisation:{row.id}">{_data(cells)}</node>\n')
    count = 0
    for row in _rows(connection, statement(filter)):
        ends = f'source="organisation:{row.from_id}" target="organisation:{row.to_id}"'
        cells = zip(_EDGE, (row.moves, row.possible, row.first, row.last), strict=True)
        stream.write(f"    <edge {ends}>{_data(cells)}</edge>\n")
        count += 1
    stream.write("  </graph>\n</graphml>\n")
    return count


def _rows(connection: Connection, statement: Any) -> Iterator[Any]:
    with connection.execute(statement, execution_options=_IN_PORTIONS) as rows:
        yield from rows


def _data(cells: Any) -> str:
    known = ((name, xml_text(str(value))) for name, value in cells if value is not None)
    return "".join(f'<data key="{name}">{text}</data>' for name, text in known)
