"""How does a recipe stand in a TOML file? Read by the standard library, written by few lines."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from talentdb.errors import OptionMisused, RuleBroken, TalentdbError
from talentdb.imports.recipe import Recipe, Taken, field_of
from talentdb.imports.understanding import Plan

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_TABLES = ("columns", "constants", "values", "identifiers")
_TAKEN = ("columns", "precision", "separator", "placeholders")
_PLAIN = {field.name: field.name for field in fields(Recipe) if field.name not in _TABLES}


def recipe_in(path: Path) -> Recipe:
    """The recipe that a file holds; RuleBroken if it cannot be read or says what none can."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RuleBroken(f"{path} cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleBroken(f"{path} is no recipe: {error}.") from error
    try:
        return _recipe(told)
    except TalentdbError as error:
        raise RuleBroken(f"{path}: {error}") from error


def _recipe(told: Mapping[str, Any]) -> Recipe:
    said: dict[str, Any] = {}
    for name, value in told.items():
        if name in _TABLES:
            said[name] = _table(name, value)
        elif name in _PLAIN:
            said[name] = _plain(name, value)
        else:
            known = ", ".join([*_PLAIN, *_TABLES])
            raise OptionMisused(f"a recipe has no {name!r}; it has {known}.")
    return Recipe(**said)


def _plain(name: str, value: Any) -> Any:
    if name == "header" and isinstance(value, bool):
        return value
    if name == "ignore" and isinstance(value, list):
        return tuple(str(word) for word in value)
    if name in ("header", "ignore") or isinstance(value, dict | list):
        raise OptionMisused(f"{name} = {value!r} is not what a recipe can say.")
    return str(value)  # a date of TOML is its ISO text


def _table(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise OptionMisused(f"{name} is a table: [{name}].")
    read = {"columns": _taken, "identifiers": _taken, "values": _translations}.get(name)
    key = field_of if name != "identifiers" else str
    return {key(field): read(field, one) if read else str(one) for field, one in value.items()}


def _translations(field: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise OptionMisused(f'[values.{field}] holds lines such as "Board member" = "board".')
    return {str(written): str(meant) for written, meant in value.items()}


def _taken(field: str, value: Any) -> Taken:
    if isinstance(value, str):
        return Taken((value,))
    if isinstance(value, list):
        return Taken(tuple(str(column) for column in value))
    if not isinstance(value, dict) or not value.keys() <= {"column", *_TAKEN}:
        known = ", ".join(("column", *_TAKEN))
        raise OptionMisused(f"{field} is a column, or a table of {known}.")
    columns = value.get("columns") or [value.get("column") or field]
    return Taken(
        tuple(str(column) for column in columns),
        value.get("precision"),
        value.get("separator"),
        tuple(str(one) for one in value.get("placeholders", ())),
    )


def save_recipe(path: Path, plan: Plan) -> None:
    """Keeps how a file was understood as a recipe. Raises RuleBroken if it cannot be written."""
    try:
        path.write_text(toml_of(plan.as_recipe), encoding="utf-8")
    except OSError as error:
        raise RuleBroken(f"{path} cannot be written: {error.strerror or error}.") from error


def toml_of(recipe: Recipe) -> str:
    """The recipe as the text of a TOML file; what is as always is left out."""
    usual = Recipe()
    plain = {name: getattr(recipe, name) for name in _PLAIN}
    lines = [
        f"{name} = {_text(value)}" for name, value in plain.items() if value != getattr(usual, name)
    ]
    for table in ("columns", "identifiers", "constants"):
        lines += _section(f"[{table}]", getattr(recipe, table))
    for name, translations in recipe.values.items():
        lines += _section(f"[values.{_key(name)}]", translations)
    return "\n".join(lines).strip("\n") + "\n"


def _section(heading: str, table: Mapping[str, Any]) -> Iterator[str]:
    if table:
        yield from ("", heading)
    for name, value in table.items():
        yield f"{_key(name)} = {_text(value)}"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_text, value))}]"
    if isinstance(value, Taken):
        return _text_of_taken(value)
    # TOML's basic strings are JSON's, once DEL is escaped too.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text_of_taken(taken: Taken) -> str:
    if taken == Taken(taken.columns[:1]):
        return _text(taken.columns[0])
    parts = {name: getattr(taken, name) for name in _TAKEN if getattr(taken, name)}
    if len(taken.columns) == 1:
        parts = {"column": taken.columns[0], **{k: v for k, v in parts.items() if k != "columns"}}
    return "{ " + ", ".join(f"{name} = {_text(value)}" for name, value in parts.items()) + " }"


def _key(name: str) -> str:
    return name if _BARE.match(name) else _text(name)
