"""Which table holds the statistics that others published?"""

from sqlalchemy import CheckConstraint, Column, Double, Index, Integer, Text

from talentdb.schema.base import (
    created_in,
    index_where_set,
    one_of,
    partial_date,
    reference,
    table,
)
from talentdb.schema.words import FIGURE_METRICS, QUALIFIERS

# Ratio and moves run from the counterpart to the organisation (metrics.md §16).
figures = table(
    "figures",
    Column("metric", Text, nullable=False),
    reference("organisation_id", "organisations", required=True),
    reference("counterpart_id", "organisations"),
    Column("published", Double, nullable=False),
    Column("qualifier", Text, nullable=False),
    Column("n", Integer),
    *partial_date("since"),
    *partial_date("until"),
    Column("note", Text),
    created_in(),
    one_of("metric", FIGURE_METRICS),
    one_of("qualifier", QUALIFIERS),
    CheckConstraint("published >= 0", name="published"),
    CheckConstraint("n > 0", name="n"),
    CheckConstraint("until_latest >= since_earliest", name="window"),
    CheckConstraint("organisation_id <> counterpart_id", name="two_organisations"),
)
Index(None, figures.c.organisation_id)
index_where_set(figures, "counterpart_id")
