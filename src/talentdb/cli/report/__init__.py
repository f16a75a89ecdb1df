"""`talentdb report …`: pages, texts, workbooks and pictures to publish; one file a report."""

import typer

from talentdb.cli.commands import Reporting
from talentdb.cli.report import organisation

report = typer.Typer(help="Write a report to publish, as .html, .md, .xlsx, .svg or .png.",
                     no_args_is_help=True)  # fmt: skip

report.command("organisation", cls=Reporting)(organisation.report_organisation)
