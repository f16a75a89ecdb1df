"""How is an organisation recorded?"""

from typing import Any

from talentdb.names import cleaned, organisation_key, search_key


def organisation_values(
    name: str,
    kind: str | None = None,
    country: str | None = None,
    website: str | None = None,
    note: str | None = None,
) -> dict[str, Any]:
    """The row of a new organisation. Raises NameRefused for a name that cannot be kept."""
    name = cleaned(name)
    return {
        "name": name,
        "name_key": organisation_key(name),
        "search_key": search_key(organisation_key(name)),
        "kind": kind,
        "country": country,
        "website": website,
        "note": note,
    }
