"""The same check by hand: `python -m tests.referee LEDGER`, or `--seed 7 --people 300` without one.

Named organisations are asked about by name, the two with the most roles unless others are given.
"""

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from talentdb.database.migrations import create
from tests.referee.asking import facts_at, invent, said
from tests.referee.comparing import Facts, Referee
from tests.referee.questions import questions


def main() -> int:
    """Print each question with what differs; 1 if anything does."""
    options = _options()
    if options.ledger:
        return check(options.ledger, options.organisations)
    with TemporaryDirectory() as folder:
        ledger = f"sqlite:///{Path(folder) / 'invented.db'}"
        create(ledger)
        invent(ledger, Path(folder), options.seed, options.people)
        return check(ledger, ["Works I", "Works C"])


def check(ledger: str, names: list[str]) -> int:
    """Print each question on which the two disagree, and how much was compared."""
    facts = facts_at(ledger)
    referee, wrong = Referee(facts, date.today()), 0
    ids = referee.ids()
    asked_about = {name: ids[name] for name in names or _largest(facts)}
    listed = list(questions(asked_about))
    for number, asked in enumerate(listed, start=1):
        found = referee.differences(asked, said(ledger, asked))
        wrong += bool(found)
        print(f"{number}/{len(listed)}", *asked.words, "differs" if found else "agrees")
        print(*(f"  {line}" for line in found[:6]), sep="\n", end="\n" if found else "")
    referee.close()
    compared = f"{len(listed)} questions, {referee.rows:,} rows, {referee.cells:,} cells"
    print(f"{compared}; {wrong} differ")
    return min(1, wrong)


def _largest(facts: Facts) -> list[str]:
    roles = Counter(role[2] for role in facts["roles"])
    names = {id: name for id, name, _ in facts["organisations"]}
    return [names[id] for id, _ in roles.most_common(2)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.referee", description=__doc__)
    parser.add_argument("ledger", nargs="?")
    parser.add_argument("organisations", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, default=300)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
