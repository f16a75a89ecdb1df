"""How does a person see a date?"""

from talentdb.dates.edtf import QUARTER_CODES, SEASON_CODES
from talentdb.dates.partial import OPEN

_PERIODS = {code: word for word, code in (SEASON_CODES | QUARTER_CODES).items()}
_HEDGES = {"~": "about", "?": "maybe", "%": "maybe about"}


def shown(text: str | None) -> str:
    """The EDTF text of a date in words; `read` understands them.

    None, nothing known, is `?`, and the open end is `now`. For screens only: machine formats
    keep the EDTF text.
    """
    if text is None:
        return "?"
    if text == OPEN.text:
        return "now"
    if text.startswith("["):
        return _range_in_words(text)
    if text[-1:] in _HEDGES:
        return f"{_HEDGES[text[-1]]} {shown(text[:-1])}"
    year, _, code = text.partition("-")
    return f"{_PERIODS[code]} {year}" if code in _PERIODS else text


def _range_in_words(text: str) -> str:
    first, _, last = text[1:-1].partition("..")
    if not first:
        return f"by {last}"
    return f"between {first} and {last}" if last else f"from {first}"
