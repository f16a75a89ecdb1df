"""How is a person recorded?"""

from typing import Any

from talentdb.names import kept, name_key, named, search_key


def person_values(name: str, note: str | None = None) -> dict[str, Any]:
    """The row of a new person. Raises NameRefused for a name that cannot be kept."""
    name = named(name)
    return {
        "name": name,
        "name_key": name_key(name),
        "search_key": search_key(name),
        "note": kept(note),
    }
