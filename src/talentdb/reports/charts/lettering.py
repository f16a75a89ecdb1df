"""How wide is a text, and how is it cut to fit?

Widths are those of a wide font, so that a text fits whichever font the reader has.
"""

import unicodedata

from talentdb.output.sink import escaped

SIZE = 13.0
APART = 15.0  # the least distance between the lines of two labels
_NARROW = set("iljtfrI.,:;'|!()[] ")
_WIDE = set("mwMW@%&—…")
_EAST = ("W", "F")
_JOINERS = {"\u200d", "\ufe0f"}


def shown(text: str) -> str:
    """The text on one line, with what cannot be seen or turns its direction spelled out."""
    return escaped(text)


def width(text: str, size: float = SIZE) -> float:
    """How far a text reaches at most, in pixels."""
    return sum(map(_width, text)) * size


def cut(text: str, room: float, size: float = SIZE) -> str:
    """The text as it is if it fits, else its beginning and `…`; never half a character."""
    text = shown(text)
    if width(text, size) <= room:
        return text
    left = room - width("…", size)
    kept: list[str] = []
    for character in text:
        left -= _width(character) * size
        if left < 0:
            break
        kept.append(character)
    while kept and (kept[-1] in _JOINERS or kept[-1] == " "):
        kept.pop()
    return "".join(kept) + "…"


def _width(character: str) -> float:
    if unicodedata.combining(character) or character in _JOINERS:
        return 0.0
    if character in _NARROW:
        return 0.4
    if character in _WIDE or unicodedata.east_asian_width(character) in _EAST:
        return 1.0
    return 0.72 if character.isupper() else 0.62
