"""Who is meant by a name that several bear, where `--homonyms` says how to decide?

Of those who bear it, the one who holds this very role; else the only one at this organisation;
else, with `create`, somebody new of that name, one for the whole import.
"""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from talentdb.database.portions import batches
from talentdb.imports.problems import Row
from talentdb.imports.rosters import new_record
from talentdb.imports.work import Work
from talentdb.queries.names import PERSON
from talentdb.schema import roles, transitions
from talentdb.writes.roles import folded

_PLACES = {"roles": ("organisation",), "roster": ("organisation",), "moves": ("from", "to")}
Held = tuple[int | None, str, str | None]


def break_ties(work: Work, how: str) -> None:
    """Decides whom the ambiguous names in roles and moves mean; what stays unclear is left so."""
    ambiguous = [
        (kind, row) for kind in _PLACES for row in work.sound(kind) if _is_unclear(work, row)
    ]
    if not ambiguous:
        return
    candidates = {id for _, row in ambiguous for id in work.people.ids(row.values["person"])}
    held = _held(work, candidates)
    made: dict[str, int] = {}
    for kind, row in ambiguous:
        ids = work.people.ids(row.values["person"])
        found = _the_one(work, kind, row, ids, held)
        if found is None and how == "create":
            key = work.people.key(row.values["person"])
            found = made.get(key) or _made(work, row)
            made[key] = found
        if found is not None:
            work.ties[(row.file, row.line)] = found


def _is_unclear(work: Work, row: Row) -> bool:
    text = row.values["person"]
    return text is not None and len(work.people.ids(text)) > 1


def _made(work: Work, row: Row) -> int:
    name = row.values["person"]
    (id,) = work.change.insert(PERSON.table, [new_record(PERSON, name)])
    return id


def _the_one(
    work: Work, kind: str, row: Row, ids: Sequence[int], held: dict[int, set[Held]]
) -> int | None:
    places = set()
    for column in _PLACES[kind]:
        if row.values[column] is not None:
            places |= set(work.organisations.ids(row.values[column]))
    there = [id for id in ids if places & {organisation for organisation, _, _ in held[id]}]
    if len(there) > 1 and kind == "roles":
        started = row.values["started"]
        title = folded(row.values["title"])
        same = {(place, title, started.text if started else None) for place in places}
        there = [id for id in there if same & held[id]]
    return there[0] if len(there) == 1 else None


def _held(work: Work, ids: set[int]) -> dict[int, set[Held]]:
    """Where each of these was, in the ledger and by the rows of this import that name them."""
    found: defaultdict[int, set[Held]] = defaultdict(set)
    for batch in batches(sorted(ids)):
        columns = (roles.c.person_id, roles.c.organisation_id, roles.c.title, roles.c.started)
        for row in work.change.connection.execute(
            select(*columns).where(roles.c.person_id.in_(batch))
        ):
            found[row[0]].add((row[1], folded(row[2]), row[3]))
        moved = select(
            transitions.c.person_id,
            transitions.c.from_organisation_id,
            transitions.c.to_organisation_id,
        ).where(transitions.c.person_id.in_(batch))
        for person_id, *sides in work.change.connection.execute(moved):
            found[person_id] |= {(side, "", None) for side in sides if side is not None}
    for kind, columns_ in _PLACES.items():
        for stated in work.sound(kind):
            meant = work.people.ids(stated.values["person"])
            if len(meant) == 1 and meant[0] in ids:
                for column in columns_:
                    places = work.organisations.ids(stated.values[column] or "")
                    found[meant[0]] |= {(place, "", None) for place in places}
    return found
