"""Which tables does a ledger have? (docs/schema.md describes every column.)"""

from talentdb.schema.base import metadata
from talentdb.schema.evidence import CITED, citations, sources
from talentdb.schema.figures import figures
from talentdb.schema.history import change_sets, changes
from talentdb.schema.imports import KEYED, change_set_files, presences, rosters, row_keys
from talentdb.schema.offers import offers
from talentdb.schema.organisations import organisation_links, organisation_names, organisations
from talentdb.schema.people import identifiers, people, person_names, tags
from talentdb.schema.roles import roles, spells
from talentdb.schema.transitions import transition_reasons, transitions
from talentdb.schema.works import credits, works

# The migration that this code is written for; a test holds it equal to Alembic's head.
REVISION = "0010"

__all__ = [
    "CITED",
    "KEYED",
    "REVISION",
    "change_set_files",
    "change_sets",
    "changes",
    "citations",
    "credits",
    "figures",
    "identifiers",
    "metadata",
    "offers",
    "organisation_links",
    "organisation_names",
    "organisations",
    "people",
    "person_names",
    "presences",
    "roles",
    "rosters",
    "row_keys",
    "sources",
    "spells",
    "tags",
    "transition_reasons",
    "transitions",
    "works",
]
