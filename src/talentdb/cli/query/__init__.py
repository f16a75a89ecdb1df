"""`talentdb query …`: one file a question."""

import typer

from talentdb.cli.commands import Counting, Explaining, Knowing, Lasting
from talentdb.cli.query import (
    arrivals,
    attrition,
    boomerangs,
    colleagues,
    departures,
    figures,
    flows,
    headcount,
    liftouts,
    moves,
    net,
    offers,
    organisations,
    paths,
    people,
    rank,
    ratio,
    renames,
    retention,
    roles,
    sources,
    tenure,
    trend,
    works,
)

query = typer.Typer(help="Ask who is where, who moved, how many.", no_args_is_help=True)

query.command("people", cls=Counting)(people.query_people)
query.command("organisations", cls=Counting)(organisations.query_organisations)
query.command("roles", cls=Counting)(roles.query_roles)
query.command("moves", cls=Counting)(moves.query_moves)
query.command("sources", cls=Counting)(sources.query_sources)
query.command("conflicts", cls=Knowing)(sources.query_conflicts)
query.command("boomerangs", cls=Counting)(boomerangs.query_boomerangs)
query.command("paths", cls=Counting)(paths.query_paths)
query.command("liftouts", cls=Counting)(liftouts.query_liftouts)
query.command("rank", cls=Counting)(rank.query_rank)
query.command("trend", cls=Counting)(trend.query_trend)
query.command("offers", cls=Counting)(offers.query_offers)
query.command("works", cls=Counting)(works.query_works)
query.command("figures", cls=Counting)(figures.query_figures)
query.command("colleagues", cls=Counting)(colleagues.query_colleagues)
query.command("reasons", cls=Counting)(colleagues.query_reasons)
query.command("arrivals", cls=Explaining)(arrivals.query_arrivals)
query.command("departures", cls=Explaining)(departures.query_departures)
query.command("flows", cls=Explaining)(flows.query_flows)
query.command("net", cls=Explaining)(net.query_net)
query.command("ratio", cls=Explaining)(ratio.query_ratio)
query.command("headcount", cls=Lasting)(headcount.query_headcount)
query.command("retention", cls=Lasting)(retention.query_retention)
query.command("tenure", cls=Lasting)(tenure.query_tenure)
query.command("attrition", cls=Lasting)(attrition.query_attrition)
query.command("renames", cls=Counting)(renames.query_renames)
