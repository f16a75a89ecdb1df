"""How does a result become a table in Markdown?"""

import re
from collections.abc import Sequence

from talentdb.output.result import NUMERIC, Result
from talentdb.output.sink import Sink, escaped
from talentdb.output.values import readable

_MARKS = re.compile(r"[\\|`*_\[\]<>#~&$]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LIST_OPENING = re.compile(r"\A(\d*)([-+.)])")


def write_markdown(result: Result, sink: Sink) -> int:
    """A GitHub table of the columns on screen, then rule and notes, a paragraph each."""
    shown = [column for column in result.columns if column.screen]
    _write_row(sink, [inline(column.name) for column in shown])
    _write_row(sink, ["---:" if column.kind in NUMERIC else "---" for column in shown])
    count = 0
    for row in result.rows:
        pairs = zip(result.columns, row, strict=True)
        _write_row(sink, [inline(readable(v, c.kind)) for c, v in pairs if c.screen])
        count += 1
    for paragraph in filter(None, (result.rule, *result.all_notes())):
        sink.write("\n" + _LIST_OPENING.sub(r"\1\\\2", inline(paragraph)) + "\n")
    return count


def _write_row(sink: Sink, cells: Sequence[str]) -> None:
    sink.write(f"| {' | '.join(cells)} |\n")


def inline(text: str) -> str:
    """The text as a cell or within a line: nothing in it is a mark."""
    lines = _LINE_END.split(text)
    return "<br>".join(_MARKS.sub(r"\\\g<0>", escaped(line)) for line in lines)
