"""When, as far as anybody knows?

A date is kept as its EDTF text together with the first and the last day it may mean.
`parse` reads what a table keeps, `read` what a person types, `shown` is what a person sees;
`read(shown(text))` is always the date it began with.
"""

from talentdb.dates.edtf import parse, parse_end
from talentdb.dates.friendly import read, read_end
from talentdb.dates.partial import OPEN, PartialDate, meet, midpoint, narrower, one_of
from talentdb.dates.screen import shown

__all__ = [
    "OPEN",
    "PartialDate",
    "meet",
    "midpoint",
    "narrower",
    "one_of",
    "parse",
    "parse_end",
    "read",
    "read_end",
    "shown",
]
