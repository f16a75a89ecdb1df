"""Who made a work, who of them has left, and for where?"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from talentdb.metrics.works import Making, result, statement
from talentdb.output.fields import columns
from talentdb.output.values import noun_of
from talentdb.queries.filters import MoveFilter
from talentdb.queries.works import credited_as
from talentdb.reports.document import KeyFigure, Report, Row, Section, Table
from talentdb.reports.method import as_known
from talentdb.reports.notes import Notes
from talentdb.reports.whereabouts import NOWHERE, where_section, whereabouts
from talentdb.reports.work import Wish, Work, as_of_words

_FIELDS = ("person", "as", "state", "now_at", "now_title")
_STATES = {"there": "still there", "left": "has left", "unknown": "not known"}


def work_report(connection: Connection, filter: MoveFilter, work_id: int, wish: Wish) -> Report:
    """The report on one work; the rule says as of when, and how sure the credits must be."""
    rows = connection.execute(statement(filter, (work_id,))).all()
    (making,) = result(rows)
    work = Work(connection, filter, wish.limit, Notes(connection))
    command = work.command("works", f"work:{work_id}")
    sections = [_makers(work, work_id, rows, command)]
    if making.destinations:
        counts = sorted(making.destinations.items(), key=lambda one: (-one[1], one[0]))
        told = ((None if name == NOWHERE else name, count) for name, count in counts)
        now = whereabouts(told, work.limit)
        sections.append(where_section(now, filter.rule.as_of, work.limit, command))
    return Report(
        wish.title or f"Who made {making.made.work}",
        f"{making.made.organisation} · {as_of_words(filter)}",
        list(_figures(making)),
        sections,
        list(_method(making, filter)),
        work.notes.listed(),
        wish.origin,
    )


def _figures(making: Making) -> Iterator[KeyFigure]:
    made, known = making.made, making.made.credited - making.unknown
    listed = "the record lists all makers" if made.makers_known == "all" else "some makers only"
    yield KeyFigure(noun_of(made.credited, "maker"), str(made.credited), listed, "makers")
    gone = "has left" if made.left == 1 else "have left"
    yield KeyFigure(gone, str(made.left), f"{made.organisation}, for anywhere", "makers")
    if made.share_left is not None:
        share = f"{100 * made.share_left:.0f} %"
        yield KeyFigure("share", share, f"of {known} whose whereabouts are known", "makers")
    if making.unknown:
        yield KeyFigure("not known", str(making.unknown), "where they are", "makers")


def _makers(work: Work, work_id: int, rows: Sequence[Any], command: str) -> Section:
    made = [row for row in rows if row.person is not None]
    kept = made if work.limit is None else made[: work.limit]
    parts: dict[int, list[str]] = {}
    for credit in work.connection.execute(credited_as(work_id, work.filter.rule.statuses)):
        parts.setdefault(credit.person_id, []).append(credit.credited_as)
    cited = work.notes.of_makers(work_id, [row.person_id for row in kept])
    listed = [
        Row(
            (
                row.person,
                ", ".join(parts.get(row.person_id, ())),
                _STATES[row.state],
                row.now_at,
                row.now_title,
            ),
            sources=cited.get(row.person_id, ()),
        )
        for row in kept
    ]
    caption = "Everybody credited, and where they are"
    table = Table("makers", caption, columns(_FIELDS), listed, len(made), command, is_cited=True)
    return Section("makers", "Makers", table=table)


def _method(making: Making, filter: MoveFilter) -> Iterator[str]:
    made, rule = making.made, filter.rule
    sure = " or ".join(rule.statuses)
    yield f"A maker is whoever is credited with the work; credits count that are {sure}."
    yield from as_known(rule)
    parts = "itself alone" if rule.exact else "or a part of it"
    yield (
        f"Where somebody is, is as of {rule.as_of}. Somebody is still there whose last known place "
        f"is {made.organisation} {parts}. Somebody has left whose last known place is another, or "
        "of whom a move or the end of a role says so. Of others it is not known."
    )
    if made.makers_known == "all":
        yield "The record lists all makers: the share is of those whose whereabouts are known."
    else:
        yield (
            "The record lists only some makers, so no share is stated: a list that was made of "
            "those who left would be all left by its making."
        )
    yield "What is not recorded is not known: the record is no census."
