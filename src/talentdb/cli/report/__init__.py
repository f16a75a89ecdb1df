"""`talentdb report …`: pages, texts, workbooks and pictures to publish; one file a report."""

import typer

from talentdb.cli.commands import Reporting
from talentdb.cli.report import departures, flows, organisation, people, work

report = typer.Typer(
    help="Write a report to publish, as .html, .md, .xlsx, .svg or .png.", no_args_is_help=True
)

report.command("organisation", cls=Reporting)(organisation.report_organisation)
report.command("departures", cls=Reporting)(departures.report_departures)
report.command("people", cls=Reporting)(people.report_people)
report.command("work", cls=Reporting)(work.report_work)
report.command("flows", cls=Reporting)(flows.report_flows)
