"""Where are those who left now, as a chart and a table?"""

from collections.abc import Sequence
from datetime import date

from talentdb.output.fields import columns
from talentdb.reports.charts.bars import bars
from talentdb.reports.charts.colours import coloured
from talentdb.reports.charts.ribbons import OTHER
from talentdb.reports.document import Chart, Row, Section, Table
from talentdb.reports.flows import NARROW, WIDE

NOWHERE = "not recorded"
_DRAWN = 15


def where_section(
    counts: Sequence[tuple[str, int]], as_of: date, limit: int | None, command: str
) -> Section:
    """How many are where, as bars and as a table; those not found in the table alone."""
    ordered = sorted(counts, key=lambda one: (one[0] == NOWHERE, -one[1], one[0]))
    known = [one for one in ordered if one[0] != NOWHERE]
    rest = sum(count for _, count in known[_DRAWN:])
    drawn = [*known[:_DRAWN], *([(OTHER, rest)] if rest else [])]
    colours = coloured(name for name, _ in known)
    title = f"Where those who left are as of {as_of}, if that is recorded"
    chart = Chart(*(bars(drawn, colours, size, title) for size in (WIDE, NARROW)))
    rows = [Row(one) for one in ordered[: len(ordered) if limit is None else limit]]
    table = Table("now", title, columns(("now_at", "people")), rows, len(ordered), command)
    return Section("now", "Where they are now", (), chart if known else None, table)
