"""What do a person's spells elsewhere say of a spell: that it is aside, or over by some day?"""

from collections.abc import Sequence

from talentdb.derivation.roles import NEVER_AFTER, NEVER_BEFORE
from talentdb.derivation.spells import Spell


def beside_elsewhere(spells: list[Spell]) -> list[Spell]:
    """The spells of a person, given in order, with `aside` and `presumed_end` filled in."""
    if len(spells) < 2:
        return spells
    furthest = NEVER_BEFORE
    beside = []
    for place, spell in enumerate(spells):
        if spell.state == "unknown":
            day = _presumed_end(spell, spells[place + 1 :])
            beside.append(spell if day is None else spell._replace(presumed_end=day))
        # Most spells outlast all before them; only the others are held against each.
        elif spell.end_latest < furthest and _is_aside(spell, spells[:place]):
            beside.append(spell._replace(aside=True))
        else:
            beside.append(spell)
        until = _certain_until(spell)
        if until > furthest:
            furthest = until
    return beside


def _certain_until(spell: Spell) -> int:
    if spell.state == "closed":
        return spell.end_earliest
    # One past NEVER_AFTER: an open spell outlasts a closed one without a latest day.
    return NEVER_AFTER + 1 if spell.state == "open" else spell.presence


def _is_aside(spell: Spell, before: Sequence[Spell]) -> bool:
    return spell.state == "closed" and any(
        spell.end_latest < _certain_until(other)
        and other.organisation_id != spell.organisation_id
        and other.begin < spell.begin
        for other in before
    )


def _presumed_end(spell: Spell, after: Sequence[Spell]) -> int | None:
    for other in after:
        if other.organisation_id != spell.organisation_id and other.begin > spell.presence:
            unbounded = other.start_latest == NEVER_AFTER
            return other.start_earliest if unbounded else other.start_latest
    return None
