"""Which options do all reports share?"""

from typing import Annotated

import typer


def reporting(
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file: .html, .md, .xlsx, .svg or .png."
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="html, md, xlsx, svg or png."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="The heading of the report.")
    ] = None,
    chart: Annotated[
        str | None,
        typer.Option("--chart", metavar="NAME", help="Which chart: flows (else), timeline, ..."),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option("--limit", "-n", metavar="N|all", help="Rows a table (a page has 200)."),
    ] = None,
    open: Annotated[bool, typer.Option("--open", help="Open the file once it is written.")] = False,
) -> None:
    """Options of commands that write a report."""
