"""Which rows have to be left out so that the others can be taken?"""

from collections.abc import Callable
from typing import TypeVar

from talentdb.imports.problems import Problems
from talentdb.writes.change_sets import ChangeSet

T = TypeVar("T")


def without_refused(change: ChangeSet, problems: Problems, stages: Callable[[ChangeSet], T]) -> T:
    """Takes the rows that can be taken together; whatever cannot has a problem by then.

    The stages are tried on what is left, and taken back, until they refuse nothing more: a row
    may rest on another, so that which are refused is known only then.
    """
    while True:
        known = problems.count
        attempt = change.tried()
        savepoint = change.connection.begin_nested()
        try:
            result = stages(attempt)
        except BaseException:
            savepoint.rollback()
            raise
        if problems.count == known:
            savepoint.commit()
            change.take_over(attempt)
            return result
        savepoint.rollback()
        problems.forget_what_follows()
