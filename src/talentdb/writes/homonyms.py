"""What keeps two of one name apart, in the ledger and in files?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Identifier = tuple[str, str]


def may_be_one(first: Iterable[Identifier], second: Iterable[Identifier]) -> bool:
    """Whether no scheme gives them different values, as orcid:1 and orcid:2 do."""
    mine, theirs = _by_scheme(first), _by_scheme(second)
    return all(mine[scheme] & theirs[scheme] for scheme in mine.keys() & theirs.keys())


def mixed_up(identifiers: Mapping[int, Collection[Identifier]]) -> list[int]:
    """Who of those who share a name needs an identifier of scheme `local` to be told apart."""
    return [
        id
        for id, mine in identifiers.items()
        if not any(scheme == "local" for scheme, _ in mine)
        and any(may_be_one(mine, theirs) for other, theirs in identifiers.items() if other != id)
    ]


def _by_scheme(identifiers: Iterable[Identifier]) -> dict[str, set[str]]:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for scheme, value in identifiers:
        values[scheme].add(value)
    return values
