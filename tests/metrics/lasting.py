"""How does a test ask how long people stay? The rows by organisation."""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from talentdb.metrics import attrition as attrition_metric
from talentdb.metrics import retention as retention_metric
from talentdb.metrics import tenure as tenure_metric
from talentdb.metrics.headcount import Headcount, Present, present
from talentdb.metrics.headcount import result as headcount_result
from talentdb.metrics.stay import Reckoning, Stay
from talentdb.metrics.stays import stays
from talentdb.queries.filters import MoveFilter
from talentdb.queries.stays import names_of, spells_of_those_at, spells_on_days
from tests.builders import Ledger
from tests.queries.asking import TODAY, asked


class Question:
    """Organisations by name, on a day, with the options of `Reckoning`."""

    def __init__(self, ledger: Ledger, where: str, as_of: date = TODAY, **reckoned: Any) -> None:
        self.connection: Connection = ledger.connection
        self.filter: MoveFilter = asked(ledger, organisation=where, as_of=as_of)
        self.reckoning = Reckoning(as_of, **reckoned)
        here = self.filter.organisation
        rows = self.connection.execute(names_of(here))
        self.names = {row.id: row.name for row in rows}

    def stays(self, at_end: bool = False) -> list[Stay]:
        here = self.filter.organisation
        rows = self.connection.execute(spells_of_those_at(self.filter, here, at_end))
        return [stay for stay in stays(rows, self.reckoning) if stay.organisation_id in here]

    def there(self, *days: date) -> list[Present]:
        rows = self.connection.execute(spells_on_days(self.filter, days))
        return list(present(rows, self.reckoning))

    def headcounts(self, *days: date) -> list[Headcount]:
        return list(headcount_result(self.there(*days), self.names))

    def retention(self, *definitions: str, years: int = 2) -> dict[str, retention_metric.Retention]:
        firsts, _ = retention_metric.first_stays(self.stays())
        rows = retention_metric.result(firsts, self.names, definitions, years, self.reckoning)
        return {row.definition: row for row in rows}

    def tenure(self) -> list[tenure_metric.Tenure]:
        return list(tenure_metric.result(self.stays(), self.names, self.reckoning))

    def attrition(self) -> list[attrition_metric.Attrition]:
        as_of = self.reckoning.as_of
        gone = attrition_metric.departed(self.stays(at_end=True), self.reckoning)
        there = self.there(*attrition_metric.days(as_of))
        return list(attrition_metric.result(gone, there, self.names, as_of))
