"""Whatever was written, in whatever order: is the ledger after undo what it was before?"""

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import Connection

from tests.writes.walks import Walk

WALKS = 10


@pytest.mark.slow
@pytest.mark.hypothesis
def test_what_counts_decides_what_the_ledger_holds(connection: Connection, tmp_path: Path) -> None:
    class Here(Walk):
        def __init__(self) -> None:
            super().__init__(connection, tmp_path / "files")

    usual = settings.default.max_examples if settings.default else 0
    walks = settings(max_examples=max(WALKS, usual // 10), stateful_step_count=12)
    run_state_machine_as_test(Here, settings=walks)
