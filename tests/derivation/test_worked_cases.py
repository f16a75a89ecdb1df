"""Do the worked cases of the definition of a move come out as it says?"""

import pytest

from tests.derivation.careers import moves, spells, written

CASES = [
    ("A 2015–2020 · B 2018–2019 · C 2021–now", "A→C direct"),
    ("A Engineer 2010–2012-12 · B 2012-06–2014 · A Lead 2013-01–2015", ""),
    ("A 2020–2025-06 · B 2025-06–now", "A→B direct"),
    ("A 2020–2025-07-15 · B 2025-07-01–now", "A→B direct"),
    ("A 2020–now · B 2022–now", "A→B overlap"),
    ("A 2020–2020 · B 2020–2020", "A→B unordered"),
    ("A 2020–u · B 2020–u", "A→B unordered"),
    ("A 2010–2015 · B 2012–2013 · A Lead 2014–u", ""),
    ("A 2015–u, seen 2024 · B 2018–now", "A→B overlap"),
    ("A 2020–2025 · B [..2025-06-30]–now", "A→B direct"),
    ("A x 2015–u · A y 2018–2020 · B 2020–now", "A→B direct"),
    ("A 2015–u · B 2018–now", "A→B presumed"),
    ("A 2010–u · B 2012–2014 · A 2015–now", "A→B presumed, B→A direct"),
    ("A 2010–2012-06-14 · B 2012-06-01–2013 · A 2014–now", "A→B direct, B→A direct"),
    ("A 2010–2012 · A 2015–2018", ""),
    ("A 2020-06–2020-09 · B 2020–now", ""),
    ("A 2010–2012 · B 2015–now", "A→B gap"),
]

ASIDE = [
    ("A 2015–2020 · B 2018–2019 · C 2021–now", "B"),
    ("A Engineer 2010–2012-12 · B 2012-06–2014 · A Lead 2013-01–2015", "B"),
    ("A 2010–2015 · B 2012–2013 · A Lead 2014–u", "B"),
    ("A 2020-06–2020-09 · B 2020–now", "A"),
    ("A 2010–2012-06-14 · B 2012-06-01–2013 · A 2014–now", ""),
    ("A 2020–now · B 2022–now", ""),
    ("A 2020–now · B 2021–2022", "B"),
    ("A 2020–2021 · B 2020–now", ""),
    ("A 2015–u, seen 2024 · B 2018–2019", "B"),
    ("A 2015–u · B 2018–2019", ""),
    ("A 2015–2020 · B 2018–2020", ""),
    ("A 2015–2020 · B 2018–u", ""),
    ("A 2015–now · B 2018–[2021..]", "B"),
    ("A 2015–2021 · A 2018–2019", ""),
]

GAPS = [
    ("A 2020–2025-06 · B 2025-06–now", 0),
    ("A 2010–2012 · B 2015–now", 731),
    ("A 2020–2025-01-31 · B 2025-05-03–now", 92),
    ("A 2020–2025 · B [..2025-06-30]–now", None),
    ("A 2020–[2024..] · B 2025–now", None),
    ("A 2020–u · B 2025–now", None),
    ("A 2020–now · B 2025–now", None),
]


@pytest.mark.parametrize(("career", "expected"), CASES)
def test_a_worked_case_gives_the_moves_that_the_definition_says(career: str, expected: str) -> None:
    assert written(moves(career)) == expected


@pytest.mark.parametrize(("career", "expected"), ASIDE)
def test_a_spell_inside_a_longer_one_elsewhere_is_aside(career: str, expected: str) -> None:
    aside = [chr(spell.organisation_id + 64) for spell in spells(career) if spell.aside]
    assert "".join(aside) == expected


@pytest.mark.parametrize(("career", "expected"), GAPS)
def test_gap_days_run_from_latest_end_to_earliest_start(career: str, expected: int | None) -> None:
    assert [move.gap_days for move in moves(career)] == [expected]


@pytest.mark.parametrize(
    ("career", "expected"),
    [
        ("A 2020–2025-01-31 · B 2025-05-03–now", "A→B direct"),
        ("A 2020–2025-01-31 · B 2025-05-04–now", "A→B gap"),
        ("A 2020–2025-02-01 · B 2025-01-01–now", "A→B direct"),
        ("A 2020–2025-02-02 · B 2025-01-01–now", "A→B overlap"),
        ("A 2015–u, seen 2018-02-01 · B 2018-01-01–now", "A→B presumed"),
        ("A 2015–u, seen 2018-02-02 · B 2018-01-01–now", "A→B overlap"),
        ("A 2020–[..2021] · B 2025–now", "A→B gap"),
        ("A 2020–[2026..] · B [2025..]–now", "A→B direct"),
        ("A 2020–2021 · B [..2031]–now", "A→B direct"),
        ("A 2020–now · B 2020–now", "A→B overlap"),
        ("A 2020–2021 · B 2020–u", "A→B direct"),
        ("A 2020–[..2021] · B 2020–[..2021]", "A→B unordered"),
    ],
)
def test_continuity_turns_exactly_on_its_limits(career: str, expected: str) -> None:
    assert written(moves(career)) == expected
