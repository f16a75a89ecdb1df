"""Which fact is a row, by the id that it has in its own file (`--key`)?

A row that is as it was says nothing new. One that changed gives its fact what it says now; blank
cells still say nothing. The first time a row is the fact that its content tells, as without a key.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import select

from talentdb.database.portions import portions
from talentdb.errors import TalentdbError
from talentdb.imports.kinds import column_of
from talentdb.imports.problems import Row
from talentdb.imports.recipe import KEY, Recipe
from talentdb.imports.work import MENTIONS, Stated, Work
from talentdb.schema import KEYED, organisation_links, roles, row_keys, transitions
from talentdb.writes.edit import edit, the_row
from talentdb.writes.moves_by_hand import set_reasons
from talentdb.writes.shelf import Held

_TABLES = {
    "roles": (roles, "role_id"),
    "moves": (transitions, "transition_id"),
    "links": (organisation_links, "organisation_link_id"),
}
_RENAMED = {"links": {"link": "kind"}}
# By what a row that says all of it finds its fact; of one that leaves some blank only the key does.
_FOUND_BY = {
    "roles": {"title": "title", "kind": "kind", "started": "started"},
    "moves": {"from": "from_organisation_id", "to": "to_organisation_id", "date": "date"},
    "links": {"started": "started"},
}
_NOT_EDITED = {"source", "reasons"}


class _Known(NamedTuple):
    id: int
    fact: tuple[str, int]
    digest: str


def without_known(work: Work, recipe: Recipe) -> Work:
    """The import without the rows that are as they were; those that changed their facts first."""
    scheme = _scheme(recipe)
    if scheme is None:
        return work
    rows = [row for kind in _TABLES for row in work.sound(kind)]
    known = _known(work, scheme, rows)
    shared = Counter(one.fact for one in known.values())
    seen: dict[str, Row] = {}
    skipped: set[int] = set()
    for kind in _TABLES:
        for row in work.sound(kind):
            key = row.texts.get(KEY)
            if not key:
                continue
            if (other := seen.setdefault(key, row)) is not row:
                work.problems.about(row, KEY, f"the row of {other.place} has the same key")
                continue
            one = known.get(key)
            if one is None:
                continue
            same = one.digest == _digest(row)
            if same or (shared[one.fact] == 1 and _change(work, kind, row, one)):
                skipped.add(id(row))
    left = {
        kind: [row for row in of_kind if id(row) not in skipped]
        for kind, of_kind in work.rows.items()
    }
    return replace(work, rows=left)


def keep_keys(work: Work, recipe: Recipe) -> None:
    """Notes which fact each row with a key was, and what the row said."""
    scheme = _scheme(recipe)
    if scheme is None:
        return
    sound = [stated for stated in work.stated if work.problems.sound([stated.row])]
    known = _known(work, scheme, [stated.row for stated in sound])
    new, changed = [], []
    for stated in sound:
        key = stated.row.texts.get(KEY)
        if not key:
            continue
        facts = {**dict.fromkeys(KEYED), stated.reference: stated.held.key}
        said = {**facts, "digest": _digest(stated.row)}
        if key in known:
            changed.append({"id": known[key].id, **said})
        else:
            new.append({"scheme": scheme, "value": key, **said})
    work.change.update(row_keys, changed)
    work.change.insert(row_keys, new)


def _scheme(recipe: Recipe) -> str | None:
    if KEY not in recipe.columns:
        return None
    return recipe.key_scheme or column_of(recipe.columns[KEY].columns[0])


def _known(work: Work, scheme: str, rows: Sequence[Row]) -> dict[str, _Known]:
    wanted = {key for row in rows if (key := row.texts.get(KEY))}
    found: dict[str, _Known] = {}
    for some in portions(sorted(wanted)):
        asked = row_keys.c.value.in_(some)
        statement = select(row_keys).where(row_keys.c.scheme == scheme, asked)
        for row in work.change.connection.execute(statement).mappings():
            (fact,) = ((name, row[name]) for name in KEYED if row[name] is not None)
            found[row["value"]] = _Known(row["id"], fact, row["digest"])
    return found


def _change(work: Work, kind: str, row: Row, one: _Known) -> bool:
    """Gives the fact of a row what the row says now; the record's rules hold for it too.

    Whether the row is done with: blank cells would make another fact of it.
    """
    table, reference = _TABLES[kind]
    column, fact_id = one.fact
    if column != reference:
        work.problems.about(row, KEY, "another kind of fact has this key: say --key SCHEME=COLUMN")
        return False
    values = dict(_values(work, kind, row))
    fact = the_row(work.change, table, fact_id)
    owner = fact.get("person_id")
    if owner != values.get("person_id"):
        message = "another person has this key: say --key SCHEME=COLUMN if these are other ids"
        work.problems.about(row, KEY, message)
        return False
    try:
        if edit(work.change, table, fact_id, values)[1]:
            row.became("updated")
    except TalentdbError as error:
        work.problems.refused(row, error)
        return False
    found_by = _FOUND_BY[kind].items()
    if all(row.values[name] is not None or fact[column] is None for name, column in found_by):
        return False
    if row.values.get("reasons"):
        set_reasons(work.change, fact_id, row.values["reasons"])
    work.stated.append(Stated(row, reference, Held({}, fact_id), owner))
    return True


def _values(work: Work, kind: str, row: Row) -> Iterator[tuple[str, Any]]:
    """What the row says, by column of the fact's table."""
    mentioned = dict(MENTIONS[kind])
    renamed: Mapping[str, str] = _RENAMED.get(kind, {})
    for name, value in row.values.items():
        if value is None or name in _NOT_EDITED:
            continue
        if name in mentioned:
            side = "_organisation" if kind == "moves" and name != "person" else ""
            yield f"{name}{side}_id", work.meant(row, name, mentioned[name])
        else:
            yield renamed.get(name, name), value


def _digest(row: Row) -> str:
    """What a row said, in few characters."""
    said = sorted((name, text) for name, text in row.texts.items() if text)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()
