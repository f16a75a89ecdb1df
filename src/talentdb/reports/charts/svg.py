"""How do shapes become SVG that every program shows: in a page, alone, or as a picture?

Each shape has the colour of light paper as an attribute, and a class by which a page, or the
style of the file itself, gives it the colour of dark paper. Text is data: nothing in it is markup.
"""

from collections.abc import Callable, Mapping
from typing import Any

from talentdb.output.xml import xml_text
from talentdb.reports.charts.colours import DARK, LIGHT
from talentdb.reports.charts.shapes import Band, Box, Dot, Drawing, Label, Line, Ribbon, Shape

# By name too: what draws pictures knows no generic families.
FONT = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, "
    "'Liberation Sans', 'DejaVu Sans', Verdana, sans-serif"
)
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def embedded(drawing: Drawing, name: str = "") -> str:
    """The drawing as an element of a page, whose style sheet has the colours; `name` a class."""
    return _svg(drawing, f'class="chart {name}" width="{drawing.width:g}"', "")


def document(drawing: Drawing, alone: bool = True) -> str:
    """The drawing as a file of its own, on its own paper; dark where the reader prefers it.

    Without `alone` it is only for light paper, as a picture is.
    """
    style = f"<style>@media (prefers-color-scheme:dark){{{rules(DARK)}}}</style>" if alone else ""
    paper = _element("rect", "", _fill("paper"), x=0, y=0, width="100%", height="100%")
    size = f'{_NAMESPACE} width="{drawing.width:g}" height="{drawing.height:g}"'
    return _svg(drawing, size, style + paper) + "\n"


def rules(theme: Mapping[str, str]) -> str:
    """The style rules that give each class its colour in a theme."""
    return "".join(
        f".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}" for name, colour in theme.items()
    )


def _svg(drawing: Drawing, attributes: str, before: str) -> str:
    label = drawing.title + (f". {drawing.description}" if drawing.description else "")
    shapes = "".join(_drawn(shape) for shape in drawing.shapes)
    return (
        f'<svg {attributes} viewBox="0 0 {drawing.width:g} {drawing.height:g}" role="img" '
        f'aria-label="{xml_text(label)}" font-family="{FONT}">{before}{shapes}</svg>'
    )


def _drawn(shape: Shape) -> str:
    draw: Callable[[Any], str] = _DRAWERS[type(shape)]
    return draw(shape)


def _box(box: Box) -> str:
    size = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "rx": 2}
    return _element("rect", box.title, _fill(box.fill), **size)


def _ribbon(one: Ribbon) -> str:
    middle = (one.left + one.right) / 2
    first, last = one.from_top + one.thickness, one.to_top + one.thickness
    there = _curve(middle, one.from_top, one.to_top, one.right)
    back = _curve(middle, last, first, one.left)
    path = f"M{_n(one.left)},{_n(one.from_top)}{there}L{_n(one.right)},{_n(last)}{back}Z"
    return _element("path", one.title, f'{_fill(one.fill)} fill-opacity="0.45"', d=path)


def _curve(middle: float, start: float, end: float, to: float) -> str:
    return f"C{_n(middle)},{_n(start)} {_n(middle)},{_n(end)} {_n(to)},{_n(end)}"


def _band(band: Band) -> str:
    return _element("polygon", "", f'{_fill(band.fill)} fill-opacity="0.2"', points=_points(band))


def _line(line: Line) -> str:
    dashes = ' stroke-dasharray="3 3"' if line.dashed else ""
    paint = f'fill="none" class="s-{line.stroke}" stroke="{LIGHT[line.stroke]}"{dashes}'
    return _element("polyline", "", paint, points=_points(line), stroke_width=line.thickness)


def _dot(dot: Dot) -> str:
    return _element("circle", dot.title, _fill(dot.fill), cx=dot.x, cy=dot.y, r=dot.radius)


def _label(label: Label) -> str:
    more = ' font-weight="600"' if label.bold else ""
    if label.upright:
        more += f' transform="rotate(-90 {_n(label.x)} {_n(label.y)})"'
    # The middle by a shift of the baseline, since pictures know no dominant-baseline.
    place = f'x="{_n(label.x)}" y="{_n(label.y + 0.35 * label.size)}"'
    style = f'font-size="{_n(label.size)}" text-anchor="{label.anchor}"'
    title = f"<title>{xml_text(label.whole)}</title>" if label.whole else ""
    text = f'<tspan direction="ltr" unicode-bidi="isolate">{xml_text(label.text)}</tspan>'
    return f"<text {place} {style} {_fill(label.ink)}{more}>{title}{text}</text>"


def _element(name: str, title: str, paint: str, **numbers: Any) -> str:
    listed = " ".join(f'{key.replace("_", "-")}="{_n(value)}"' for key, value in numbers.items())
    if not title:
        return f"<{name} {listed} {paint}/>"
    return f"<{name} {listed} {paint}><title>{xml_text(title)}</title></{name}>"


def _fill(name: str) -> str:
    return f'class="f-{name}" fill="{LIGHT[name]}"'


def _points(shape: Band | Line) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)


def _n(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


_DRAWERS: dict[type, Callable[..., str]] = {
    **{Box: _box, Ribbon: _ribbon, Band: _band, Line: _line, Dot: _dot, Label: _label}
}
