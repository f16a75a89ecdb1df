"""How do the spells and moves of very many new people follow from the roles just written?

What an import says of somebody new, and plainly, is all that there is: nothing has to be read
back. Everybody else is left to `writes.derive`.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from talentdb.database.bulk import is_empty
from talentdb.derivation import plain as careers_as_columns
from talentdb.derivation.plain import Careers, Numbers, are_plain, begin_of_many
from talentdb.imports.plain_rows import NewRoles
from talentdb.imports.work import Work
from talentdb.queries.rule import STANDARD
from talentdb.schema import transitions
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.counted import RANK
from talentdb.writes.derive import DERIVING, derive_new
from talentdb.writes.derived_many import filling_derived, told_of
from talentdb.writes.linked import Linked
from talentdb.writes.progress import steps

_PEOPLE = 4000  # whose derived rows are in memory together


def derive_new_people(change: ChangeSet, work: Work) -> None:
    """Stores the spells and moves of new people, who need not be derived any more."""
    new, first = work.plain.new, work.people.first_new()
    if new is None or first is None:
        return
    person = new.columns["person"]
    fit = person >= first
    if work.rows["citations"] or work.rows["roster"] or Linked(change.connection).has_renames:
        change.people.update(np.unique(person[fit]).tolist())
        return
    besides = {one.person_id or 0 for one in work.stated}
    fit &= ~np.isin(person, np.array(sorted(besides), dtype=np.int32))
    others: list[Numbers] = []
    connection = change.connection
    any_stated = not is_empty(connection, transitions)
    with filling_derived(connection) as fill:
        texts = new.numberings.of["status"].texts
        ranks = np.array([RANK[text or "reported"] for text in texts], dtype=np.int64)
        bounds = _bounds(new)
        counted = np.flatnonzero(fit & _counts(new))
        portions = _portions(person, counted)
        for roles in steps(portions, change.progress, DERIVING, len(counted)):
            careers, roles = _careers(new, roles, bounds)
            plain = are_plain(careers)
            others.append(careers.person[~plain])
            said = ranks[new.columns["status"][roles[plain]]]
            fill(told_of(careers.of(plain), roles[plain] + new.ids.start, said), ((), ()))
    touched = {id for id in change.people | besides if id >= first}
    left = np.setdiff1d(np.array(sorted(touched), dtype=np.int32), person[fit])
    odd = np.unique(np.concatenate([*others, left])).tolist()
    derive_new(connection, odd, change.progress, any_stated)
    change.people -= touched


def _portions(person: Numbers, roles: Numbers) -> Iterator[Numbers]:
    """These roles, which are in order of their people, those of some people at a time."""
    begins = np.flatnonzero(np.diff(person[roles], prepend=-1))
    for start, stop in pairwise([*begins[::_PEOPLE].tolist(), len(roles)]):
        yield roles[start:stop]


def _counts(new: NewRoles) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Which roles make spells (metrics.md §1)."""
    kinds = np.array([text in STANDARD.kinds for text in new.numberings.of["kind"].texts])
    statuses = np.array(
        [text is None or text in STANDARD.statuses for text in new.numberings.of["status"].texts]
    )
    columns = new.columns
    counted = kinds[columns["kind"]] & statuses[columns["status"]] & (columns["started"] > 0)
    return np.asarray(counted)


def _bounds(new: NewRoles) -> dict[str, tuple[Numbers, Numbers]]:
    return {name: new.numberings.bounds(name) for name in ("started", "ended")}


def _careers(
    new: NewRoles, roles: Numbers, bounds: Mapping[str, tuple[Numbers, Numbers]]
) -> tuple[Careers, Numbers]:
    """The careers that these roles make, and the roles in order of person and begin."""
    ended = new.numberings.of["ended"].texts
    named = {None: careers_as_columns.UNKNOWN, "..": careers_as_columns.OPEN}
    columns = {name: column[roles] for name, column in new.columns.items()}
    said = {name: [part[columns[name]] for part in bounds[name]] for name in bounds}
    state = [named.get(ended[number], careers_as_columns.CLOSED) for number in columns["ended"]]
    found = Careers(
        *(columns["person"], columns["organisation"], *said["started"]),
        *(np.array(state), *said["ended"]),
    )
    order = np.lexsort((begin_of_many(found.start_earliest, found.start_latest), found.person))
    return found.of(order), roles[order]
