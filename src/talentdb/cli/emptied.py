"""Which option emptied an answer that no single statement gives?"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talentdb.queries.filters import MoveFilter


def emptied_by(
    filter: "MoveFilter", count: "Callable[[MoveFilter], int]"
) -> Callable[[], Iterator[str]]:
    """For an empty answer: how many rows there would be without each option."""

    def without_each() -> Iterator[str]:
        for option, relaxed in filter.relaxed():
            found = count(relaxed)
            if found:
                yield f"without --{option.replace('_', '-')}: {found}"

    return without_each
