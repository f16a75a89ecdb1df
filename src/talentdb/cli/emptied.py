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
                yield without(option, found)

    return without_each


def without(option: str, count: int) -> str:
    """How many rows there would be; organisations are named by words as well as by an option."""
    if option == "organisation":
        return f"of any organisation: {count}"
    return f"without --{option.replace('_', '-')}: {count}"
