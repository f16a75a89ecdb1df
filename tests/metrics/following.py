"""How does a test ask who came back and who followed whom, and what came out, in one line a row?"""

from typing import Any

from talentdb.metrics import boomerangs as boomerangs_metric
from talentdb.metrics import paths as paths_metric
from talentdb.metrics.chains import Step
from talentdb.metrics.returns import Return, Stay
from talentdb.queries.returns import stays
from talentdb.queries.steps import recorded_steps, steps_between
from tests.builders import Ledger
from tests.queries.asking import asked


def returns(ledger: Ledger, **options: Any) -> list[Return]:
    """All returns, whatever their day."""
    filter = asked(ledger, **options)
    rows = ledger.connection.execute
    there = [Stay(*row) for row in rows(stays(filter))]
    steps = [Step(*row) for row in rows(recorded_steps(filter))]
    return boomerangs_metric.result(there, steps, filter.organisation, filter.rule.basis.bridge)


def boomerangs(ledger: Ledger, **options: Any) -> list[str]:
    """`Ada: Acme 2012 → Globex → Acme 2015` of those certainly in the window, latest first."""
    return [
        f"{back.person.split()[0]}: {back.organisation} {back.left or '?'} → "
        f"{', '.join(back.via)} → {back.organisation} {back.returned or '?'}"
        for back in returns(ledger, **options)
        if back.certain
    ]


def paths(ledger: Ledger, **options: Any) -> dict[str, int]:
    """How many people went each way, the commonest first."""
    filter = asked(ledger, **options)
    rows = ledger.connection.execute(steps_between(filter, filter.from_, filter.to))
    found = paths_metric.result((Step(*row) for row in rows), filter.from_, filter.to)
    return {path.path: path.people for path in found}
