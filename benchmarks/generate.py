"""Which data are measured? Careers of invented people, the same at every run."""

import csv
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sa", "ti", "vo", "ze", "an", "el", "or")
FOREIGN = ("é", "ö", "ł", "ñ", "李", "伟", "ş", "й")
HEADER = ("person", "organisation", "title", "kind", "started", "ended")
TITLES = ("Engineer", "Analyst", "Designer", "Researcher", "Director", "Writer", "")
ROLES_PER_ORGANISATION = 20
WRONG = ("", "soon", "2025-13-40")


def write_roles(
    path: Path, rows: int, seed: int = 1, wrong: float = 0.001, urls: bool = False
) -> None:
    """Writes roles.csv: careers of 1-8 roles at organisations whose sizes follow Zipf's law.

    35 % of the dates are years, 45 % months, 20 % days; a fifth of the names is not ASCII; 1 %
    of the rows are duplicates, a thousandth cannot be understood. With `urls` each row names a
    page of its own.
    """
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow((*HEADER, "source") if urls else HEADER)
        written = 0
        for row in _rows(chance, max(20, rows // ROLES_PER_ORGANISATION)):
            if chance.random() < wrong:
                row = (*row[:4], chance.choice(WRONG) or "06/07/2020", row[5])
            source = (f"https://example.org/people/{written}",) if urls else ()
            for _ in range(2 if chance.random() < 0.01 else 1):
                writer.writerow((*row, *source))
                written += 1
                if written >= rows:
                    return


def _rows(chance: random.Random, organisations: int) -> Iterator[tuple[str, ...]]:
    names = [f"{_name(chance)} {place}" for place in range(1, organisations + 1)]
    sizes = list(accumulate(1 / place for place in range(1, organisations + 1)))
    number = 0
    while True:
        number += 1
        person = f"{_name(chance)} {_name(chance)} {number}"
        year = chance.randint(1990, 2018)
        career = chance.choices(names, cum_weights=sizes, k=chance.randint(1, 8))
        for step, organisation in enumerate(career, start=1):
            end = year + chance.randint(1, 4)
            stays = step == len(career) and chance.random() < 0.6
            ended = "now" if stays else _date(chance, end)
            title = chance.choice(TITLES)
            yield (person, organisation, title, "employment", _date(chance, year), ended)
            year = end + 1


def _name(chance: random.Random) -> str:
    name = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))
    return (name + chance.choice(FOREIGN) if chance.random() < 0.1 else name).capitalize()


def _date(chance: random.Random, year: int) -> str:
    kind = chance.random()
    if kind < 0.35:
        return str(year)
    month = f"{year}-{chance.randint(1, 12):02}"
    return month if kind < 0.8 else f"{month}-{chance.randint(1, 28):02}"
