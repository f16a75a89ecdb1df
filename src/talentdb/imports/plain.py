"""Which rows of tables are plainly roles, and how are a million of them written?

Every other row, be it unclear who is meant or that it is one of several of one key, becomes a
row by itself, for the stages that have the rules.
"""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain

import numpy as np

from talentdb.database.told import Meant
from talentdb.dates import parse_end
from talentdb.imports.keys import Flags, Numbers, plainly
from talentdb.imports.numbers import Numberings, numbered, recorded_roles
from talentdb.imports.plain_rows import NewRoles, Plain
from talentdb.imports.work import Work
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.schema import roles
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.told import load_numbers

_DATES = ("started", "ended", "seen")
_BOUNDS = ("", "_earliest", "_latest")
_TEXTS = ("title", "kind", "status", "note")


def add_plain_roles(work: Work) -> None:
    """Writes the roles that tables plainly state; the other rows join those to be looked at."""
    plain = work.plain
    plain.tables = list(work.tables)
    if not plain.tables:
        return
    found = [table.sound(work.problems).astype(np.int32) for table in plain.tables]
    plain.row = np.concatenate(found)
    numbers = np.arange(len(found), dtype=np.min_scalar_type(len(found)))
    plain.table = np.repeat(numbers, list(map(len, found)))
    plain.person, homonyms = _meant(work, plain, PERSON)
    organisation, _ = _meant(work, plain, ORGANISATION)
    clear = (plain.person > 0) & (organisation > 0)
    clear &= ~np.isin(plain.person, np.array(sorted(homonyms), dtype=np.int32))
    _look_at(work, plain, ~clear)
    _keep(plain, clear)
    numberings = Numberings()
    columns = _columns(plain, organisation[clear], numberings)
    recorded, ids = recorded_roles(work.change.connection, numberings, np.unique(plain.person))
    stated = numberings.statements(columns, len(plain.row))
    closer, same = plainly(stated, recorded)
    _look_at(work, plain, closer)
    work.keep_known()
    plain.created = ~closer & (same == np.arange(len(same)))
    plain.roles = _write(work, plain, columns, numberings, same, ids)
    _keep(plain, ~closer)
    work.outcomes["created"] += int(plain.created.sum())
    work.outcomes["unchanged"] += int((~plain.created).sum())


def _meant(work: Work, plain: Plain, noun: Noun) -> tuple[Numbers, set[int]]:
    """Who each row means, 0 where that is not clear; and those who share a name."""
    register = work.register(noun)
    several: set[int] = set()

    def only(text: str | None) -> int:
        ids = register.ids(text) if text else ()
        if len(ids) > 1:
            several.update(ids)
        return ids[0] if len(ids) == 1 else 0

    parts = []
    for number, table in enumerate(plain.tables):
        values = table.columns[noun.word].values
        meant = np.fromiter(map(only, values), dtype=np.int32, count=len(values))
        parts.append(meant[table.codes(noun.word)[plain.row[plain.table == number]]])
    register.forget_keys()
    return np.concatenate(parts), several


def _look_at(work: Work, plain: Plain, which: Flags) -> None:
    """Makes rows of their own of these."""
    for place in np.flatnonzero(which).tolist():
        table = plain.tables[plain.table[place]]
        work.rows["roles"].append(table.row(int(plain.row[place]), work.problems))


def _keep(plain: Plain, which: Flags) -> None:
    for name in ("table", "row", "person", "roles", "created"):
        column = getattr(plain, name)
        if len(column):
            setattr(plain, name, column[which])


def _columns(
    plain: Plain, organisation: Numbers, numberings: Numberings
) -> Callable[[str], Numbers]:
    """The columns of the rows as numbers, made when asked for."""
    of_table = [plain.row[plain.table == number] for number in range(len(plain.tables))]

    def column(name: str) -> Numbers:
        if name == "person":
            return plain.person
        if name == "organisation":
            return organisation
        parts = [
            numbered(table, numberings, name)[rows]
            for table, rows in zip(plain.tables, of_table, strict=True)
        ]
        return np.concatenate(parts)

    for name in (*_DATES, *_TEXTS):
        column(name)  # every value is numbered before the ledger's are
    return column


def _write(
    work: Work,
    plain: Plain,
    columns: Callable[[str], Numbers],
    numberings: Numberings,
    same: Numbers,
    recorded_ids: Numbers,
) -> Numbers:
    """The ids of the roles of all rows; those that are new are written, person by person.

    Whoever is new too is left to `derive_new_people`.
    """
    new = np.flatnonzero(plain.created).astype(np.int32)
    new = new[np.argsort(plain.person[new], kind="stable")]
    said = {name: columns(name)[new] for name in ("person", "organisation", *_TEXTS, *_DATES)}
    given = _load(work.change, said, numberings)
    plain.new = NewRoles(given, numberings, said)
    ids = np.zeros(len(same), dtype=np.int32)
    ids[new] = np.arange(given.start, given.stop, dtype=np.int32)
    is_recorded = same < 0
    ids[~is_recorded] = ids[same[~is_recorded]]
    ids[is_recorded] = recorded_ids[-1 - same[is_recorded]]
    plain.touch(work.change, work.people.first_new(), new)
    return ids


def _load(change: ChangeSet, said: Mapping[str, Numbers], numberings: Numberings) -> range:
    """The ids of new roles, told as numbers."""
    numbers = {"person_id": said["person"], "organisation_id": said["organisation"]}
    numbers |= {name: said[name] for name in (*_TEXTS, *_DATES) if said[name].any()}
    meant = {
        name: _meant_by(name, numbers[name], numbering.texts)
        for name, numbering in numberings.of.items()
        if name in numbers
    }
    dated = chain.from_iterable(meant[name].values.values() for name in _DATES if name in meant)
    latest = max((day for *_, day in dated if day), default=None)
    last_day = date.fromisoformat(latest) if latest else None
    return load_numbers(change, roles, numbers, meant, last_day=last_day)


def _meant_by(name: str, numbers: Numbers, texts: list[str | None]) -> Meant:
    """What these numbers mean that are given to the texts of a field."""
    columns = tuple(f"{name}{bound}" for bound in _BOUNDS) if name in _DATES else (name,)
    said = {number: text for number in np.unique(numbers).tolist() if (text := texts[number])}
    if name in _DATES:
        return Meant(columns, {number: _date(text) for number, text in said.items()})
    return Meant(columns, {number: (text,) for number, text in said.items()})


def _date(text: str) -> tuple[str, str | None, str | None]:
    """A date, its earliest and its latest day as a table keeps them."""
    earliest, latest = (day.isoformat() if day else None for day in parse_end(text)[1:])
    return (text, earliest, latest)
