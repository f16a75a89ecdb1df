"""How is recorded what a source says of one fact?"""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from talentdb.errors import RuleBroken, ViaMakesLoop
from talentdb.names import kept
from talentdb.schema import citations, roles, sources, transitions
from talentdb.writes.change_sets import ChangeSet

TEXTS = ("field", "value", "quote", "locator", "said_by")


@dataclass(frozen=True)
class NewCitation:
    """What a source says of one fact; `fact` is the reference's column and the fact's id."""

    fact: tuple[str, int]
    source_id: int
    stance: str = "supports"
    status: str | None = None
    field: str | None = None
    value: str | None = None
    quote: str | None = None
    locator: str | None = None
    said_by: str | None = None
    via_source_id: int | None = None


def add_citation(change: ChangeSet, new: NewCitation) -> int | None:
    """The id of a new citation; None if it is there already, and then refined by what is new.

    It may decide how sure the fact is, so whoever it is about is touched.
    """
    texts: dict[str, Any] = {name: kept(getattr(new, name)) for name in TEXTS}
    new = replace(new, **texts)
    if (new.field is None) != (new.value is None):
        raise RuleBroken("a field and its value go together: say both, or none.")
    column, fact_id = new.fact
    same = select(citations).where(
        citations.c[column] == fact_id,
        citations.c.source_id == new.source_id,
        *(
            citations.c[name].is_not_distinct_from(getattr(new, name))
            for name in ("field", "value", "locator", "said_by")
        ),
    )
    known = change.connection.execute(same.order_by(citations.c.id)).mappings().first()
    if known is not None:
        _refine(change, known, new)
        return None
    if new.via_source_id is not None:
        refuse_via_loop(change.connection, new.source_id, new.via_source_id)
    _touch_owner(change, new)
    names = ("source_id", "stance", "status", "field", "value", "quote", "locator", "said_by")
    return change.insert_one(
        citations,
        **{column: fact_id},
        **{name: getattr(new, name) for name in names},
        via_source_id=new.via_source_id,
    )


def _refine(change: ChangeSet, known: Any, new: NewCitation) -> None:
    """Adds what a citation says more; only a dispute overrules the stance, which has a default."""
    said: dict[str, Any] = {
        "stance": new.stance if new.stance != "supports" else None,
        "status": new.status,
        "quote": new.quote,
        "via_source_id": new.via_source_id,
    }
    more = {name: value for name, value in said.items() if value not in (None, known[name])}
    if "via_source_id" in more:
        refuse_via_loop(change.connection, new.source_id, more["via_source_id"])
    if more:
        change.update(citations, [{"id": known["id"], **more}])
        _touch_owner(change, new)


def _touch_owner(change: ChangeSet, new: NewCitation) -> None:
    column, fact_id = new.fact
    for reference, home in (("role_id", roles), ("transition_id", transitions)):
        if column == reference:
            owner = select(home.c.person_id).where(home.c.id == fact_id)
            change.people.update(change.connection.execute(owner).scalars())


def refuse_via_loop(connection: Connection, source_id: int, via_id: int) -> None:
    """Raises ViaMakesLoop if the one that reports is itself known only through the other."""
    if source_id == via_id:
        raise RuleBroken("a source cannot be known via itself: name the one that reports it.")
    reports = select(citations.c.source_id, citations.c.via_source_id).where(
        citations.c.via_source_id.is_not(None)
    )
    onward: dict[int, set[int]] = {}
    for known, through in connection.execute(reports.distinct()):
        onward.setdefault(known, set()).add(through or 0)
    waiting, reached = [via_id], {via_id}
    while waiting:
        new = onward.get(waiting.pop(), set()) - reached
        reached |= new
        waiting.extend(new)
    if source_id in reached:
        handles = [
            str(connection.scalar(select(sources.c.handle).where(sources.c.id == id)))
            for id in (source_id, via_id)
        ]
        raise ViaMakesLoop(*handles)
