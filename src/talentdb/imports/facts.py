"""How do rows become links, roles and moves?"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any

from talentdb.errors import TalentdbError
from talentdb.imports.agreement import Agreement
from talentdb.imports.order import finest_first, width_of
from talentdb.imports.problems import Row
from talentdb.imports.work import MENTIONS, Stated, Work
from talentdb.writes.links import NewLink, add_link
from talentdb.writes.progress import told
from talentdb.writes.roles import NewRole, Roles
from talentdb.writes.shelf import Held
from talentdb.writes.transitions import Moves, NewMove

Ids = dict[str, int | None]
_WORDS = {"role_id": "roles", "transition_id": "moves"}


def state_facts(work: Work) -> None:
    """Writes the links, roles and moves, in this order: each may rest on those before."""
    _state_links(work)
    wanted_roles, wanted_moves = _meant(work, "roles"), _meant(work, "moves")
    people = [ids["person"] for _, ids in (*wanted_roles, *wanted_moves)]
    known = [id for id in people if id is not None]
    roles = Roles(work.change, known)
    new_roles = [(row, _new_role(row, ids)) for row, ids in wanted_roles]
    # Of rows that say the same the first in the files comes first, however they are spelled.
    new_roles.sort(key=lambda one: (*width_of(one[0], "started", "ended"), repr(one[1])))
    _state(work, "role_id", new_roles, roles.state)
    roles.write()
    moves = Moves(work.change, known)
    new_moves = [(row, _new_move(row, ids, roles)) for row, ids in wanted_moves]
    # Reasons only add up, so a second row cannot state them otherwise.
    _state(work, "transition_id", new_moves, moves.state, lambda new: replace(new, reasons=()))
    moves.write()


def _meant(work: Work, kind: str) -> list[tuple[Row, Ids]]:
    """The rows of a kind with the ids of those whom they name; unclear ones are left out."""
    rows = work.sound(kind)
    if kind != "roles":
        rows = finest_first(rows, *({"links": ("started", "ended"), "moves": ("date",)}[kind]))
    found = []
    for row in rows:
        ids = {column: work.meant(row, column, noun) for column, noun in MENTIONS[kind]}
        found.append((row, ids))
    sound = set(map(id, work.sound(kind)))
    return [(row, ids) for row, ids in found if id(row) in sound]


def _state(
    work: Work,
    reference: str,
    wanted: Sequence[tuple[Row, Any]],
    state: Callable[[Any], Any],
    once_more: Callable[[Any], Any] = lambda new: new,
) -> None:
    """States what the rows say, then all of it again: by then nothing may be new.

    So a second import of the same rows changes nothing, in whichever order they stand.
    """
    stated: list[tuple[Row, Any, Held]] = []
    alike: defaultdict[Hashable, list[Row]] = defaultdict(list)
    said = f"comparing {_WORDS[reference]}"
    for row, new in told(wanted, work.change.progress, said, len(wanted)):
        try:
            held, outcome = state(new)
        except TalentdbError as error:
            work.problems.refused(row, error, more=_seen_at(alike[_key(new)], row))
            continue
        row.became(outcome)
        stated.append((row, new, held))
        alike[_key(new)].append(row)
        work.stated.append(Stated(row, reference, held, new.person_id))
    for row, new, _ in stated:
        try:
            outcome = state(once_more(new)).outcome
        except TalentdbError:
            outcome = "contradicted"
        if outcome != "unchanged":
            where = _seen_at(alike[_key(new)], row)
            work.problems.about(row, "", f"rows about the same do not agree; mend one{where}")


def _key(new: NewRole | NewMove) -> Hashable:
    """What makes two rows speak of the same, but for the date."""
    if isinstance(new, NewRole):
        return new.key
    return (new.person_id, new.from_organisation_id, new.to_organisation_id)


def _seen_at(rows: list[Row], row: Row) -> str:
    """Where else this import speaks of the same."""
    places = [other.place for other in rows if other is not row]
    return f" (see {', '.join(sorted(places)[:5])})" if places else ""


def _new_role(row: Row, ids: Ids) -> NewRole:
    given = dict(row.values, kind=row.values["kind"] or "employment")
    names = ("title", "kind", "started", "ended", "seen", "status", "note")
    assert ids["person"] is not None and ids["organisation"] is not None
    return NewRole(ids["person"], ids["organisation"], **{name: given[name] for name in names})


def _new_move(row: Row, ids: Ids, roles: Roles) -> NewMove:
    assert ids["person"] is not None
    names = ("date", "from_title", "to_title", "manner", "status", "note")
    held = {side: _titled(row, ids, side, roles) for side in ("from", "to")}
    return NewMove(
        ids["person"],
        ids["from"],
        ids["to"],
        from_role=held["from"],
        to_role=held["to"],
        reasons=row.values["reasons"] or (),
        **{name: row.values[name] for name in names},
    )


def _titled(row: Row, ids: Ids, side: str, roles: Roles) -> Held | None:
    person, organisation, title = ids["person"], ids[side], row.values[f"{side}_title"]
    if person is None or organisation is None or title is None:
        return None
    return roles.titled(person, organisation, title)


def _state_links(work: Work) -> None:
    agreement = Agreement(("amount", "currency", "status", "note"), work.problems)
    for row, ids in _meant(work, "links"):
        started, ended, kind = (row.values[name] for name in ("started", "ended", "link"))
        given = {name: row.values[name] for name in ("amount", "currency", "status", "note")}
        assert ids["organisation"] is not None and ids["other"] is not None
        new = NewLink(ids["organisation"], kind, ids["other"], started, ended, **given)
        try:
            link_id, outcome = add_link(work.change, new)
        except TalentdbError as error:
            work.problems.refused(row, error)
            continue
        row.became(outcome)
        agreement.check(row, link_id)
        work.stated.append(Stated(row, "organisation_link_id", Held({}, link_id), None))
