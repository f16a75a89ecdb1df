"""Careers that chance alone would seldom make: teams, returns by chain, days at a limit."""

import random
from datetime import date, timedelta

Cells = list[list[str]]
# The days that definitions name, and the days after.
LIMITS = {"bridge": (31, 32), "direct": (92, 93), "overlap": (31, 32), "told": (92, 93)}


def together(chance: random.Random, person: str) -> Cells:
    """Somebody of a team: it left for one place within weeks, and most of it left there again."""
    day = date(2015, 5, 10) + timedelta(days=chance.randrange(60))
    left, joined = (
        chance.choice([one.isoformat(), f"{one:%Y-%m}"]) for one in (day - timedelta(days=1), day)
    )
    roles = [_role(person, "Works S", "2012", left), _role(person, "Works T", joined, "")]
    if chance.random() < 0.8:
        roles.append(_role(person, "Works R", "2019-04", ".."))
    return roles


def at_an_edge(chance: random.Random, person: str) -> tuple[Cells, Cells]:
    """Two roles just as far apart as a definition says, or a day more; and what is told of it."""
    limit = chance.choice(list(LIMITS))
    apart = timedelta(days=chance.choice(LIMITS[limit]))
    end = date(2014, 1, 1) + timedelta(days=chance.randrange(1500))
    start = end - apart if limit == "overlap" else end if limit == "told" else end + apart
    place = "Works P" if limit == "bridge" else "Works S"
    later = _role(person, place, start.isoformat(), chance.choice(["", "..", "2022"]))
    later[2] = "Director"
    told = [person, "Works P", "Works S", (start - apart).isoformat(), "", "", ""]
    roles = [_role(person, "Works P", "2012-02-01", end.isoformat()), later]
    return roles, [told] if limit == "told" else []


def planted(which: int, person: str) -> tuple[Cells, Cells]:
    """What some have besides, roles and moves."""
    if which == 1:
        # Undated, and told to have gone from one to the other and back.
        moves = [[person, *sides, "", "Clerk", "Clerk", ""] for sides in _there_and_back()]
        return [_role(person, place, "", "") for place in ("Works O", "Works A")], moves
    if which == 2:
        # Nothing says which of the two came first.
        return [_role(person, place, "2023", "2023") for place in ("Works P", "Works S")], []
    if which == 3:
        # The organisation was split meanwhile: nobody moved.
        whole = _role(person, "Works N", "2017", "2018-02-14")
        return [whole, _role(person, "Works M", "2018-02-15", "..")], []
    if which == 4:
        # Told twice, with days that both fit: one of the two is a move by itself.
        sides = (
            _role(person, "Works Q", "2023-01", "2023-09-30"),
            _role(person, "Works T", "2023-10", ""),
        )
        moves = [
            [person, "Works Q", "Works T", day, "", "", ""] for day in ("2023-11-05", "2023-09-20")
        ]
        return list(sides), moves
    return [], []


def _there_and_back() -> list[tuple[str, str]]:
    return [("Works O", "Works A"), ("Works A", "Works O")]


def _role(person: str, place: str, started: str, ended: str) -> list[str]:
    return [person, place, "Clerk", "employment", started, ended, "", ""]
