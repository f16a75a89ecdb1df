"""Random careers as files to import: every kind of date, end, link and recorded move."""

import calendar
import csv
import random
from datetime import date, timedelta
from pathlib import Path

from tests.referee.planted import at_an_edge, planted, together

ORGANISATIONS = [f"Works {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
LINKS = [
    ("Works A", "renamed", "Works B", "2016-03-01", ""),
    ("Works B", "renamed", "Works C", "2019", ""),
    ("Works D", "renamed", "Works C", "", ""),
    ("Works E", "merged-into", "Works F", "2017-05", ""),
    ("Works F", "merged-into", "Works G", "2020", ""),
    ("Works H", "part-of", "Works I", "2012", "2018-06-30"),
    ("Works H", "part-of", "Works J", "2018-07-01", ""),
    ("Works K", "part-of", "Works H", "", ""),
    ("Works L", "part-of", "Works C", "2014", ".."),
    ("Works M", "split-from", "Works N", "2018-01", ""),
    ("Works Q", "merged-into", "Works N", "2014", ""),
    ("Works O", "acquired", "Works P", "2015", ""),
    ("Works Q", "invested-in", "Works R", "2015", ""),
]
TITLES = ["", "Engineer", "Director", "Clerk"]
KINDS = ["employment"] * 8 + ["founder", "academic", "advisor", "board", "intern"]
STATUSES = [""] * 7 + ["rumoured", "confirmed", "reported", "denied"]
FIRST, LAST = date(2008, 1, 1), date(2024, 12, 31)
ROLE = ("person", "organisation", "title", "kind", "started", "ended", "seen", "status")
MOVE = ("person", "from", "to", "date", "from_title", "to_title", "status")
LINK = ("organisation", "link", "other", "started", "ended")


def write_files(folder: Path, seed: int, people: int) -> None:
    """Write roles.csv, moves.csv and links.csv of so many people; the same for the same seed."""
    chance = random.Random(seed)
    roles: list[list[str]] = []
    moves: list[list[str]] = []
    for number in range(people):
        name = f"Person {number}"
        told: list[list[str]] = []
        if number % 12 == 0:
            career = together(chance, name)
        elif number % 6 == 5:
            career, told = at_an_edge(chance, name)
        else:
            career = _career(chance, name)
        added, moved = planted(number % 25, name)
        roles += career + added
        moves += told + _told(chance, name, career) + moved
    _written(folder / "roles.csv", ROLE, roles)
    _written(folder / "moves.csv", MOVE, moves)
    _written(folder / "links.csv", LINK, [list(link) for link in LINKS])


def _career(chance: random.Random, person: str) -> list[list[str]]:
    roles: dict[tuple[str, ...], list[str]] = {}
    places = chance.sample(ORGANISATIONS, chance.choice([1, 2, 2, 3, 4]))
    day = FIRST + timedelta(days=chance.randrange(3500))
    for _ in range(chance.choice([1, 2, 3, 3, 4, 5, 6])):
        place, title = chance.choice(places), chance.choice(TITLES)
        kind, status = chance.choice(KINDS), chance.choice(STATUSES)
        start = min(day, LAST)
        end = min(start + timedelta(days=chance.choice([0, 20, 200, 700, 1500])), LAST)
        started = "" if chance.random() < 0.05 else _date(chance, start)
        ended = _end(chance, start, end)
        seen = _date(chance, end) if chance.random() < 0.2 and ended in ("", "..") else ""
        # The key of a role is what it is told by: a second one would only refine the first.
        key = (place, title, kind, started)
        if not any(other[1:4] == [place, title, kind] for other in roles.values()):
            roles[key] = [person, place, title, kind, started, ended, seen, status]
        if chance.random() < 0.1 and kind == "employment" and started:
            twin = [person, place, title, "founder", started, ended, "", ""]
            roles.setdefault((place, title, "founder", started), twin)
        day = end + timedelta(days=chance.choice([-400, -40, -10, 0, 1, 25, 33, 80, 100, 600]))
        day = max(FIRST, day)
    return list(roles.values())


def _told(chance: random.Random, person: str, career: list[list[str]]) -> list[list[str]]:
    if chance.random() < 0.6:
        return []
    status = chance.choice(STATUSES)
    if len(career) > 1 and chance.random() < 0.7:
        left, joined = chance.sample(career, 2)
        date_text = chance.choice([joined[4], joined[4], ""])
        titles = [left[2], joined[2]] if chance.random() < 0.5 else ["", ""]
        if left[1] != joined[1]:
            return [[person, left[1], joined[1], date_text, *titles, status]]
        return []
    sides = chance.sample(ORGANISATIONS, 2)
    if chance.random() < 0.3:
        sides[chance.randrange(2)] = ""
    day = FIRST + timedelta(days=chance.randrange(6000))
    return [[person, *sides, _date(chance, day), "", "", status]]


def _end(chance: random.Random, start: date, end: date) -> str:
    kind = chance.random()
    if kind < 0.25:
        return ""
    if kind < 0.4:
        return ".."
    if kind < 0.45:
        return f"[{start.isoformat()}..]"
    return _date(chance, end)


def _date(chance: random.Random, day: date) -> str:
    year, month = f"{day:%Y}", f"{day:%Y-%m}"
    last = calendar.monthrange(day.year, day.month)[1]
    return chance.choice(
        [
            *[day.isoformat()] * 4,
            *[month] * 3,
            *[year] * 2,
            f"{month}~",
            f"{year}?",
            f"{day.year - (day.month < 3)}-{24 if day.month < 3 else 20 + day.month // 3}",
            f"{year}-{33 + (day.month - 1) // 3}",
            f"[{year}..{day.year + 1}]",
            f"[..{day.isoformat()}]",
            f"[{month}..{month}-{last:02}]",
            f"[{month}..]",
        ]
    )


def _written(path: Path, header: tuple[str, ...], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
