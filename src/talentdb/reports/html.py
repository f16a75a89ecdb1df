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
from talentdb.reports.document import Chart, Report, Table
from talentdb.urls import is_url

# A heat map has organisations for columns; only our own words become classes of the style sheet.
_FIELD = re.compile("[a-z_]+")
_NARROW = 5  # columns, of numbers for the most part
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
    environment.globals |= {"drawn": _drawn, "is_ours": _FIELD.fullmatch, "is_wide": _is_wide}
    style = _themed((_TEMPLATES / "report.css").read_text(encoding="utf-8"))
    style = style.replace("/*labels*/", _labels(report))
    template = environment.get_template("report.html")
    stream.writelines(template.generate(report=report, style=style))


def _themed(style: str) -> str:
    """The style sheet with the colours of both themes in their places."""
    words = {name: _variables(theme) for name, theme in (("light", LIGHT), ("dark", DARK))}
    shapes = {name: f"var(--{name})" for name in LIGHT}
    style = style.replace("/*light*/", words["light"]).replace("/*dark*/", words["dark"])
    return style.replace("/*shapes*/", rules(shapes))


def _variables(theme: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in theme.items())


def _is_wide(table: Table) -> bool:
    """Whether a table is too wide for a phone, and all its columns are fields of ours."""
    names = [column.name for column in table.columns]
    return (len(names) > _NARROW or names[0] == "person") and all(map(_FIELD.fullmatch, names))


def _labels(report: Report) -> str:
    """What stands before each cell on a phone, where a row is a card and there is no head."""
    tables = [one.table for one in report.sections if one.table and _is_wide(one.table)]
    names = {column.name for table in tables for column in table.columns}
    where = ".cards td.{}:not(:first-child)::before{{content:'{} '}}"
    rules = (where.format(name, heading(name)) for name in sorted(names))
    return "".join(rules) + where.format("cited", "sources")


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
