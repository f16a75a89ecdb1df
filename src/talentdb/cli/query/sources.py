"""`talentdb query sources` and `conflicts`: what stands behind the ledger?"""

from typing import TYPE_CHECKING

from talentdb.cli.asked import rule_asked
from talentdb.cli.basis import as_known
from talentdb.cli.ledger import reading
from talentdb.cli.query.noted import notes_if_read
from talentdb.cli.show import show_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def query_sources() -> None:
    """List the publications, and how many facts each speaks of.

    Example: talentdb query sources --sort -facts -n 10
    """
    with reading() as connection:
        from talentdb.queries.sources import source_list

        rule = rule_asked(connection)
        notes = notes_if_read(lambda: uncited(connection))
        line = rule.line_of_sources()
        show_statement(connection, source_list(rule), ("id",), rule=line, notes=notes)


def uncited(connection: "Connection") -> "Iterator[str]":
    """How many facts no source supports, of how many."""
    from talentdb.queries.sources import facts_and_uncited

    rows = [row for row in connection.execute(facts_and_uncited()) if row.facts]
    without = sum(row.uncited for row in rows)
    if without:
        kinds = ", ".join(f"{row.word}s {row.uncited:,}" for row in rows if row.uncited)
        yield f"{without:,} of {sum(row.facts for row in rows):,} facts have no source: {kinds}"


def query_conflicts() -> None:
    """List the fields of which a source says something else than the record.

    Example: talentdb query conflicts --known-by 2025-06
    """
    with reading() as connection:
        from talentdb.queries.conflicts import conflicts

        known = as_known(connection)
        show_statement(connection, conflicts(), rule=known)
