"""`talentdb report …`: pages, texts, workbooks and pictures to publish; one file a report."""

from collections.abc import Mapping
from typing import ClassVar

from talentdb.cli.commands import Reporting
from talentdb.cli.places import Place
from talentdb.cli.spelling import Spelled


class Reports(Spelled):
    """Write a report to publish, as .html, .md, .xlsx, .svg or .png."""

    places: ClassVar[Mapping[str, Place]] = {
        "organisation": Place("talentdb.cli.report.organisation:report_organisation", Reporting),
        "departures": Place("talentdb.cli.report.departures:report_departures", Reporting),
        "people": Place("talentdb.cli.report.people:report_people", Reporting),
        "work": Place("talentdb.cli.report.work:report_work", Reporting),
        "flows": Place("talentdb.cli.report.flows:report_flows", Reporting),
    }
