"""Do the rosters of one organisation make the same roles of a person in any order?"""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from talentdb.dates import PartialDate, parse, parse_end
from talentdb.derivation.presences import Listing
from talentdb.schema import roles
from talentdb.writes.calendars import Calendar
from talentdb.writes.dated import date_columns
from talentdb.writes.presences import Settling
from talentdb.writes.roles import folded
from talentdb.writes.shelf import Held, Shelf

DAYS = tuple(map(parse, ("2019-06-30", "2020", "2021-06", "2022-06-30", "2023")))
LISTINGS = st.lists(
    st.builds(
        Listing,
        st.just(1),
        st.sampled_from([None, None, "Engineer", "ENGINEER", "Lead"]),
        st.sampled_from(["employment", "employment", "academic", "advisor"]),
    ),
    max_size=2,
)
STARTS = st.sampled_from([None, "2018", "2019-09-01", "2020-01", "2021", "[2020..2022]"])
ENDS = st.sampled_from([None, "..", "2022", "2023-05-31", "[2021..2024]"])
RECORDED = st.lists(
    st.tuples(
        st.sampled_from([None, "Engineer", "Fellow"]),
        st.sampled_from(["employment", "founder", "advisor"]),
        STARTS,
        ENDS,
    ),
    max_size=1,
)


def settled(
    recorded: Sequence[tuple[str | None, str, str | None, str | None]],
    listed: Mapping[PartialDate, Sequence[Listing]],
    order: Sequence[PartialDate],
) -> list[tuple[Any, ...]]:
    """The roles of a person once the rosters came in this order."""
    held = [_role(number, *each) for number, each in enumerate(recorded, start=1)]
    known: list[PartialDate] = []
    for day in order:
        before = (Calendar(known), {day: listed[day] for day in known if listed[day]})
        known = [*known, day]
        now = (Calendar(known), {day: listed[day] for day in known if listed[day]})
        found = Settling(Shelf(roles), 1, held, before, now).done()
        for number, created in enumerate(found.created, start=len(held) + 1):
            created.id = number
        held = [each for each in (*held, *found.created) if each not in found.surplus]
    names = ("kind", "started", "ended", "seen")
    rows = [(folded(each.values["title"]), *map(each.values.get, names)) for each in held]
    return sorted(rows, key=repr)


def _role(number: int, title: str | None, kind: str, started: Any, ended: Any) -> Held:
    dates = {
        **date_columns("started", started and parse(started)),
        **date_columns("ended", ended and parse_end(ended)),
        **date_columns("seen", None),
    }
    said = {"title": title, "kind": kind, "status": None, "note": None}
    return Held({"id": number, "person_id": 1, "organisation_id": 1, **said, **dates}, number)


@given(RECORDED, st.fixed_dictionaries(dict.fromkeys(DAYS, LISTINGS)), st.permutations(DAYS))
def test_no_order_of_rosters_matters(
    recorded: list[tuple[str | None, str, str | None, str | None]],
    listed: dict[PartialDate, list[Listing]],
    order: list[PartialDate],
) -> None:
    assert settled(recorded, listed, order) == settled(recorded, listed, DAYS)


@given(RECORDED, st.fixed_dictionaries(dict.fromkeys(DAYS, LISTINGS)))
def test_every_day_on_a_roster_lies_within_a_role_and_none_has_two_of_a_title(
    recorded: list[tuple[str | None, str, str | None, str | None]],
    listed: dict[PartialDate, list[Listing]],
) -> None:
    found = settled(recorded, listed, DAYS)
    for day, listings in listed.items():
        covering = [title for title, kind, *dates in found if _covers(dates, day)]
        assert len(covering) >= len({listing.key[0] for listing in listings if listing.title})
        assert covering or not listings


def _covers(dates: Sequence[str | None], day: PartialDate) -> bool:
    started, ended, _ = dates
    begins = parse(started).earliest if started else None
    ends = parse_end(ended).latest if ended else None
    assert day.earliest and day.latest
    return (begins is None or begins <= day.latest) and (ends is None or ends >= day.earliest)
