"""Which organisation does an organisation stand for, on a given day? (metrics.md §5)

Links are few and moves are many, so what links say is gathered in one small recursive
statement, `ancestry`: every chain of links upward, with the days on which all of it is in force.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CTE, ColumnElement, and_, case, false, func, literal, select

from talentdb.database.portable import DAWN, DUSK, day, greater, lesser
from talentdb.schema import organisation_links as links
from talentdb.schema.words import LINK_KINDS

# Longer than any real chain; a ledger written by hand may hold a loop.
DEEPEST = 20
CLIMBS = {"none": (), "renames": ("merged-into",), "parents": ("merged-into", "part-of")}
# What a named organisation stands for besides itself.
BELONGS = {rollup: ("part-of", *CLIMBS[rollup][:1]) for rollup in CLIMBS}


@cache
def newest() -> CTE:
    """Each renamed organisation (`old`) with the one whose name it bears now (`new`).

    Always the same one: a statement may not hold two of a name.
    """
    chain = (
        select(
            links.c.organisation_id.label("old"),
            links.c.other_id.label("new"),
            literal(1).label("depth"),
        )
        .where(links.c.kind == "renamed")
        .cte("chain", recursive=True)
    )
    further = links.alias()
    chain = chain.union(
        select(chain.c.old, further.c.other_id, chain.c.depth + 1).where(
            further.c.organisation_id == chain.c.new,
            further.c.kind == "renamed",
            chain.c.depth < DEEPEST,
        )
    )
    later = links.alias()
    renamed_again = select(later.c.organisation_id).where(later.c.kind == "renamed")
    return select(chain.c.old, chain.c.new).where(chain.c.new.not_in(renamed_again)).cte("newest")


def under_newest_name(organisation_id: ColumnElement[Any], names: CTE | None) -> ColumnElement[Any]:
    """The organisation that bears the newest name; itself if it was never renamed.

    `names` is None where nothing was ever renamed.
    """
    if names is None:
        return organisation_id
    name = names.alias()
    found = select(name.c.new).where(name.c.old == organisation_id).limit(1)
    # It may stand at any depth of a statement, and asks about what is outside.
    return func.coalesce(found.correlate_except(name).scalar_subquery(), organisation_id)


def ancestry(kinds: Sequence[str], names: CTE | None, called: str) -> CTE:
    """What each organisation leads to by links of these kinds.

    Columns organisation_id, ancestor_id, valid_from, valid_to (days), depth. Both ends are under
    their newest names. A merger holds from its date on, whatever ends it names.
    """
    merged = links.c.kind == "merged-into"
    ends = func.coalesce(links.c.ended_latest, day(DUSK))
    steps = (
        select(
            under_newest_name(links.c.organisation_id, names).label("organisation_id"),
            under_newest_name(links.c.other_id, names).label("ancestor_id"),
            func.coalesce(links.c.started_earliest, day(DAWN)).label("valid_from"),
            case((merged, day(DUSK)), else_=ends).label("valid_to"),
        )
        .where(links.c.kind.in_(kinds))
        .cte(f"{called}_steps")
    )
    chain = select(*steps.c, literal(1).label("depth")).cte(called, recursive=True)
    step = steps.alias()
    return chain.union(
        select(
            chain.c.organisation_id,
            step.c.ancestor_id,
            greater(chain.c.valid_from, step.c.valid_from),
            lesser(chain.c.valid_to, step.c.valid_to),
            chain.c.depth + 1,
        ).where(step.c.organisation_id == chain.c.ancestor_id, chain.c.depth < DEEPEST)
    )


class Groups:
    """The organisation that stands for another in one question's answer.

    A named organisation (by the id of its newest name) stands for all its parts, or with `exact`
    for itself alone; the others are grouped as `rollup` says. `linked` are the kinds of links that
    the ledger holds.
    """

    def __init__(
        self,
        rollup: str,
        named: Sequence[int],
        exact: bool,
        as_of: date,
        linked: Collection[str] = LINK_KINDS,
    ) -> None:
        self.as_of = as_of
        self.names = newest() if "renamed" in linked else None
        self.named, self.exact = tuple(named), exact
        self.splits = "split-from" in linked
        climbs = [kind for kind in CLIMBS[rollup] if kind in linked]
        self.climbs = ancestry(climbs, self.names, "climbs") if climbs else None
        belongs = [kind for kind in BELONGS[rollup] if kind in linked]
        with_parts = bool(belongs and self.named) and not exact
        self.belongs = ancestry(belongs, self.names, "belongs") if with_parts else None

    def newest_of(self, organisation_id: ColumnElement[Any]) -> ColumnElement[Any]:
        """The organisation under its newest name."""
        return under_newest_name(organisation_id, self.names)

    def group(self, organisation_id: Any, dated: tuple[Any, Any, Any]) -> ColumnElement[Any]:
        """The group's organisation on the day of an event.

        The organisation is given under its newest name. `dated` are the event's three date
        columns; what is undated takes the day asked about.
        """
        choices: list[ColumnElement[Any]] = []
        if self.named:
            choices.append(case((organisation_id.in_(self.named), organisation_id)))
        if self.belongs is not None:
            choices.append(self._reached(self.belongs, organisation_id, dated, nearest=True))
        if self.climbs is not None:
            choices.append(self._reached(self.climbs, organisation_id, dated, nearest=False))
        return func.coalesce(*choices, organisation_id) if choices else organisation_id

    def _reached(
        self, chain: CTE, organisation_id: Any, dated: Any, nearest: bool
    ) -> ColumnElement[Any]:
        earliest, latest = self.days(dated)
        link = chain.alias()
        depth = link.c.depth if nearest else link.c.depth.desc()
        found = select(link.c.ancestor_id).where(
            link.c.organisation_id == organisation_id,
            link.c.valid_from <= latest,
            link.c.valid_to >= earliest,
        )
        if nearest:
            found = found.where(link.c.ancestor_id.in_(self.named))
        elif self.exact:
            found = found.where(link.c.ancestor_id.not_in(self.named))
        found = found.order_by(depth, link.c.valid_from.desc(), link.c.ancestor_id).limit(1)
        linked = select(chain.alias().c.organisation_id)
        # Most organisations have no link: they skip the look-up.
        found = found.correlate_except(link)
        return case((organisation_id.in_(linked), found.scalar_subquery()))

    def days(self, dated: tuple[Any, Any, Any]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """The first and the last day on which the event may lie; undated: the day asked about."""
        text, earliest, latest = dated
        return (
            case((text.is_(None), day(self.as_of)), else_=func.coalesce(earliest, day(DAWN))),
            case((text.is_(None), day(self.as_of)), else_=func.coalesce(latest, day(DUSK))),
        )

    def is_split(self, from_id: Any, to_id: Any, dated: Any) -> ColumnElement[bool]:
        """Whether the event only follows an organisation's split into its successors."""
        if not self.splits:
            return false()
        split = links.alias()
        successor = under_newest_name(split.c.organisation_id, self.names)
        origin = under_newest_name(split.c.other_id, self.names)
        began = func.coalesce(split.c.started_earliest, day(DAWN))
        return (
            select(literal(1))
            .where(
                and_(split.c.kind == "split-from", successor == to_id, origin == from_id),
                began <= self.days(dated)[1],
            )
            .correlate_except(split)
            .exists()
        )
