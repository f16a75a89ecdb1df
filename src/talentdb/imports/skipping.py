"""Which rows have to be left out so that the others can be taken?"""

from collections.abc import Callable

from talentdb.imports.problems import Problems, Row
from talentdb.writes.change_sets import ChangeSet

Rows = dict[str, list[Row]]


def without_refused(
    change: ChangeSet,
    rows: Rows,
    problems: Problems,
    stages: Callable[[ChangeSet, Rows], object],
) -> Rows:
    """The rows that can be taken together; whatever cannot has a problem by then.

    The stages are tried on what is left, and taken back, until they refuse nothing more: a row
    may rest on another, so that which are refused is known only then.
    """
    while True:
        left = {word: problems.sound(of_kind) for word, of_kind in rows.items()}
        known = problems.count
        attempt = ChangeSet(change.connection, change.author)
        attempt.overwrites = change.overwrites
        savepoint = change.connection.begin_nested()
        try:
            stages(attempt, left)
        finally:
            savepoint.rollback()
        for of_kind in left.values():
            for row in of_kind:
                row.outcome = "unchanged"
        if problems.count == known:
            return left
        problems.forget_what_follows()
