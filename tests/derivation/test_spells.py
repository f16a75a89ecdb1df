"""Do roles join into the spells that the definition says?"""

import pytest

from talentdb.derivation import NEVER_AFTER, NEVER_BEFORE, Spell, derive
from tests.derivation.careers import bounds, moves, role, spells


def only(career: str) -> Spell:
    (spell,) = spells(career)
    return spell


def ids(career: str) -> list[tuple[int, ...]]:
    return [spell.role_ids for spell in spells(career)]


def test_a_role_within_the_bridge_continues_the_spell() -> None:
    assert ids("A 2020–2021-01-01 · A 2021-02-01–now") == [(1, 2)]


def test_a_role_past_the_bridge_begins_a_new_spell() -> None:
    assert ids("A 2020–2021-01-01 · A 2021-02-02–now") == [(1,), (2,)]


def test_the_bridge_can_be_widened() -> None:
    career = [role("A 2020–2021-01-01"), role("A 2021-02-02–now", 2)]
    assert [spell.role_ids for spell in derive(career, bridge=32)[0]] == [(1, 2)]


def test_an_unknown_end_continues_into_the_next_role_however_late() -> None:
    assert ids("A x 2010–u · A y 2020–now") == [(1, 2)]


def test_an_unknown_end_does_not_continue_past_a_role_elsewhere() -> None:
    assert ids("A x 2010–u · B 2015–2016 · A y 2020–now") == [(1,), (2,), (3,)]


def test_last_evidence_continues_a_spell_past_a_role_elsewhere() -> None:
    assert ids("A x 2010–u, seen 2019-12 · B 2015–2016 · A y 2020–now") == [(1, 3), (2,)]


def test_a_role_continues_the_longest_reach_and_not_the_last_role() -> None:
    assert ids("A x 2010–2020 · A y 2011–2012 · A z 2019–now") == [(1, 2, 3)]


def test_a_start_without_earliest_day_is_ordered_by_its_latest() -> None:
    assert ids("A [..2020-06]–2021 · B 2020-05–2022") == [(2,), (1,)]


def test_open_and_unknown_ends_sort_after_ends_without_latest_day() -> None:
    assert ids("A 2020–now · B 2020–[2021..]") == [(2,), (1,)]


def test_equal_begins_are_ordered_by_end_then_organisation_then_title() -> None:
    assert ids("B 2020–2021 · A 2020–2022 · C 2020–2021") == [(1,), (3,), (2,)]
    assert only("A y 2020–2021 · A x 2020–2021").role_ids == (2, 1)


def test_joined_spells_are_ordered_by_their_own_end() -> None:
    assert ids("A x 2020–2021 · A y 2021–2025 · B 2020–2022") == [(3,), (1, 2)]


@pytest.mark.parametrize(
    ("career", "state", "ended"),
    [
        ("A 2020–now · A x 2021–2022", "open", ".."),
        ("A x 2015–u · A y 2018–2020", "closed", "2020"),
        ("A x 2015–2019 · A y 2018–u", "unknown", None),
        ("A x 2018–2019 · A y 2018–u", "unknown", None),
        ("A x 2018–u · A y 2018-01–2019", "unknown", None),
        ("A x [..2018-01-01]–u · A y 2018–2019", "closed", "2019"),
        ("A x 2015–2020 · A y 2016–2018", "closed", "2020"),
        ("A x 2015–2020 · A y 2016–2020-12", "closed", "2020-12"),
        ("A x 2015–2020 · A y 2016–2020-06", "closed", "[2020-06-01..2020-12-31]"),
        ("A x 2015–2020~ · A y 2016–2020", "closed", "2020"),
        ("A x 2015–[2018..] · A y 2016–2020", "closed", "[2020-01-01..]"),
    ],
)
def test_a_spell_ends_as_its_roles_say_together(career: str, state: str, ended: str | None) -> None:
    spell = only(career)
    assert (spell.state, spell.ended) == (state, ended)
    if spell.ended and state == "closed":
        assert (spell.end_earliest, spell.end_latest) == bounds(spell.ended)
    else:
        assert (spell.end_earliest, spell.end_latest) == (NEVER_BEFORE, NEVER_AFTER)


def test_a_spell_starts_as_its_first_role_in_order_starts() -> None:
    spell = only("A y 2020-06–2022 · A x 2020–2021")
    assert (spell.started, spell.first_role_id, spell.last_role_id) == ("2020", 2, 1)


def test_equal_roles_count_once_with_the_best_of_both() -> None:
    weak, strong = role("A x 2020–u, seen 2023", 7, 1), role("A x 2020–u", 4, 3)
    (spell,), none = derive([weak, strong, role("A x 2020–u", 9)])
    assert none == []
    assert (spell.first_role_id, spell.last_role_id, spell.role_ids) == (4, 4, (4, 7, 9))
    assert (spell.evidence, spell.status_rank) == (bounds("2023")[1], 3)
    assert spell.presence == bounds("2023")[0]


def test_roles_that_differ_in_title_or_text_of_a_date_are_not_equal() -> None:
    spell = only("A x 2020–2021 · A y 2020–2021 · A x 2020~–2021")
    assert spell.last_role_id == 2
    assert spell.role_ids == (1, 3, 2)


def test_evidence_and_presence_of_an_unknown_end_come_from_every_role() -> None:
    spell = only("A x 2015–2020-06-30 · A y 2018–u, seen 2019-03")
    assert spell.evidence == bounds("2020-06-30")[1]
    assert spell.presence == bounds("2020-06-30")[0]


def test_without_any_earliest_day_there_is_no_certain_presence() -> None:
    assert only("A [..2020]–u").presence == NEVER_BEFORE


@pytest.mark.parametrize(
    ("career", "day"),
    [
        ("A 2015–u · B 2018–now", "2018-12-31"),
        ("A 2015–u, seen 2019 · B 2018–2018 · C 2020-05–now", "2020-05-31"),
        ("A 2015–u · B [2018..]–now", "2018-01-01"),
        ("A 2015–u · B [..2018-06]–now", "2018-06-30"),
        ("A 2015–u, seen 2019 · B 2018–now", None),
        ("A 2015–u", None),
        ("B 2010–2012 · A [..2015]–u", None),
        ("A 2015–u · B 2016–2025 · C 2017–2018", "2016-12-31"),
    ],
)
def test_an_unknown_end_is_presumed_by_the_next_start_elsewhere(
    career: str, day: str | None
) -> None:
    (spell,) = [spell for spell in spells(career) if spell.organisation_id == 1]
    assert spell.presumed_end == (bounds(day)[1] if day else None)


def test_a_spell_aside_still_presumes_the_end_of_another() -> None:
    first, second, third = spells("A 2010–u · B 2012–now · C 2014–2015")
    assert (first.aside, second.aside, third.aside) == (False, False, True)
    begun = spells("B 2010–now · A 2012–u · C 2014–2015")
    assert begun[2].aside
    assert begun[1].presumed_end == bounds("2014")[1]


def test_a_move_runs_from_the_last_role_to_the_first_with_the_weaker_status() -> None:
    career = [
        role("A x 2010–2012", 1, 3),
        role("A y 2012–2014", 2, 2),
        role("B x 2015–2016", 3, 1),
        role("B y 2016–now", 4, 3),
    ]
    (move,) = derive(career)[1]
    assert (move.from_role_id, move.to_role_id, move.status_rank) == (2, 3, 1)
    assert (move.date, move.date_earliest, move.date_latest) == ("2015", *bounds("2015"))


def test_a_person_without_roles_has_neither_spells_nor_moves() -> None:
    assert derive([]) == ([], [])


def test_a_title_change_inside_one_organisation_is_not_a_move() -> None:
    assert moves("A Engineer 2010–2012 · A Lead 2013–now") == []
