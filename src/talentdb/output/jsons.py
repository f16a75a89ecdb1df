"""How does a result become json or ndjson?"""

import json
from collections.abc import Callable, Iterator

from talentdb.output.result import Result
from talentdb.output.sink import UNSHOWN, Sink
from talentdb.output.values import Plain, plain


def write_json(result: Result, sink: Sink, with_notes: bool) -> int:
    """An array with an object a line; with notes it is `rows` of {rows, notes, rule}."""
    encode = encoder(sink)
    sink.write('{"rows": [' if with_notes else "[")
    count = 0
    for record in _records(result):
        sink.write((",\n" if count else "\n") + encode(record))
        count += 1
    sink.write("\n]" if count else "]")
    if with_notes:
        notes = encode(list(result.all_notes()))
        sink.write(f', "notes": {notes}, "rule": {encode(result.rule)}}}')
    sink.write("\n")
    return count


def write_ndjson(result: Result, sink: Sink) -> int:
    """An object a line."""
    encode = encoder(sink)
    count = 0
    for record in _records(result):
        sink.write(encode(record) + "\n")
        count += 1
    return count


def _records(result: Result) -> Iterator[dict[str, Plain]]:
    names = [column.name for column in result.columns]
    for row in result.rows:
        yield {name: plain(value) for name, value in zip(names, row, strict=True)}


def encoder(sink: Sink) -> Callable[[Plain], str]:
    """The function that turns plain data into JSON which the sink can carry."""
    # Backslashes of another encoding's fall-back (\xe9) would not be JSON.
    known = json.JSONEncoder(ensure_ascii=not sink.is_unicode, allow_nan=False)
    return lambda value: UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", known.encode(value))
