"""Do shapes stay within their frame, and off one another?"""

import re
import xml.etree.ElementTree
from collections.abc import Iterator, Sequence
from itertools import combinations

from talentdb.reports.charts.shapes import Band, Bounds, Box, Drawing, Label, Line, Shape
from talentdb.reports.charts.svg import document, embedded

NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = [
    "<script>alert(1)</script>",
    "</svg><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "Ada \u202eelpmaxE",
    "\x1b[2J\x07",
    "\ufffe\uffff",
    "何恺明",
    "مختبر",
    "x" * 200,
    "]]>&amp;",
]


def sound(drawing: Drawing) -> Drawing:
    """The same, once everything lies in the frame, no label on another, and all is XML."""
    for shape in drawing.shapes:
        left, top, right, bottom = shape.bounds
        assert -0.01 <= left <= right <= drawing.width + 0.01, (shape, drawing.width)
        assert -0.01 <= top <= bottom <= drawing.height + 0.01, (shape, drawing.height)
    assert list(overlapping(of_kind(drawing, Label))) == []
    assert list(overlapping(of_kind(drawing, Box))) == []
    for text in (embedded(drawing), document(drawing)):
        harmless(text)
    return drawing


def harmless(svg: str) -> None:
    """Nothing in it is script, markup of the data's own, or a character that steers."""
    tree = xml.etree.ElementTree.fromstring(svg)
    names = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert names <= {
        *("svg", "style", "rect", "path", "polygon", "polyline", "circle", "text", "tspan", "title")
    }
    for element in tree.iter():
        assert not any(key.startswith("on") or "href" in key for key in element.attrib)
    assert NEVER.search(svg) is None


def overlapping(shapes: Sequence[Shape]) -> Iterator[tuple[Shape, Shape]]:
    for one, other in combinations(shapes, 2):
        a, b = one.bounds, other.bounds
        if _apart(a, b) < -0.01 and not isinstance(one, Band | Line):
            yield one, other


def of_kind(drawing: Drawing, kind: type[Shape]) -> list[Shape]:
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def _apart(a: Bounds, b: Bounds) -> float:
    """How far two rectangles are apart; negative if they overlap."""
    across = max(a[0] - b[2], b[0] - a[2])
    down = max(a[1] - b[3], b[1] - a[3])
    return max(across, down)
