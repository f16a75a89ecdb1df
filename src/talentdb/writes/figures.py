"""How is a statistic kept that somebody published?"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from talentdb.dates import PartialDate
from talentdb.errors import RuleBroken
from talentdb.names import kept
from talentdb.schema import figures
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns
from talentdb.writes.roles import Outcome
from talentdb.writes.stated import stated

OF_TWO = ("ratio", "moves")


@dataclass(frozen=True)
class NewFigure:
    """A published value of a metric; ratio and moves run counterpart → organisation.

    A retention is a fraction from 0 to 1. `since` and `until` are the window it is about.
    """

    metric: str
    organisation_id: int
    published: float
    counterpart_id: int | None = None
    qualifier: str | None = None
    n: int | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str | None = None


def add_figure(change: ChangeSet, new: NewFigure) -> tuple[int, Outcome]:
    """The figure's id, and what was done to it.

    It is the same if metric, organisations, value and window are. Raises RuleBroken for what
    `refuse_figure` refuses, RecordContradicted for another qualifier or n than recorded.
    """
    key = {
        "metric": new.metric,
        "organisation_id": new.organisation_id,
        "counterpart_id": new.counterpart_id,
        "published": new.published,
        "since": new.since.text if new.since else None,
        "until": new.until.text if new.until else None,
    }
    given = {
        "qualifier": new.qualifier,
        "n": new.n,
        **date_columns("since", new.since),
        **date_columns("until", new.until),
        "note": kept(new.note),
    }
    firm = {"qualifier": ("exact",), "n": ()}
    return stated(change, figures, key, given, {"qualifier": "exact"}, refuse_figure, firm)


def refuse_figure(row: Mapping[str, Any]) -> None:
    """Raises RuleBroken for a figure that no metric can have, and for a window turned round."""
    metric, value = row["metric"], row["published"]
    if not math.isfinite(value) or value < 0:
        raise RuleBroken("a published figure is a number that is not negative.")
    if metric in ("moves", "headcount") and value != int(value):
        raise RuleBroken(f"a figure of {metric} counts: it is a whole number, not {value}.")
    if metric == "retention" and value > 1:
        raise RuleBroken("a retention is a share: write 80% or 0.8.")
    if metric not in OF_TWO and row["counterpart_id"] is not None:
        raise RuleBroken(f"{metric} is about one organisation: leave the counterpart out.")
    if row["counterpart_id"] == row["organisation_id"]:
        raise RuleBroken("the counterpart is the organisation itself: a figure needs two.")
    if row["n"] is not None and row["n"] < 1:
        raise RuleBroken("n says how many stand behind the figure: at least 1.")
    since, until = row["since_earliest"], row["until_latest"]
    if since is not None and until is not None and until < since:
        raise RuleBroken("the figure's window ends before it begins: turn since and until round.")
