"""Which tables hold what people made, and who is credited with it?"""

from sqlalchemy import Column, Index, Text

from talentdb.schema.base import (
    CodePointText,
    created_in,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import MAKERS_KNOWN, STATUSES

works = table(
    "works",
    Column("name", CodePointText, nullable=False),
    Column("name_key", CodePointText, nullable=False, index=True),
    Column("search_key", CodePointText, nullable=False, index=True),
    reference("organisation_id", "organisations", required=True),
    *partial_date("date"),
    Column("makers_known", Text, nullable=False),
    Column("note", Text),
    created_in(),
    one_of("makers_known", MAKERS_KNOWN),
)
Index(None, works.c.organisation_id)

credits = table(
    "credits",
    reference("person_id", "people", required=True),
    reference("work_id", "works", required=True),
    Column("credited_as", Text),
    Column("status", Text),
    Column("note", Text),
    created_in(),
    one_of("status", STATUSES),
)
Index(None, credits.c.person_id)
Index(None, credits.c.work_id)
