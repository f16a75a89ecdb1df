"""Who joined, who left and where are they now, and who is there? Tables of people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select

from talentdb.metrics.arrivals import arrivals
from talentdb.metrics.departures import departures
from talentdb.output.fields import columns
from talentdb.queries.people import people_list
from talentdb.reports.document import Row, Section, Table
from talentdb.reports.work import Work

EVIDENCE = ("move_id", "role_id")
_CAME = ("person", "joined", "title", "from", "continuity")
_WENT = ("person", "left", "last_title", "now_at", "now_title", "continuity")
_HERE = ("person", "organisation", "title", "started")


class Counted(NamedTuple):
    """A section, and how many rows its table would have in full."""

    section: Section
    total: int


def arrivals_section(work: Work, words: Sequence[str]) -> Counted:
    """Who joined, from where if that is known."""
    statement = arrivals(work.filter, *EVIDENCE)
    return _cited(work, ("arrivals", "Who joined"), statement, _CAME, words)


def departures_section(work: Work, words: Sequence[str]) -> Counted:
    """Who left, and where they are as of the day asked about."""
    statement = departures(work.filter, *EVIDENCE)
    return _cited(work, ("departures", "Who left, and where they are now"), statement, _WENT, words)


def people_section(work: Work, words: Sequence[str]) -> Counted:
    """Who is there as of the day asked about."""
    total, portions = work.rows(people_list(work.filter))
    rows = (Row(_cells(row, _HERE)) for portion in portions for row in portion)
    command = work.command("people", *words)
    heading = f"Who is there as of {work.filter.rule.as_of}"
    table = Table("people", heading, columns(_HERE), rows, total, command)
    return Counted(Section("people", heading, table=table), total)


def _cited(
    work: Work,
    named: tuple[str, str],
    statement: Select[Any],
    fields: Sequence[str],
    words: Sequence[str],
) -> Counted:
    total, portions = work.rows(statement)
    name, heading = named
    # Numbered as they are read, so that the first sources of a page are 1, 2, 3.
    rows = _with_sources(work, portions, fields)
    command = work.command(name, *words)
    table = Table(name, heading, columns(fields), rows, total, command, is_cited=True)
    return Counted(Section(name, heading, table=table), total)


def _with_sources(
    work: Work, portions: Iterator[Sequence[Any]], fields: Sequence[str]
) -> Iterator[Row]:
    for portion in portions:
        by_move = _numbers(portion, "move_id", work.notes.of_moves)
        by_role = _numbers(portion, "role_id", work.notes.of_roles)
        for row in portion:
            numbers = {*by_move.get(row.move_id, ()), *by_role.get(row.role_id, ())}
            yield Row(_cells(row, fields), sources=sorted(numbers))


def _numbers(
    portion: Sequence[Any], name: str, of: Callable[[Sequence[int]], Mapping[int, list[int]]]
) -> Mapping[int, list[int]]:
    ids = [row._mapping[name] for row in portion if row._mapping[name] is not None]
    return of(list(dict.fromkeys(ids)))


def _cells(row: Any, fields: Sequence[str]) -> list[object]:
    return [row._mapping[name] for name in fields]
