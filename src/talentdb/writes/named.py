"""How do very many people or organisations get into the ledger of whom only the name is known?"""

from collections.abc import Iterable, Iterator

from talentdb.names import ascii_key, named

NAME_COLUMNS = ("name", "name_key", "search_key")


def named_rows(names: Iterable[str], keys: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The rows of new records with these names and their match keys.

    Raises NameRefused for a name that cannot be kept.
    """
    return ((named(name), key, ascii_key(key)) for name, key in zip(names, keys, strict=True))
