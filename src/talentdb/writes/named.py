"""How do very many people or organisations get into the ledger of whom only the name is known?"""

from collections.abc import Iterator, Sequence

from talentdb.names import ascii_key

NAME_COLUMNS = ("name", "name_key", "search_key")


def named_rows(names: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The rows of new records with these names, which can be kept, and their match keys."""
    return zip(names, keys, map(ascii_key, keys), strict=True)
