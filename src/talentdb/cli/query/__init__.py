"""`talentdb query …`: one file a question."""

import typer

from talentdb.cli.commands import Counting, Reading
from talentdb.cli.query import (
    arrivals,
    boomerangs,
    departures,
    flows,
    liftouts,
    moves,
    net,
    organisations,
    paths,
    people,
    rank,
    renames,
    roles,
    sources,
    trend,
)

query = typer.Typer(help="Ask who is where, who moved, how many.", no_args_is_help=True)

query.command("people", cls=Counting)(people.query_people)
query.command("organisations", cls=Counting)(organisations.query_organisations)
query.command("roles", cls=Counting)(roles.query_roles)
query.command("moves", cls=Counting)(moves.query_moves)
query.command("sources", cls=Counting)(sources.query_sources)
query.command("conflicts", cls=Reading)(sources.query_conflicts)
query.command("arrivals", cls=Counting)(arrivals.query_arrivals)
query.command("departures", cls=Counting)(departures.query_departures)
query.command("flows", cls=Counting)(flows.query_flows)
query.command("net", cls=Counting)(net.query_net)
query.command("boomerangs", cls=Counting)(boomerangs.query_boomerangs)
query.command("paths", cls=Counting)(paths.query_paths)
query.command("liftouts", cls=Counting)(liftouts.query_liftouts)
query.command("rank", cls=Counting)(rank.query_rank)
query.command("trend", cls=Counting)(trend.query_trend)
query.command("renames", cls=Counting)(renames.query_renames)
