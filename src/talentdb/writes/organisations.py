"""How is an organisation recorded?"""

from typing import Any

from talentdb.names import kept, named, organisation_key, search_key


def organisation_values(
    name: str,
    kind: str | None = None,
    country: str | None = None,
    website: str | None = None,
    note: str | None = None,
) -> dict[str, Any]:
    """The row of a new organisation. Raises NameRefused for a name that cannot be kept."""
    name = named(name)
    return {
        "name": name,
        "name_key": organisation_key(name),
        "search_key": search_key(organisation_key(name)),
        "kind": kind,
        "country": kept(country),
        "website": kept(website),
        "note": kept(note),
    }
