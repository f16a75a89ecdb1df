"""What the referee works out from the rows of its statements, where SQL would not be plain."""

from collections.abc import Callable, Iterator
from itertools import groupby
from math import sqrt
from typing import Any

from scipy.stats import beta

from tests.referee.networks import matrix, rank

LEAST_PEOPLE, DAYS = 3, 90
Z = 1.959963984540054
Row = dict[str, Any]


def retention(rows: list[Row]) -> Iterator[Row]:
    """Shares with Wilson's limits."""
    for row in rows:
        retained, eligible, unknown = row["retained"], row["eligible"], row["unknown"]
        everybody = eligible + unknown
        lower, upper = _wilson(retained, eligible) if eligible else (None, None)
        yield row | {
            "retention": retained / eligible if eligible else None,
            "lower": lower,
            "upper": upper,
            "if_left": retained / everybody if everybody else None,
            "if_stayed": (retained + unknown) / everybody if everybody else None,
        }


def _wilson(successes: int, among: int) -> tuple[float, float]:
    share, spread = successes / among, Z * Z / among
    middle = (share + spread / 2) / (1 + spread)
    width = Z * sqrt(share * (1 - share) / among + spread / (4 * among)) / (1 + spread)
    return middle - width, middle + width


def ratio(rows: list[Row]) -> Iterator[Row]:
    """Ratios and propensities, with Clopper and Pearson's limits."""
    for row in rows:
        came, went = row["inbound"], row["outbound"]
        here, there = row.pop("organisation_years"), row.pop("counterpart_years")
        low = beta.ppf(0.025, came, went + 1) if came else 0.0
        high = beta.ppf(0.975, came + 1, went) if went else None
        lower = float(low / (1 - low))
        limits = (came / went if went else None, lower, high and float(high / (1 - high)))
        scale = here / there if here and there else None
        scaled = [None if one is None or scale is None else one * scale for one in limits]
        least = f"{lower:.2f}" if lower >= 0.1 else f"{lower:.3g}"
        notes = [f"{came}:0, at least {least}"] if not went else []
        names = ("ratio", "lower", "upper")
        yield (
            row
            | dict(zip(names, limits, strict=True))
            | {
                "note": "; ".join(notes + ["few"] * (came + went < 10)) or None,
                "inbound_person_years": there,
                "outbound_person_years": here,
                "propensity": scaled[0],
                "propensity_lower": scaled[1],
                "propensity_upper": scaled[2],
            }
        )


def boomerangs(rows: list[Row], chains: list[Row]) -> Iterator[Row]:
    """A row a return: by spells, and by chains that tell of none of these."""
    fields = ("person", "organisation", "left", "returned", "away_days")
    told = set()
    for _, group in groupby(rows, key=lambda row: row["stay"]):
        first, *more = group
        via = dict.fromkeys([first["via"], *(row["via"] for row in more)])
        told |= {(first["bundle"], first[name]) for name in ("left_by", "joined_by")}
        yield {field: first[field] for field in fields} | {"via": list(via)}
    for row in chains:
        if not any((row["bundle"], row[name]) in told for name in ("left_by", "joined_by")):
            via = dict.fromkeys(row["via"].split("|")[:-1])
            yield {field: row[field] for field in fields} | {"via": list(via)}


def liftouts(rows: list[Row]) -> Iterator[Row]:
    """Groups, the largest first, then the earliest, and no move twice."""
    for (origin, goal), group in groupby(rows, key=lambda row: (row["from"], row["to"])):
        left = list(group)
        while together := max(_windows(left), key=_size, default=[]):
            if _size(together) < LEAST_PEOPLE:
                break
            first = min(together, key=lambda row: _dates(row, "date_lo", "date_hi"))
            last = max(together, key=lambda row: _dates(row, "date_hi", "date_lo"))
            names = sorted({row["person"]: row["name"] for row in together}.values())
            dates = {"first": first["date_text"], "last": last["date_text"]}
            yield {"from": origin, "to": goal, "people": len(names), **dates, "names": names}
            left = [row for row in left if row not in together]


def _dates(row: Row, *bounds: str) -> tuple[Any, ...]:
    return *(row[bound] for bound in bounds), row["date_text"]


def _windows(rows: list[Row]) -> Iterator[list[Row]]:
    """Whoever moved within 90 days from each day on which one began to; the earliest first."""
    for begin in sorted({row["date_lo"] for row in rows}):
        yield [row for row in rows if begin <= row["date_lo"] and row["date_hi"] <= begin + DAYS]


def _size(rows: list[Row]) -> int:
    return len({row["person"] for row in rows})


def trend(rows: list[Row]) -> Iterator[Row]:
    """Every period from the first to the last, and one row for what lies in none."""
    for organisation, group in groupby(rows, key=lambda row: row["organisation"]):
        found = {row["period"]: row for row in group}
        nothing = {"organisation": organisation, "inbound": 0, "outbound": 0, "net": 0}
        known = sorted(period for period in found if period is not None)
        for period in range(known[0], known[-1] + 1) if known else ():
            yield found.get(period, nothing | {"period": period})
        yield found.get(None, nothing | {"period": None})


def attrition(rows: list[Row]) -> Iterator[Row]:
    """Who left, over the mean headcount."""
    for row in rows:
        mean = row["average_headcount"]
        yield row | {"attrition": row["departures"] / mean if mean else None}


FINISHED: dict[str, Callable[[list[Row]], Iterator[Row]]] = {
    "retention": retention,
    "ratio": ratio,
    "attrition": attrition,
    "liftouts": liftouts,
    "trend": trend,
    "matrix": matrix,
    "rank": rank,
}
