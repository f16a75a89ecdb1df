"""Does docs/csv.md describe every file and column that import understands?"""

from talentdb.imports.fact_keys import FORMS
from talentdb.imports.kinds import KINDS
from talentdb.schema import words
from tests.docs.pages import code_in, first_table, page, sections, table_after

FILES = {
    code_in(heading)[0]: first_table(text)
    for heading, text in sections(page("docs/csv.md"), "##").items()
    if heading.startswith("`")
}
LISTED = {
    ("organisations", "kind"): words.ORGANISATION_KINDS,
    ("links", "link"): words.LINK_KINDS,
    ("links", "status"): words.STATUSES,
    ("roles", "kind"): words.ROLE_KINDS,
    ("roles", "status"): words.STATUSES,
    ("moves", "manner"): words.MANNERS,
    ("moves", "status"): words.STATUSES,
    ("offers", "kind"): words.OFFER_KINDS,
    ("offers", "outcome"): words.OUTCOMES,
    ("offers", "status"): words.STATUSES,
    ("works", "makers_known"): words.MAKERS_KNOWN,
    ("credits", "status"): words.STATUSES,
    ("figures", "metric"): words.FIGURE_METRICS,
    ("figures", "qualifier"): words.QUALIFIERS,
    ("citations", "stance"): words.STANCES,
    ("citations", "status"): words.STATUSES,
}


def meaning_of(kind: str, column: str) -> str:
    return next(row[-1] for row in FILES[f"{kind}.csv"] if code_in(row[0]) == [column])


def test_every_file_has_a_section_and_no_other_does() -> None:
    assert list(FILES) == [f"{kind}.csv" for kind in KINDS]


def test_every_column_has_a_row_and_no_other_does() -> None:
    told = {file: [code_in(row[0])[0] for row in rows] for file, rows in FILES.items()}
    assert told == {f"{word}.csv": list(kind.columns) for word, kind in KINDS.items()}


def test_columns_that_need_a_value_are_marked_so() -> None:
    told = {
        file: {code_in(row[0])[0] for row in rows if row[1] == "yes"}
        for file, rows in FILES.items()
    }
    assert told == {f"{word}.csv": set(kind.never_blank) for word, kind in KINDS.items()}


def test_every_word_that_a_column_takes_is_listed() -> None:
    told = {place: sorted(code_in(meaning_of(*place))) for place in LISTED}
    assert told == {place: sorted(listed) for place, listed in LISTED.items()}


def test_every_form_of_a_fact_is_shown() -> None:
    rows = table_after(page("docs/csv.md"), "### How a fact is named")
    forms = [code_in(row[0])[0].replace("\\|", "|") for row in rows]
    assert forms == list(FORMS.values())
