"""`talentdb edit …`: mend what was recorded; one file a kind of record."""

from collections.abc import Mapping
from typing import ClassVar

from talentdb.cli.commands import Writing
from talentdb.cli.places import Place
from talentdb.cli.spelling import Spelled


class Editing(Spelled):
    """Mend a record: only the fields named change."""

    places: ClassVar[Mapping[str, Place]] = {
        "person": Place("talentdb.cli.edit.person:edit_person", Writing),
        "organisation": Place("talentdb.cli.edit.organisation:edit_organisation", Writing),
        "role": Place("talentdb.cli.edit.role:edit_role", Writing),
        "move": Place("talentdb.cli.edit.move:edit_move", Writing),
        "source": Place("talentdb.cli.edit.source:edit_source", Writing),
        "alias": Place("talentdb.cli.edit.alias:edit_alias", Writing),
        "identifier": Place("talentdb.cli.edit.identifier:edit_identifier", Writing),
        "link": Place("talentdb.cli.edit.link:edit_link", Writing),
        "offer": Place("talentdb.cli.edit.offer:edit_offer", Writing),
        "work": Place("talentdb.cli.edit.work:edit_work", Writing),
        "credit": Place("talentdb.cli.edit.work:edit_credit", Writing),
        "figure": Place("talentdb.cli.edit.figure:edit_figure", Writing),
        "citation": Place("talentdb.cli.edit.citation:edit_citation", Writing),
    }
