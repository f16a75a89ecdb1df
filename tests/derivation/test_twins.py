"""Which recorded moves are found to say what the roles say already?"""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from talentdb.derivation import Matches, Recorded, derive, matched
from tests.derivation.careers import bounds, roles

PART, WHOLE = 2, 24  # B is part of X


def related(one: int, other: int) -> bool:
    return one == other or {one, other} == {PART, WHOLE}


def recorded(
    recorded_id: int,
    sides: str,
    on: str = "",
    from_role: int | None = None,
    to_role: int | None = None,
) -> Recorded:
    """`A→B`, with `?` for a side that is not named."""
    start, end = (None if side == "?" else ord(side) - 64 for side in sides.split("→"))
    return Recorded(
        recorded_id, start, end, from_role, to_role, *(bounds(on) if on else (None, None))
    )


def matches(career: str, *stated: Recorded) -> Matches:
    return matched(stated, *derive(roles(career)), related)


CAREER = "A 2020–2025-06-30 · B 2025-07–now"
RETURN = "A 2010–2012 · B 2013–2015 · A 2016–2018 · B 2019–now"


def test_nothing_recorded_matches_nothing() -> None:
    assert matches(CAREER) == Matches({}, {}, {})


def test_a_twin_says_how_both_spells_began_and_ended() -> None:
    assert matches(CAREER, recorded(9, "A→B", "2025-06")) == Matches({2: 9}, {2: 9}, {1: 9})


def test_a_named_role_makes_a_twin_whatever_the_date() -> None:
    assert matches(CAREER, recorded(9, "C→B", "1999", to_role=2)).twin_of == {2: 9}
    assert matches(CAREER, recorded(9, "A→C", "1999", from_role=1)).twin_of == {2: 9}


def test_any_role_of_the_later_spell_and_not_only_the_first_makes_a_twin() -> None:
    career = "A 2020–2024 · B x 2025–2026 · B x 2025–2026 · B y 2026–now"
    assert matches(career, recorded(9, "A→B", to_role=4)).twin_of == {2: 9}
    assert matches(career, recorded(9, "A→B", to_role=3)).twin_of == {2: 9}


def test_the_role_joined_decides_before_the_role_left() -> None:
    assert matches(RETURN, recorded(9, "A→B", from_role=1, to_role=4)).twin_of == {4: 9}


def test_a_named_role_outside_every_spell_makes_no_twin() -> None:
    elsewhere = recorded(9, "A→B", "2025-07", from_role=1, to_role=77)
    assert matches(CAREER, elsewhere) == Matches({}, {}, {1: 9})


def test_the_date_meets_the_start_widened_by_92_days() -> None:
    career = "A 2020–2025-06-30 · B 2025-07-01–now"
    assert matches(career, recorded(9, "A→B", "2025-03-31")).twin_of == {2: 9}
    assert matches(career, recorded(9, "A→B", "2025-03-30")).twin_of == {}
    assert matches(career, recorded(9, "A→B", "2025-10-01")).twin_of == {2: 9}
    assert matches(career, recorded(9, "A→B", "2025-10-02")).twin_of == {}


def test_a_date_unbounded_on_one_side_meets_what_lies_there() -> None:
    assert matches(CAREER, recorded(9, "A→B", "[..2025-06-30]")).twin_of == {2: 9}
    assert matches(CAREER, recorded(9, "A→B", "[..2024]")).twin_of == {}


def test_sides_that_contain_each_other_agree() -> None:
    assert matches(CAREER, recorded(9, "A→X", "2025")).twin_of == {2: 9}
    assert matches(CAREER, recorded(9, "A→C", "2025")).twin_of == {}


def test_a_side_that_is_not_named_does_not_contradict() -> None:
    assert matches(CAREER, recorded(9, "?→B", "2025")).twin_of == {2: 9}
    assert matches(CAREER, recorded(9, "A→?", "2025")).twin_of == {2: 9}


def test_an_undated_one_is_a_twin_only_if_it_fits_a_single_move() -> None:
    assert matches(CAREER, recorded(9, "A→B")).twin_of == {2: 9}
    assert matches(RETURN, recorded(9, "A→B")) == Matches({}, {}, {})
    assert matches(RETURN, recorded(9, "B→A")).twin_of == {3: 9}


def test_each_recorded_and_each_derived_move_is_a_twin_once() -> None:
    two = (recorded(8, "A→B", "2013"), recorded(9, "A→B", "2013"))
    assert matches(RETURN, *two).twin_of == {2: 8}
    near = "A 2010–2012 · B 2013-01–2013-01 · A 2013-02–2013-02 · B 2013-05–now"
    assert matches(near, recorded(9, "A→B", "2013-03")).twin_of == {2: 9}
    assert matches(near, recorded(9, "A→B", "2013-04")).twin_of == {4: 9}
    both = (recorded(8, "A→B", "2013-05"), recorded(9, "A→B", "2013-02"))
    assert matches(near, *both).twin_of == {4: 8, 2: 9}


def test_roles_come_before_dates_and_dates_before_undated_ones() -> None:
    by_role, dated, undated = (
        recorded(9, "A→B", to_role=2),
        recorded(8, "A→B", "2025-07"),
        recorded(7, "A→B"),
    )
    assert matches(CAREER, undated, dated, by_role).twin_of == {2: 9}
    assert matches(CAREER, undated, dated).twin_of == {2: 8}


def test_a_first_spell_is_joined_and_a_last_one_left_by_one_sided_moves() -> None:
    career = "A 2020–2025-06-30"
    assert matches(career, recorded(9, "Z→A", "2020")) == Matches({}, {1: 9}, {})
    assert matches(career, recorded(9, "A→?", "2025-09-30")) == Matches({}, {}, {1: 9})
    assert matches(career, recorded(9, "A→?", "2025-10-01")) == Matches({}, {}, {})


def test_a_named_role_tells_which_spell_was_joined_or_left() -> None:
    career = "A 2010–2012 · A 2015–2018"
    assert matches(career, recorded(9, "Z→A", to_role=2)).joined_by == {2: 9}
    assert matches(career, recorded(9, "A→Z", from_role=1)).left_by == {1: 9}


def test_an_undated_move_says_how_a_spell_began_only_if_there_is_one() -> None:
    assert matches("A 2010–2012", recorded(9, "Z→A")).joined_by == {1: 9}
    assert matches("A 2010–2012 · A 2015–2018", recorded(9, "Z→A")).joined_by == {}


def test_an_undated_move_ends_the_only_spell_that_is_not_open() -> None:
    assert matches("A 2010–2012 · A 2015–now", recorded(9, "A→Z")).left_by == {1: 9}
    assert matches("A 2010–2012 · A 2015–u", recorded(9, "A→Z")).left_by == {}
    assert matches("A 2010–now", recorded(9, "A→Z")).left_by == {}


def test_an_unknown_end_fits_any_date_not_before_the_certain_presence() -> None:
    career = "A 2015–u, seen 2019-03-01"
    assert matches(career, recorded(9, "A→Z", "2019-02-28")).left_by == {}
    assert matches(career, recorded(9, "A→Z", "2019-03-01")).left_by == {1: 9}
    assert matches(career, recorded(9, "A→Z", "2030")).left_by == {1: 9}


def test_a_presumed_end_fits_no_date_long_after_it() -> None:
    career = "A 2010–u · B 2012–2014 · A 2015–2018"
    assert matches(career, recorded(9, "A→Z", "2025")).left_by == {}
    assert matches(career, recorded(9, "A→Z", "2011")).left_by == {1: 9}


sides = st.sampled_from(["A→B", "B→A", "?→B", "A→?", "A→X", "C→A"])
days = st.sampled_from(["", "2013", "2013-03", "2016", "2019-01-02", "[..2016]"])
some_roles = st.sampled_from([None, None, None, 1, 2, 3, 4, 77])


@given(st.lists(st.tuples(sides, days, some_roles, some_roles), max_size=6), st.randoms())
def test_matches_are_one_to_one_agree_and_do_not_depend_on_order(
    stated: list[tuple[str, str, int | None, int | None]], random: Random
) -> None:
    given_order = [recorded(number, *each) for number, each in enumerate(stated, start=1)]
    shuffled = list(given_order)
    random.shuffle(shuffled)
    found = matches(RETURN, *given_order)
    assert found == matches(RETURN, *shuffled)
    for mapping in found:
        assert len(set(mapping.values())) == len(mapping)
    for move in derive(roles(RETURN))[1]:
        twin = found.twin_of.get(move.to_role_id)
        if twin is not None:
            assert found.joined_by[move.to_role_id] == found.left_by[move.from_role_id] == twin
