"""Into which file does a report go, by its ending?"""

from pathlib import Path

from talentdb.errors import OptionMisused
from talentdb.reports.document import Chart, Report
from talentdb.reports.html import write_page

FORMATS = ("html", "md", "xlsx", "svg", "png")
_ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".xlsx": "xlsx"}
_ENDINGS |= {".markdown": "md", ".svg": "svg", ".png": "png"}


def format_of(path: Path, given: str | None) -> str:
    """The format that `-f` or the ending of the file asks for; raises OptionMisused."""
    found = {"markdown": "md"}.get(given, given) if given else _ENDINGS.get(path.suffix.lower())
    if found not in FORMATS:
        what = f"the format {given!r} is" if given else f"the ending of {str(path)!r} names"
        raise OptionMisused(
            f"{what} no format of a report: end the file in one of {', '.join(_ENDINGS)}, "
            f"or choose one of {', '.join(FORMATS)} with -f"
        )
    return found


def write(report: Report, format: str, path: Path, chart: str | None = None) -> None:
    """Writes the report, or for svg and png the chart of this name (else its first)."""
    if chart is not None and format not in ("svg", "png"):
        raise OptionMisused("--chart chooses the picture of a .svg or .png: other files hold all.")
    match format:
        case "html":
            with path.open("w", encoding="utf-8", newline="") as stream:
                write_page(report, stream)
        case "md":
            from talentdb.reports.markdown import write_text

            with path.open("w", encoding="utf-8", newline="") as stream:
                write_text(report, stream)
        case "xlsx":
            from talentdb.reports.workbook import write_workbook

            write_workbook(report, path)
        case _:
            from talentdb.reports.picture import picture

            path.write_bytes(picture(chosen(report, chart).wide, format))


def chosen(report: Report, name: str | None) -> Chart:
    """The chart of this name, else the first. Raises OptionMisused with the names there are."""
    charts = {section.name: section.chart for section in report.sections if section.chart}
    if not charts:
        raise OptionMisused("this report has no chart: too little is recorded.")
    if name is None:
        return next(iter(charts.values()))
    if name not in charts:
        raise OptionMisused(f"there is no chart {name!r} here: choose one of {', '.join(charts)}.")
    return charts[name]
