"""What is remembered of the rows that are written as columns of numbers?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from talentdb.imports.keys import Flags, Numbers
from talentdb.imports.numbers import Numberings
from talentdb.imports.table import Table
from talentdb.writes.change_sets import ChangeSet


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

    def touch(self, change: ChangeSet, first_new: int | None, places: Numbers) -> None:
        """Has those people of these rows derived anew who were there before the import.

        The others, with ids from `first_new` on, are left to `derive_new_people`.
        """
        person = self.person[places]
        known = person if first_new is None else person[person < first_new]
        change.people.update(np.unique(known).tolist())


@dataclass(frozen=True)
class NewRoles:
    """New roles as columns, person by person: their ids, and by name what they say as numbers."""

    ids: range
    numberings: Numberings
    columns: Mapping[str, Numbers]
