"""`talentdb query …`: one file a question."""

from collections.abc import Mapping
from typing import ClassVar

from talentdb.cli.commands import Counting, Explaining, Knowing, Lasting
from talentdb.cli.places import Place
from talentdb.cli.spelling import Spelled


class Asking(Spelled):
    """Ask who is where, who moved, how many."""

    places: ClassVar[Mapping[str, Place]] = {
        "people": Place("talentdb.cli.query.people:query_people", Counting),
        "organisations": Place("talentdb.cli.query.organisations:query_organisations", Counting),
        "roles": Place("talentdb.cli.query.roles:query_roles", Counting),
        "moves": Place("talentdb.cli.query.moves:query_moves", Counting),
        "sources": Place("talentdb.cli.query.sources:query_sources", Counting),
        "conflicts": Place("talentdb.cli.query.sources:query_conflicts", Knowing),
        "boomerangs": Place("talentdb.cli.query.boomerangs:query_boomerangs", Explaining),
        "paths": Place("talentdb.cli.query.paths:query_paths", Explaining),
        "liftouts": Place("talentdb.cli.query.liftouts:query_liftouts", Explaining),
        "rank": Place("talentdb.cli.query.rank:query_rank", Explaining),
        "trend": Place("talentdb.cli.query.trend:query_trend", Explaining),
        "offers": Place("talentdb.cli.query.offers:query_offers", Counting),
        "works": Place("talentdb.cli.query.works:query_works", Explaining),
        "figures": Place("talentdb.cli.query.figures:query_figures", Explaining),
        "colleagues": Place("talentdb.cli.query.colleagues:query_colleagues", Counting),
        "reasons": Place("talentdb.cli.query.colleagues:query_reasons", Explaining),
        "arrivals": Place("talentdb.cli.query.arrivals:query_arrivals", Explaining),
        "departures": Place("talentdb.cli.query.departures:query_departures", Explaining),
        "flows": Place("talentdb.cli.query.flows:query_flows", Explaining),
        "net": Place("talentdb.cli.query.net:query_net", Explaining),
        "ratio": Place("talentdb.cli.query.ratio:query_ratio", Explaining),
        "headcount": Place("talentdb.cli.query.headcount:query_headcount", Lasting),
        "retention": Place("talentdb.cli.query.retention:query_retention", Lasting),
        "tenure": Place("talentdb.cli.query.tenure:query_tenure", Lasting),
        "attrition": Place("talentdb.cli.query.attrition:query_attrition", Lasting),
        "renames": Place("talentdb.cli.query.renames:query_renames", Counting),
    }
