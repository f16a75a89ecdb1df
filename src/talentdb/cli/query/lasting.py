"""What do the questions about how long people stay have in common? (metrics.md §8)"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from talentdb.cli.asked import move_filter_asked, word_asked
from talentdb.cli.invocation import invocation
from talentdb.cli.query.behind import sources_by_id
from talentdb.cli.query.dissent import dissent_on_stays
from talentdb.cli.query.noted import unspelled, without_data
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.metrics.stay import Reckoning, Stay
    from talentdb.queries.filters import MoveFilter

Behind = tuple[str, str, "Stay"]


class Question:
    """One question: which organisations, by which rule, how days are reckoned.

    `dates` is what `--dates` is unless given.
    """

    def __init__(
        self,
        connection: "Connection",
        organisation: Sequence[str] | None,
        dates: str = "middle",
    ) -> None:
        from talentdb.metrics.stay import DATES, UNKNOWN_ENDS, Reckoning

        options = invocation()
        self.connection = connection
        self.filter: MoveFilter = move_filter_asked(connection, {"organisation": organisation})
        rule = self.filter.rule
        self.reckoning: Reckoning = Reckoning(
            rule.as_of,
            word_asked("dates", options["dates"], DATES) or dates,
            word_asked("unknown end", options["unknown_end"], UNKNOWN_ENDS) or "unknown",
            rule.basis.bridge,
        )
        self.rule = f"{rule.line_of_stays()} · {self.reckoning.words()}"

    def stays(self, at_end: bool = False) -> "list[Stay]":
        """The stays at the organisations asked about that certainly began in the window."""
        return stays_asked(self.connection, self.filter, self.reckoning, at_end)

    def names(self, ids: Iterable[int]) -> dict[int, str]:
        """The organisations' names by id, in the order of names."""
        from talentdb.queries.stays import names_of

        return {row.id: row.name for row in self.connection.execute(names_of(sorted(set(ids))))}

    def behind(self, counted: "Iterable[Behind]") -> Result:
        """The stays behind the rows (`--explain`): what each is counted in, and as what."""
        from talentdb.queries.behind import FIELDS_OF_STAYS, sources_of_roles

        listed = list(counted)
        ids = [id for _, _, stay in listed for id in stay.role_ids]
        sources = sources_by_id(self.connection, sources_of_roles, ids)
        names = self.names(stay.organisation_id for _, _, stay in listed)
        rows = [
            (
                of,
                verdict,
                [f"role:{id}" for id in stay.role_ids],
                stay.person,
                names[stay.organisation_id],
                stay.started,
                stay.ended_as_known(),
                sorted({source for id in stay.role_ids for source in sources.get(id, ())}),
            )
            for of, verdict, stay in listed
        ]
        return Result(columns(FIELDS_OF_STAYS), rows)

    def notes(
        self,
        stays: "Sequence[Stay]",
        known: Collection[int],
        more: Callable[[], Iterable[str]] = tuple,
    ) -> Iterator[str]:
        """What must be said of the stays that an answer counts, and of what it left out.

        `known` are the organisations of which the record says anything.
        """
        yield from without_data(self.connection, self.filter, known, "dated stay")
        yield from of_ends(stays)
        yield from more()
        yield from unspelled(self.connection, self.filter)
        if not invocation()["explain"]:
            yield from dissent_on_stays(self.connection, stays)


def stays_asked(
    connection: "Connection", filter: "MoveFilter", reckoning: "Reckoning", at_end: bool = False
) -> "list[Stay]":
    """The stays at the organisations that a filter names that certainly began in its window."""
    from talentdb.metrics.stays import stays
    from talentdb.queries.stays import spells_of_those_at

    here = filter.organisation
    rows = connection.execute(spells_of_those_at(filter, here, at_end))
    since, until = filter.rule.since, filter.rule.until
    return [
        stay
        for stay in stays(rows, reckoning)
        if (not here or stay.organisation_id in here) and stay.began_within(since, until)
    ]


def of_ends(stays: "Sequence[Stay]") -> Iterator[str]:
    """How many ends are not stated, and what was made of them."""
    presumed = sum(stay.ending == "presumed" for stay in stays)
    unknown = [stay for stay in stays if stay.ending == "unknown"]
    if presumed:
        yield f"{presumed} presumed to have ended by the day of a start elsewhere: counted as ended"
    if unknown:
        yield f"{len(unknown)} with an unknown end: not known after the last evidence"
    gone = sum(stay.has_left for stay in unknown)
    if gone:
        yield f"{gone} of these left by a recorded move, but the role has no end: edit role sets it"


def of_lengths(stays: "Sequence[Stay]") -> Iterator[str]:
    """How much hangs on partial dates."""
    from talentdb.metrics.tenure import completed_median

    partial = sum(stay.is_partial for stay in stays)
    if partial:
        outer, inner = (completed_median(stays, dates) for dates in ("outer", "inner"))
        note = f"{partial} of {len(stays)} rest on partial dates"
        if outer is not None:
            note += f"; completed median {outer:g} days by outer dates, {inner:g} by inner"
        yield note
