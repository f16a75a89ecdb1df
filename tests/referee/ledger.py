"""The referee's own copy of a ledger: plain facts in a database of their own, and its rule."""

import calendar
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy

SQL = Path(__file__).parent / "sql"
MAIN = ("employment", "founder", "academic")
LEAST = {"rumoured": 1, "reported": 2, "confirmed": 3}
DATE = "{0}, {0}_earliest, {0}_latest"
PERIOD = DATE.format("started") + ", " + DATE.format("ended")
FACTS = {
    "people": "SELECT id, name FROM people",
    "organisations": "SELECT id, name, name_key FROM organisations",
    "links": f"SELECT id, organisation_id, kind, other_id, {PERIOD} FROM organisation_links",
    "roles": "SELECT id, person_id, organisation_id, title, kind, coalesce(status, 'reported'), "
    f"{PERIOD}, {DATE.format('seen')} FROM roles",
    "recorded": "SELECT id, person_id, from_organisation_id, to_organisation_id, from_role_id, "
    "to_role_id, from_title, to_title, coalesce(status, 'reported'), "
    f"{DATE.format('date')} FROM transitions WHERE origin = 'recorded'",
    "sources": f"SELECT id, {DATE.format('published')} FROM sources",
}
DATES = {"links": (4, 7), "roles": (6, 9, 12), "recorded": (9,), "sources": (1,)}
FAR = 1_000_000_000


@dataclass(frozen=True)
class Rule:
    """What a question asks by; days are proleptic ordinals."""

    as_of: int | None = None
    since: int | None = None
    until: int | None = None
    bridge: int = 31
    min_status: str = "reported"
    rollup: str = "renames"
    exact: bool = False
    dates: str | None = None
    unknown_end: str = "unknown"
    unique_people: bool = False
    at_end: bool = False
    kinds: Sequence[str] = MAIN
    continuities: Sequence[str] = ("direct", "gap", "presumed")
    named: Sequence[int] = field(default=())


def facts_of(connection: sqlalchemy.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """The plain rows of a ledger, by the referee's own tables; days as whole numbers."""
    facts = {}
    for table, statement in FACTS.items():
        rows = connection.exec_driver_sql(statement).all()
        facts[table] = [_bounded(list(row), DATES.get(table, ())) for row in rows]
    return facts


def database(
    facts: dict[str, list[tuple[Any, ...]]], rule: Rule, today: date
) -> sqlite3.Connection:
    """A database in memory where everything up to the journeys between groups is worked out."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.create_function("plus_months", 2, plus_months, deterministic=True)
    connection.create_function("date_text", 2, date_text, deterministic=True)
    connection.create_function("first_of_year", 1, first_of_year, deterministic=True)
    connection.create_function("period", 2, period, deterministic=True)
    scripts = sorted(SQL.glob("*.sql"))
    connection.executescript(scripts[0].read_text())
    for table, rows in facts.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    _tell(connection, rule, today)
    for script in scripts[1:]:
        connection.executescript(script.read_text())
    return connection


def plus_months(day: int, months: int) -> int:
    """The same day so many months on, clipped to the end of the month."""
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).toordinal()


def date_text(low: int | None, high: int | None) -> str | None:
    """The text of a date that lies somewhere from one day to another; none of none."""
    if low is None or high is None:
        return None
    first = "" if low == -FAR else date.fromordinal(low).isoformat()
    last = "" if high == FAR else date.fromordinal(high).isoformat()
    return first if first == last else f"[{first}..{last}]"


def period(day: int | None, by: str) -> int | None:
    """The number of the year, quarter or month of a day, counted from the year 0."""
    if day is None or abs(day) == FAR:
        return None
    months = date.fromordinal(day).year * 12 + date.fromordinal(day).month - 1
    return months // {"year": 12, "quarter": 3, "month": 1}[by]


def first_of_year(day: int) -> int:
    """The first day of the year of a day."""
    return date(date.fromordinal(day).year, 1, 1).toordinal()


def _tell(connection: sqlite3.Connection, rule: Rule, today: date) -> None:
    windowed = rule.since is not None or rule.until is not None
    as_of = rule.as_of or last_known(connection, today)
    since = -FAR if rule.since is None else rule.since
    until = FAR if rule.until is None else rule.until
    values = (
        *(as_of, since, until, windowed, rule.bridge, LEAST[rule.min_status], rule.rollup),
        *(rule.exact, rule.dates, rule.unknown_end, rule.unique_people, rule.at_end),
    )
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO rule VALUES ({marks})", values)
    _listed(connection, "kinds", rule.kinds)
    _listed(connection, "continuities", rule.continuities)
    _listed(connection, "named", rule.named)


def last_known(connection: sqlite3.Connection, today: date) -> int:
    """The greatest finite last day of what is seen, starts, ends, is published; at most today."""
    statement = f"""
        SELECT max(day) FROM (
            SELECT start_hi AS day FROM roles UNION ALL SELECT end_hi FROM roles
            UNION ALL SELECT seen_hi FROM roles UNION ALL SELECT date_hi FROM sources
        ) WHERE day < {FAR}
    """
    (day,) = connection.execute(statement).fetchone()
    return min(today.toordinal(), today.toordinal() if day is None else day)


def _listed(connection: sqlite3.Connection, table: str, values: Iterable[str | int]) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES (?)", [(value,) for value in values])


def _bounded(row: list[Any], places: Sequence[int]) -> tuple[Any, ...]:
    for place in places:
        text, low, high = row[place : place + 3]
        if text is None:
            row[place + 1 : place + 3] = None, None
        else:
            row[place + 1 : place + 3] = _ordinal(low, -FAR), _ordinal(high, FAR)
    return tuple(row)


def _ordinal(day: date | str | None, far: int) -> int:
    if day is None:
        return far
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal()
