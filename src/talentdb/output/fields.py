"""Of which kind is each field? A field means the same wherever it appears (design.md §8)."""

from collections.abc import Sequence

from talentdb.output.result import Column, Kind

_KINDS: dict[str, Kind] = {
    "started": "date",
    "ended": "end",
    "seen": "date",
    "date": "date",
    "joined": "date",
    "left": "end",
    "returned": "date",
    "period": "date",
    "first": "date",
    "last": "date",
    "published": "date",
    "accessed": "date",
    "identifiers": "list",
    "tags": "list",
    "reasons": "list",
    "names": "list",
    "facts": "list",
    "sources": "list",
    "via": "list",
    "moves": "bar",
    "net": "bar",
    "rank": "number",
    "score": "number",
    "at_least": "amount",
    "at_most": "amount",
    "amount": "amount",
}
_NUMBERS = (
    "id",
    "person_id",
    "organisation_id",
    "from_id",
    "to_id",
    "gap_days",
    "away_days",
    "citations",
    "people",
    "arrivals",
    "departures",
    "possible",
    "inbound",
    "outbound",
    "credited",
    "offers",
    "unstated",
    "n",
    "ratio",
    "lower",
    "upper",
    "inbound_person_years",
    "outbound_person_years",
    "propensity",
    "propensity_lower",
    "propensity_upper",
    "years",
    "eligible",
    "retained",
    "unknown",
    "spells",
    "completed",
    "open",
    "completed_median_days",
    "survival_median_days",
    "survival_lower_days",
    "survival_upper_days",
    "average_headcount",
)
_SHARES = ("retention", "if_left", "if_stayed", "attrition")


def columns(names: Sequence[str], hidden: Sequence[str] = ()) -> tuple[Column, ...]:
    """Columns by name; the hidden ones are left out of tables made for people."""
    return tuple(Column(name, _kind(name), name not in hidden) for name in names)


def _kind(name: str) -> Kind:
    if name in _NUMBERS:
        return "number"
    return "share" if name in _SHARES else _KINDS.get(name, "text")
