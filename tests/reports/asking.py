"""Which ledger do reports in tests tell of, and how is one asked for?"""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from talentdb.queries.filters import MoveFilter
from talentdb.queries.rule import Rule
from talentdb.reports.departures import departures_report
from talentdb.reports.document import Origin, Report
from talentdb.reports.exchange import flows_report
from talentdb.reports.organisation import organisation_report
from talentdb.reports.people import people_report
from talentdb.reports.work import Wish
from tests.builders import Ledger

AS_OF = date(2026, 1, 1)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=HYPERLINK(1)|`x` [a](javascript:b) {{ 7*7 }}",
    "evil \u202eeman\x07",
    "x" * 200,
    "مختبر الذكاء",
)
SOURCE = {
    "url": "https://example.org/a?b=<c>",
    "title": "<b>Who</b> went",
    "publisher": "The =Post",
}


def tell(connection: Connection) -> None:
    """Careers between Acme and some others, names that are meant to do harm, and sources."""
    ledger = Ledger(connection)
    source = ledger.source("memo", "2024-05", **SOURCE)
    for number, (origin, goal) in enumerate(
        [("Globex", "Acme"), ("Globex", "Acme"), ("Initech", "Acme"), ("Acme", "Hooli")]
    ):
        career = f"{origin} Engineer 2015–2020-0{number + 1} · {goal} Lead 2020-0{number + 2}–now"
        roles = ledger.career(f"Ada Example {number}", career)
        ledger.cite("role_id", roles[1], source, stance="supports")
    ledger.career("Bob Sample", "Acme 2016–2019-06-30")
    for number, name in enumerate(HOSTILE):
        move, _ = ledger.move(name, name[::-1], "Acme", f"202{number}", to_title=name)
        ledger.cite("transition_id", move, source, stance="supports")


def wish(limit: int | None = 200) -> Wish:
    return Wish(None, limit, Origin(date(2026, 1, 2), "1.0", "0123456789ab", "talentdb report x"))


def asked(connection: Connection, what: str, limit: int | None = 200, **rule: Any) -> Report:
    """The report of this name, on Acme."""
    id = Ledger(connection).organisation("Acme")
    filter = MoveFilter(Rule(AS_OF, named=(id,), **rule), organisation=(id,))
    match what:
        case "organisation":
            return organisation_report(connection, filter, wish(limit))
        case "departures":
            return departures_report(connection, filter, wish(limit))
        case "flows":
            return flows_report(connection, filter, wish(limit))
    return people_report(connection, filter, wish(limit), ("--organisation", "Acme"))


REPORTS = ("organisation", "departures", "flows", "people")
