"""Where are those who left now, as a chart and a table?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from talentdb.output.fields import columns
from talentdb.reports.charts.bars import bars
from talentdb.reports.charts.colours import coloured
from talentdb.reports.charts.ribbons import OTHER
from talentdb.reports.document import Chart, Row, Section, Table
from talentdb.reports.flows import NARROW, WIDE

NOWHERE = "not recorded"
_DRAWN = 15


@dataclass(frozen=True)
class Whereabouts:
    """How many are where: the places of most people, how many places there are, their people.

    `lost` are those of whom nothing is recorded.
    """

    largest: Sequence[tuple[str, int]]
    places: int
    people: int
    lost: int


def whereabouts(counts: Iterable[tuple[str | None, int]], limit: int | None) -> Whereabouts:
    """The sums of counts that come largest first, None for nowhere; kept are those to be shown."""
    kept: list[tuple[str, int]] = []
    places = people = lost = 0
    for name, count in counts:
        if name is None:
            lost += count
            continue
        places, people = places + 1, people + count
        if limit is None or len(kept) < max(limit, _DRAWN):
            kept.append((name, count))
    return Whereabouts(kept, places, people, lost)


def where_section(known: Whereabouts, as_of: date, limit: int | None, command: str) -> Section:
    """How many are where, as bars and as a table; those not found in the table alone."""
    drawn = list(known.largest[:_DRAWN])
    rest = known.people - sum(count for _, count in drawn)
    drawn += [(OTHER, rest)] if rest else []
    colours = coloured(name for name, _ in known.largest)
    title = f"Where those who left are as of {as_of}, if that is recorded"
    chart = Chart(*(bars(drawn, colours, size, title) for size in (WIDE, NARROW)))
    listed = [*known.largest, *([(NOWHERE, known.lost)] if known.lost else [])]
    rows = [Row(one) for one in listed[:limit]]
    total = known.places + (known.lost > 0)
    table = Table("now", title, columns(("now_at", "people")), rows, total, command)
    return Section("now", "Where they are now", (), chart if drawn else None, table)
