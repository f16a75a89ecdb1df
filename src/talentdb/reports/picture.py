"""How does a chart become a picture of its own?"""

from talentdb.errors import OptionMisused
from talentdb.reports.charts.shapes import Drawing, Label
from talentdb.reports.charts.svg import document

_LETTER = Drawing(20, 20, (Label(2, 10, "M"),), "")
_BLANK = Drawing(20, 20, (Label(2, 10, " "),), "")
_ZOOM = 2  # pixels to a unit, for screens of today and for print


def picture(drawing: Drawing, format: str) -> bytes:
    """The chart as an SVG that is dark where its reader prefers so, or as a PNG on light paper.

    Raises OptionMisused where a PNG cannot be made: without resvg, or without any font.
    """
    if format == "svg":
        return document(drawing).encode()
    try:
        import resvg_py
    except ModuleNotFoundError as problem:
        raise OptionMisused(
            "a .png needs resvg: python3 -m pip install 'talentdb[png]', or write .svg."
        ) from problem

    def drawn(one: Drawing) -> bytes:
        svg = document(one, alone=False)
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM))

    if drawn(_LETTER) == drawn(_BLANK):
        raise OptionMisused(
            "a .png needs a font, and this system has none: install one, or write .svg."
        )
    return drawn(drawing)
