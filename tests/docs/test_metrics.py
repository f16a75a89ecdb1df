"""Do the pages tell of every question that counts?"""

import re

from talentdb.cli.commands import Explaining
from talentdb.cli.query import Asking
from tests.docs.pages import page


def told(name: str) -> set[str]:
    return set(re.findall(r"`query ([a-z]+)", page(name)))


def test_every_question_whose_counts_open_is_explained() -> None:
    counting = {
        name
        for name, place in Asking.places.items()
        if place.cls is not None and issubclass(place.cls, Explaining)
    }
    assert counting <= told("docs/metrics.md") | told("docs/evidence.md")


def test_only_questions_that_can_be_asked_are_explained() -> None:
    assert told("docs/metrics.md") <= set(Asking.places)
