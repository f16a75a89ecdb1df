"""`talentdb remove …`: take a record out of the ledger; `undo` brings it back."""

from collections.abc import Mapping
from typing import ClassVar

from talentdb.cli.commands import Writing
from talentdb.cli.places import Place
from talentdb.cli.spelling import Spelled


class Removing(Spelled):
    """Take a record out; undo brings it back."""

    places: ClassVar[Mapping[str, Place]] = {
        "person": Place("talentdb.cli.remove.records:remove_person", Writing),
        "organisation": Place("talentdb.cli.remove.records:remove_organisation", Writing),
        "role": Place("talentdb.cli.remove.records:remove_role", Writing),
        "move": Place("talentdb.cli.remove.records:remove_move", Writing),
        "source": Place("talentdb.cli.remove.records:remove_source", Writing),
        "citation": Place("talentdb.cli.remove.records:remove_citation", Writing),
        "link": Place("talentdb.cli.remove.records:remove_link", Writing),
        "alias": Place("talentdb.cli.remove.records:remove_alias", Writing),
        "identifier": Place("talentdb.cli.remove.records:remove_identifier", Writing),
        "tag": Place("talentdb.cli.remove.records:remove_tag", Writing),
        "offer": Place("talentdb.cli.remove.made:remove_offer", Writing),
        "work": Place("talentdb.cli.remove.made:remove_work", Writing),
        "credit": Place("talentdb.cli.remove.made:remove_credit", Writing),
        "figure": Place("talentdb.cli.remove.made:remove_figure", Writing),
    }
