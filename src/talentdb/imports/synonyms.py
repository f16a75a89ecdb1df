"""Which field does a column mean that has another name than ours?

Only what is nearly always right stands here; a guess is told in the summary, and `--map` and
`--ignore` overrule it.
"""

from collections.abc import Iterable, Mapping, Sequence

from talentdb.dates import read_end
from talentdb.errors import DateIsAmbiguous, TalentdbError
from talentdb.imports.kinds import Kind, column_of

_WORDS = {
    "person": "name, full_name, fullname, person_name, employee, employee_name, researcher, who",
    "organisation": "company, company_name, employer, affiliation, organisation_name, "
    "organization_name, institution, firm, workplace",
    "title": "position, job_title, role, job, designation, role_title",
    "kind": "employment_type, role_type, role_kind, organisation_type, organization_type",
    "started": "start, start_date, joined, since, began, begin, begin_date, date_joined, "
    "joined_on, started_on, hired, valid_from",
    "ended": "end, end_date, left, until, departed, date_left, left_on, ended_on, finish, valid_to",
    "seen": "last_seen, seen_on",
    "source": "url, urls, sources, source_url, link_url, reference, references, evidence",
    "note": "notes, comment, comments, remark, remarks",
    "tags": "tag, keywords",
    "from": "from_organisation, from_organization, from_company, previous_employer, "
    "old_employer, previous_company, old_company",
    "to": "to_organisation, to_organization, to_company, new_employer, new_company, destination",
    "date": "move_date, moved, moved_on, when",
    "from_title": "old_title, previous_title, old_position",
    "to_title": "new_title, new_position",
    "website": "homepage, web_site",
    "published": "publication_date, date_published, published_on",
}
SYNONYMS: Mapping[str, frozenset[str]] = {
    field: frozenset(word.strip() for word in words.split(",")) for field, words in _WORDS.items()
}
SCHEMES = ("orcid", "linkedin", "github", "wikidata", "scholar", "openalex", "ror", "lei")
_SCHEME_ENDINGS = ("", "_id", "_url", "id")
_PERIOD = {"from": "started", "to": "ended"}
_ORGANISATIONS = {"organisation"} | SYNONYMS["organisation"]
_EVERYWHERE = frozenset().union(*SYNONYMS.values()) | {*SYNONYMS, "from", "to", "date"}


def is_familiar(word: str) -> bool:
    """Whether the word of a header is one that some file has for a field."""
    column = column_of(word)
    return column in _EVERYWHERE or column in _PERIOD or scheme_of(column) is not None


def scheme_of(column: str) -> str | None:
    """The scheme of a column that holds identifiers, such as `orcid_id`."""
    return next(
        (s for s in SCHEMES if column in {f"{s}{ending}" for ending in _SCHEME_ENDINGS}), None
    )


def guessed(column: str, kind: Kind, columns: Sequence[str], cells: Iterable[str]) -> str | None:
    """The field of this kind that a column means; `from` and `to` may be dates or organisations.

    They are dates where a column with organisations stands beside them, or where all their
    cells read as dates.
    """
    if column in _PERIOD:
        is_date = bool(_ORGANISATIONS & set(columns)) or are_dates(cells)
        field = _PERIOD[column] if is_date else column
        return field if field in kind.columns else None
    if column in kind.columns:
        return column
    if kind.word == "sources" and column == "name":
        return None
    return next(
        (field for field, words in SYNONYMS.items() if column in words and field in kind.columns),
        None,
    )


def are_dates(cells: Iterable[str]) -> bool:
    """Whether there is something in these cells, and all of it reads as a date."""
    given = [cell for cell in cells if cell]
    return bool(given) and all(map(_is_date, given))


def _is_date(cell: str) -> bool:
    try:
        read_end(cell)
    except DateIsAmbiguous:
        return True
    except TalentdbError:
        return False
    return True
