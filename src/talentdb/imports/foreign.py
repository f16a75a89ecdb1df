"""Is a file no text with rows but something else, and what is to be done with it then?"""

import re
from pathlib import Path

from talentdb.imports.reading import bytes_of

_LOOKED_AT = 2000  # bytes
_FORMS = (
    (rb"PK\x03\x04", "a spreadsheet (xlsx, ods) or another archive: save its table as CSV"),
    (rb"\xd0\xcf\x11\xe0", "a workbook of an old Excel: save its table as CSV"),
    (rb"%PDF", "a PDF: copy its table into a CSV file"),
    (rb"SQLite format 3\x00", "an SQLite database: export its table as CSV"),
    (rb"\s*<(!doctype|html|\?xml)", "a web page, perhaps of an error: look where the list is"),
    (rb"\s*\[\s*[\[{]", "a JSON array: write CSV, or the JSON that `talentdb export` writes"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_AS_MANY = 0.1  # of all bytes


def foreign_form(path: Path, encoding: str | None) -> str | None:
    """What a file is that is no CSV, in a sentence that says what to do; None if it may be one.

    `encoding` is the one that was said to be the file's.
    """
    with bytes_of(path) as file:
        first = file.read(_LOOKED_AT)
    for begin, what in _FORMS:
        if re.match(begin, first, re.IGNORECASE):
            return f"this is {what}"
    if encoding or first.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return None
    if len(_CONTROLS.findall(first)) <= len(first) * _AS_MANY:
        return None
    even, odd = first[::2].count(0), first[1::2].count(0)
    if max(even, odd) > len(first) / 4 > 4 * min(even, odd):
        word = "utf-16-be" if even > odd else "utf-16-le"
        return f"this is UTF-16 without the mark that says so: say --encoding {word}"
    return "this is no text: save its table as CSV"
