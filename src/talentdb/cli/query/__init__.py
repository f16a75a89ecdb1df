"""`talentdb query …`: one file a question."""

import typer

from talentdb.cli.commands import Counting, Reading
from talentdb.cli.query import (
    arrivals,
    colleagues,
    departures,
    figures,
    flows,
    moves,
    net,
    offers,
    organisations,
    people,
    roles,
    sources,
    works,
)

query = typer.Typer(help="Ask who is where, who moved, how many.", no_args_is_help=True)

query.command("people", cls=Counting)(people.query_people)
query.command("organisations", cls=Counting)(organisations.query_organisations)
query.command("roles", cls=Counting)(roles.query_roles)
query.command("moves", cls=Counting)(moves.query_moves)
query.command("sources", cls=Counting)(sources.query_sources)
query.command("conflicts", cls=Reading)(sources.query_conflicts)
query.command("offers", cls=Counting)(offers.query_offers)
query.command("works", cls=Counting)(works.query_works)
query.command("figures", cls=Counting)(figures.query_figures)
query.command("colleagues", cls=Counting)(colleagues.query_colleagues)
query.command("reasons", cls=Counting)(colleagues.query_reasons)
query.command("arrivals", cls=Counting)(arrivals.query_arrivals)
query.command("departures", cls=Counting)(departures.query_departures)
query.command("flows", cls=Counting)(flows.query_flows)
query.command("net", cls=Counting)(net.query_net)
