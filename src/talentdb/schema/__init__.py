"""Which tables does a ledger have? (docs/schema.md describes every column.)"""

from talentdb.schema.base import metadata
from talentdb.schema.evidence import CITED, citations, sources
from talentdb.schema.figures import figures
from talentdb.schema.history import change_sets, changes
from talentdb.schema.offers import offers
from talentdb.schema.organisations import organisation_links, organisation_names, organisations
from talentdb.schema.people import identifiers, people, person_names, tags
from talentdb.schema.roles import roles, spells
from talentdb.schema.transitions import transition_reasons, transitions
from talentdb.schema.works import credits, works

# The migration that this code is written for; a test holds it equal to Alembic's head.
REVISION = "0006"

__all__ = [
    "CITED",
    "REVISION",
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
    "roles",
    "sources",
    "spells",
    "tags",
    "transition_reasons",
    "transitions",
    "works",
]
