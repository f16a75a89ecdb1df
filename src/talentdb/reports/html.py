"""How does a report become a page: one file, no script, no network, nothing of it mark-up?"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from talentdb.dates import shown
from talentdb.output.result import Column
from talentdb.output.sink import escaped
from talentdb.output.values import readable
from talentdb.reports.charts.colours import DARK, LIGHT
from talentdb.reports.charts.svg import embedded, rules
from talentdb.reports.document import Chart, Report
from talentdb.urls import is_url

# A heat map has organisations for columns; only our own words become classes of the style sheet.
_FIELD = re.compile("[a-z_]+")
_TEMPLATES = Path(__file__).parent / "templates"


def write_page(report: Report, stream: TextIO) -> None:
    """Writes the report as HTML; only what the templates say is markup."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        **{"shown": escaped, "cell": _cell, "address": _address},
        **{"date": shown, "heading": heading},
    }
    environment.globals |= {"drawn": _drawn, "is_ours": _FIELD.fullmatch}
    style = (_TEMPLATES / "report.css").read_text(encoding="utf-8")
    template = environment.get_template("report.html")
    stream.writelines(template.generate(report=report, style=_themed(style)))


def _themed(style: str) -> str:
    """The style sheet with the colours of both themes in their places."""
    words = {name: _variables(theme) for name, theme in (("light", LIGHT), ("dark", DARK))}
    shapes = {name: f"var(--{name})" for name in LIGHT}
    style = style.replace("/*light*/", words["light"]).replace("/*dark*/", words["dark"])
    return style.replace("/*shapes*/", rules(shapes))


def _variables(theme: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in theme.items())


def _drawn(chart: Chart) -> str:
    from markupsafe import Markup

    both = embedded(chart.wide, "wide") + embedded(chart.narrow, "narrow")
    # The drawings escape every text in them themselves.
    return Markup(both)


def heading(name: str) -> str:
    """The name of a field as people read it."""
    return escaped(name).replace("_", " ")


def _cell(value: object, column: Column) -> str:
    return escaped(readable(value, column.kind))


def _address(url: str | None) -> str | None:
    """The address if a reader can follow it; None for anything else, such as javascript:."""
    return url if url and is_url(url) else None
