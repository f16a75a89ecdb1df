"""What is remembered of the rows that are written as columns of numbers?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from talentdb.imports.keys import Flags, Numbers
from talentdb.imports.numbers import Numberings
from talentdb.imports.table import Table


def _none() -> Numbers:
    return np.zeros(0, dtype=np.int32)


@dataclass
class Plain:
    """The rows of tables that plainly are roles: which row of which table, and whose.

    `roles` are the ids of their roles, `created` tells which row brought its role. `new` are the
    roles that are new, person by person.
    """

    tables: list[Table] = field(default_factory=list)
    table: Numbers = field(default_factory=_none)
    row: Numbers = field(default_factory=_none)
    person: Numbers = field(default_factory=_none)
    roles: Numbers = field(default_factory=_none)
    created: Flags = field(default_factory=lambda: np.zeros(0, dtype=bool))
    new: "NewRoles | None" = None


@dataclass(frozen=True)
class NewRoles:
    """New roles as columns, person by person: their ids, and by name what they say as numbers."""

    ids: range
    numberings: Numberings
    columns: Mapping[str, Numbers]
