"""What follows from the roles of one person?

roles.py puts them in order, spells.py joins them into spells, elsewhere.py holds the
spells against each other, moves.py finds the moves between them, twins.py matches moves
that somebody recorded (fits.py chooses among them). Nothing here knows a database: days
are ordinals.
"""

from talentdb.derivation.career import derive
from talentdb.derivation.fits import Recorded
from talentdb.derivation.moves import Continuity, Move
from talentdb.derivation.roles import NEVER_AFTER, NEVER_BEFORE, OPEN, Role, begin_of, order_key
from talentdb.derivation.spells import Spell, State, follows_unknown_end, spell_of_one
from talentdb.derivation.twins import Matches, matched

__all__ = [
    "NEVER_AFTER",
    "NEVER_BEFORE",
    "OPEN",
    "Continuity",
    "Matches",
    "Move",
    "Recorded",
    "Role",
    "Spell",
    "State",
    "begin_of",
    "derive",
    "follows_unknown_end",
    "matched",
    "order_key",
    "spell_of_one",
]
