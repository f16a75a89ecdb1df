"""Which data are measured? Careers of invented people, the same at every run."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sa", "ti", "vo", "ze", "an", "el", "or")
FOREIGN = ("é", "ö", "ł", "ñ", "李", "伟", "ş", "й")
HEADER = ("person", "organisation", "title", "kind", "started", "ended")
TITLES = ("Engineer", "Analyst", "Designer", "Researcher", "Director", "Writer", "")


def write_roles(path: Path, rows: int, seed: int = 1) -> None:
    """Writes roles.csv: careers of 1-8 roles at Zipf-distributed organisations.

    35 % of the dates are years, 45 % months, 20 % days; a fifth of the names is not ASCII; 1 %
    of the rows are duplicates.
    """
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        written = 0
        for row in _rows(chance, max(20, rows // 20)):
            writer.writerow(row)
            written += 1
            if chance.random() < 0.01 and written < rows:
                writer.writerow(row)
                written += 1
            if written >= rows:
                return


def _rows(chance: random.Random, organisations: int) -> Iterator[tuple[str, ...]]:
    number = 0
    while True:
        number += 1
        person = f"{_name(chance)} {_name(chance)} {number}"
        year = chance.randint(1990, 2018)
        career = chance.randint(1, 8)
        for step in range(career):
            end = year + chance.randint(1, 4)
            place = min(int(chance.paretovariate(0.6)), organisations)
            last = step == career - 1
            ended = "now" if last and chance.random() < 0.6 else _date(chance, end)
            title = chance.choice(TITLES)
            yield (person, f"Body {place}", title, "employment", _date(chance, year), ended)
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
