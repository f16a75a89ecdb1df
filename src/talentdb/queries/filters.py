"""Which filters narrow a question, and what does an answer look like without one of them?"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, false, or_, select

from talentdb.queries.rule import Rule
from talentdb.schema import tags
from talentdb.schema.words import COUNTED_CONTINUITIES

Filtered = TypeVar("Filtered", bound="Filter")


@dataclass(frozen=True)
class Filter:
    """The options of a question; each field is empty unless its option was given."""

    rule: Rule
    person: tuple[int, ...] = ()
    organisation: tuple[int, ...] = ()
    kind: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()

    def relaxed(self: Filtered) -> Iterator[tuple[str, Filtered]]:
        """Each option that was given, with the question as it is without it."""
        if self.rule.since is not None:
            yield "since", replace(self, rule=replace(self.rule, since=None))
        if self.rule.until is not None:
            yield "until", replace(self, rule=replace(self.rule, until=None))
        for option, standard in (
            ("status", self.rule.basis.statuses),
            ("continuity", COUNTED_CONTINUITIES),
        ):
            field = {"status": "statuses", "continuity": "continuities"}[option]
            if getattr(self.rule, field) != standard:
                changed: dict[str, Any] = {field: standard}
                yield option, replace(self, rule=replace(self.rule, **changed))
        if self.rule.exact:
            yield "exact", replace(self, rule=replace(self.rule, exact=False))
        for each in fields(self):
            if each.name not in ("rule", "possible") and getattr(self, each.name):
                without: dict[str, Any] = {each.name: each.default}
                yield each.name.rstrip("_"), replace(self, **without)


@dataclass(frozen=True)
class MoveFilter(Filter):
    """The options of a question about moves, arrivals or departures."""

    from_: tuple[int, ...] = field(default=())
    to: tuple[int, ...] = ()
    manner: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    change: tuple[int, ...] = ()
    possible: bool = False
    uncited: bool = False
    counterpart: tuple[int, ...] = ()

    @property
    def touched(self) -> tuple[int, ...]:
        """Organisations of which every move asked about has one on a side; empty for all moves."""
        return self.to or self.from_ or self.organisation


def tagged(
    statement: Select[Any],
    wanted: tuple[str, ...],
    person_id: ColumnElement[int] | None,
    *organisation_ids: ColumnElement[Any],
) -> Select[Any]:
    """Rows about a person, or one of these organisations, with one of the tags."""
    if not wanted:
        return statement
    people = select(tags.c.person_id).where(tags.c.tag.in_(wanted), tags.c.person_id.is_not(None))
    bodies = select(tags.c.organisation_id).where(
        tags.c.tag.in_(wanted), tags.c.organisation_id.is_not(None)
    )
    by_person = false() if person_id is None else person_id.in_(people)
    return statement.where(or_(by_person, *(id.in_(bodies) for id in organisation_ids)))
