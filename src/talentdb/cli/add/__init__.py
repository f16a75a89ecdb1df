"""`talentdb add …`: one file a kind of record."""

from collections.abc import Mapping
from typing import ClassVar

from talentdb.cli.commands import Stating, Writing
from talentdb.cli.places import Place
from talentdb.cli.spelling import Spelled


class Adding(Spelled):
    """Record people, organisations, roles, moves, sources."""

    places: ClassVar[Mapping[str, Place]] = {
        "person": Place("talentdb.cli.add.person:add_person", Writing),
        "organisation": Place("talentdb.cli.add.organisation:add_organisation", Writing),
        "role": Place("talentdb.cli.add.role:add_role", Stating),
        "move": Place("talentdb.cli.add.move:add_move", Stating),
        "source": Place("talentdb.cli.add.source:add_source", Writing),
        "alias": Place("talentdb.cli.add.alias:add_alias", Stating),
        "identifier": Place("talentdb.cli.add.identifier:add_identifier", Writing),
        "tag": Place("talentdb.cli.add.tag:add_tag", Writing),
        "link": Place("talentdb.cli.add.link:add_link", Stating),
        "offer": Place("talentdb.cli.add.offer:add_offer", Stating),
        "work": Place("talentdb.cli.add.work:add_work", Stating),
        "credit": Place("talentdb.cli.add.work:add_credit", Stating),
        "figure": Place("talentdb.cli.add.figure:add_figure", Stating),
    }
