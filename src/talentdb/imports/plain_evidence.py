"""How do the sources named beside very many roles become citations of them?"""

from collections.abc import Iterator
from itertools import chain

import numpy as np
from sqlalchemy import select

from talentdb.database.bulk import driver_portions, is_empty
from talentdb.database.portions import batches
from talentdb.imports.keys import Flags, Numbers
from talentdb.imports.plain_rows import Plain
from talentdb.imports.sources import Sources
from talentdb.imports.table import Table
from talentdb.imports.work import Work
from talentdb.queries.careers import among
from talentdb.schema import citations
from talentdb.writes.told import load_numbers


def cite_plain_roles(work: Work, plain: Plain, sources: Sources) -> None:
    """Writes the citations that the rows of tables give their roles, each once."""
    parts = list(_cited(work, plain, sources))
    if not parts:
        return
    place = np.concatenate([place for place, _ in parts])
    source = np.concatenate([source for _, source in parts])
    in_order = np.argsort(place, kind="stable")
    place, source = place[in_order], source[in_order]
    pairs, first = np.unique(plain.roles[place].astype(np.int64) << 32 | source, return_index=True)
    new = ~np.isin(pairs, _recorded(work, pairs))
    pairs, by = pairs[new], place[first[new]]
    cited = {"role_id": pairs >> 32, "source_id": pairs & 0xFFFFFFFF}
    load_numbers(work.change, citations, cited, same={"stance": "supports"})
    plain.touch(work.change, work.people.first_new(), by)
    updated = len(np.unique(by[~plain.created[by]]))
    work.outcomes["updated"] += updated
    work.outcomes["unchanged"] -= updated


def _cited(work: Work, plain: Plain, sources: Sources) -> Iterator[tuple[Numbers, Numbers]]:
    """Rows that name a source, and it; those with several come again."""
    for number, table in enumerate(plain.tables):
        if "source" not in table.columns:
            continue
        places = np.flatnonzero(plain.table == number)
        values = [value or () for value in table.columns["source"].values]
        counts = np.fromiter(map(len, values), dtype=np.int32, count=len(values))
        meant = np.array(sources.ids(chain.from_iterable(values)), dtype=np.int64)
        begins = np.cumsum(counts) - counts
        unknown = np.zeros(len(values), dtype=bool)
        unknown[np.repeat(np.arange(len(values)), counts)[meant == 0]] = True
        codes = table.codes("source")[plain.row[places]]
        _tell(work, table, plain.row[places[unknown[codes]]], sources)
        places, codes = places[~unknown[codes]], codes[~unknown[codes]]
        for turn in range(int(counts.max(initial=0))):
            some: Flags = counts[codes] > turn
            yield places[some], meant[begins[codes[some]] + turn]


def _tell(work: Work, table: Table, rows: Numbers, sources: Sources) -> None:
    """Says of each of these rows that a source which it names is not known."""
    for place in rows.tolist():
        row = table.row(place, work.problems)
        for text in row.values["source"] or ():
            sources.meant(row, "source", text)


def _recorded(work: Work, pairs: Numbers) -> Numbers:
    """Roles and sources of the bare citations that these roles have already."""
    connection = work.change.connection
    if is_empty(connection, citations):
        return pairs[:0]
    bare = [citations.c[name].is_(None) for name in ("field", "locator", "said_by")]
    statement = select(citations.c.role_id, citations.c.source_id).where(*bare)
    found = [pairs[:0]]
    for portion in batches(np.unique(pairs >> 32).tolist()):
        for rows in driver_portions(
            connection, statement.where(among(citations.c.role_id, portion))
        ):
            known = (role_id << 32 | source_id for role_id, source_id in rows)
            found.append(np.fromiter(known, dtype=np.int64, count=len(rows)))
    return np.concatenate(found)
