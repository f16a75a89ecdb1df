"""What does the ledger hold at all? (queries/rule.py says what for.)"""

from sqlalchemy import Select, select

from talentdb.schema import organisation_links, transitions


def link_kinds() -> Select[str]:
    """The kinds of links that there are."""
    kind = organisation_links.c.kind
    return select(kind).distinct().order_by(kind)


def a_twin() -> Select[int]:
    """One of the derived moves that are recorded too, if there is any."""
    twins = transitions.c.twin_of_id
    return select(twins).where(twins.is_not(None)).order_by(twins).limit(1)
