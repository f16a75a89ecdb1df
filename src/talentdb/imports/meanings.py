"""What does a cell say in our words: a date, an end, one of several values, an identifier?

Every function takes the text of a cell and returns the text that our own files would have there.
"""

import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit

from talentdb.dates import OPEN, read
from talentdb.errors import OptionMisused, RuleBroken
from talentdb.output.values import joined
from talentdb.urls import is_url

Meaning = Callable[[str], str]

OPEN_WORDS = frozenset({"present", "current", "now", "9999-12-31"})
UNKNOWN_WORDS = frozenset({"n/a", "?", "-"})
_FORMATS = {"day-first": "d/m/yyyy", "month-first": "m/d/yyyy"}
_PARTS = {"y": r"(?P<year>\d{4})", "m": r"(?P<month>\d{1,2})", "d": r"(?P<day>\d{1,2})"}
_PATTERN = re.compile(r"(?P<letter>[dmy])(?P=letter)*|(?P<between>[^a-z0-9]+)", re.IGNORECASE)
_PRECISIONS = {"day": 10, "month": 7, "year": 4}
_PROFILES = (
    ("linkedin.com", re.compile(r"/(?:in|company|school)/([^/]+)")),
    ("orcid.org", re.compile(r"/([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx])")),
    ("github.com", re.compile(r"/([^/]+)/?\Z")),
    ("twitter.com", re.compile(r"/([^/]+)/?\Z")),
    ("x.com", re.compile(r"/([^/]+)/?\Z")),
    ("wikidata.org", re.compile(r"/(?:wiki|entity)/(Q[0-9]+)")),
    ("openalex.org", re.compile(r"/([A-Z][0-9]+)")),
    ("ror.org", re.compile(r"/([a-z0-9]+)")),
)


def folded(cell: str) -> str:
    """A value as translations compare it: case and spaces do not matter."""
    return " ".join(cell.split()).casefold()


def translation(values: Mapping[str, str]) -> Meaning:
    """The values of a cell in other words; what is not listed stays."""
    known = {folded(written): meant for written, meant in values.items()}
    return lambda cell: known.get(folded(cell), cell)


def separation(separator: str) -> Meaning:
    """Several values between which the separator stands; a space is any white space."""
    given = separator if separator.strip() else None
    return lambda cell: joined([one.strip() for one in cell.split(given) if one.strip()])


def end(cell: str) -> str:
    """An end: open in the words of OPEN_WORDS, unknown in those of UNKNOWN_WORDS."""
    return {"open": OPEN.text, "unknown": ""}.get(end_word(cell), cell)


def end_word(cell: str) -> str:
    """Whether a cell is one of the words for an end that is `open` or `unknown`; else empty."""
    word = cell.casefold()
    return "open" if word in OPEN_WORDS else "unknown" if word in UNKNOWN_WORDS else ""


def date_reader(format: str) -> Meaning:
    """Dates in a format such as day-first, month-first, `dd/mm/yyyy` or `d.m.yyyy`.

    Only the order of the parts counts, whatever stands between. What has another shape, such
    as a year alone, stays as it is. Raises OptionMisused for what is no format.
    """
    letters = _letters(format)
    parts = [_PARTS[letter] for letter in letters]
    whole = re.compile(r"[-/. ]+".join(parts) + r"\Z", re.ASCII)
    packed = re.compile("".join(part.replace("{1,2}", "{2}") for part in parts) + r"\Z", re.ASCII)
    month = re.compile(
        r"[-/. ]".join(_PARTS[one] for one in letters if one != "d") + r"\Z", re.ASCII
    )

    def meant(cell: str) -> str:
        match = whole.match(cell) or packed.match(cell) or month.match(cell)
        if match is None:
            return cell
        given = match.groupdict()
        days = f"-{given['day']:0>2}" if "day" in given else ""
        return read(f"{given['year']}-{given['month']:0>2}{days}").text

    return meant


def _letters(format: str) -> str:
    written = _FORMATS.get(format.casefold(), format).casefold().replace("%", "")
    found = "".join(match["letter"] or "" for match in _PATTERN.finditer(written))
    if sorted(found) != ["d", "m", "y"] or _PATTERN.sub("", written):
        raise OptionMisused(
            f"--date-format {format!r} is none: use day-first, month-first or, say, dd/mm/yyyy."
        )
    return found


def as_precise_as(cell: str, precision: str) -> str:
    """A date as exact as the word beside it says: `2018-04-24` with `month` is `2018-04`.

    `by` is a day at the latest, `about` is marked so, `unknown` is no date at all.
    """
    word = folded(precision)
    if not cell or not word:
        return cell
    if word in ("by", "about"):
        return read(f"{word} {cell}").text
    if word == "unknown":
        return ""
    if word not in _PRECISIONS:
        known = ", ".join([*_PRECISIONS, "by", "about", "unknown"])
        raise RuleBroken(f"the precision {precision!r} is none of {known}")
    text = read(cell).text
    return text[: _PRECISIONS[word]] if text[:4].isdigit() else text


def identifier(scheme: str, cell: str) -> str:
    """Scheme and value; of the address of a profile the name in it: `linkedin:jack-example`."""
    if "://" not in cell and not re.match(r"(?:[a-z]+\.)+(?:com|org)/", cell):
        return cell if cell.casefold().startswith(f"{scheme}:") else f"{scheme}:{cell}"
    address = urlsplit(cell if is_url(cell) else f"https://{cell}")
    site = ".".join((address.hostname or "").split(".")[-2:])
    user = parse_qs(address.query).get("user")
    if user:
        return f"{scheme}:{user[0]}"
    for known, pattern in _PROFILES:
        match = pattern.match(address.path) if site == known else None
        if match:
            return f"{scheme}:{match[1].casefold() if site == 'linkedin.com' else match[1]}"
    return f"{scheme}:{cell}"
