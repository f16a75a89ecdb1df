"""`talentdb query sources` and `conflicts`: what stands behind the ledger?"""

from talentdb.cli.asked import rule_asked
from talentdb.cli.basis import as_known
from talentdb.cli.ledger import reading
from talentdb.cli.show import show_statement


def query_sources() -> None:
    """List the publications, and how many facts each speaks of.

    Example: talentdb query sources --since 2025
    """
    with reading() as connection:
        from talentdb.queries.sources import source_list

        show_statement(connection, source_list(rule_asked(connection)), ("id", "url"))


def query_conflicts() -> None:
    """List the fields of which a source says something else than the record.

    Example: talentdb query conflicts --known-by 2025-06
    """
    with reading() as connection:
        from talentdb.queries.conflicts import conflicts

        known = as_known(connection)
        show_statement(connection, conflicts(), rule=known)
