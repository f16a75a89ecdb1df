"""When did people come and go? A line a move where they are few, else bars a period."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from talentdb.dates import parse
from talentdb.metrics.trend import Counted, Trend, result, statement
from talentdb.output.fields import columns
from talentdb.output.values import counted
from talentdb.reports.charts.colours import HUES, REST
from talentdb.reports.charts.timeline import Event, Period, periods, timeline
from talentdb.reports.document import Chart, Row, Section, Table
from talentdb.reports.flows import NARROW, WIDE
from talentdb.reports.moves import Moves
from talentdb.reports.work import Work

_FEW, _LONG, _MOST = 40, 6, 40


def when_section(
    work: Work, listed: Moves, colours: Mapping[str, str], name: str
) -> Section | None:
    """When moves to and from one organisation lie; None if there are none."""
    rows = trends(work)
    dated = [row for row in rows if row.period is not None]
    few = listed.total <= min(_FEW, len(listed.rows))
    chart = _lines(listed.rows, colours, name) if few else _bars(dated) if dated else None
    if not rows:
        return None
    text = []
    rest = [row for row in rows if row.period is None and row.inbound + row.outbound]
    if rest:
        count = sum(row.inbound + row.outbound for row in rest)
        text.append(
            f"{counted(count, 'move')} in no single {_by(work)} (undated, or dated too coarsely): "
            "in the table under “?”."
        )
    return Section("timeline", "When", text, chart, _table(work, rows, name))


def trends(work: Work) -> list[Trend]:
    """In and out of the organisation asked about, period by period."""
    by = _by(work)
    rows = work.connection.execute(statement(work.filter, by))
    return list(result((Counted(*row) for row in rows), by))


def _by(work: Work) -> str:
    rule = work.filter.rule
    short = rule.since is not None and ((rule.until or rule.as_of) - rule.since).days < 365 * _LONG
    return "quarter" if short else "year"


def _table(work: Work, rows: Sequence[Trend], name: str) -> Table:
    fields = ("period", "inbound", "outbound", "net")
    kept = [Row((row.period, row.inbound, row.outbound, row.net)) for row in rows]
    command = work.command("trend", name, "--by", _by(work))
    return Table("timeline", "Came and went, by period", columns(fields), kept, len(kept), command)


def _bars(rows: Sequence[Trend]) -> Chart:
    counts = [Period(str(row.period), row.inbound, row.outbound) for row in rows][-_MOST:]
    title = "Moves in (above) and out (below), by period"
    hues = (HUES[0], HUES[1])
    return Chart(periods(counts, hues, WIDE, title), periods(counts, hues, NARROW, title))


def _lines(rows: Sequence[Any], colours: Mapping[str, str], name: str) -> Chart | None:
    events = sorted(_events(rows, colours, name), key=_order)
    if not events:
        return None
    known = [day for one in events for day in (one.earliest, one.latest) if day is not None]
    margin = max(30, (max(known) - min(known)).days // 12)
    first, last = (
        date.fromordinal(min(known).toordinal() - margin),
        date.fromordinal(max(known).toordinal() + margin),
    )
    title = "When each move lies: a dot on a day, a bar between two days, dashes where unbounded"
    drawn = [timeline(events, (first, last), size, title) for size in (WIDE, NARROW)]
    return Chart(drawn[0], drawn[1])


def _events(rows: Sequence[Any], colours: Mapping[str, str], name: str) -> Iterator[Event]:
    for row in rows:
        origin, goal = row._mapping["from"], row._mapping["to"]
        if row.date is None:
            continue
        came = goal == name
        other = origin if came else goal
        side = "from" if came else "to"
        words = f"{row.person}, {side} {other or 'where is not stated'}"
        day = parse(row.date)
        yield Event(words, day.earliest, day.latest, colours.get(other or "", REST), row.person)


def _order(event: Event) -> tuple[date, date, str]:
    day = event.latest or event.earliest or date.min
    return day, event.earliest or day, event.text
