"""Does docs/errors.md list every error, with its exit code?"""

from tests.docs.code import error_classes
from tests.docs.pages import code_in, first_table, page, sections


def test_every_error_stands_under_its_exit_code_and_no_other_does() -> None:
    told = {
        int(heading.partition(":")[0]): [code_in(row[0])[0] for row in first_table(text)]
        for heading, text in sections(page("docs/errors.md"), "##").items()
        if heading[0].isdigit()
    }
    listed = [(code, name) for code, names in told.items() for name in names]
    assert sorted(listed) == sorted((kind.exit_code, kind.__name__) for kind in error_classes())


def test_every_error_says_what_it_means_and_what_to_do() -> None:
    text = page("docs/errors.md")
    rows = [row for section in sections(text, "##").values() for row in first_table(section)]
    assert [row for row in rows if len(row) != 3 or not all(row)] == []
