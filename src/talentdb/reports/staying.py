"""Who stays, and how many come for each one that goes?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentdb.metrics import survival
from talentdb.metrics.ratio import ALL, Counts, Ratio, together
from talentdb.metrics.ratio import result as ratios
from talentdb.metrics.ratio import statement as ratio_statement
from talentdb.metrics.retention import (
    DAYS_A_YEAR,
    DEFINITIONS,
    Retention,
    Tally,
    told_apart,
)
from talentdb.metrics.stay import Reckoning
from talentdb.metrics.stays import stays
from talentdb.output.fields import columns
from talentdb.output.result import Column
from talentdb.output.values import readable
from talentdb.queries.stays import spells_of_those_at
from talentdb.reports.charts.survival import Curve, Step
from talentdb.reports.charts.survival import survival as survival_chart
from talentdb.reports.document import Chart, KeyFigure, Row, Section, Table
from talentdb.reports.flows import NARROW, WIDE
from talentdb.reports.work import PORTION, Work

YEARS = 2
_TOP = 12  # counterparts in a page; the others are one row
_MEANING = {
    "anniversary": f"anniversary: began {YEARS} years ago or more; there {YEARS} years on",
    "cohort": f"cohort: those who began in the year that ended {YEARS} years ago; there now",
    "recent": f"recent: those who began in the last {YEARS} years; there now (biased upward)",
    "survival": f"survival: the curve's value at {YEARS} years (Kaplan–Meier, Greenwood, log–log)",
}
_SHARES = ("retention", "lower", "upper")


@dataclass(frozen=True)
class Staying:
    """How long people stay at one organisation: the section, and the figures at the top."""

    section: Section
    figures: Sequence[KeyFigure]


def staying(work: Work, id: int, name: str, colour: str) -> Staying | None:
    """Retention of the first stays at one organisation; None where no stay is recorded."""
    tally = _tally(work, id)
    count = tally.lengths.total()
    if not count:
        return None
    found = list(tally.rows(name))
    curve = _curve(tally.lengths)
    title = f"Share of those who joined who are still there, by years since joining (n = {count})"
    drawn = [survival_chart(curve, colour, size, title) for size in (WIDE, NARROW)]
    text = [
        "The curve counts those still there for as long as they are known to be; the band holds "
        "with 95 % confidence."
        if curve.is_drawn
        else f"Too little is recorded for a curve (n = {count}).",
        "The table has four definitions. " + "; ".join(_MEANING.values()) + ".",
    ]
    chart = Chart(*drawn) if curve.is_drawn else None
    command = work.command("retention", name, "--years", str(YEARS), "--definition", "all")
    table = _table(found, command)
    section = Section("retention", "Who stays", text, chart, table)
    return Staying(section, list(_figures(found)))


def _tally(work: Work, id: int) -> Tally:
    """The first stays there, counted as they come: no list of them is kept."""
    rule = work.filter.rule
    reckoning = Reckoning(rule.as_of, bridge=rule.basis.bridge)
    statement = spells_of_those_at(work.filter, (id,))
    tally = Tally(DEFINITIONS, YEARS, reckoning)
    with work.connection.execute(statement, execution_options={"yield_per": PORTION}) as rows:
        found = stays(rows, reckoning)
        here = (stay for stay in found if stay.organisation_id == id)
        counted = (stay for stay in here if stay.began_within(rule.since, rule.until))
        for stay, is_first in told_apart(counted):
            if is_first:
                tally.add(stay)
    return tally


def _curve(lengths: survival.Lengths) -> Curve:
    known = survival.curve_of(lengths)
    steps = []
    for day, share, lower, upper in zip(
        known.days, known.survival, known.lower, known.upper, strict=True
    ):
        # Where all have left there is no band; the curve is 0 there.
        low, high = (float(share) if edge != edge else float(edge) for edge in (lower, upper))
        steps.append(Step(float(day) / DAYS_A_YEAR, float(share), low, high))
    until = known.followed / DAYS_A_YEAR
    at_risk = [
        (float(year), _longer(lengths, year * DAYS_A_YEAR)) for year in range(int(until) + 1)
    ]
    return Curve(steps, until, at_risk)


def _longer(lengths: survival.Lengths, days: float) -> int:
    return sum(count for (length, _), count in lengths.items() if length >= days)


def _table(found: Sequence[Retention], command: str) -> Table:
    names = ("definition", "eligible", "retained", *_SHARES, "unknown")
    heads = [Column(name, "share" if name in _SHARES else "number") for name in names[1:]]
    rows = [Row([getattr(row, name) for name in names]) for row in found]
    caption = f"Still there after {YEARS} years, under each definition"
    return Table("retention", caption, (Column("definition"), *heads), rows, len(rows), command)


def _figures(found: Sequence[Retention]) -> Iterator[KeyFigure]:
    for row in found:
        if row.definition == "anniversary" and row.retention is not None:
            limits = f", {_percent(row.lower)} to {_percent(row.upper)}"
            note = f"on the anniversary; n = {row.eligible}{limits}"
            yield KeyFigure(
                f"stay {YEARS} years", f"{100 * row.retention:.0f} %", note, "retention"
            )


def ratio_section(work: Work, name: str) -> tuple[Section | None, list[KeyFigure]]:
    """How many come for each one that goes, by counterpart, with exact intervals."""
    found = list(ratios(_largest(work)))
    total = next((row for row in found if row.counterpart == ALL), None)
    if total is None:
        return None, []
    names = ("counterpart", "inbound", "outbound", "ratio", "lower", "upper", "note")
    cells = [Row([getattr(row, field) for field in names]) for row in found]
    table = Table(
        "ratio",
        "How many come for each one that goes, with 95 % intervals",
        columns(names),
        cells,
        len(cells),
        work.command("ratio", name),
    )
    text = [
        "Exact intervals: given how many moves there were, those inward are binomial (Clopper and "
        "Pearson). “few” marks fewer than ten moves. Only moves whose two sides are known."
    ]
    section = Section("ratio", "How many come for each one that goes", text, table=table)
    return section, [_ratio_figure(total)]


def _largest(work: Work) -> Iterator[Counts]:
    """The counterparts of most moves, the others as one: a list of all would be as long as they."""
    kept, rest = 0, dict[bool, Counts]()
    statement = ratio_statement(work.filter)
    with work.connection.execute(statement, execution_options={"yield_per": PORTION}) as rows:
        for row in (Counts(*row) for row in rows):
            has_moves = row.inbound + row.outbound > 0
            if work.limit is None or (has_moves and kept < _TOP):
                kept += 1
                yield row
            else:
                # Those without a certain move count among all alone, as in `query ratio`.
                before = [rest[has_moves]] if has_moves in rest else []
                rest[has_moves] = together([*before, row], "other")
    yield from rest.values()


def _ratio_figure(total: Ratio) -> KeyFigure:
    count = total.inbound + total.outbound
    low, high = (_number(value) for value in (total.lower, total.upper))
    interval = f"{low} to {high}" if total.upper is not None else f"at least {low}"
    value = _number(total.ratio) if total.ratio is not None else f"{total.inbound}:0"
    note = f"in for each one out; n = {count}, {interval}"
    return KeyFigure("in to out", value, note, "ratio")


def _number(value: float | None) -> str:
    return "–" if value is None else readable(value, "number")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"
