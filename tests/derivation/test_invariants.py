"""What holds for every career, however odd?"""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from talentdb.derivation import Role, Spell, derive
from talentdb.derivation.elsewhere import beside_elsewhere
from talentdb.derivation.spells import spells_of
from tests.derivation.careers import role

STARTS = ["2010", "2011", "2011-06", "2011-06-15", "2013", "[..2012]", "[2011..]", "[2010..2012]"]
ENDS = ["u", "now", "2011", "2012-03", "2012-03-09", "2013", "2015", "[2013..]", "[..2013]"]
SEEN = ["", ", seen 2012", ", seen 2014-02", ", seen [..2013]"]


@st.composite
def careers(draw: st.DrawFn) -> list[Role]:
    """Up to nine roles at three organisations, close enough in time to meet in every way."""
    parts = draw(
        st.lists(
            st.tuples(
                st.sampled_from("ABC"),
                st.sampled_from(["", " x", " y"]),
                st.sampled_from(STARTS),
                st.sampled_from(ENDS),
                st.sampled_from(SEEN),
                st.integers(1, 3),
            ),
            min_size=1,
            max_size=9,
        )
    )
    return [
        role(f"{at}{title} {start}–{end}{seen}", number, rank)
        for number, (at, title, start, end, seen, rank) in enumerate(parts, start=1)
    ]


def certainly_ended_before(spell: Spell, other: Spell) -> bool:
    if spell.state != "closed" or other.state == "open":
        return spell.state == "closed"
    return spell.end_latest < (other.presence if other.state == "unknown" else other.end_earliest)


@given(careers(), st.randoms())
def test_the_order_of_the_roles_changes_nothing(career: list[Role], random: Random) -> None:
    shuffled = list(career)
    random.shuffle(shuffled)
    assert derive(shuffled) == derive(career)


@given(careers())
def test_every_role_lies_in_exactly_one_spell_of_its_organisation(career: list[Role]) -> None:
    spells, _ = derive(career)
    organisations = {role_id: s.organisation_id for s in spells for role_id in s.role_ids}
    assert sum(len(spell.role_ids) for spell in spells) == len(career)
    assert organisations == {one.id: one.organisation_id for one in career}


@given(careers())
def test_spells_stand_in_order_of_their_begin(career: list[Role]) -> None:
    spells, _ = derive(career)
    assert all(before.begin <= after.begin for before, after in pairwise(spells))


@given(careers())
def test_moves_connect_neighbours_that_are_not_aside(career: list[Role]) -> None:
    spells, moves = derive(career)
    main = [spell for spell in spells if not spell.aside]
    expected = [
        (before.last_role_id, after.first_role_id)
        for before, after in pairwise(main)
        if before.organisation_id != after.organisation_id
    ]
    assert [(move.from_role_id, move.to_role_id) for move in moves] == expected
    assert len({move.to_role_id for move in moves}) == len(moves)


@given(careers())
def test_a_spell_is_aside_exactly_if_one_elsewhere_began_before_and_outlasts_it(
    career: list[Role],
) -> None:
    spells, _ = derive(career)
    for spell in spells:
        assert spell.aside == any(
            other.organisation_id != spell.organisation_id
            and other.begin < spell.begin
            and certainly_ended_before(spell, other)
            for other in spells
        )


@given(careers())
def test_only_unknown_ends_are_presumed_and_never_before_the_certain_presence(
    career: list[Role],
) -> None:
    for spell in derive(career)[0]:
        if spell.presumed_end is not None:
            assert spell.state == "unknown"
            assert spell.presumed_end > spell.presence


@given(careers())
def test_gap_days_are_never_negative_and_a_gap_has_some(career: list[Role]) -> None:
    for move in derive(career)[1]:
        assert move.gap_days is None or move.gap_days >= 0
        assert move.continuity != "gap" or (move.gap_days or 0) > 92


@given(careers())
def test_a_single_role_takes_the_short_way_to_the_same_result(career: list[Role]) -> None:
    for one in career:
        assert derive([one]) == (beside_elsewhere(spells_of([one], {}, 31)), [])


@given(careers())
def test_the_same_roles_twice_change_only_the_ids(career: list[Role]) -> None:
    doubled = [*career, *(one._replace(id=one.id + 100) for one in career)]
    spells, moves = derive(career)
    again, same_moves = derive(doubled)
    assert same_moves == moves
    assert [s._replace(role_ids=()) for s in again] == [s._replace(role_ids=()) for s in spells]
