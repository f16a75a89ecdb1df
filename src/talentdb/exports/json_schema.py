"""Which JSON documents are exports of a ledger? A JSON Schema says it to other programs."""

from typing import Any

from talentdb.exports.csv import FILES
from talentdb.exports.json import VERSION
from talentdb.imports.cells import OneOf, Reader, Several, amount, count, number
from talentdb.imports.kinds import KINDS

# Of which type a number is, and the least it may be.
_NUMBERS: dict[Reader, tuple[str, int]] = {
    amount: ("integer", 0),
    count: ("integer", 1),
    number: ("number", 0),
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document_schema() -> dict[str, Any]:
    """The schema of `export -o FILE.json`, made of the tables that an export writes."""
    properties: dict[str, Any] = {"talentdb": {"const": VERSION}}
    properties |= {word: {"type": "array", "items": _row(word)} for word in FILES}
    return {
        "$schema": _DIALECT,
        "title": "A ledger of talent movement",
        "description": "What `talentdb export -o FILE.json` writes and `talentdb import` reads.",
        **_closed(properties),
    }


def _row(word: str) -> dict[str, Any]:
    kind = KINDS[word]
    return _closed(
        {name: _cell(kind.columns[name], name in kind.never_blank) for name in FILES[word]}
    )


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _cell(reader: Reader, is_needed: bool) -> dict[str, Any]:
    if isinstance(reader, Several):
        return {"type": "array", "items": {"type": "string", "minLength": 1}}
    if isinstance(reader, OneOf):
        choices: list[str | None] = list(reader.choices)
        return {"enum": choices if is_needed else [*choices, None]}
    if reader in _NUMBERS:
        word, least = _NUMBERS[reader]
        return {"type": word if is_needed else [word, "null"], "minimum": least}
    if is_needed:
        return {"type": "string", "minLength": 1}
    return {"type": ["string", "null"], "minLength": 1}
