"""How does any text become harmless within XML, as in GraphML and SVG?"""

import re
from xml.sax.saxutils import escape

from talentdb.output.sink import escaped

# Besides control characters, XML 1.0 knows no such code points.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text as content or as a quoted attribute: no mark-up, control or turned direction."""
    return escape(_NO_CHARACTERS.sub("\ufffd", escaped(text)), {'"': "&quot;", "'": "&#39;"})
