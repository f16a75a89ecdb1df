"""Which characters may reach a stream, and what becomes of the others?"""

import codecs
import re
from dataclasses import dataclass
from typing import TextIO

# Control characters, line and paragraph separators, marks that turn the direction of text
# (they can make a line read as what it is not), and halves of characters.
UNSHOWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LETTERS = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def escaped(text: str) -> str:
    r"""The text on one line, harmless to a terminal: `\n`, `\x1b`, `\u202e` for what is not shown.

    Backslashes of the text itself stay single: this is for reading, not for reading back.
    """
    return UNSHOWN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _LETTERS.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def encodable(text: str, encoding: str) -> str:
    r"""The text with `\xe9`, `\u4f55` for each character that the encoding lacks."""
    if text.isascii():
        return text
    return text.encode(encoding, "backslashreplace").decode(encoding)


@dataclass(frozen=True)
class Sink:
    """A stream that is never given a character which its encoding lacks."""

    stream: TextIO

    @property
    def encoding(self) -> str:
        """The stream's encoding; UTF-8 where it has none, as in memory."""
        return getattr(self.stream, "encoding", None) or "utf-8"

    @property
    def is_unicode(self) -> bool:
        return codecs.lookup(self.encoding).name.startswith("utf")

    def write(self, text: str) -> None:
        self.stream.write(encodable(text, self.encoding))
