"""What is asked before a fact is recorded that names somebody or something new?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from talentdb.cli.confirm import confirm
from talentdb.cli.ledger import planning

if TYPE_CHECKING:
    from talentdb.queries.names import Noun


def plan(statement: str, named: "Mapping[str | None, Noun]", create: bool) -> None:
    """Asks once, before anything begins, if any of those named (None is nobody) is new."""
    from talentdb.writes.wanted import wanted

    with planning() as connection:
        names = [wanted(connection, noun, name) for name, noun in named.items() if name]
    confirm([statement], names, create)
