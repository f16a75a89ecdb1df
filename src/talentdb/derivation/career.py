"""Which spells and which moves follow from the roles of one person?"""

from collections.abc import Callable, Iterable

from talentdb.derivation.elsewhere import beside_elsewhere
from talentdb.derivation.moves import Move, moves_of
from talentdb.derivation.roles import Role, in_order, reach_of
from talentdb.derivation.spells import Spell, follows_unknown_end, spell_of_one, spells_of


def derive(
    roles: Iterable[Role],
    bridge: int = 31,
    reach: Callable[[Role], int] = reach_of,
    follows: Callable[[Role, Role], bool] = follows_unknown_end,
) -> tuple[list[Spell], list[Move]]:
    """The spells of one person and the moves between them, both in order.

    Takes the roles that count, in any order: of main kinds, with a start and of
    sufficient status. `bridge` is the number of days over which a role still continues
    a spell, counted from its `reach`; one that `follows` the role before it does so however
    long that was ago. A first arrival and a last departure are no moves.
    """
    ordered, duplicates = in_order(roles)
    if len(ordered) == 1:
        # Half of all people: nothing to join, to set aside or to move between.
        return [spell_of_one(ordered[0], duplicates)], []
    spells = beside_elsewhere(spells_of(ordered, duplicates, bridge, reach, follows))
    return spells, moves_of(spells, {role.id: role.status_rank for role in ordered})
